import type { Person } from '../../../actor.ts'
import { asActor } from '../../../database/as-actor.ts'
import type { Database } from '../../../database/database.ts'
import { isOpen } from '../../model/sign-off-request.ts'
import type { SigningDraft } from '../../model/signing-draft.ts'
import { getRequestTo } from '../requests-store.ts'
import { saveSigningDraft } from '../signing-drafts-store.ts'
import { type AnsweredOutcome, refuseOthers } from './sign-off.ts'

/** Keeps what was entered while its assessor checks it. It signs nothing, and only they see it. */
export function draftSigning(
  db: Database,
  actor: Person,
  { requestId, draft }: { readonly requestId: string; readonly draft: SigningDraft },
): Promise<{ readonly outcome: 'drafted' } | AnsweredOutcome> {
  const place = { requestId, assessorId: actor.id }
  return asActor(db, actor, async (db) => {
    const request = await getRequestTo(db, { id: requestId, assessorId: actor.id })
    if (!isOpen(request)) return { outcome: 'already-answered', request }
    refuseOthers(actor, request)
    await saveSigningDraft(db, place, draft)
    return { outcome: 'drafted' }
  })
}
