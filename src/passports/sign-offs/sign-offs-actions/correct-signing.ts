import { randomUUID } from 'node:crypto'
import type { Person, StepUp } from '../../../actor.ts'
import { recordEvent } from '../../../audit/audit-store.ts'
import { prepareReissuing, withdrawCredential } from '../../../credentials/credentials-actions.ts'
import { asActor } from '../../../database/as-actor.ts'
import type { Edition } from '../../../frameworks/model/framework.ts'
import type { Site } from '../../../web/site.ts'
import { mayCorrect } from '../../model/own-slip.ts'
import { type Assessment, currentCredential, standingSignOffs } from '../../model/signing.ts'
import { insertCorrection, lockSigning } from '../signing-acts-store.ts'
import { getSigningBy } from '../signings-store.ts'
import { reissue } from './withdraw-sign-offs.ts'

interface Correcting {
  readonly signingId: string
  readonly edition: Edition
  readonly corrected: Assessment & { readonly reviewOn: string }
  readonly stepUp: StepUp
}

/**
 * The assessor puts the facts of their own signing right: the old credential is withdrawn, a new one
 * issued, and what stood before is kept and shown.
 */
export async function correctSigning(
  site: Site,
  actor: Person,
  { signingId, edition, corrected, stepUp }: Correcting,
): Promise<'corrected' | 'too-late'> {
  const wanted = { id: signingId, assessorId: actor.id }
  const { organisation, holderId } = await asActor(site.db, actor, (db) => getSigningBy(db, wanted))
  const issuing = await prepareReissuing(site, { organisation, holderId })
  return asActor(site.db, actor, async (db) => {
    await lockSigning(db, signingId)
    const signing = await getSigningBy(db, wanted)
    const replaces = currentCredential(signing)
    if (!mayCorrect(signing, site.now())) return 'too-late'
    const { method, assessedOn, setting, reviewOn, note } = corrected
    const facts = { method, assessedOn, setting, reviewOn, note }
    const place = { id: randomUUID(), signingId, holderId, assessorId: actor.id }
    await insertCorrection(db, { ...place, ...facts, stepUp })
    // What waits for a second assessor has none yet.
    if (replaces !== undefined) {
      await withdrawCredential(db, actor, replaces, organisation)
      const codes = standingSignOffs(signing).map(({ code }) => code)
      const now = { ...signing, ...facts }
      await reissue(db, { site, actor, issuing, signing: now, edition, codes, replaces })
    }
    await recordEvent(db, actor, 'sign-off.corrected', `signing:${signingId}`, {
      ...{ organisation, about: holderId, stepUp },
    })
    return 'corrected'
  })
}
