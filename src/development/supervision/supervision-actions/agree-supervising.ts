/** Asking for a supervision, saying yes or no to it, handing it over, and ending it. */
import { hasPermission, type Person } from '../../../actor.ts'
import { recordEvent } from '../../../audit/audit-store.ts'
import { asActor } from '../../../database/as-actor.ts'
import { Conflict, NotFound } from '../../../errors.ts'
import type { Site } from '../../../web/site.ts'
import { sideOf } from '../model/supervising.ts'
import {
  getSupervising,
  getSupervisingToHandOver,
  insertSupervising,
  listAskedFor,
  listSupervisings,
  setEarlierNotesShown,
  setSupervisingAgreed,
  setSupervisingEnded,
} from '../supervising-store.ts'
import { tellOfSupervision } from '../tell-of-supervision.ts'

type Acting = Pick<Site, 'db' | 'jobs'>

export type Asked = 'asked' | 'there-already'

/** By either of the two, or by whoever manages people there. Nobody supervises themselves. */
export function askForSupervision(
  site: Acting,
  person: Person,
  asked: {
    readonly id: string
    readonly workerId: string
    readonly supervisorId: string
    readonly organisation: string
  },
): Promise<Asked> {
  const { id, workerId, supervisorId, organisation } = asked
  const isOne = person.id === workerId || person.id === supervisorId
  if (workerId === supervisorId) throw new Conflict('Nobody can supervise themselves.')
  if (!isOne && !hasPermission(person, 'manage-team', organisation))
    throw new NotFound('a colleague')
  return asActor(site.db, person, async (db) => {
    const made = await insertSupervising(db, { ...asked, askedBy: person.id })
    if (!made) return 'there-already'
    const of = { organisation, about: workerId }
    await recordEvent(db, person, 'supervision.asked', `supervising:${id}`, of)
    for (const personId of [workerId, supervisorId]) {
      await tellOfSupervision(db, site, person, {
        personId,
        news: 'asked',
        page: 'supervising',
        id,
      })
    }
    return 'asked'
  })
}

/** Again, it changes nothing. Throws NotFound for whoever is not one of the two. */
export function agreeToSupervision(site: Acting, person: Person, id: string): Promise<void> {
  return asActor(site.db, person, async (db) => {
    const before = await getSupervising(db, { id, personId: person.id })
    if (!(await setSupervisingAgreed(db, id))) {
      const now = await getSupervising(db, { id, personId: person.id })
      if (now.beganOn !== undefined && now.endedOn === undefined) return
      throw new Conflict('This is no longer open. One of you may have left, or it was taken back.')
    }
    const { workerId: about, organisation } = before
    await recordEvent(db, person, 'supervision.agreed', `supervising:${id}`, {
      organisation,
      about,
    })
    const after = await getSupervising(db, { id, personId: person.id })
    if (after.beganOn === undefined) return
    const handed = after.follows !== undefined
    for (const personId of [after.workerId, after.supervisorId]) {
      const news = handed && personId === after.workerId ? 'taken-over' : 'agreed'
      await tellOfSupervision(db, site, person, { personId, news, page: 'supervising', id })
    }
  })
}

/** Saying no, taking back, objecting and ending are one act: what it was follows from who and when. */
export function endSupervision(site: Acting, person: Person, id: string): Promise<void> {
  return asActor(site.db, person, async (db) => {
    const own = await listSupervisings(db, { personId: person.id })
    const asked = await listAskedFor(db, { personId: person.id })
    const before = [...own, ...asked].find((one) => one.id === id)
    if (before === undefined) throw new NotFound(`supervising ${id}`)
    const ending = await setSupervisingEnded(db, id)
    if (ending === undefined) return
    const of = { organisation: before.organisation, about: before.workerId, ending }
    await recordEvent(db, person, 'supervision.ended', `supervising:${id}`, of)
    for (const personId of [before.workerId, before.supervisorId]) {
      await tellOfSupervision(db, site, person, {
        personId,
        news: 'ended',
        page: 'supervising',
        id,
      })
    }
  })
}

/**
 * To a named colleague, who accepts: the worker is told, and may object. Whoever takes over
 * themselves asks the worker, and nothing opens before they say yes.
 */
export function handOverSupervision(
  site: Acting,
  person: Person,
  handed: { readonly id: string; readonly former: string; readonly supervisorId: string },
): Promise<Asked> {
  const { id, former, supervisorId } = handed
  return asActor(site.db, person, async (db) => {
    const { workerId, organisation } = await getSupervisingToHandOver(db, { id: former })
    if (workerId === supervisorId) throw new Conflict('Nobody can supervise themselves.')
    const asked = { id, workerId, supervisorId, organisation, follows: former }
    if (!(await insertSupervising(db, { ...asked, askedBy: person.id }))) return 'there-already'
    const of = { organisation, about: workerId }
    await recordEvent(db, person, 'supervision.handed-over', `supervising:${id}`, of)
    const page = 'supervising' as const
    const news = supervisorId === person.id ? 'asked' : 'handed-over'
    await tellOfSupervision(db, site, person, { personId: supervisorId, news: 'asked', page, id })
    await tellOfSupervision(db, site, person, { personId: workerId, news, page, id })
    return 'asked'
  })
}

/** The worker decides whether whoever took over reads what was written before. */
export function showEarlierNotes(
  { db }: Acting,
  person: Person,
  { id, shown }: { readonly id: string; readonly shown: boolean },
): Promise<void> {
  return asActor(db, person, async (db) => {
    const held = await getSupervising(db, { id, personId: person.id })
    if (sideOf(held, person.id) !== 'worker') throw new NotFound(`supervising ${id}`)
    if (!(await setEarlierNotesShown(db, { id, shown }))) throw new NotFound(`supervising ${id}`)
    await recordEvent(db, person, 'supervision.notes-shown', `supervising:${id}`, { shown })
  })
}
