/** The forms of bringing a file of training: the file, and which column is which. */
import { fileFaultWords, readTextFile } from '../../language/text-file.ts'
import { readCsv } from '../../organisations/invitations/model/read-csv.ts'
import { chosenField, type FieldError, type FormResult, textField } from '../../web/posted-form.ts'
import type { ColumnsEntered } from './model/entered.ts'
import { findDayOrder } from './model/read-day-written.ts'
import {
  type Column,
  columnNames,
  columns,
  dayOrders,
  type Mapping,
  type ReadFile,
  readTrainingFile,
  requiredColumns,
  type StoredRow,
} from './model/training-file.ts'
import { readSource, wrong } from './sent-source.ts'

export type TrainingUpload =
  | (Extract<ReadFile, { ok: true }> & { readonly pasted?: undefined })
  | { readonly ok: false; readonly errors: readonly FieldError[]; readonly pasted: string }

const mostBytes = 1_000_000

export function trainingUploadForm(body: unknown): TrainingUpload {
  const read = readSource(body, 'the CSV file')
  if (!read.ok) return read
  const { field, source } = read
  const pasted = typeof source === 'string' ? source : ''
  if (source.length > mostBytes) return wrong(field, 'The file must be 1 MB or smaller', '')
  const kind = typeof source === 'string' ? undefined : kindFault(source)
  if (kind !== undefined) return wrong(field, kind, pasted)
  const csv = readCsv(source)
  if (!csv.ok) return wrong(field, csv.message, pasted)
  const file = readTrainingFile(csv.rows)
  return file.ok ? file : wrong(field, file.message, pasted)
}

/** UTF-16 is no UTF-8 and may well be CSV, so that only what is another kind is refused here. */
function kindFault(source: Uint8Array): string | undefined {
  const text = readTextFile(source, Number.POSITIVE_INFINITY)
  if (text.ok || text.fault === 'not-utf-8') return undefined
  return fileFaultWords(text.fault, 'In your spreadsheet or learning system, save it as CSV')
}

/** Which column is which; and which part of a date comes first, where the dates do not say. */
export function columnsForm(
  body: unknown,
  { head, rows }: { readonly head: readonly string[]; readonly rows: readonly StoredRow[] },
): FormResult<Mapping, ColumnsEntered> {
  const offered = head.map((_, index) => String(index))
  const chosen = columns.flatMap((column): [Column, string][] => {
    const [place] = chosenField(body, column, offered)
    return place === undefined ? [] : [[column, place]]
  })
  const entered = { places: Object.fromEntries(chosen), dayOrder: textField(body, 'dayOrder') }
  const places: Partial<Record<Column, number>> = Object.fromEntries(
    chosen.map(([column, place]) => [column, Number(place)]),
  )
  const order = orderOf(entered.dayOrder, writtenDays(rows, places))
  const errors = [
    ...requiredColumns
      .filter((column) => places[column] === undefined)
      .map((column) => ({
        field: column,
        message: `Select the column for: ${lower(columnNames[column])}`,
      })),
    ...repeated(chosen),
    ...(order === undefined
      ? [{ field: 'dayOrder', message: 'Select which part of a date comes first' }]
      : []),
  ]
  if (errors.length > 0 || order === undefined) return { ok: false, errors, entered }
  return { ok: true, value: { places, dayOrder: order }, entered }
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

function repeated(chosen: readonly (readonly [Column, string])[]): FieldError[] {
  return chosen
    .filter(([, place], index) => chosen.findIndex(([, other]) => other === place) < index)
    .map(([field]) => ({ field, message: `“${columnNames[field]}” must be a column of its own` }))
}

export function writtenDays(
  rows: readonly StoredRow[],
  { from, validUntil }: Readonly<Partial<Record<Column, number>>>,
): string[] {
  return [from, validUntil].flatMap((place) =>
    place === undefined ? [] : rows.map(({ cells }) => cells[place] ?? ''),
  )
}

function orderOf(entered: string, written: readonly string[]): Mapping['dayOrder'] | undefined {
  const chosen = dayOrders.find((order) => order === entered)
  const said = findDayOrder(written)
  if (said === 'no-matter') return chosen ?? 'day-first'
  return said === 'either' ? chosen : (chosen ?? said)
}
