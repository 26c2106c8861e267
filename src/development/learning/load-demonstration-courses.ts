/** What the made-up organisations offer: loaded under DEMO alone, where it is not there yet. */
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { readContent } from '../../content/read-content.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Database } from '../../database/database.ts'
import { addDays, dayOf } from '../../language/days.ts'
import { insertCourse } from './courses-store.ts'
import { courseLevels, courseModes, courseNations } from './model/course.ts'

const file = fileURLToPath(new URL('../../../content/demo/courses.yaml', import.meta.url))
const text = z.string().trim().min(1)
const slug = z.string().regex(/^[a-z0-9-]+$/)

/** How long something is listed that can be started at any time. */
const listedDays = 365

const coursesFile = z.strictObject({
  edition: text,
  courses: z.array(
    z.strictObject({
      ...{ id: z.uuid(), organisation: slug, by: z.uuid(), title: text, summary: text },
      ...{ codes: z.array(text).min(1), level: z.enum(courseLevels), mode: z.enum(courseModes) },
      ...{ place: text.optional(), nation: z.enum(courseNations), minutes: z.int() },
      ...{ pence: z.int(), starts: z.int().optional() },
    }),
  ),
})

export async function loadDemonstrationCourses(db: Database, now: Date): Promise<void> {
  const { edition, courses } = readContent(file, coursesFile).value
  const today = dayOf(now)
  for (const { id, organisation, by, starts, place, ...course } of courses) {
    const startsOn = starts === undefined ? null : addDays(today, starts)
    const days = { starts_on: startsOn, listed_until: startsOn ?? addDays(today, listedDays) }
    const draft = { ...course, ...days, place: place ?? null, link: null }
    const lead = { kind: 'person', id: by, name: 'Learning lead', permissions: [] } as const
    await asActor(db, lead, (db) => insertCourse(db, { id, organisation, edition, draft }))
  }
}
