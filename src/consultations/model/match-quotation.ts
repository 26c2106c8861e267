/** Looks for a quotation text by text, never across them: lookalikes make one long search unsafe. */
import type { Target } from '../../frameworks/model/amendment.ts'
import { normaliseWords, type PlacedText } from './place-texts.ts'

export interface QuotationMatch {
  readonly state: 'exact' | 'edited' | 'ambiguous' | 'not-found'
  readonly target: Target | null
  readonly targets: readonly Target[]
  /** True where the very words stand, if in several places. */
  readonly exact: boolean
}

/** Shares of the quotation's letters that may differ, and by which the runner-up must differ more. */
const fewErrors = 0.35
/** In a short quotation chance agreement is likely, so that hardly a letter may differ. */
const shortQuotation = 30
const fewErrorsInShort = 0.1
const clearlyFewer = 0.12

export function matchQuotation(quotation: string, texts: readonly PlacedText[]): QuotationMatch {
  const exactly = matchWords(quotation, texts)
  return exactly.exact ? exactly : matchNearly(normaliseWords(quotation), texts)
}

/** Finds the very words alone, which takes a hundredth of the time. */
export function matchWords(quotation: string, texts: readonly PlacedText[]): QuotationMatch {
  const wanted = normaliseWords(quotation)
  const same = texts.filter(({ words }) => wanted !== '' && ` ${words} `.includes(` ${wanted} `))
  return matchOf(same.length > 0 ? 'exact' : 'not-found', same)
}

function matchNearly(wanted: string, texts: readonly PlacedText[]): QuotationMatch {
  if (wanted === '') return matchOf('not-found', [])
  const scored = texts
    .filter(({ words }) => sharesWords(wanted, words))
    .map((held) => ({ held, share: errorsIn(wanted, held.words) / wanted.length }))
    .filter(({ share }) => share <= fewErrors + clearlyFewer)
    .sort((one, other) => one.share - other.share)
  const [best] = scored
  const few = wanted.length < shortQuotation ? fewErrorsInShort : fewErrors
  if (best === undefined || best.share > few) return matchOf('not-found', [])
  const rivals = scored.filter(({ share }) => share < best.share + clearlyFewer)
  return matchOf(
    'edited',
    rivals.map(({ held }) => held),
  )
}

function matchOf(state: QuotationMatch['state'], found: readonly PlacedText[]): QuotationMatch {
  const targets = found.map(({ target }) => target)
  const exact = state === 'exact'
  if (targets.length > 1) return { state: 'ambiguous', target: null, targets, exact }
  return { state, target: targets[0] ?? null, targets, exact }
}

/** Spares the long comparison where hardly a word is shared. */
function sharesWords(wanted: string, words: string): boolean {
  const asked = wanted.split(' ')
  const shared = asked.filter((word) => words.includes(word.slice(0, 4)))
  return shared.length * 3 >= asked.length
}

/** Fewest letters to change so that the quotation stands somewhere in the text (Sellers 1980). */
function errorsIn(quotation: string, text: string): number {
  const mostErrors = (fewErrors + clearlyFewer) * quotation.length
  let above = new Uint16Array(text.length + 1)
  let here = new Uint16Array(text.length + 1)
  for (let row = 1; row <= quotation.length; row += 1) {
    // The fewest of a row never fall in the next one, so that a hopeless text is left early.
    if (fillRow(quotation, text, row, above, here) > mostErrors) return Infinity
    ;[above, here] = [here, above]
  }
  return above.reduce((fewest, errors) => Math.min(fewest, errors), Infinity)
}

/** One row of the table, and the fewest errors in it. */
function fillRow(
  quotation: string,
  text: string,
  row: number,
  above: Uint16Array,
  here: Uint16Array,
): number {
  const letter = quotation.charCodeAt(row - 1)
  let left = row
  let diagonal = above[0] ?? 0
  let fewest = row
  here[0] = row
  for (let column = 1; column <= text.length; column += 1) {
    const over = above[column] ?? 0
    const replaced = diagonal + (letter === text.charCodeAt(column - 1) ? 0 : 1)
    const other = over < left ? over + 1 : left + 1
    left = replaced < other ? replaced : other
    here[column] = left
    if (left < fewest) fewest = left
    diagonal = over
  }
  return fewest
}
