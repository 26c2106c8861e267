/** One thing that a holder put in their passport themselves: learning, work, or life. */

export const entryKinds = [
  'training',
  'qualification',
  'apprenticeship',
  'employment',
  'volunteering',
  'placement',
  'supporting-learners',
  'lived-experience',
] as const
export type EntryKind = (typeof entryKinds)[number]

export const entryKindNames: Readonly<Record<EntryKind, string>> = {
  training: 'Training',
  qualification: 'Qualification',
  apprenticeship: 'Apprenticeship',
  employment: 'Job',
  volunteering: 'Volunteering',
  placement: 'Placement',
  'supporting-learners': 'Supporting learners',
  'lived-experience': 'Lived and caring experience',
}

/** That somebody other than the holder vouches for it, and for which statements. */
export interface Confirmation {
  /** A name to show: the issuer of a credential, or the organisation whose person looked. */
  readonly by: string
  readonly how: 'credential-verified' | 'original-seen'
  /** YYYY-MM-DD */
  readonly on: string
  /** YYYY-MM-DD. In date on this day and before. */
  readonly until?: string | undefined
  /** Statement codes of the entry's edition: none where it proves attendance and no capability. */
  readonly codes: readonly string[]
}

/** In one passport: more than a working life holds. */
export const mostEntries = 2000

export interface Entry {
  readonly id: string
  /** From 1; a change makes the next one, and the earlier ones are kept. */
  readonly version: number
  readonly kind: EntryKind
  readonly title: string
  /** YYYY-MM-DD: when it began; for training, when it was done. */
  readonly from?: string | undefined
  /** YYYY-MM-DD: when it ended. */
  readonly to?: string | undefined
  /** YYYY-MM-DD: the day that it is to be refreshed by. */
  readonly validUntil?: string | undefined
  /** Never shown to anybody but the holder, nor offered for sharing. */
  readonly private: boolean
  readonly edition: string
  /** The statements that the holder says it counts towards. */
  readonly codes: readonly string[]
  /** What its kind asks besides: strings only, so that an export can show them as they are. */
  readonly facts: Readonly<Record<string, string>>
  readonly at: Date
  /** A credential from elsewhere, which stands on a page of its own. */
  readonly brought?: boolean | undefined
  readonly confirmation?: Confirmation | undefined
}
