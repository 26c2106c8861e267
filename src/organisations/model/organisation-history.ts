/** An organisation over time. Days are YYYY-MM-DD, on a clock in London. */

export const eventKinds = ['renamed', 'merged', 'split', 'closed'] as const
export type EventKind = (typeof eventKinds)[number]

/** What an event was for one organisation. Whoever ended became those that began or went on. */
export type EventPart = 'ended' | 'continued' | 'began'

export interface DatedName {
  readonly name: string
  /** Undefined for its first name, which it has had from its beginning. */
  readonly from?: string | undefined
}

export interface AreaSpan {
  readonly area: string
  readonly name: string
  readonly from?: string | undefined
  /** The last day. */
  readonly to?: string | undefined
}

export interface VerifiedSpan {
  readonly id: string
  readonly from: string
  /** The day on which it is checked again, which is the last one. */
  readonly checkAgainOn: string
  /** Slug of the steward's organisation. */
  readonly steward?: string | undefined
  readonly withdrawn?: { readonly from: string; readonly reason: string } | undefined
}

/** How an organisation ended: from that day it is no longer there. */
export interface Ending {
  readonly kind: EventKind
  readonly on: string
  /** Slugs; empty where it closed. */
  readonly into: readonly string[]
}

export interface OrganisationHistory {
  readonly slug: string
  readonly kind: string
  readonly nation: string
  readonly sector: string
  /** Undefined where nobody has recorded it. */
  readonly openedOn?: string | undefined
  /** The earliest first. */
  readonly names: readonly DatedName[]
  readonly areas: readonly AreaSpan[]
  readonly verified: readonly VerifiedSpan[]
  readonly ending?: Ending | undefined
  /** The day of the latest event that it has a part in. */
  readonly latestEventOn?: string | undefined
}

/** Organisations by slug: one that was asked for, and all that it became. */
export type Histories = ReadonlyMap<string, OrganisationHistory>
