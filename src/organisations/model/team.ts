/** Where people of an organisation work. Days are YYYY-MM-DD; `to` is the last one. */

export interface Site {
  readonly id: string
  readonly name: string
  readonly address?: string | undefined
  readonly from: string
  readonly to?: string | undefined
}

export interface Team {
  readonly id: string
  readonly name: string
  readonly siteId?: string | undefined
  readonly from: string
  readonly to?: string | undefined
}

export type PlaceKind = 'site' | 'team'
