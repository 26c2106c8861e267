/** What the two agree on: each change is a new version, and whoever comes later sees the difference. */
import type { Person } from '../../../actor.ts'
import { recordEvent } from '../../../audit/audit-store.ts'
import { asActor } from '../../../database/as-actor.ts'
import { Conflict } from '../../../errors.ts'
import type { Site } from '../../../web/site.ts'
import {
  getAgreedAction,
  insertActionVersion,
  insertAgreedAction,
  listActionsOfSession,
} from '../agreed-actions-store.ts'
import { type ActionFields, compareActions, sessionState } from '../model/session.ts'
import { sideOf } from '../model/supervising.ts'
import { getSession, lockSession, setUnconfirmed } from '../sessions-store.ts'
import { getSupervising } from '../supervising-store.ts'

type Acting = Pick<Site, 'db'>

/** Of one session: more would not be read. */
const mostActions = 30

/** Posting the same form again keeps one. */
export function addAgreedAction(
  { db }: Acting,
  person: Person,
  said: { readonly id: string; readonly sessionId: string; readonly fields: ActionFields },
): Promise<void> {
  const { id, sessionId, fields } = said
  return asActor(db, person, async (db) => {
    await lockSession(db, sessionId)
    const session = await getSession(db, { id: sessionId, personId: person.id })
    const state = sessionState(session, session.plannedOn)
    if (state === 'confirmed' || state === 'closed') {
      throw new Conflict('Nothing can be added to this supervision any more. Plan the next one.')
    }
    const there = await listActionsOfSession(db, { sessionId })
    if (there.some((one) => one.id === id)) return
    if (there.length >= mostActions) {
      throw new Conflict(`There are ${mostActions} actions already. Finish some first.`)
    }
    const { supervisingId } = session
    if (!(await insertAgreedAction(db, { id, supervisingId, sessionId }))) return
    await insertActionVersion(db, { id, version: 1, changedBy: person.id, fields })
    await setUnconfirmed(db, { id: sessionId })
    const of = { about: session.workerId }
    await recordEvent(db, person, 'supervision-action.added', `supervision-action:${id}`, of)
  })
}

export type ActionChanged = 'changed' | 'overtaken'

/** "overtaken": the other side changed it after `version` was read, and it says something else now. */
export function changeAgreedAction(
  { db }: Acting,
  person: Person,
  said: { readonly id: string; readonly version: number; readonly fields: ActionFields },
): Promise<ActionChanged> {
  const { id, fields } = said
  return asActor(db, person, async (db) => {
    const now = await getAgreedAction(db, { id })
    await lockSession(db, now.sessionId)
    const held = await getSupervising(db, { id: now.supervisingId, personId: person.id })
    if (!held.stands && sideOf(held, person.id) !== 'worker')
      throw new Conflict('This supervision has ended, so its actions stay as they are.')
    const latest = await getAgreedAction(db, { id })
    if (compareActions(latest, fields).length === 0) return 'changed'
    if (latest.version !== said.version) return 'overtaken'
    const next = { id, version: latest.version + 1, changedBy: person.id, fields }
    if (!(await insertActionVersion(db, next))) return 'overtaken'
    await setUnconfirmed(db, { id: latest.sessionId })
    const of = { about: held.workerId, version: next.version, state: fields.state }
    await recordEvent(db, person, 'supervision-action.changed', `supervision-action:${id}`, of)
    return 'changed'
  })
}
