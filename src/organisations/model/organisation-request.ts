/** What somebody asks of the stewards: to add an organisation, or to verify the one they manage. */

export interface WantedOrganisation {
  readonly name: string
  readonly kind: string
  readonly nation: string
  readonly sector: string
}

export interface AskedOrganisation {
  /** The organisation to verify, by slug; without it, one is to be added. */
  readonly organisation?: string | undefined
  readonly wanted?: WantedOrganisation | undefined
  readonly register?: string | undefined
  readonly number?: string | undefined
  readonly domain?: string | undefined
  readonly note?: string | undefined
}

export interface OrganisationRequest extends AskedOrganisation {
  readonly id: string
  /** Of the organisation that is to be added or verified. */
  readonly name: string
  readonly askedBy: string
  readonly askedAt: Date
  readonly answer?:
    | {
        readonly outcome: 'done' | 'refused'
        readonly at: Date
        readonly organisation?: string | undefined
        readonly reason?: string | undefined
      }
    | undefined
}

/** So many of one person's requests wait at a time. */
export const mostOpenRequests = 5
