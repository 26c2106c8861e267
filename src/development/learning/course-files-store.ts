/** The SQL of files of courses: kept while somebody looks at them, and while they are taken in. */
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import type { CsvRow } from '../../organisations/invitations/model/read-csv.ts'
import type { CourseDraft } from './model/course.ts'
import type { CourseFile } from './model/course-file.ts'

interface One {
  readonly id: string
  readonly organisation: string
}

export async function insertCourseFile(
  db: Transaction,
  {
    id,
    organisation,
    edition,
    head,
    rows,
  }: One & {
    readonly edition: string
    readonly head: readonly string[]
    readonly rows: readonly CsvRow[]
  },
): Promise<void> {
  await db
    .insertInto('course_file')
    .values({ id, organisation, edition, head: [...head], rows: JSON.stringify(rows) })
    .execute()
}

/** Throws NotFound for another provider's. */
export async function getCourseFile(
  db: Transaction,
  { id, organisation }: One,
): Promise<CourseFile> {
  const row = await db
    .selectFrom('course_file')
    .where('id', '=', id)
    .where('organisation', '=', organisation)
    .select(['id', 'organisation', 'edition', 'head', 'rows', 'total', 'done', 'imported'])
    .select(['started_at', 'finished_at', 'cancelled_at'])
    .executeTakeFirst()
  if (row === undefined) throw new NotFound(`file ${id}`)
  const { rows, started_at, finished_at, cancelled_at, ...file } = row
  return {
    ...{ ...file, rows: rows ?? undefined, startedAt: started_at ?? undefined },
    ...{ finishedAt: finished_at ?? undefined, cancelledAt: cancelled_at ?? undefined },
  }
}

/** False where somebody pressed before. */
export async function setCourseFileStarted(
  db: Transaction,
  started: One & { readonly at: Date; readonly drafts: readonly CourseDraft[] },
): Promise<boolean> {
  const { id, organisation, at, drafts } = started
  const { numUpdatedRows } = await open(db, { id, organisation })
    .where('started_at', 'is', null)
    .set({ drafts: JSON.stringify(drafts), rows: null, started_at: at, total: drafts.length })
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** False where it was over. What was taken in already stays. */
export async function setCourseFileCancelled(
  db: Transaction,
  { id, organisation, at }: One & { readonly at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await open(db, { id, organisation })
    .set({ cancelled_at: at, rows: null, drafts: null })
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** As the job: the next rows, in one statement. True while there are more. */
export async function importCourses(
  db: Transaction,
  { id, most }: { readonly id: string; readonly most: number },
): Promise<boolean> {
  const asked = sql<{ more: boolean }>`select import_courses(${id}, ${most}) as more`
  return (await asked.execute(db)).rows[0]?.more === true
}

/** As the job: whose file it was, and how much of it was taken in. */
export async function findImportedCourses(
  db: Transaction,
  id: string,
): Promise<{ readonly organisation: string; readonly imported: number } | undefined> {
  return db
    .selectFrom('course_file')
    .where('id', '=', id)
    .where('finished_at', 'is not', null)
    .select(['organisation', 'imported'])
    .executeTakeFirst()
}

function open(db: Transaction, { id, organisation }: One) {
  return db
    .updateTable('course_file')
    .where('id', '=', id)
    .where('organisation', '=', organisation)
    .where('finished_at', 'is', null)
    .where('cancelled_at', 'is', null)
}
