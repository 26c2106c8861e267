import type { Person } from '../../../actor.ts'
import { recordEvent } from '../../../audit/audit-store.ts'
import { asActor } from '../../../database/as-actor.ts'
import type { Database } from '../../../database/database.ts'
import type { NotYet } from '../model/not-yet.ts'
import { getRequestTo, insertChance, insertRequestAnswer } from '../requests-store.ts'
import type { AnsweredOutcome } from './sign-off.ts'

/** The holder reads the reason and the next chance. Answering twice changes nothing. */
export function declineRequest(
  db: Database,
  actor: Person,
  { requestId, reason, chance }: NotYet & { readonly requestId: string },
): Promise<{ readonly outcome: 'declined' } | AnsweredOutcome> {
  const wanted = { id: requestId, assessorId: actor.id }
  return asActor(db, actor, async (db) => {
    const { organisation, holderId: about } = await getRequestTo(db, wanted)
    if (!(await insertRequestAnswer(db, { requestId, outcome: 'declined', reason }))) {
      return { outcome: 'already-answered', request: await getRequestTo(db, wanted) }
    }
    if (chance !== undefined) {
      await insertChance(db, { requestId, holderId: about, assessorId: actor.id, ...chance })
    }
    const of = { organisation, about }
    await recordEvent(db, actor, 'sign-off.declined', `request:${requestId}`, of)
    return { outcome: 'declined' }
  })
}
