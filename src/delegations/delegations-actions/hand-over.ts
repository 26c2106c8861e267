/** A delegation goes to another registrant, who takes it over or does not. */
import { randomUUID } from 'node:crypto'
import type { Person } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import { asActor } from '../../database/as-actor.ts'
import { Conflict, NotFound } from '../../errors.ts'
import type { Site } from '../../web/site.ts'
import { getDelegation, lockDelegation } from '../delegations-store.ts'
import { answerHandover, askHandover, listHandoversTo } from '../handovers-store.ts'
import { readDelegator } from './ask-worker.ts'
import { tellOthers } from './tell-others.ts'

/** By its delegator, or by a manager where there is none any more. Throws Conflict for whom it cannot go to. */
export function askToTakeOver(
  site: Site,
  actor: Person,
  { id, toId }: { readonly id: string; readonly toId: string },
): Promise<void> {
  return asActor(site.db, actor, async (db) => {
    await lockDelegation(db, id)
    const handover = randomUUID()
    if (!(await askHandover(db, { id: handover, delegationId: id, toId }))) {
      throw new Conflict('It cannot go to them now, or somebody was asked already.')
    }
    await recordEvent(db, actor, 'delegation.handed-over', `handover:${handover}`, {
      about: actor.id,
    })
    await tellOthers(db, site, { delegationId: id, kind: 'take-over', parts: ['next'] })
  })
}

/** Throws NotFound where it is not theirs to answer. */
export function answerTakeOver(
  site: Site,
  actor: Person,
  { id, takes }: { readonly id: string; readonly takes: boolean },
): Promise<void> {
  return asActor(site.db, actor, async (db) => {
    await lockDelegation(db, id)
    const waiting = (await listHandoversTo(db, { personId: actor.id })).find(
      ({ delegationId }) => delegationId === id,
    )
    if (waiting === undefined) throw new NotFound(`handover of ${id}`)
    const { delegator } = await getDelegation(db, id)
    const shown = takes ? await readDelegator(db, actor, delegator.organisation) : undefined
    const { id: _, organisation: __, ...taken } = shown ?? { id: '', organisation: '', name: '' }
    const answered = await answerHandover(db, { id: waiting.id, taken: shown && taken })
    if (!answered) throw new Conflict('This was answered already, or the task has ended.')
    const { worker } = takes ? await getDelegation(db, id) : { worker: undefined }
    const details = { about: worker?.id ?? actor.id }
    await recordEvent(db, actor, 'delegation.taken-over', `delegation:${id}`, details)
    if (takes) await tellOthers(db, site, { delegationId: id, kind: 'changed', parts: ['worker'] })
  })
}
