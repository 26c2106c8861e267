/** Finds phrases of a list in a text, word by word: a long list costs no more than a short one. */
import type { TextRange } from './text-range.ts'
import { type Word, wordsIn } from './words-in.ts'

export interface Phrase<T> {
  readonly form: string
  readonly value: T
}

interface Entry<T> {
  readonly bases: readonly string[]
  /** What must stand between its words; a space in the list also takes a hyphen. */
  readonly gaps: readonly string[]
  readonly value: T
}

/** By first word; of those, the longest phrase first, and of equals the one first listed. */
export type PhraseIndex<T> = ReadonlyMap<string, readonly Entry<T>[]>

export interface FoundPhrase<T> extends TextRange {
  readonly values: readonly T[]
}

export function indexPhrases<T>(phrases: readonly Phrase<T>[]): PhraseIndex<T> {
  const index = new Map<string, Entry<T>[]>()
  for (const { form, value } of phrases) {
    const words = wordsIn(form)
    const [first] = words
    if (first === undefined) continue
    const entry = { bases: words.map(({ base }) => base), gaps: gapsOf(form, words), value }
    index.set(first.base, [...(index.get(first.base) ?? []), entry])
  }
  for (const entries of index.values()) entries.sort((a, b) => b.bases.length - a.bases.length)
  return index
}

/** Every place where a phrase stands, the longest first, none within another, with all that it means. */
export function findPhrases<T>(
  text: string,
  words: readonly Word[],
  index: PhraseIndex<T>,
): FoundPhrase<T>[] {
  const found: FoundPhrase<T>[] = []
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]
    const entries = word && index.get(word.base)
    if (word === undefined || entries === undefined || isAfterHyphen(text, word)) continue
    const fits = entries.filter((entry) => stands(text, words, at, entry))
    const longest = fits[0]?.bases.length ?? 0
    if (longest === 0) continue
    const values = fits.filter(({ bases }) => bases.length === longest).map(({ value }) => value)
    found.push({ start: word.start, end: words[at + longest - 1]?.end ?? word.end, values })
    at += longest - 1
  }
  return found
}

function stands<T>(
  text: string,
  words: readonly Word[],
  at: number,
  { bases, gaps }: Entry<T>,
): boolean {
  return bases.every((base, step) => {
    const word = words[at + step]
    if (word?.base !== base) return false
    if (step === 0) return true
    const gap = text.slice(words[at + step - 1]?.end, word.start)
    return gaps[step - 1] === ' ' ? /^[\s-]+$/.test(gap) : gap === gaps[step - 1]
  })
}

function gapsOf(form: string, words: readonly Word[]): string[] {
  return words.slice(1).map((word, before) => form.slice(words[before]?.end, word.start))
}

function isAfterHyphen(text: string, { start }: Word): boolean {
  return /[\p{L}\p{N}]-$/u.test(text.slice(Math.max(0, start - 2), start))
}
