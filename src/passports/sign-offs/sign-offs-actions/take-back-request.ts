import type { Person } from '../../../actor.ts'
import { recordEvent } from '../../../audit/audit-store.ts'
import { asActor } from '../../../database/as-actor.ts'
import type { Database } from '../../../database/database.ts'
import type { SignOffRequest } from '../../model/sign-off-request.ts'
import { getOwnRequest, insertRequestAnswer } from '../requests-store.ts'

/** Before it is answered; afterwards nothing changes and the answer stands. */
export function takeBackRequest(db: Database, actor: Person, id: string): Promise<SignOffRequest> {
  return asActor(db, actor, async (db) => {
    const request = await getOwnRequest(db, { id, holderId: actor.id })
    const first = await insertRequestAnswer(db, { requestId: id, outcome: 'taken-back' })
    if (first) {
      const { organisation, holderId: about } = request
      await recordEvent(db, actor, 'sign-off.taken-back', `request:${id}`, { organisation, about })
    }
    return request
  })
}
