/** That a top-up was done, and taking back one's own slip. */
import type { Person } from '../../../actor.ts'
import { recordEvent } from '../../../audit/audit-store.ts'
import { asActor } from '../../../database/as-actor.ts'
import type { Transaction } from '../../../database/database.ts'
import { Conflict, NotFound } from '../../../errors.ts'
import type { Site } from '../../../web/site.ts'
import { listDecisions } from '../decisions-store.ts'
import { type Decision, latestDecisions } from '../model/recognition-decision.ts'
import { findTopUpDone, type TopUpDone } from '../model/top-up.ts'
import {
  getRecognitionShare,
  lockRecognition,
  type RecognitionShare,
} from '../shared-sets-store.ts'
import { insertTopUp, listTopUps, setTopUpTakenBack } from '../top-ups-store.ts'
import { requireRecogniser } from './may-recognise.ts'

interface OfDecision {
  readonly organisation: string
  readonly shareId: string
  readonly decisionId: string
}

interface AwaitedTopUp {
  readonly share: RecognitionShare
  readonly decision: Decision
  /** Where it was recorded already. */
  readonly done?: TopUpDone | undefined
}

/** Throws NotFound for one's own, another organisation's, and a decision that asks for no top-up now. */
export async function readTopUp(
  db: Transaction,
  person: Person,
  { organisation, shareId, decisionId }: OfDecision,
): Promise<AwaitedTopUp> {
  requireRecogniser(person, organisation)
  const share = await getRecognitionShare(db, { id: shareId, organisation })
  const latest = latestDecisions(await listDecisions(db, { shareId }))
  const decision = [...latest.values()].find(({ id }) => id === decisionId)
  if (share.holderId === person.id || decision?.outcome !== 'accept-with-top-up') {
    throw new NotFound(`top-up of ${decisionId}`)
  }
  return { share, decision, done: findTopUpDone(await listTopUps(db, { shareId }), decision) }
}

/** The same form posted twice records it once. Throws Conflict where somebody else did meanwhile. */
export function recordTopUp(
  { db }: Pick<Site, 'db'>,
  person: Person,
  { id, doneOn, ...of }: OfDecision & { readonly id: string; readonly doneOn: string },
): Promise<void> {
  return asActor(db, person, async (db) => {
    await lockRecognition(db, of.shareId)
    const { share, done } = await readTopUp(db, person, of)
    if (done?.id === id) return
    if (done !== undefined) throw new Conflict('Somebody has recorded already that this was done.')
    const { organisation, decisionId } = of
    const made = { id, decisionId, organisation, doneOn, holderId: share.holderId }
    if (!(await insertTopUp(db, { ...made, recordedBy: person.id }))) {
      throw new Conflict('You recorded this before and took it back. Open it again.')
    }
    const details = { organisation, about: share.holderId, on: doneOn }
    await recordEvent(db, person, 'recognition.top-up-done', `decision:${decisionId}`, details)
  })
}

/** Taking it back twice is taking it back once. Throws NotFound for what somebody else recorded. */
export function takeBackTopUp(
  { db, now }: Pick<Site, 'db' | 'now'>,
  person: Person,
  { id, ...of }: OfDecision & { readonly id: string },
): Promise<void> {
  requireRecogniser(person, of.organisation)
  return asActor(db, person, async (db) => {
    const { organisation, shareId, decisionId } = of
    await lockRecognition(db, shareId)
    const { holderId } = await getRecognitionShare(db, { id: shareId, organisation })
    const own = (await listTopUps(db, { shareId })).find(
      (one) => one.id === id && one.decisionId === decisionId && one.recordedBy === person.id,
    )
    if (own === undefined) throw new NotFound(`top-up ${id}`)
    if (!(await setTopUpTakenBack(db, { id, recordedBy: person.id, at: now() }))) return
    const details = { organisation, about: holderId, on: own.doneOn }
    await recordEvent(
      db,
      person,
      'recognition.top-up-taken-back',
      `decision:${decisionId}`,
      details,
    )
  })
}
