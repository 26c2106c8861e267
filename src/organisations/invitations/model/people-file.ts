/** A file of people to invite: its columns, and its rows by the names of the columns. */
import type { CsvRow } from './read-csv.ts'

export const columns = ['name', 'email', 'jobTitle', 'team', 'permissions', 'startsOn'] as const
export type Column = (typeof columns)[number]

/** One person as the file has them, nothing judged yet. */
export interface PersonRow extends Readonly<Record<Column, string>> {
  readonly number: number
}

export type PeopleFile =
  | { readonly ok: true; readonly rows: readonly PersonRow[] }
  | { readonly ok: false; readonly message: string }

export const mostRows = 5000

export const columnTitles: Readonly<Record<Column, string>> = {
  name: 'Name',
  email: 'E-mail',
  jobTitle: 'Job title',
  team: 'Team',
  permissions: 'Permissions',
  startsOn: 'Starts on',
}

const required: readonly Column[] = ['name', 'email', 'jobTitle']

/** How people and their payroll systems head the same columns, letters alone. */
const alsoCalled: Readonly<Record<Column, readonly string[]>> = {
  name: ['name', 'fullname', 'employeename', 'staffname'],
  email: ['email', 'emailaddress', 'mail', 'workemail', 'emails'],
  jobTitle: ['jobtitle', 'job', 'title', 'role', 'post', 'position', 'positiontitle'],
  team: ['team', 'teams', 'teamname'],
  permissions: ['permissions', 'permission'],
  startsOn: ['startson', 'start', 'starts', 'startdate', 'from', 'startingon'],
}

export const templateRows: readonly (readonly string[])[] = [
  columns.map((column) => columnTitles[column]),
  ['Ada Example', 'ada@example.org', 'Therapy assistant', '', '', '2027-01-04'],
  ['Bo Example', 'no e-mail', 'Reablement worker', '', '', ''],
]

export function readPeople(rows: readonly CsvRow[]): PeopleFile {
  const [head, ...body] = rows
  if (head === undefined) return { ok: false, message: 'The file is empty' }
  const places = placesOf(head)
  const missing = required.filter((column) => !places.has(column))
  if (missing.length > 0) {
    const names = missing.map((column) => `“${columnTitles[column]}”`).join(', ')
    return { ok: false, message: `The first row must name the columns. Add a column ${names}` }
  }
  if (body.length === 0) return { ok: false, message: 'The file has no people below its first row' }
  if (body.length > mostRows) {
    const count = body.length.toLocaleString('en-GB')
    return {
      ok: false,
      message: `The file has ${count} people. The most is 5,000: make two files of it`,
    }
  }
  return { ok: true, rows: body.map((row) => personRow(row, places)) }
}

function placesOf({ cells }: CsvRow): Map<Column, number> {
  const heads = cells.map((cell) => cell.toLowerCase().replace(/[^a-z]/g, ''))
  const found = columns.map((column): [Column, number] => [
    column,
    heads.findIndex((head) => alsoCalled[column].includes(head)),
  ])
  return new Map(found.filter(([, place]) => place >= 0))
}

function personRow({ number, cells }: CsvRow, places: ReadonlyMap<Column, number>): PersonRow {
  const cell = (column: Column) => cells[places.get(column) ?? -1] ?? ''
  return {
    number,
    name: cell('name'),
    email: cell('email'),
    jobTitle: cell('jobTitle'),
    team: cell('team'),
    permissions: cell('permissions'),
    startsOn: cell('startsOn'),
  }
}
