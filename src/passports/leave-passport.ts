import type { Person } from '../actor.ts'
import { recordEvent } from '../audit/audit-store.ts'
import type { Transaction } from '../database/database.ts'
import { isOpen } from './model/sign-off-request.ts'
import { lockPassport } from './passports-store.ts'
import { endLiveShares } from './shares/shares-store.ts'
import { insertRequestAnswer, listOwnRequests, listRequestsTo } from './sign-offs/requests-store.ts'

const reason = 'I am closing my account here. Please ask another colleague.'

/** In the transaction of somebody who asks to close: nobody waits for them, and no link opens. */
export async function leavePassport(db: Transaction, person: Person): Promise<void> {
  await lockPassport(db, person.id)
  for (const { id } of (await listOwnRequests(db, { holderId: person.id })).filter(isOpen)) {
    const kept = await insertRequestAnswer(db, { requestId: id, outcome: 'taken-back' })
    if (kept) await recordEvent(db, person, 'sign-off.taken-back', `request:${id}`)
  }
  for (const { id } of (await listRequestsTo(db, { assessorId: person.id })).filter(isOpen)) {
    const kept = await insertRequestAnswer(db, { requestId: id, outcome: 'declined', reason })
    if (kept) await recordEvent(db, person, 'sign-off.declined', `request:${id}`)
  }
  for (const id of await endLiveShares(db, { holderId: person.id })) {
    await recordEvent(db, person, 'share.stopped', `share:${id}`)
  }
}
