/** Finds where an answer points: pages, sections, domains, levels, the glossary, quotations. */

import { findPointers, type Match, type Pointer, sentenceAround } from './find-pointers.ts'
import { findQuotations, type Quotation } from './find-quotations.ts'
import type { Nearby, QuotationReference, Reference } from './reference.ts'

export function findReferences(paragraphs: readonly string[]): Reference[] {
  return paragraphs.flatMap((paragraph, index) => inParagraph(paragraph, index))
}

function inParagraph(text: string, paragraph: number): Reference[] {
  const quotations = findQuotations(text)
  const matches = findPointers(text).filter(({ end }) => !isInside(quotations, end))
  const trail = trailOf(matches)
  const found = matches.map((match, index) =>
    referenceOf(match, trail[index] ?? {}, quotations, text, paragraph),
  )
  const quoted = quotations
    .filter((quotation) => quotation.text.split(/\s+/).length >= 3)
    .map((quotation) => {
      const before = countUpTo(matches, quotation.start)
      return quotationOf(quotation, trail[before] ?? {}, matches[before - 1], text, paragraph)
    })
  return [...found, ...quoted].sort((one, other) => one.start - other.start)
}

/** How many of things in order end at or before a place. */
function countUpTo(things: readonly { readonly end: number }[], position: number): number {
  let [low, high] = [0, things.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((things[middle]?.end ?? Infinity) <= position) low = middle + 1
    else high = middle
  }
  return low
}

function isInside(quotations: readonly Quotation[], end: number): boolean {
  const next = quotations[countUpTo(quotations, end)]
  const last = quotations[countUpTo(quotations, end) - 1]
  return (next !== undefined && next.start < end) || last?.end === end
}

function referenceOf(
  match: Match,
  near: Nearby,
  quotations: readonly Quotation[],
  text: string,
  paragraph: number,
): Reference {
  const { start, end, quote, reference } = match
  const found = { quote, paragraph, start, end }
  switch (reference.kind) {
    case 'level':
      return { ...found, ...reference, near }
    case 'glossary': {
      const [from, to] = sentenceAround(text, start)
      const inside = quotations.slice(countUpTo(quotations, from), countUpTo(quotations, to))
      return { ...found, ...reference, words: inside.map((one) => one.text) }
    }
    case 'page':
      return { ...found, ...reference, context: text }
    case 'section':
    case 'domain':
    case 'part':
      return { ...found, ...reference }
  }
}

function quotationOf(
  { start, end, text }: Quotation,
  near: Nearby,
  page: Match | undefined,
  whole: string,
  paragraph: number,
): QuotationReference {
  const before = whole.slice(Math.max(0, start - 40), start)
  const elsewhere = page?.reference.kind === 'page' && page.reference.otherDocument
  return {
    kind: 'quotation',
    quote: whole.slice(start, end),
    paragraph,
    start,
    end,
    text,
    near,
    otherDocument: elsewhere && /^[\s,;:.–-]*$/.test(whole.slice(page.end, start)),
    proposed:
      /\b(?:suggest|recommend|replace|rephras|re-phras|reword|instead|prefer)[^.!?]*$/i.test(
        before,
      ),
  }
}

/** What was named last before each match, and after all of them. */
function trailOf(matches: readonly Match[]): Nearby[] {
  const trail: Nearby[] = [{}]
  for (const { reference } of matches) trail.push(nearbyAfter(trail.at(-1) ?? {}, reference))
  return trail
}

/** A level counts as long as no other section follows it. */
function nearbyAfter(before: Nearby, reference: Pointer): Nearby {
  switch (reference.kind) {
    case 'section': {
      const { section, level: named } = reference
      return { section, domain: Number(section.split('.')[0]), level: named }
    }
    case 'page':
      return reference.otherDocument
        ? before
        : { pages: { from: reference.from, to: reference.to } }
    case 'domain':
      return { domain: reference.domain }
    case 'level':
      return { ...before, level: reference.level }
    case 'part':
    case 'glossary':
      return before
  }
}
