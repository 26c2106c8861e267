/** Professional registers, and the numbers that stand in them. */

export interface RegisteredProfession {
  readonly slug: string
  readonly name: string
  /** With which the profession's numbers begin. */
  readonly letters?: string | undefined
}

export interface ProfessionalRegister {
  readonly slug: string
  /** As it stands in credentials. */
  readonly regulator: string
  readonly short: string
  /** Where anybody can look a number up. */
  readonly lookUp: string
  readonly form: RegExp
  readonly formSource: string
  readonly example: string
  /** What a number looks like, said to whoever wrote one that does not. */
  readonly message: string
  readonly professions: readonly RegisteredProfession[]
}

/** In capitals, without spaces: one number written in two ways is one number. */
export function tidyNumber(written: string): string {
  return written.toUpperCase().replace(/[\s.\-–]/g, '')
}

/** What is wrong with a number, or undefined. That it looks right does not say that it is theirs. */
export function findNumberFault(
  { form, message, short }: ProfessionalRegister,
  profession: RegisteredProfession,
  number: string,
): string | undefined {
  if (!form.test(number)) return message
  const { letters, name } = profession
  if (letters === undefined || number.replace(/\d+$/, '') === letters) return undefined
  return `The ${short} number of a ${name.toLowerCase()} begins with ${letters}`
}

/** A check is shown with its day; after this many months somebody should look again. */
export const checkAgainMonths = 12
