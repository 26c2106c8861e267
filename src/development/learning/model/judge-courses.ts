/** What will become of each row of a file of courses, told before any of it is taken in. */
import type { CsvRow } from '../../../organisations/invitations/model/read-csv.ts'
import { type CourseDraft, keyOfCourse } from './course.ts'
import { placesIn } from './course-file.ts'
import { type CourseRules, type CourseTexts, courseFields, readCourse } from './read-course.ts'

export const rowOutcomes = ['new', 'duplicate', 'problem'] as const
export type RowOutcome = (typeof rowOutcomes)[number]

export interface JudgedRow {
  readonly number: number
  readonly title: string
  readonly covers: string
  readonly outcome: RowOutcome
  /** What to mend, or why it is left as it is. */
  readonly problems: readonly string[]
  readonly draft?: CourseDraft | undefined
}

export function judgeCourses(
  { head, rows }: { readonly head: readonly string[]; readonly rows: readonly CsvRow[] },
  rules: CourseRules & {
    /** `keyOfCourse` of what the provider offers already. */
    readonly known: ReadonlySet<string>
  },
): JudgedRow[] {
  const places = placesIn(head)
  const seen = new Map<string, number>()
  return rows.map(({ number, cells }) => {
    const texts = Object.fromEntries(
      courseFields.map((field) => [field, cells[places[field] ?? -1] ?? '']),
      // Every field was put in.
    ) as CourseTexts
    const shown = { number, title: texts.title.slice(0, 120), covers: texts.covers.slice(0, 80) }
    const read = readCourse(texts, rules)
    if (!read.ok) {
      const problems = read.problems.map(({ message }) => message)
      return { ...shown, outcome: 'problem', problems }
    }
    const key = keyOfCourse(read.draft)
    const first = seen.get(key)
    if (first !== undefined) {
      return { ...shown, outcome: 'duplicate', problems: [`The same stands in row ${first}`] }
    }
    seen.set(key, number)
    if (rules.known.has(key)) return { ...shown, outcome: 'duplicate', problems: [] }
    return { ...shown, outcome: 'new', problems: [], draft: read.draft }
  })
}

export function countOutcomes(rows: readonly JudgedRow[]): Readonly<Record<RowOutcome, number>> {
  const count = (wanted: RowOutcome) => rows.filter(({ outcome }) => outcome === wanted).length
  return { new: count('new'), duplicate: count('duplicate'), problem: count('problem') }
}
