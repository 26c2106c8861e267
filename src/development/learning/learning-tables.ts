import type { ColumnType } from 'kysely'
import type { CsvRow } from '../../organisations/invitations/model/read-csv.ts'
import type { AskedCourse } from './model/ask.ts'
import type { CourseDraft, CourseLevel, CourseMode, CourseNation } from './model/course.ts'

type Stamp = ColumnType<Date, Date | undefined, never>
type Later<T> = ColumnType<T | null, never, T | null>

export interface LearningTables {
  course: {
    id: string
    organisation: string
    title: string
    summary: string | null
    edition: string
    codes: string[]
    level: CourseLevel
    mode: CourseMode
    place: string | null
    nation: CourseNation
    minutes: number
    pence: number
    starts_on: string | null
    listed_until: string
    link: string | null
    added_at: Stamp
    changed_at: ColumnType<Date, Date | undefined, Date>
    removed_at: Later<Date>
  }
  course_file: {
    id: string
    organisation: string
    made_at: Stamp
    edition: string
    head: string[]
    rows: ColumnType<CsvRow[] | null, string, null>
    drafts: ColumnType<CourseDraft[] | null, never, string | null>
    started_at: Later<Date>
    total: ColumnType<number, never, number>
    done: ColumnType<number, never, never>
    imported: ColumnType<number, never, never>
    finished_at: ColumnType<Date | null, never, never>
    cancelled_at: Later<Date>
  }
  learning_request: {
    id: string
    course_id: string
    holder_id: string
    organisation: string
    shown: ColumnType<AskedCourse, string, never>
    words: string | null
    asked_at: Stamp
    outcome: Later<'approved' | 'declined'>
    reply: Later<string>
    answered_by: Later<string>
    answered_at: Later<Date>
    withdrawn_at: Later<Date>
    attended_on: Later<string>
  }
  learning_wish: {
    id: string
    holder_id: string
    edition: string
    code: string
    area: string
    at: Stamp
  }
}
