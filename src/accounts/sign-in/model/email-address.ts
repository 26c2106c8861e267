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

/** No more than a letter's head takes as one address: see `emailAddress` in `mail/letter.ts`. */
const written =
  /^[a-z0-9_'+.-]{0,63}[a-z0-9_+-]@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/

/** In small letters, as it is kept and compared; undefined where it is no address. */
export function parseAddress(text: string): string | undefined {
  const trimmed = text.trim()
  // Before the letters are made small: the Kelvin sign would become a k.
  if (trimmed.length > 254 || !/^[\x21-\x7e]+$/.test(trimmed)) return undefined
  const address = trimmed.toLowerCase()
  return written.test(address) && !/^\.|\.\./.test(address) ? address : undefined
}

/** After its last day a work address may be somebody else's. */
export function stillReaches({ endsOn }: Pick<EmailAddress, 'endsOn'>, today: string): boolean {
  return endsOn === undefined || endsOn >= today
}
