/** A file of somebody's training, from its upload to its end. */
import type { CsvRow } from '../../../organisations/invitations/model/read-csv.ts'

export const columns = [
  'title',
  'from',
  'validUntil',
  'provider',
  'status',
  'name',
  'email',
] as const
export type Column = (typeof columns)[number]

export const columnNames: Readonly<Record<Column, string>> = {
  title: 'What the training was called',
  from: 'The day you finished it',
  validUntil: 'The day to refresh it by',
  provider: 'Who gave it',
  status: 'Whether you finished it',
  name: 'Whose row it is, by name',
  email: 'Whose row it is, by e-mail',
}

export const requiredColumns: readonly Column[] = ['title', 'from']

export const dayOrders = ['day-first', 'month-first'] as const
export type DayOrder = (typeof dayOrders)[number]

/** By column of ours: the place of the column in the file, from 0. */
export interface Mapping {
  readonly places: Readonly<Partial<Record<Column, number>>>
  readonly dayOrder: DayOrder
}

export type StoredRow = CsvRow

/** A row that will be taken in, as the database reads it. */
export interface TrainingDraft {
  readonly title: string
  readonly from_on: string
  readonly valid_until: string | null
  readonly facts: Readonly<Record<string, string>>
}

export interface TrainingFile {
  readonly id: string
  readonly madeAt: Date
  readonly edition: string
  readonly head: readonly string[]
  readonly rows: readonly StoredRow[] | undefined
  readonly mapping: Mapping | undefined
  readonly startedAt: Date | undefined
  readonly total: number
  readonly done: number
  readonly imported: number
  readonly finishedAt: Date | undefined
  readonly cancelledAt: Date | undefined
}

export type TrainingFileState = 'columns' | 'preview' | 'importing' | 'finished' | 'cancelled'

export function stateOf(file: TrainingFile): TrainingFileState {
  if (file.cancelledAt !== undefined) return 'cancelled'
  if (file.finishedAt !== undefined) return 'finished'
  if (file.startedAt !== undefined) return 'importing'
  return file.mapping === undefined ? 'columns' : 'preview'
}

const mostRows = 20_000
const mostColumns = 60

export type ReadFile =
  | { readonly ok: true; readonly head: readonly string[]; readonly rows: readonly StoredRow[] }
  | { readonly ok: false; readonly message: string }

/** The first row names the columns; a report may have a title above, which has fewer cells. */
export function readTrainingFile(all: readonly CsvRow[]): ReadFile {
  const widest = Math.max(0, ...all.slice(0, 20).map(({ cells }) => filled(cells)))
  const first = all.findIndex(({ cells }) => filled(cells) === widest)
  const [head, ...rows] = first < 0 ? [] : all.slice(first)
  if (head === undefined) return { ok: false, message: 'The file is empty' }
  if (widest < 2) {
    return {
      ok: false,
      message: 'The file must have a column for the training and one for the day',
    }
  }
  if (rows.length === 0) return { ok: false, message: 'The file has nothing below its first row' }
  if (rows.length > mostRows) {
    return { ok: false, message: 'The file must have 20,000 rows or fewer. Make two files of it' }
  }
  if (head.cells.length > mostColumns) {
    return { ok: false, message: `The file must have ${mostColumns} columns or fewer` }
  }
  return { ok: true, head: head.cells.map(nameColumn), rows }
}

function filled(cells: readonly string[]): number {
  return cells.filter((cell) => cell !== '').length
}

function nameColumn(cell: string, index: number): string {
  return cell === '' ? `Column ${index + 1}` : cell.slice(0, 80)
}

/** How learning systems and ESR head the same columns: the likeliest first. */
const alsoCalled: Readonly<Record<Column, readonly RegExp[]>> = {
  title: [
    /^(course|competence|competency|training|subject|module|learning|certification)( ?(name|title))?$/,
    /(course|competence|competency|training|subject|module|certification).*(name|title)/,
    /^(title|what|activity|element)$/,
  ],
  from: [
    /^(date )?(completed|complete|achieved|attained|passed|awarded|finished)( ?(date|on))?$/,
    /(complet|achiev|attain|pass|award|finish).*(date|on)|date.*(complet|achiev|attain|pass|award)/,
    /^(date|date from|valid from|start date)$/,
  ],
  validUntil: [/expir|renew|refresh|valid (until|to)|due( date)?$|^date to$|end date/],
  provider: [/provider|supplier|delivered by|given by|trainer|source/],
  status: [/status|^result$|outcome|compliant|compliance$|^completed\?$|meets/],
  name: [/^(employee|full|staff|learner|user|person|your)?\s?name$|^(employee|learner|staff)$/],
  email: [/e ?mail/],
}

export function guessColumns(head: readonly string[]): Mapping['places'] {
  const heads = head.map((cell) =>
    cell
      .toLowerCase()
      .replace(/[_/.-]+/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  const taken = new Set<number>()
  const places: Partial<Record<Column, number>> = {}
  for (const column of columns) {
    const place = alsoCalled[column]
      .map((pattern) => heads.findIndex((cell, index) => !taken.has(index) && pattern.test(cell)))
      .find((index) => index >= 0)
    if (place === undefined) continue
    taken.add(place)
    places[column] = place
  }
  return places
}
