/** Where a letter reaches somebody. */
export const addressKinds = ['personal', 'work'] as const
export type AddressKind = (typeof addressKinds)[number]

/** An address that its person has shown to be theirs. */
export interface EmailAddress {
  readonly id: string
  readonly address: string
  readonly kind: AddressKind
  /** ISO date: the last day on which a work address reaches its person. */
  readonly endsOn?: string | undefined
}
