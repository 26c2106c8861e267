/** The SQL of the catalogue. It is public: reading it needs nobody to be signed in. */
import { type SqlBool, sql } from 'kysely'
import type { Database, Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import type { Course, CourseDraft, CourseMode, CourseNation } from './model/course.ts'
import { keyOfCourse } from './model/course.ts'

type Db = Database | Transaction

export interface CourseSearch {
  /** Any of these is covered. Undefined: whatever it covers. */
  readonly codes?: readonly string[] | undefined
  readonly mode?: CourseMode | undefined
  readonly nation?: CourseNation | undefined
  readonly place?: string | undefined
  readonly mostMinutes?: number | undefined
  readonly mostPence?: number | undefined
  /** From 1. */
  readonly page: number
}

export interface FoundCourses {
  readonly courses: readonly Course[]
  readonly count: number
}

export const coursesOnPage = 20

/** Those that cover most of what is asked for first, and then the soonest. */
export async function findCourses(
  db: Db,
  { page, ...search }: CourseSearch,
  today: string,
): Promise<FoundCourses> {
  const wanted = sql<string[]>`${search.codes === undefined ? [] : [...search.codes]}::text[]`
  const ranked = listed(db, search, today)
    .select(['course.id', 'course.starts_on', 'course.title'])
    .select(
      sql<number>`(select count(*) from unnest(codes) code where code = any (${wanted}))`.as(
        'covered',
      ),
    )
    .select(sql<string>`count(*) over ()`.as('found'))
    .orderBy('covered', 'desc')
    .orderBy(sql`starts_on nulls last`)
    .orderBy('title')
    .orderBy('id')
    .limit(coursesOnPage)
    .offset((page - 1) * coursesOnPage)
  // The words of a course are read for one page, and not for all that are ranked.
  const rows = await courses(db)
    .innerJoin(ranked.as('ranked'), 'ranked.id', 'course.id')
    .select('ranked.found')
    .orderBy('ranked.covered', 'desc')
    .orderBy(sql`course.starts_on nulls last`)
    .orderBy('course.title')
    .orderBy('course.id')
    .execute()
  return { courses: rows.map(toCourse), count: Number(rows[0]?.found ?? 0) }
}

function listed(db: Db, search: Omit<CourseSearch, 'page'>, today: string) {
  const { codes, mode, nation, place, mostMinutes, mostPence } = search
  let query = db
    .selectFrom('course')
    .innerJoin('organisation as provider', 'provider.slug', 'course.organisation')
    .where('course.removed_at', 'is', null)
    .where('course.listed_until', '>=', today)
    .where(sql<SqlBool>`(course.starts_on is null or course.starts_on >= ${today})`)
    .where(sql<SqlBool>`(provider.ended_on is null or provider.ended_on > ${today})`)
  if (codes !== undefined) query = query.where(sql<SqlBool>`course.codes && ${[...codes]}::text[]`)
  if (mode !== undefined) query = query.where('course.mode', '=', mode)
  // What is for anybody in the UK is for every nation.
  if (nation !== undefined) query = query.where('course.nation', 'in', [nation, 'united-kingdom'])
  if (mostMinutes !== undefined) query = query.where('course.minutes', '<=', mostMinutes)
  if (mostPence !== undefined) query = query.where('course.pence', '<=', mostPence)
  if (place === undefined) return query
  // What is online is near everybody.
  const like = `%${place.replace(/[\\%_]/g, '\\$&')}%`
  return query.where(sql<SqlBool>`(course.mode = 'online' or course.place ilike ${like})`)
}

/** Also one that is no longer listed. */
export async function findCourse(db: Db, id: string): Promise<Course | undefined> {
  const row = await courses(db).where('course.id', '=', id).executeTakeFirst()
  return row && toCourse(row)
}

/** Also one that is no longer listed. Throws NotFound. */
export async function getCourse(db: Db, id: string): Promise<Course> {
  const course = await findCourse(db, id)
  if (course === undefined) throw new NotFound(`course ${id}`)
  return course
}

/** Throws NotFound for another provider's, and for one that was removed. */
export async function getOwnCourse(
  db: Db,
  { id, organisation }: { readonly id: string; readonly organisation: string },
): Promise<Course> {
  const course = await getCourse(db, id)
  if (course.organisation !== organisation || course.removed) throw new NotFound(`course ${id}`)
  return course
}

/** All that a provider offers, also what is over. The latest first. */
export async function listCourses(db: Db, organisation: string, most: number): Promise<Course[]> {
  const rows = await courses(db)
    .where('course.organisation', '=', organisation)
    .where('course.removed_at', 'is', null)
    .orderBy('course.listed_until', 'desc')
    .orderBy('course.title')
    .limit(most)
    .execute()
  return rows.map(toCourse)
}

/** By `keyOfCourse`: what a row of a file may repeat. */
export async function listCourseKeys(db: Db, organisation: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('course')
    .where('organisation', '=', organisation)
    .where('removed_at', 'is', null)
    .select(['title', 'mode', 'place', 'starts_on'])
    .execute()
  return new Set(rows.map(keyOfCourse))
}

interface Written {
  readonly id: string
  readonly organisation: string
  readonly edition: string
  readonly draft: CourseDraft
}

/** False where there is one like it already. */
export async function insertCourse(
  db: Transaction,
  { id, organisation, edition, draft }: Written,
): Promise<boolean> {
  const made = await db
    .insertInto('course')
    .values({ id, organisation, edition, ...draft, codes: [...draft.codes] })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

/** False where there is another one like it. Throws NotFound where it is another provider's, or was removed. */
export async function setCourse(
  db: Transaction,
  { id, organisation, edition, draft, at }: Written & { readonly at: Date },
): Promise<boolean> {
  await getOwnCourse(db, { id, organisation })
  const { numUpdatedRows } = await db
    .updateTable('course')
    .where('id', '=', id)
    .where('organisation', '=', organisation)
    .where('removed_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('course as other')
            .where('other.organisation', '=', organisation)
            .where('other.id', '<>', id)
            .where('other.removed_at', 'is', null)
            .where(sql<string>`lower(other.title)`, '=', draft.title.toLowerCase())
            .where('other.mode', '=', draft.mode)
            .where(sql<SqlBool>`lower(coalesce(other.place, '')) = lower(${draft.place ?? ''})`)
            .where(sql<SqlBool>`other.starts_on is not distinct from ${draft.starts_on}::date`)
            .select('other.id'),
        ),
      ),
    )
    .set({ edition, ...draft, codes: [...draft.codes], changed_at: at })
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** False where it was removed before. */
export async function setCourseRemoved(
  db: Transaction,
  {
    id,
    organisation,
    at,
  }: { readonly id: string; readonly organisation: string; readonly at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('course')
    .where('id', '=', id)
    .where('organisation', '=', organisation)
    .where('removed_at', 'is', null)
    .set({ removed_at: at })
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

function courses(db: Db) {
  return db
    .selectFrom('course')
    .innerJoin('organisation as provider', 'provider.slug', 'course.organisation')
    .select(['course.id', 'course.organisation', 'provider.name as provider', 'course.edition'])
    .select(['course.title', 'course.summary', 'course.codes', 'course.level', 'course.mode'])
    .select(['course.place', 'course.nation', 'course.minutes', 'course.pence', 'course.link'])
    .select(['course.starts_on', 'course.listed_until', 'course.removed_at'])
}

type Row = Awaited<ReturnType<ReturnType<typeof courses>['executeTakeFirstOrThrow']>>

function toCourse({ removed_at, ...row }: Row & { readonly found?: string }): Course {
  const { found: _, ...course } = row
  return { ...course, removed: removed_at !== null }
}
