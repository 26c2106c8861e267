/** A file of courses, from its upload to its end. */
import type { CsvRow } from '../../../organisations/invitations/model/read-csv.ts'
import { type CourseField, courseFields } from './read-course.ts'

export const columnTitles: Readonly<Record<CourseField, string>> = {
  title: 'Title',
  about: 'What it is about',
  covers: 'Covers',
  level: 'Level',
  mode: 'How',
  place: 'Place',
  nation: 'Nation',
  hours: 'Hours',
  cost: 'Cost',
  starts: 'Starts on',
  until: 'Last day to ask',
  link: 'Link',
}

const requiredColumns: readonly CourseField[] = [
  'title',
  'covers',
  'mode',
  'nation',
  'hours',
  'cost',
]

export const templateRows: readonly (readonly string[])[] = [
  courseFields.map((field) => columnTitles[field]),
  [
    ...['Reporting what you notice', 'How to tell the right person, and when', '3.9'],
    ...['Entry', 'In person', 'Fernhollow', 'England', '3', 'Free', '', '', ''],
  ],
]

export interface CourseFile {
  readonly id: string
  readonly organisation: string
  readonly edition: string
  readonly head: readonly string[]
  readonly rows: readonly CsvRow[] | undefined
  readonly total: number
  readonly done: number
  readonly imported: number
  readonly startedAt: Date | undefined
  readonly finishedAt: Date | undefined
  readonly cancelledAt: Date | undefined
}

export type CourseFileState = 'preview' | 'importing' | 'finished' | 'cancelled'

export function stateOf(file: CourseFile): CourseFileState {
  if (file.cancelledAt !== undefined) return 'cancelled'
  if (file.finishedAt !== undefined) return 'finished'
  return file.startedAt === undefined ? 'preview' : 'importing'
}

export type Places = Readonly<Partial<Record<CourseField, number>>>

/** Where each column stands in the file, by its title; others are left alone. */
export function placesIn(head: readonly string[]): Places {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^a-z]+/g, ' ')
      .trim()
  const places = courseFields.flatMap((field) => {
    const names = [plain(columnTitles[field]), field]
    const place = head.findIndex((cell) => names.includes(plain(cell)))
    return place < 0 ? [] : [[field, place] as const]
  })
  return Object.fromEntries(places)
}

const mostRows = 20_000

export type ReadFile =
  | { readonly ok: true; readonly head: readonly string[]; readonly rows: readonly CsvRow[] }
  | { readonly ok: false; readonly message: string }

export function readCourseFile(all: readonly CsvRow[]): ReadFile {
  const [head, ...rows] = all
  if (head === undefined) return { ok: false, message: 'The file is empty' }
  const places = placesIn(head.cells)
  const lacking = requiredColumns.filter((field) => places[field] === undefined)
  if (lacking.length > 0) {
    const names = lacking.map((field) => `“${columnTitles[field]}”`).join(', ')
    return { ok: false, message: `The first row must name the columns. It lacks ${names}` }
  }
  if (rows.length === 0) return { ok: false, message: 'The file has nothing below its first row' }
  if (rows.length > mostRows) {
    return { ok: false, message: 'The file must have 20,000 rows or fewer. Make two files of it' }
  }
  return { ok: true, head: head.cells.map((cell) => cell.slice(0, 80)), rows }
}
