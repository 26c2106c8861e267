import { targetSlug } from '../../model/amendment.ts'
import type { Edition } from '../../model/framework.ts'
import type { TargetText } from '../../model/list-texts.ts'
import { listTermTexts } from './list-term-texts.ts'
import type { KeepReason, Occurrence, TermPairs } from './occurrence.ts'
import { whyKeep } from './why-keep.ts'

/** Every place where one of the old forms stands as a word of its own, in reading order. */
export function findOccurrences(edition: Edition, words: TermPairs): Occurrence[] {
  const afters = new Map(words.map(({ before, after }) => [spelled(before).toLowerCase(), after]))
  afters.delete('')
  if (afters.size === 0) return []
  const pattern = patternOf([...afters.keys()])
  const explained = new Set(edition.glossary.map(({ term }) => targetSlug(term)))
  return listTermTexts(edition).flatMap((place) =>
    occurrencesIn(place, pattern, afters).map((found) => {
      const keep = explainedAlready(found, place, explained) ?? whyKeep(place, found)
      return keep === undefined ? found : { ...found, keep }
    }),
  )
}

/** The longest form first, never inside a longer word, an address, or a possessive that is another form. */
function patternOf(forms: readonly string[]): RegExp {
  const quoted = forms
    .toSorted((one, other) => other.length - one.length)
    .map((form) => form.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll("'", "['’]"))
  const before = '(?<![\\p{L}\\p{N}@/.:#_])'
  const after = "(?![\\p{L}\\p{N}@_]|[./:][\\p{L}\\p{N}]|['’]s(?![\\p{L}]))"
  return new RegExp(`${before}(?:${quoted.join('|')})${after}`, 'giu')
}

function occurrencesIn(
  { target, text }: TargetText,
  pattern: RegExp,
  afters: ReadonlyMap<string, string>,
): Occurrence[] {
  return [...text.matchAll(pattern)].map((match) => {
    const [before] = match
    const after = inCaseOf(before, afters.get(spelled(before).toLowerCase()) ?? before)
    return withArticle(text, { target, start: match.index, before, after })
  })
}

/** With the straight apostrophe, however it was typed. */
function spelled(form: string): string {
  return form.trim().replaceAll('’', "'")
}

/** Capitals as they stood: all of them, of each word, of the first. */
export function inCaseOf(before: string, after: string): string {
  const letters = before.replace(/[^\p{L}]/gu, '')
  if (letters.length > 1 && letters === letters.toUpperCase()) return after.toUpperCase()
  const words = before.split(/\s+/)
  if (words.length > 1 && words.every(isCapital)) {
    return after.replace(/(?<![\p{L}'’])\p{Ll}/gu, (letter) => letter.toUpperCase())
  }
  return isCapital(before) ? after.charAt(0).toUpperCase() + after.slice(1) : after
}

function isCapital(word: string): boolean {
  const first = word.charAt(0)
  return first !== first.toLowerCase()
}

/** "a patient" -> "an individual": the article is part of what changes where it must. */
function withArticle(text: string, found: Occurrence): Occurrence {
  const article = /(?<![\p{L}\p{N}])(an?)(\s+)$/iu.exec(text.slice(0, found.start))
  if (article === null || takesAn(found.before) === takesAn(found.after)) return found
  const [whole, word = '', space = ''] = article
  const fitting = takesAn(found.after) ? `${word.charAt(0)}n` : word.charAt(0)
  return {
    ...found,
    start: found.start - whole.length,
    before: whole + found.before,
    after: fitting + space + found.after,
  }
}

/** By its first letters, as it is spoken. */
function takesAn(words: string): boolean {
  if (/^(?:uni|use|user|usual|eu|one\b|once\b)/i.test(words)) return false
  return /^(?:[aeiou]|hour|honest)/i.test(words)
}

/** A second entry by the same name cannot be. */
function explainedAlready(
  { target, before, start, after }: Occurrence,
  { text }: TargetText,
  explained: ReadonlySet<string>,
): KeepReason | undefined {
  if (!/^glossary\/[^/]+\/term$/.test(target)) return undefined
  const renamed = text.slice(0, start) + after + text.slice(start + before.length)
  return explained.has(targetSlug(renamed)) ? 'explained-already' : undefined
}
