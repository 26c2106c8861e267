import type { Person } from '../../../actor.ts'
import { recordEvent } from '../../../audit/audit-store.ts'
import { asActor } from '../../../database/as-actor.ts'
import type { Database } from '../../../database/database.ts'
import { NotFound } from '../../../errors.ts'
import type { Edition } from '../../../frameworks/model/framework.ts'
import { waitingSignOffs } from '../../model/signing.ts'
import { lockSigning } from '../../sign-offs/signing-acts-store.ts'
import { getSigningAmong } from '../../sign-offs/signings-store.ts'
import { listSeconds } from '../read-seconds.ts'
import { insertSecondRequest } from '../seconds-store.ts'

/** By the worker, or by whoever signed first. Asking twice changes nothing. */
export function askSecond(
  db: Database,
  actor: Person,
  {
    signingId,
    secondId,
    edition,
  }: { readonly signingId: string; readonly secondId: string; readonly edition: Edition },
): Promise<'asked' | 'not-waiting' | 'no-such-assessor'> {
  return asActor(db, actor, async (db) => {
    await lockSigning(db, signingId)
    const signing = await getSigningAmong(db, { id: signingId, personId: actor.id })
    const { holderId, assessorId, organisation } = signing
    if (![holderId, assessorId].includes(actor.id)) throw new NotFound('not theirs to ask about')
    if (waitingSignOffs(signing).length === 0) return 'not-waiting'
    const colleagues = await listSeconds(db, { signing, askedBy: actor.id, edition })
    if (!colleagues.some(({ id }) => id === secondId)) return 'no-such-assessor'
    const asked = { signingId, secondId, holderId, askedBy: actor.id }
    if (await insertSecondRequest(db, asked)) {
      const details = { organisation, about: holderId }
      await recordEvent(db, actor, 'sign-off.second-asked', `signing:${signingId}`, details)
    }
    return 'asked'
  })
}
