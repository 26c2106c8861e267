/** What a provider does to its part of the catalogue. */
import type { Person } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Transaction } from '../../database/database.ts'
import { Conflict } from '../../errors.ts'
import type { Site } from '../../web/site.ts'
import { findCourse, insertCourse, setCourse, setCourseRemoved } from './courses-store.ts'
import type { CourseDraft } from './model/course.ts'
import { getProvider, requireProvider } from './providing.ts'

interface Written {
  readonly id: string
  readonly organisation: string
  readonly edition: string
  readonly draft: CourseDraft
}

/** False where there is one like it already: posting the same form again adds none. */
export function addCourse({ db }: Site, person: Person, course: Written): Promise<boolean> {
  const { id, organisation } = course
  requireProvider(person, organisation)
  return asActor(db, person, async (db) => {
    const { mayIssue } = await getProvider(db, organisation)
    if (!mayIssue) throw new Conflict('Your organisation is not verified yet')
    if (!(await insertCourse(db, course))) return isThere(db, course)
    await recordEvent(db, person, 'course.added', `course:${id}`, { organisation })
    return true
  })
}

/** The same form posted again, and not another course like it. */
async function isThere(db: Transaction, { id, organisation }: Written): Promise<boolean> {
  const course = await findCourse(db, id)
  return course?.organisation === organisation && !course.removed
}

/** False where there is another one like it. Throws NotFound for another provider's. */
export function changeCourse({ db, now }: Site, person: Person, course: Written): Promise<boolean> {
  const { id, organisation } = course
  requireProvider(person, organisation)
  return asActor(db, person, async (db) => {
    if (!(await setCourse(db, { ...course, at: now() }))) return false
    await recordEvent(db, person, 'course.changed', `course:${id}`, { organisation })
    return true
  })
}

/** Pressed twice, it is removed once. */
export function removeCourse(
  { db, now }: Site,
  person: Person,
  course: Pick<Written, 'id' | 'organisation'>,
): Promise<void> {
  const { id, organisation } = course
  requireProvider(person, organisation)
  return asActor(db, person, async (db) => {
    if (!(await setCourseRemoved(db, { ...course, at: now() }))) return
    await recordEvent(db, person, 'course.removed', `course:${id}`, { organisation })
  })
}
