/** The words of a text, each with its place. */
import type { TextRange } from './text-range.ts'

export interface Word extends TextRange {
  readonly text: string
  /** In small letters, without the 's of a possessive. */
  readonly base: string
  /** True for the first word of a text, and for the first after a full stop. */
  readonly opens: boolean
}

const word = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu

export function wordsIn(text: string): Word[] {
  const words: Word[] = []
  let last = 0
  for (const match of text.matchAll(word)) {
    const between = text.slice(last, match.index)
    const bare = match[0].replace(/['’]s$/i, '')
    last = match.index + match[0].length
    words.push({
      text: match[0],
      base: bare.toLowerCase(),
      start: match.index,
      // The 's is no part of what is found, so that what takes its place keeps it.
      end: match.index + bare.length,
      opens: words.length === 0 || /[.!?:\n]/.test(between),
    })
  }
  return words
}
