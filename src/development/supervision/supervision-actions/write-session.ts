/** Planning a session, its agenda, writing it up, and confirming it. */
import { randomUUID } from 'node:crypto'
import type { Person } from '../../../actor.ts'
import { recordEvent } from '../../../audit/audit-store.ts'
import { asActor } from '../../../database/as-actor.ts'
import type { Transaction } from '../../../database/database.ts'
import { Conflict, NotFound } from '../../../errors.ts'
import type { Site } from '../../../web/site.ts'
import { listActionsOfSession } from '../agreed-actions-store.ts'
import { type AgendaPoint, contentOf, type Session, sessionState } from '../model/session.ts'
import { type Side, sideOf } from '../model/supervising.ts'
import {
  getSession,
  insertAgenda,
  insertCorrection,
  insertNote,
  insertReflection,
  insertSession,
  listAgenda,
  listNotes,
  lockSession,
  removeAgenda,
  setConfirmed,
  setHeld,
  setPlannedOn,
  setUnconfirmed,
} from '../sessions-store.ts'
import { getSupervising } from '../supervising-store.ts'
import { tellOfSupervision } from '../tell-of-supervision.ts'

type Acting = Pick<Site, 'db' | 'jobs'>

const overForAll =
  'You have both confirmed this supervision. Add a correction in place of a change.'
const overForBoth = 'This supervision has ended, so nothing can be added to it.'

export function planSession(
  { db }: Acting,
  person: Person,
  plan: { readonly id: string; readonly supervisingId: string; readonly plannedOn: string },
): Promise<void> {
  return asActor(db, person, async (db) => {
    const held = await getSupervising(db, { id: plan.supervisingId, personId: person.id })
    if (!held.stands) throw new Conflict(overForBoth)
    const { id, plannedOn } = plan
    if (!(await insertSession(db, { id, supervising: held, plannedOn, madeBy: person.id }))) return
    const of = { about: held.workerId, on: plannedOn }
    await recordEvent(db, person, 'supervision-session.planned', `supervision-session:${id}`, of)
  })
}

/** The session of one who takes part, locked, while it can still be written. */
async function openSession(
  db: Transaction,
  person: Person,
  id: string,
): Promise<{ readonly session: Session; readonly side: Side }> {
  sideIn(await getSession(db, { id, personId: person.id }), person)
  await lockSession(db, id)
  const session = await getSession(db, { id, personId: person.id })
  const state = sessionState(session, session.plannedOn)
  if (state === 'confirmed') throw new Conflict(overForAll)
  if (state === 'closed') throw new Conflict(overForBoth)
  return { session, side: sideIn(session, person) }
}

function sideIn(session: Session, person: Person): Side {
  const side = sideOf(session, person.id)
  if (side === undefined) throw new NotFound(`supervision session ${session.id}`)
  return side
}

/** For whatever reason: none is asked, and none is kept. */
export function moveSession(
  { db }: Acting,
  person: Person,
  { id, plannedOn }: { readonly id: string; readonly plannedOn: string },
): Promise<void> {
  return asActor(db, person, async (db) => {
    const { session } = await openSession(db, person, id)
    await setPlannedOn(db, { id, plannedOn })
    const of = { about: session.workerId, on: plannedOn }
    await recordEvent(db, person, 'supervision-session.moved', `supervision-session:${id}`, of)
  })
}

/** What one side wants on it now; what the other put there stays. */
export function changeAgenda(
  { db }: Acting,
  person: Person,
  {
    id,
    points,
    shown,
    words,
  }: {
    readonly id: string
    readonly points: readonly Omit<AgendaPoint, 'addedBy'>[]
    readonly shown: readonly string[]
    readonly words: string
  },
): Promise<void> {
  return asActor(db, person, async (db) => {
    const { session } = await openSession(db, person, id)
    const before = await listAgenda(db, { sessionId: id })
    const wanted = new Set(points.map(({ key }) => key))
    const own = before.filter(({ addedBy }) => addedBy === person.id)
    const gone = own.filter(({ key }) => shown.includes(key) && !wanted.has(key))
    const known = new Set(before.map(({ key }) => key))
    // Sent twice, the same words stand there once.
    const isNew = words !== '' && !own.some((one) => one.words === words)
    const added = [
      ...points.filter(({ key }) => !known.has(key)),
      ...(isNew ? [{ key: `words:${randomUUID()}`, words }] : []),
    ]
    if (gone.length === 0 && added.length === 0) return
    const keys = gone.map(({ key }) => key)
    await removeAgenda(db, { sessionId: id, keys, addedBy: person.id })
    const mine = added.map((point) => ({ ...point, addedBy: person.id }))
    await insertAgenda(db, { sessionId: id }, mine)
    await setUnconfirmed(db, { id })
    const of = { about: session.workerId, points: points.length }
    await recordEvent(
      ...([db, person, 'supervision-session.agenda-changed'] as const),
      ...([`supervision-session:${id}`, of] as const),
    )
  })
}

export interface SessionWritten {
  readonly id: string
  readonly happenedOn: string
  readonly minutes: number
  /** When it was and how long, as the page showed it: "" where nobody had said. */
  readonly seen: string
  readonly note: string
  /** The version of one's own note that the page showed; 0 where there was none. */
  readonly noteVersion: number
}

export type Written =
  | { readonly outcome: 'written' }
  /** Somebody changed the same thing meanwhile; nothing was saved. */
  | { readonly outcome: 'overtaken'; readonly what: 'held' | 'note' }

export function seenOf({ happenedOn, minutes }: Pick<Session, 'happenedOn' | 'minutes'>): string {
  return happenedOn === undefined ? '' : `${happenedOn} ${minutes}`
}

/** One's own note, and what both say: when and how long. */
export function writeSession(site: Acting, person: Person, said: SessionWritten): Promise<Written> {
  const { id, happenedOn, minutes } = said
  return asActor(site.db, person, async (db) => {
    const { session } = await openSession(db, person, id)
    const now = seenOf({ happenedOn, minutes })
    const held = seenOf(session)
    if (held !== said.seen && held !== now) return { outcome: 'overtaken', what: 'held' }
    const own = (await listNotes(db, { sessionId: id })).find((one) => one.authorId === person.id)
    const changed = (own?.words ?? '') !== said.note
    const version = own?.version ?? 0
    if (changed && version !== said.noteVersion) return { outcome: 'overtaken', what: 'note' }
    if (held === now && !changed) return { outcome: 'written' }
    await setUnconfirmed(db, { id })
    if (held !== now) await setHeld(db, { id, happenedOn, minutes })
    if (changed) await writeNote(db, { id, person, version: version + 1, words: said.note })
    const of = { about: session.workerId, on: happenedOn, minutes }
    await recordEvent(db, person, 'supervision-session.written', `supervision-session:${id}`, of)
    return { outcome: 'written' }
  })
}

async function writeNote(
  db: Transaction,
  note: {
    readonly id: string
    readonly person: Person
    readonly version: number
    readonly words: string
  },
): Promise<void> {
  const { id, person, version, words } = note
  if (!(await insertNote(db, { sessionId: id, authorId: person.id, version, words }))) {
    throw new Error(`note ${version} of session ${id} is there, and the session was locked`)
  }
}

/** "changed": what the page showed is no longer what it says, so that nothing was confirmed. */
export function confirmSession(
  site: Acting,
  person: Person,
  { id, seen }: { readonly id: string; readonly seen: string },
): Promise<'confirmed' | 'changed'> {
  return asActor(site.db, person, async (db) => {
    const before = await getSession(db, { id, personId: person.id })
    if (before.confirmed[sideIn(before, person)]) return 'confirmed'
    const { session, side } = await openSession(db, person, id)
    if (session.happenedOn === undefined) {
      throw new Conflict('Say when you met and for how long before you confirm.')
    }
    if ((await readContent(db, session)) !== seen) return 'changed'
    await setConfirmed(db, { id, side })
    const of = { about: session.workerId }
    await recordEvent(db, person, 'supervision-session.confirmed', `supervision-session:${id}`, of)
    const personId = side === 'worker' ? session.supervisorId : session.workerId
    const over = session.confirmed[side === 'worker' ? 'supervisor' : 'worker']
    if (!over) {
      await tellOfSupervision(db, site, person, {
        personId,
        news: 'your-turn',
        page: 'session',
        id,
      })
    }
    return 'confirmed'
  })
}

/** What both confirm, in one text that the page carries along. */
export async function readContent(db: Transaction, session: Session): Promise<string> {
  const of = { sessionId: session.id }
  return contentOf({
    session,
    agenda: await listAgenda(db, of),
    notes: await listNotes(db, of),
    actions: await listActionsOfSession(db, of),
  })
}

export function correctSession(
  { db }: Acting,
  person: Person,
  said: { readonly id: string; readonly correction: string; readonly words: string },
): Promise<void> {
  const { id, correction, words } = said
  return asActor(db, person, async (db) => {
    const session = await getSession(db, { id, personId: person.id })
    if (sessionState(session, session.plannedOn) !== 'confirmed') {
      throw new Conflict('You can still change this supervision itself.')
    }
    await insertCorrection(db, { sessionId: id, id: correction, authorId: person.id, words })
    const of = { about: session.workerId }
    await recordEvent(db, person, 'supervision-session.corrected', `supervision-session:${id}`, of)
  })
}

export function reflectOnSession(
  { db }: Acting,
  person: Person,
  said: { readonly id: string; readonly reflection: string; readonly words: string },
): Promise<void> {
  const { id, reflection, words } = said
  return asActor(db, person, async (db) => {
    await getSession(db, { id, personId: person.id })
    await insertReflection(db, { id: reflection, sessionId: id, personId: person.id, words })
    const of = { about: person.id }
    await recordEvent(db, person, 'supervision-session.reflected', `supervision-session:${id}`, of)
  })
}
