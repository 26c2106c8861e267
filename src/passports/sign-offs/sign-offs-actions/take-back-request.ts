import type { Person } from '../../../actor.ts'
import { recordEvent } from '../../../audit/audit-store.ts'
import { asActor } from '../../../database/as-actor.ts'
import type { Database, Transaction } from '../../../database/database.ts'
import { askedWith } from '../../model/asked-together.ts'
import type { SignOffRequest } from '../../model/sign-off-request.ts'
import { getOwnRequest, insertRequestAnswer, listOwnRequests } from '../requests-store.ts'

/**
 * Before it is answered; afterwards nothing changes and the answer stands. Those who were asked at the
 * same time are asked no more either.
 */
export function takeBackRequest(db: Database, actor: Person, id: string): Promise<SignOffRequest> {
  return asActor(db, actor, async (db) => {
    const request = await getOwnRequest(db, { id, holderId: actor.id })
    const asked = await listOwnRequests(db, { holderId: actor.id })
    for (const one of askedWith(request, asked)) {
      await takeBackOne(db, actor, one)
    }
    return request
  })
}

async function takeBackOne(db: Transaction, actor: Person, request: SignOffRequest): Promise<void> {
  const { id: requestId, organisation, holderId: about } = request
  if (!(await insertRequestAnswer(db, { requestId, outcome: 'taken-back' }))) return
  await recordEvent(db, actor, 'sign-off.taken-back', `request:${requestId}`, {
    ...{ organisation, about },
  })
}
