/** The words of the register, which are content: nations, sectors, kinds and public registers. */

export interface Word {
  readonly slug: string
  readonly name: string
}

export interface Kind extends Word {
  readonly hint: string
  /** The nation that is divided into areas of this kind. */
  readonly areaOf?: string | undefined
}

export interface PublicRegister extends Word {
  /** What its entries are called, such as "ODS code". */
  readonly entry: string
}

export interface RegisterWords {
  readonly nations: readonly Word[]
  readonly sectors: readonly Word[]
  readonly kinds: readonly Kind[]
  readonly registers: readonly PublicRegister[]
}

/** The one kind that the database knows by name: whose stewards keep the register. */
export const stewardKind = 'steward'

/** A word that is content no more is shown as it is kept. */
export function nameOf(words: readonly Word[], slug: string): string {
  return words.find((word) => word.slug === slug)?.name ?? slug
}

export function isArea({ kinds }: RegisterWords, kind: string): boolean {
  return kinds.find(({ slug }) => slug === kind)?.areaOf !== undefined
}
