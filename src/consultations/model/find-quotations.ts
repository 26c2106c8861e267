/** Quotations in a paragraph, apostrophes told from quotation marks. */

export interface Quotation {
  readonly start: number
  readonly end: number
  readonly text: string
}

const marks = [
  ['‘', '’'],
  ['“', '”'],
  ["'", "'"],
  ['"', '"'],
] as const
const longest = 600

/** A remark on a page such as "P5 - typo - The sentence as it stands" quotes without marks. */
const unmarked = /^\s*[Pp](?:ages?|g)?\.?\s?\d{1,3}\s*[–—-].*\s[–—-]\s(?=\p{Lu})(.{12,600})$/u

/** All of them in order, the outermost where they nest; of how many words is the caller's question. */
export function findQuotations(paragraph: string): Quotation[] {
  const all = marks
    .flatMap(([open, close]) => between(paragraph, open, close))
    .sort((one, other) => one.start - other.start || other.end - one.end)
  const outermost: Quotation[] = []
  for (const one of all) if (one.start >= (outermost.at(-1)?.end ?? 0)) outermost.push(one)
  const rest = unmarkedQuotation(paragraph)
  const clear = rest !== undefined && (outermost.at(-1)?.end ?? 0) <= rest.start
  return clear ? [...outermost, rest] : outermost
}

/** Opens only where a word begins, closes only where one ends: an apostrophe does neither alone. */
function between(paragraph: string, open: string, close: string): Quotation[] {
  const closings = placesOf(paragraph, close).filter((at) => closesAt(paragraph, at))
  const found: Quotation[] = []
  let next = 0
  for (const start of placesOf(paragraph, open)) {
    if (start < (found.at(-1)?.end ?? 0) || !opensAt(paragraph, start)) continue
    while ((closings[next] ?? Infinity) < start + 2) next += 1
    const end = (closings[next] ?? Infinity) + 1
    if (end - start > longest) continue
    found.push({ start, end, text: paragraph.slice(start + 1, end - 1).trim() })
  }
  return found
}

function placesOf(paragraph: string, mark: string): number[] {
  const places: number[] = []
  for (let at = paragraph.indexOf(mark); at >= 0; at = paragraph.indexOf(mark, at + 1))
    places.push(at)
  return places
}

function opensAt(paragraph: string, start: number): boolean {
  return !letter.test(paragraph[start - 1] ?? '') && /\S/.test(paragraph[start + 1] ?? '')
}

function closesAt(paragraph: string, at: number): boolean {
  return !letter.test(paragraph[at + 1] ?? '') && /\S/.test(paragraph[at - 1] ?? '')
}

const letter = /[\p{L}\p{N}]/u

function unmarkedQuotation(paragraph: string): Quotation | undefined {
  if (paragraph.length > 5 * longest) return undefined
  const text = unmarked.exec(paragraph)?.[1]
  if (text === undefined) return undefined
  const start = paragraph.lastIndexOf(text)
  return { start, end: start + text.trimEnd().length, text: text.trim() }
}
