/** Finds the terms of a word list in a text, so that they can be linked to what they mean. */

export interface Term {
  readonly term: string
  readonly forms: readonly string[]
}

export interface Segment {
  readonly text: string
  /** The term that this piece of text stands for. */
  readonly term?: string | undefined
}

export interface FoundTerm {
  readonly index: number
  readonly text: string
  readonly term: string
}

/** Every place in a text where a term stands in one of its forms, the longest form first. */
export function findTerms(text: string, terms: readonly Term[]): FoundTerm[] {
  const { pattern, termOf } = compiled(terms)
  if (pattern === undefined) return []
  return [...text.matchAll(pattern)].flatMap((match) => {
    const term = termOf.get(match[0].toLowerCase())
    return term === undefined ? [] : [{ index: match.index, text: match[0], term }]
  })
}

/** Cuts a text into plain pieces and terms, each term marked once. Kept as long as the list is. */
export function markTerms(text: string, terms: readonly Term[]): readonly Segment[] {
  const { marked } = compiled(terms)
  const known = marked.get(text)
  if (known !== undefined) return known
  const segments = cutAtTerms(text, terms)
  marked.set(text, segments)
  return segments
}

function cutAtTerms(text: string, terms: readonly Term[]): Segment[] {
  const seen = new Set<string>()
  const segments: Segment[] = []
  let end = 0
  for (const found of findTerms(text, terms)) {
    if (seen.has(found.term)) continue
    seen.add(found.term)
    if (found.index > end) segments.push({ text: text.slice(end, found.index) })
    segments.push({ text: found.text, term: found.term })
    end = found.index + found.text.length
  }
  if (end < text.length || segments.length === 0) segments.push({ text: text.slice(end) })
  return segments
}

/** The terms that stand in a text in any of their forms. */
export function termsIn(text: string, terms: readonly Term[]): string[] {
  return findTerms(text, terms).map(({ term }) => term)
}

interface Compiled {
  readonly pattern: RegExp | undefined
  readonly termOf: ReadonlyMap<string, string>
  readonly marked: Map<string, readonly Segment[]>
}

/** One expression for a whole list, kept for as long as the list is. */
const compiledLists = new WeakMap<readonly Term[], Compiled>()

function compiled(terms: readonly Term[]): Compiled {
  const known = compiledLists.get(terms)
  if (known !== undefined) return known
  const termOf = new Map(
    terms.flatMap(({ term, forms }) =>
      [term, ...forms].map((form) => [form.toLowerCase(), term] as const),
    ),
  )
  const forms = [...termOf.keys()].sort((one, other) => other.length - one.length)
  const pattern =
    forms.length === 0
      ? undefined
      : new RegExp(`(?<![\\p{L}\\d-])(?:${forms.map(escaped).join('|')})(?![\\p{L}\\d])`, 'giu')
  const list = { pattern, termOf, marked: new Map() }
  compiledLists.set(terms, list)
  return list
}

function escaped(form: string): string {
  return form.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}
