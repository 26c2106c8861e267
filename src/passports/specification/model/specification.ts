/** The passport's own specification (R03): put together from what the code itself goes by. */

export interface Specified {
  /** As programs know it. */
  readonly code: string
  readonly name: string
  readonly words?: string | undefined
}

export interface SpecifiedPart {
  readonly id: string
  readonly title: string
  readonly intro: string
  readonly items: readonly Specified[]
}

export interface Specification {
  readonly format: 'lanyard-passport-specification/1'
  readonly notice: string
  readonly parts: readonly SpecifiedPart[]
}

/** Names by code, as the lists of the code have them. */
export function named(words: Readonly<Record<string, string>>): Specified[] {
  return Object.entries(words).map(([code, name]) => ({ code, name }))
}

export function plainList(codes: Iterable<string>): Specified[] {
  return [...codes].map((code) => ({ code, name: code }))
}
