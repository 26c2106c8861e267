import { randomUUID } from 'node:crypto'
import type { Person } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Database } from '../../database/database.ts'
import { Conflict } from '../../errors.ts'
import { type AskedOrganisation, mostOpenRequests } from '../model/organisation-request.ts'
import { lockOrganisations } from '../register-store.ts'
import { asSteward } from '../stewards/as-steward.ts'
import {
  getRequest,
  insertRequest,
  insertRequestAnswer,
  listOwnRequests,
} from './requests-store.ts'

/** Asking for the same again changes nothing while the first waits. */
export function askStewards(db: Database, actor: Person, asked: AskedOrganisation): Promise<void> {
  return asActor(db, actor, async (db) => {
    await lockOrganisations(db, [`asked by ${actor.id}`])
    const own = await listOwnRequests(db, { askedBy: actor.id })
    const open = own.filter(({ answer }) => answer === undefined)
    const isSame = (name: string | undefined, organisation: string | undefined) =>
      organisation === asked.organisation &&
      (asked.organisation !== undefined || name === asked.wanted?.name)
    if (open.some(({ wanted, organisation }) => isSame(wanted?.name, organisation))) return
    if (open.length >= mostOpenRequests) {
      throw new Conflict(
        `You have ${mostOpenRequests} requests that wait for a steward. Wait until one is answered.`,
      )
    }
    const id = randomUUID()
    await insertRequest(db, { id, askedBy: actor.id, ...asked })
    await recordEvent(db, actor, 'organisation.asked', `organisation-request:${id}`)
  })
}

/** The person who asked reads the reason. */
export function refuseRequest(
  db: Database,
  actor: Person,
  { id, reason }: { readonly id: string; readonly reason: string },
): Promise<void> {
  return asSteward(db, actor, async (db) => {
    await getRequest(db, id)
    const answer = { requestId: id, answeredBy: actor.id, outcome: 'refused', reason } as const
    if (!(await insertRequestAnswer(db, answer))) {
      throw new Conflict('This request was answered before. Nothing was changed just now.')
    }
    await recordEvent(db, actor, 'organisation.request-refused', `organisation-request:${id}`)
  })
}
