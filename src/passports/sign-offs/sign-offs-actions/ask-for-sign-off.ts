import { randomUUID } from 'node:crypto'
import { listAssessors } from '../../../accounts/accounts-store.ts'
import type { Person } from '../../../actor.ts'
import { recordEvent } from '../../../audit/audit-store.ts'
import { asActor } from '../../../database/as-actor.ts'
import type { Database } from '../../../database/database.ts'
import type { LevelSlug } from '../../../frameworks/model/framework.ts'
import { isOpen, type SignOffRequest } from '../../model/sign-off-request.ts'
import { lockPassport } from '../../passports-store.ts'
import { insertRenewal } from '../../renewals/renewals-store.ts'
import { insertRequest, listOwnRequests } from '../requests-store.ts'

export interface AskedFor {
  readonly assessor: string
  /** Slug. */
  readonly organisation: string
  readonly edition: string
  readonly section: string
  readonly level: LevelSlug
  readonly codes: readonly string[]
  readonly message?: string | undefined
  /** A signing of the holder's that is to be looked at again. */
  readonly renews?: string | undefined
}

export type AskOutcome =
  | { readonly outcome: 'asked'; readonly id: string }
  | { readonly outcome: 'already-asked'; readonly request: SignOffRequest }
  /** Nobody of that name may sign off there (any more). */
  | { readonly outcome: 'no-such-assessor' }

/** One open request a person, section and level: a second one changes nothing. */
export function askForSignOff(db: Database, actor: Person, asked: AskedFor): Promise<AskOutcome> {
  const { assessor, organisation, section, level } = asked
  return asActor(db, actor, async (db) => {
    await lockPassport(db, actor.id)
    const colleagues = await listAssessors(db, actor.id)
    if (!colleagues.some(({ id, organisation: at }) => id === assessor && at === organisation)) {
      return { outcome: 'no-such-assessor' }
    }
    const open = (await listOwnRequests(db, { holderId: actor.id })).find(
      (request) =>
        isOpen(request) &&
        request.assessorId === assessor &&
        request.section === section &&
        request.level === level,
    )
    if (open !== undefined) return { outcome: 'already-asked', request: open }
    const id = randomUUID()
    const { edition, codes, message } = asked
    await insertRequest(db, {
      ...{ id, holderId: actor.id, assessorId: assessor, organisation },
      ...{ edition, section, level, codes, message },
    })
    if (asked.renews !== undefined) {
      await insertRenewal(db, { requestId: id, signingId: asked.renews })
    }
    await recordEvent(db, actor, 'sign-off.asked', `request:${id}`, {
      ...{ organisation, about: actor.id, section, level },
    })
    return { outcome: 'asked', id }
  })
}
