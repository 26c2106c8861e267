/** The forms in which answers point at pages, sections, domains, parts, levels and the glossary. */
import type { LevelSlug } from '../../frameworks/model/framework.ts'

export interface Match {
  readonly start: number
  readonly end: number
  readonly quote: string
  readonly reference: Pointer
}

export type Pointer =
  | {
      readonly kind: 'page'
      readonly from: number
      readonly to: number
      readonly otherDocument: boolean
    }
  | { readonly kind: 'section'; readonly section: string; readonly level?: LevelSlug | undefined }
  | { readonly kind: 'domain'; readonly domain: number }
  | { readonly kind: 'part'; readonly part: number }
  | { readonly kind: 'level'; readonly level: LevelSlug }
  | { readonly kind: 'glossary' }

const level = '(entry|intermediate|assistant[ -]practitioner)'

/** All of them in order, none of them overlapping. */
export function findPointers(text: string): Match[] {
  return withoutOverlaps([
    ...sections(text),
    ...domains(text),
    ...parts(text),
    ...pages(text),
    ...levels(text),
    ...glossaries(text),
  ])
}

/** The first of two that overlap, the longer of two that begin together. */
function withoutOverlaps(matches: readonly Match[]): Match[] {
  const kept: Match[] = []
  const inOrder = matches.toSorted((one, other) => one.start - other.start || other.end - one.end)
  for (const match of inOrder) if (match.start >= (kept.at(-1)?.end ?? 0)) kept.push(match)
  return kept
}

function scan(
  text: string,
  pattern: RegExp,
  read: (groups: readonly (string | undefined)[], start: number) => Pointer | undefined,
): Match[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const reference = read(match.slice(1), match.index)
    if (reference === undefined) return []
    return [{ start: match.index, end: match.index + match[0].length, quote: match[0], reference }]
  })
}

/** "P5", "p8", "P.59", "page 18", "pages 7-10". */
function pages(text: string): Match[] {
  const pattern =
    /(?<![\p{L}\p{N}])(?:pages?|pp?|pgs?)\.?\s?(\d{1,3})(?:\s?(?:[-–—]|to|and)\s?(\d{1,3}))?(?![\d.]*\d|\p{L})/giu
  return scan(text, pattern, ([from, to], start) => {
    const first = Number(from)
    const last = to === undefined ? first : Number(to)
    if (last < first) return undefined
    const otherDocument = namesAnotherDocument(text, start)
    return { kind: 'page', from: first, to: last, otherDocument }
  })
}

/** A name in capitals that ends in "Framework", "Strategy" and the like, right before the page. */
function namesAnotherDocument(text: string, start: number): boolean {
  const [from] = sentenceAround(text, start)
  const before = text.slice(Math.max(from, start - 160), start)
  const named =
    /((?:\p{Lu}[\p{L}’'&-]*\s+(?:(?:of|for|and|the|in)\s+)*)+)(?:Frameworks?|Strategy|Standards?|Guidance|Guidelines|Guide|Report|Plan|Constitution|Code|Toolkit|Handbook|Policy|Act)\b[^.!?;]{0,40}$/u.exec(
      before,
    )?.[1]
  if (named === undefined) return false
  const words = named.trim().split(/\s+/)
  const own = /^(?:the|this|that|our|your|draft|consultation|in|on|see|of)$/i
  return words.some((word) => !own.test(word)) && !/support worker/i.test(named)
}

/** "3.9", "Domain 5.7", "section 2.5 in entry level", "7.1-intermediate". */
function sections(text: string): Match[] {
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}£$€.])(?:(domain|section|statement|capability)s?\\s+)?([1-9]\\.\\d{1,2})(?:\\.\\d)?` +
      `(?:-${level}|,?\\s(?:in|at|for)\\s(?:the\\s)?${level}(?:\\slevel)?)?(?!\\.?\\d|[\\p{L}%])`,
    'giu',
  )
  return scan(text, pattern, ([word, section = '', coded, named], start) => {
    if (word === undefined && isMeasure(text, start, section)) return undefined
    return { kind: 'section', section, level: levelOf(coded ?? named) }
  })
}

/** A bare decimal that counts something, or that belongs to another kind of list. */
function isMeasure(text: string, start: number, digits: string): boolean {
  const before = text.slice(Math.max(0, start - 20), start)
  const after = text.slice(start + digits.length, start + digits.length + 20)
  return (
    /(?:version|v|figure|table|standard|standards|paragraph|clause|appendix|regulation|chapter|about|around|nearly|over|than)\s*$/i.test(
      before,
    ) ||
    /^\s?(?:%|per\s?cent|hours?|days?|weeks?|months?|years?|minutes?|million|thousand|billion|times|wte|whole|miles?|metres?|m\b|km|kg|mg|am\b|pm\b)/i.test(
      after,
    )
  )
}

function domains(text: string): Match[] {
  return scan(text, /(?<![\p{L}\p{N}])domain\s+([1-9])(?!\.?\d)/giu, ([domain]) => ({
    kind: 'domain',
    domain: Number(domain),
  }))
}

function parts(text: string): Match[] {
  return scan(text, /(?<![\p{L}\p{N}])part\s+([1-9])(?!\.?\d)/giu, ([part]) => ({
    kind: 'part',
    part: Number(part),
  }))
}

/** "L3" is a level of qualification and never matches; a level of the framework is named in words. */
function levels(text: string): Match[] {
  return scan(text, new RegExp(`(?<![\\p{L}\\p{N}-])${level}[ -]levels?\\b`, 'giu'), ([named]) => {
    const slug = levelOf(named)
    return slug === undefined ? undefined : { kind: 'level', level: slug }
  })
}

function glossaries(text: string): Match[] {
  return scan(text, /\bglossary\b/gi, () => ({ kind: 'glossary' }))
}

function levelOf(words: string | undefined): LevelSlug | undefined {
  switch (words?.toLowerCase().replace(' ', '-')) {
    case 'entry':
      return 'entry'
    case 'intermediate':
      return 'intermediate'
    case 'assistant-practitioner':
      return 'assistant-practitioner'
    default:
      return undefined
  }
}

/** The full stop of "P." or "2.5" ends no sentence: one that does is followed by a capital. */
export function sentenceAround(text: string, position: number): [number, number] {
  const first = Math.max(0, position - longestSentence)
  const near = text.slice(first, position + longestSentence)
  const ends = [...near.matchAll(/(?<!\b[Pp])[.!?]\s+(?=[\p{Lu}‘“'"])/gu)].map(
    (match) => first + match.index + match[0].length,
  )
  const from = ends.findLast((end) => end <= position) ?? first
  return [from, ends.find((end) => end > position) ?? first + near.length]
}

const longestSentence = 400
