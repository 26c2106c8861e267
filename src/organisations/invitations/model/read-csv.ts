/** Reads what spreadsheets call CSV: any of their letters, separators and quotation marks. */
import { parse } from 'csv-parse/sync'
import { withoutLineTurns } from '../../../language/line-turns.ts'

export interface CsvRow {
  /** As the spreadsheet numbers it: the first row is 1. */
  readonly number: number
  readonly cells: readonly string[]
}

export type CsvResult =
  | { readonly ok: true; readonly rows: readonly CsvRow[] }
  | { readonly ok: false; readonly message: string }

/** Every row that is not blank. */
export function readCsv(source: Uint8Array | string): CsvResult {
  const text = typeof source === 'string' ? source.replace(/^\uFEFF/, '') : decode(source)
  if (text.includes('\0')) {
    return { ok: false, message: 'This is not a CSV file. In your spreadsheet, save it as CSV' }
  }
  const [told = '', separator] = /^sep=(.)\r?\n/i.exec(text) ?? []
  const body = text.slice(told.length)
  const skipped = told === '' ? 0 : 1
  try {
    const records: string[][] = parse(body, {
      delimiter: separator ?? separatorOf(body),
      ...{ relax_column_count: true, relax_quotes: true, skip_empty_lines: false },
    })
    return { ok: true, rows: rowsOf(records, skipped) }
  } catch {
    return {
      ok: false,
      message: 'A quotation mark is opened and never closed. Save the file as CSV again',
    }
  }
}

function rowsOf(records: readonly (readonly string[])[], skipped: number): CsvRow[] {
  return records
    .map((cells, index) => ({ number: index + 1 + skipped, cells: cells.map(plain) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
}

/** One line without control characters, and without the mark that our own CSV puts before a formula. */
function plain(cell: string): string {
  const text = withoutLineTurns(cell.toWellFormed())
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
  return text.replace(/^'(?=\s*[=+\-@＝＋－＠])/, '')
}

/** Excel on Windows writes the letters of its country (1252 in the UK) unless it is told "UTF-8". */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Whichever stands most often in the first row: comma, semicolon or tab. */
function separatorOf(text: string): string {
  const [firstRow = ''] = text.replace(/"[^"]*"/g, '').split(/\r?\n|\r/, 1)
  const counted = [',', ';', '\t'].map((separator) => ({
    separator,
    count: firstRow.split(separator).length,
  }))
  return counted.reduce((most, one) => (one.count > most.count ? one : most)).separator
}
