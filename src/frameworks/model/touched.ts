/** What a change of each statement touches: told before an edition is published, in numbers alone. */

/** Of people: so few of them could be picked out. */
export type FewOrMore = number | 'fewer than 5'

export interface Touched {
  readonly signOffs: FewOrMore
  readonly holders: FewOrMore
  readonly delegations: FewOrMore
  /** Organisations that answer for a sign-off of it. */
  readonly employers: FewOrMore
}

/** By the statement's code in the edition: those that touch nothing are left out. */
export type TouchedByCode = ReadonlyMap<string, Touched>

/** As the database tells it: null is fewer than five. */
export function fewOrMore(count: number | null): FewOrMore {
  return count ?? 'fewer than 5'
}

export const nothingTouched: Touched = { signOffs: 0, holders: 0, delegations: 0, employers: 0 }
