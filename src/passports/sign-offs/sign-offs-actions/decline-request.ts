import type { Person } from '../../../actor.ts'
import { recordEvent } from '../../../audit/audit-store.ts'
import { asActor } from '../../../database/as-actor.ts'
import type { Database } from '../../../database/database.ts'
import { getRequestTo, insertRequestAnswer } from '../requests-store.ts'
import type { AnsweredOutcome } from './sign-off.ts'

/** The holder reads the reason. Answering twice changes nothing. */
export function declineRequest(
  db: Database,
  actor: Person,
  { requestId, reason }: { readonly requestId: string; readonly reason: string },
): Promise<{ readonly outcome: 'declined' } | AnsweredOutcome> {
  const wanted = { id: requestId, assessorId: actor.id }
  return asActor(db, actor, async (db) => {
    const { organisation, holderId: about } = await getRequestTo(db, wanted)
    if (!(await insertRequestAnswer(db, { requestId, outcome: 'declined', reason }))) {
      return { outcome: 'already-answered', request: await getRequestTo(db, wanted) }
    }
    const of = { organisation, about }
    await recordEvent(db, actor, 'sign-off.declined', `request:${requestId}`, of)
    return { outcome: 'declined' }
  })
}
