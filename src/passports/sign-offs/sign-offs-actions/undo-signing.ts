import type { Person, StepUp } from '../../../actor.ts'
import { recordEvent } from '../../../audit/audit-store.ts'
import { withdrawCredential } from '../../../credentials/credentials-actions.ts'
import { asActor } from '../../../database/as-actor.ts'
import type { Site } from '../../../web/site.ts'
import { mayUndo } from '../../model/own-slip.ts'
import { currentCredential, openSignOffs } from '../../model/signing.ts'
import { insertWithdrawals, lockSigning } from '../signing-acts-store.ts'
import { getSigningBy } from '../signings-store.ts'

interface Undoing {
  readonly signingId: string
  /** The holder reads it. */
  readonly explanation: string
  readonly stepUp: StepUp
  readonly now: Date
}

/** The assessor takes back all that they signed minutes ago. Twice changes nothing. */
export function undoSigning(
  { db, jobs }: Pick<Site, 'db' | 'jobs'>,
  actor: Person,
  { signingId, explanation, stepUp, now }: Undoing,
): Promise<'undone' | 'too-late'> {
  return asActor(db, actor, async (db) => {
    await lockSigning(db, signingId)
    const signing = await getSigningBy(db, { id: signingId, assessorId: actor.id })
    const credentialId = currentCredential(signing)
    if (!mayUndo(signing, now)) return 'too-late'
    const { holderId, organisation } = signing
    const standing = openSignOffs(signing)
    await insertWithdrawals(db, {
      ...{ signOffs: standing.map(({ id }) => id), holderId, cause: 'taken-back', explanation },
      ...{ withdrawnBy: actor.id, stepUp },
    })
    if (credentialId !== undefined) await withdrawCredential(db, actor, credentialId, organisation)
    await jobs.send(db, 'watch-delegations', {})
    await recordEvent(db, actor, 'sign-off.undone', `signing:${signingId}`, {
      ...{ organisation, about: holderId, statements: standing.length, stepUp },
    })
    return 'undone'
  })
}
