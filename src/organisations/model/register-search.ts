import type { RegisterWords, Word } from './kinds.ts'

/** What somebody looks for in the register. */
export interface RegisterSearch {
  /** Letters and figures only. */
  readonly words: readonly string[]
  readonly nation?: string | undefined
  readonly sector?: string | undefined
  readonly kind?: string | undefined
  /** From 1. */
  readonly page: number
}

const mostWords = 8
const mostPages = 10_000

/** Whatever was asked: what is not understood is left out. */
export function readSearch(
  asked: Readonly<Record<string, string | undefined>>,
  words: RegisterWords,
): RegisterSearch {
  const page = Number(asked.page)
  return {
    words: wordsOf(asked.name ?? ''),
    nation: oneOf(words.nations, asked.nation),
    sector: oneOf(words.sectors, asked.sector),
    kind: oneOf(words.kinds, asked.kind),
    page: Number.isInteger(page) && page > 0 && page <= mostPages ? page : 1,
  }
}

function wordsOf(text: string): string[] {
  return text
    .toWellFormed()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .slice(0, mostWords)
}

function oneOf(words: readonly Word[], slug: string | undefined): string | undefined {
  return words.find((word) => word.slug === slug)?.slug
}
