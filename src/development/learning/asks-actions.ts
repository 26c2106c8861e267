/** Asking for a course, answering, taking it back, being there, and filing it in the passport. */
import { hasPermission, type Person } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Transaction } from '../../database/database.ts'
import { Conflict, NotFound } from '../../errors.ts'
import { dayOf } from '../../language/days.ts'
import { listOwnJobs } from '../../organisations/memberships/own-jobs-store.ts'
import { addEntry, type Kept } from '../../passports/entries/entries-actions.ts'
import type { Site } from '../../web/site.ts'
import {
  getAskTo,
  getOwnAsk,
  insertAsk,
  setAnswered,
  setAttended,
  setWithdrawn,
} from './asks-store.ts'
import { getCourse } from './courses-store.ts'
import { type AskedCourse, type LearningAsk, stateOfAsk } from './model/ask.ts'
import { type Course, costInWords, hoursInWords, isListed } from './model/course.ts'
import type { Workplace } from './model/entered.ts'

export async function listWorkplaces(
  db: Transaction,
  { personId, today }: { readonly personId: string; readonly today: string },
): Promise<Workplace[]> {
  const jobs = await listOwnJobs(db, { personId })
  const now = jobs.filter(({ from, to }) => from <= today && (to === undefined || to >= today))
  const places = new Map(now.map((job) => [job.organisation, job.organisationName]))
  return [...places].map(([slug, name]) => ({ slug, name }))
}

/** Asked for already, it is asked for once. Throws Conflict where it is no longer offered. */
export function askForCourse(
  { db, now }: Site,
  person: Person,
  ask: {
    readonly id: string
    readonly courseId: string
    readonly organisation: string
    readonly words: string | undefined
  },
): Promise<void> {
  const { id, courseId, organisation, words } = ask
  return asActor(db, person, async (db) => {
    const today = dayOf(now())
    const places = await listWorkplaces(db, { personId: person.id, today })
    if (!places.some(({ slug }) => slug === organisation)) throw new NotFound('that workplace')
    const course = await getCourse(db, courseId)
    if (!isListed(course, today)) throw new Conflict('This course can no longer be asked for')
    const shown = shownOf(course)
    const holderId = person.id
    if (!(await insertAsk(db, { id, courseId, holderId, organisation, shown, words }))) return
    await recordEvent(db, person, 'learning.asked', `learning:${id}`, {
      ...{ organisation, about: holderId, course: courseId },
    })
  })
}

function shownOf(course: Course): AskedCourse {
  const { title, provider, edition, codes, minutes, pence, starts_on } = course
  return {
    ...{ title, provider, edition, codes, cost: costInWords(pence), hours: hoursInWords(minutes) },
    startsOn: starts_on ?? undefined,
  }
}

/** Of two who answer at once, and of one who answers while it is taken back, one is told so. */
export function answerAsk(
  { db, now }: Site,
  person: Person,
  answer: {
    readonly id: string
    readonly outcome: 'approved' | 'declined'
    readonly reply: string | undefined
  },
): Promise<void> {
  const { id, outcome, reply } = answer
  return asActor(db, person, async (db) => {
    const { organisation, holderId } = await getAskTo(db, { id, organisations: managedBy(person) })
    if (holderId === person.id) throw new NotFound(`request ${id}`)
    const answered = await setAnswered(db, {
      ...{ id, organisation, outcome, reply, answeredBy: person.id, at: now() },
    })
    if (!answered) throw new Conflict('This was answered or taken back already')
    await recordEvent(db, person, `learning.${outcome}`, `learning:${id}`, {
      ...{ organisation, about: holderId },
    })
  })
}

/** Where somebody manages people, and so answers what they ask for. */
export function managedBy(person: Person): string[] {
  const held = person.permissions.map(({ organisation }) => organisation)
  return [...new Set(held)].filter((slug) => hasPermission(person, 'manage-team', slug))
}

/** Pressed twice, it is taken back once. */
export function withdrawAsk({ db, now }: Site, person: Person, id: string): Promise<void> {
  const holderId = person.id
  return asActor(db, person, async (db) => {
    const ask = await getOwnAsk(db, { id, holderId })
    if (stateOfAsk(ask) === 'withdrawn') return
    if (!(await setWithdrawn(db, { id, holderId, at: now() }))) {
      throw new Conflict('This is over and cannot be taken back')
    }
    await recordEvent(db, person, 'learning.withdrawn', `learning:${id}`, {
      ...{ organisation: ask.organisation, about: holderId },
    })
  })
}

/** Pressed twice, it is said once. Throws Conflict where nobody has said yes. */
export function attendCourse(
  { db }: Site,
  person: Person,
  { id, on }: { readonly id: string; readonly on: string },
): Promise<void> {
  const holderId = person.id
  return asActor(db, person, async (db) => {
    const ask = await getOwnAsk(db, { id, holderId })
    if (stateOfAsk(ask) === 'attended') return
    if (!(await setAttended(db, { id, holderId, on }))) {
      throw new Conflict('Your manager has not said yes to this')
    }
    await recordEvent(db, person, 'learning.attended', `learning:${id}`, {
      ...{ organisation: ask.organisation, about: holderId },
    })
  })
}

/** An entry like any other, which its holder changes and takes out as any other. Its id is the request's: filed once. */
export async function fileInPassport({ db }: Site, person: Person, id: string): Promise<Kept> {
  const holderId = person.id
  const ask = await asActor(db, person, (db) => getOwnAsk(db, { id, holderId }))
  if (ask.attendedOn === undefined) throw new Conflict('Say first that you were there')
  return addEntry(db, person, { id, draft: entryOf(ask, ask.attendedOn), again: true })
}

function entryOf({ shown }: LearningAsk, attendedOn: string) {
  const { title, provider, edition, codes } = shown
  const facts = { subject: 'other', provider, refresh: 'not-known' }
  return {
    kind: 'training',
    title,
    from: attendedOn,
    private: false,
    edition,
    codes,
    facts,
  } as const
}
