/** What will become of each row of a file of training, told before anything is taken in. */
import { addYears } from '../../../language/days.ts'
import { findPatientData } from '../../../language/find-patient-data.ts'
import { type Bringer, isSameName } from './compare-subject.ts'
import { readDayWritten } from './read-day-written.ts'
import type { Column, Mapping, StoredRow, TrainingDraft } from './training-file.ts'

export const rowOutcomes = ['new', 'duplicate', 'problem', 'no-room', 'not-yours'] as const
export type RowOutcome = (typeof rowOutcomes)[number]

export interface JudgedRow {
  readonly number: number
  /** As the file has them, to be found again there. */
  readonly title: string
  readonly from: string
  readonly outcome: RowOutcome
  /** What to mend. */
  readonly problems: readonly string[]
  /** Only of a row that will be taken in. */
  readonly draft?: TrainingDraft | undefined
}

export interface TrainingRules {
  readonly mapping: Mapping
  readonly bringer: Bringer
  /** YYYY-MM-DD */
  readonly today: string
  /** `keyOfTraining` of what is in the passport. */
  readonly known: ReadonlySet<string>
  /** How many more entries the passport holds. */
  readonly room: number
}

/** What is the same training on the same day. */
export function keyOfTraining(title: string, from: string | undefined): string {
  return `${title.toLowerCase()}\n${from ?? ''}`
}

export function judgeTraining(rows: readonly StoredRow[], rules: TrainingRules): JudgedRow[] {
  const seen = new Map<string, number>()
  return fitTo(
    rules.room,
    rows.map((row) => judge(row, { ...rules, seen })),
  )
}

/** The first rows go in, as far as there is room. */
function fitTo(room: number, judged: readonly JudgedRow[]): JudgedRow[] {
  let left = room
  return judged.map((row) => {
    if (row.outcome !== 'new') return row
    left -= 1
    if (left >= 0) return row
    return { ...row, outcome: 'no-room', problems: [full], draft: undefined }
  })
}

const full = 'Your passport is full. Take out entries that you do not need first'

type Judging = TrainingRules & { readonly seen: Map<string, number> }

function judge(row: StoredRow, judging: Judging): JudgedRow {
  const cell = (column: Column) => row.cells[judging.mapping.places[column] ?? -1] ?? ''
  const shown = {
    number: row.number,
    title: cell('title').slice(0, 200),
    from: cell('from').slice(0, 40),
  }
  const stranger = strangerIn(cell, judging.bringer)
  if (stranger !== undefined) return { ...shown, outcome: 'not-yours', problems: [stranger] }
  const checked = checkRow(cell, judging)
  if (!checked.ok) return { ...shown, outcome: 'problem', problems: checked.problems }
  const { draft } = checked
  const key = keyOfTraining(draft.title, draft.from_on)
  const first = judging.seen.get(key)
  if (first !== undefined) {
    return { ...shown, outcome: 'duplicate', problems: [`The same stands in row ${first}`] }
  }
  judging.seen.set(key, row.number)
  if (judging.known.has(key)) return { ...shown, outcome: 'duplicate', problems: [] }
  return { ...shown, outcome: 'new', problems: [], draft }
}

type Cell = (column: Column) => string

/** A row that says whose it is, and is nobody's that we know to be them. The name is not repeated. */
function strangerIn(cell: Cell, { name, emails }: Bringer): string | undefined {
  const [named, email] = [cell('name'), cell('email')]
  if (named === '' && email === '') return undefined
  if (email !== '' && emails.includes(email.toLowerCase())) return undefined
  if (named !== '' && isSameName(named, name)) return undefined
  return 'This row is for somebody else. You can bring your own training only'
}

type Checked =
  | { readonly ok: true; readonly draft: TrainingDraft }
  | { readonly ok: false; readonly problems: readonly string[] }

function checkRow(cell: Cell, rules: TrainingRules): Checked {
  const title = cell('title')
  const from = readFrom(cell('from'), rules)
  const until = readUntil(cell('validUntil'), rules)
  const problems = [
    ...titleProblems(title),
    ...statusProblems(cell('status')),
    ...from.problems,
    ...until.problems,
    ...orderProblems(from.day, until.day),
  ]
  if (problems.length > 0 || from.day === undefined) return { ok: false, problems }
  const provider = cell('provider').slice(0, longestProvider)
  const facts = { ...(provider === '' ? {} : { provider: asWords(provider) }), source: 'file' }
  const valid_until = until.day ?? null
  return { ok: true, draft: { title, from_on: from.day, valid_until, facts } }
}

const longestTitle = 200
const longestProvider = 120
const formula = /^[=+\-@＝＋－＠]/

function titleProblems(title: string): string[] {
  if (!/\p{L}/u.test(title)) return ['Enter what the training was called']
  if (formula.test(title)) return ['The title begins like a formula. Write it in plain words']
  if (title.length > longestTitle) return [`The title must be ${longestTitle} characters or fewer`]
  return findPatientData(title, 'title').map(({ message }) => message)
}

/** Kept as text; a sign that a spreadsheet takes for a formula goes. */
function asWords(text: string): string {
  return text.replace(/^[=+\-@＝＋－＠\s]+/, '')
}

function statusProblems(status: string): string[] {
  const notDone =
    /\b(not|never|incomplete|in progress|started|failed|fail|enrol\w*|booked|cancelled|withdrawn|did not attend|dna)\b/i
  return notDone.test(status) ? ['The file says that it is not finished. Bring it when it is'] : []
}

interface ReadDate {
  readonly day?: string | undefined
  readonly problems: readonly string[]
}

const earliest = '1900-01-01'
const furthest = 50

function readFrom(written: string, { mapping, today }: TrainingRules): ReadDate {
  if (written === '') return { problems: ['Enter the day you finished it'] }
  const day = readDayWritten(written, mapping.dayOrder)
  if (day === undefined) return { problems: [noDay(written)] }
  if (day > today) return { day, problems: ['The day you finished it is in the future'] }
  if (day < earliest) return { day, problems: ['The day you finished it is before 1900'] }
  return { day, problems: [] }
}

function readUntil(written: string, { mapping, today }: TrainingRules): ReadDate {
  if (written === '' || /^(n\/?a|none|never|no expiry|-)$/i.test(written)) return { problems: [] }
  const day = readDayWritten(written, mapping.dayOrder)
  if (day === undefined) return { problems: [noDay(written)] }
  if (day > addYears(today, furthest)) {
    return { day, problems: ['The day to refresh it by is more than 50 years away'] }
  }
  return { day, problems: [] }
}

function orderProblems(from: string | undefined, until: string | undefined): string[] {
  if (from === undefined || until === undefined || from <= until) return []
  return ['The day to refresh it by is before the day you finished it']
}

function noDay(written: string): string {
  return `“${written.slice(0, 40)}” is no day of the calendar. Write it like 31/1/2026`
}

export function countOutcomes(rows: readonly JudgedRow[]): Readonly<Record<RowOutcome, number>> {
  const count = (wanted: RowOutcome) => rows.filter(({ outcome }) => outcome === wanted).length
  return {
    new: count('new'),
    duplicate: count('duplicate'),
    problem: count('problem'),
    'no-room': count('no-room'),
    'not-yours': count('not-yours'),
  }
}
