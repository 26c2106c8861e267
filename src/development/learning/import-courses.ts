/** A file of courses: looked at first, then taken in behind the pages, each row once. */
import { randomUUID } from 'node:crypto'
import type { Person } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Transaction } from '../../database/database.ts'
import { Conflict } from '../../errors.ts'
import type { Work } from '../../jobs/jobs.ts'
import { dayOf } from '../../language/days.ts'
import type { CsvRow } from '../../organisations/invitations/model/read-csv.ts'
import { readId } from '../../web/posted-form.ts'
import type { Site } from '../../web/site.ts'
import {
  findImportedCourses,
  getCourseFile,
  importCourses,
  insertCourseFile,
  setCourseFileCancelled,
  setCourseFileStarted,
} from './course-files-store.ts'
import { listCourseKeys } from './courses-store.ts'
import { type CourseFile, stateOf } from './model/course-file.ts'
import { type JudgedRow, judgeCourses } from './model/judge-courses.ts'
import type { CourseRules } from './model/read-course.ts'
import { getProvider, requireProvider } from './providing.ts'

interface One {
  readonly id: string
  readonly organisation: string
}

/** Keeps the file for a look. Nothing is taken in by it. */
export function keepCourseFile(
  { db }: Site,
  person: Person,
  file: {
    readonly organisation: string
    readonly edition: string
    readonly head: readonly string[]
    readonly rows: readonly CsvRow[]
  },
): Promise<string> {
  requireProvider(person, file.organisation)
  return asActor(db, person, async (db) => {
    const { mayIssue } = await getProvider(db, file.organisation)
    if (!mayIssue) throw new Conflict('Your organisation is not verified yet')
    const id = randomUUID()
    await insertCourseFile(db, { id, ...file })
    return id
  })
}

/** What would become of each row if it were taken in now. */
export async function judgeFile(
  db: Transaction,
  { organisation, head, rows }: CourseFile,
  rules: CourseRules,
): Promise<JudgedRow[]> {
  if (rows === undefined) return []
  const known = await listCourseKeys(db, organisation)
  return judgeCourses({ head, rows }, { ...rules, known })
}

/** Only rows that are right are kept, and a job goes through them. Pressed twice it begins once. */
export function startCourses(
  site: Site,
  person: Person,
  { id, organisation, codes }: One & Pick<CourseRules, 'codes'>,
): Promise<void> {
  requireProvider(person, organisation)
  return asActor(site.db, person, async (db) => {
    const file = await getCourseFile(db, { id, organisation })
    if (stateOf(file) !== 'preview') return
    const judged = await judgeFile(db, file, { codes, today: dayOf(site.now()) })
    const drafts = judged.flatMap(({ draft }) => draft ?? [])
    if (drafts.length === 0) return
    const at = site.now()
    if (!(await setCourseFileStarted(db, { id, organisation, at, drafts }))) return
    await site.jobs.send(db, 'import-courses', { file: id })
    await recordEvent(db, person, 'course-file.started', `course-file:${id}`, {
      ...{ organisation, rows: drafts.length },
    })
  })
}

export function cancelCourses(
  { db, now }: Site,
  person: Person,
  { id, organisation }: One,
): Promise<void> {
  requireProvider(person, organisation)
  return asActor(db, person, async (db) => {
    await getCourseFile(db, { id, organisation })
    if (!(await setCourseFileCancelled(db, { id, organisation, at: now() }))) return
    await recordEvent(db, person, 'course-file.cancelled', `course-file:${id}`, { organisation })
  })
}

/** So many in one transaction, with how far it came: whatever stops it, no row is taken in twice. */
const chunk = 2000

export function importCourseFiles(site: Site): Work {
  return {
    queue: 'import-courses',
    run: async ({ details, actor }) => {
      const id = readId(fileIn(details))
      if (id === undefined) throw new Error('the job names no file')
      while (await asActor(site.db, actor, (db) => importCourses(db, { id, most: chunk })));
      await asActor(site.db, actor, async (db) => {
        const done = await findImportedCourses(db, id)
        // Given up while it went on.
        if (done === undefined) return
        await recordEvent(db, actor, 'course-file.finished', `course-file:${id}`, {
          ...{ organisation: done.organisation, courses: done.imported },
        })
      })
    },
  }
}

function fileIn(details: unknown): string | undefined {
  if (typeof details !== 'object' || details === null || !('file' in details)) return undefined
  return String(details.file)
}
