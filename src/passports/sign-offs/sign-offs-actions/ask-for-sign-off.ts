import { randomUUID } from 'node:crypto'
import { listAssessors } from '../../../accounts/accounts-store.ts'
import type { Person } from '../../../actor.ts'
import { recordEvent } from '../../../audit/audit-store.ts'
import { asActor } from '../../../database/as-actor.ts'
import type { Database, Transaction } from '../../../database/database.ts'
import type { LevelSlug } from '../../../frameworks/model/framework.ts'
import { readShowable } from '../../evidence-shown/read-offered-evidence.ts'
import { insertShownEvidence } from '../../evidence-shown/shown-evidence-store.ts'
import { isOpen, type SignOffRequest } from '../../model/sign-off-request.ts'
import { lockPassport } from '../../passports-store.ts'
import { insertRenewal } from '../../renewals/renewals-store.ts'
import { insertRequest, listOwnRequests } from '../requests-store.ts'

/** Somebody who may sign off, and the organisation (slug) that they sign for. */
export interface AskedColleague {
  readonly assessor: string
  readonly organisation: string
}

export interface AskedFor {
  /** One or several: the first to sign is enough. */
  readonly of: readonly AskedColleague[]
  readonly edition: string
  readonly section: string
  readonly level: LevelSlug
  readonly codes: readonly string[]
  readonly message?: string | undefined
  /** A signing of the holder's that is to be looked at again. */
  readonly renews?: string | undefined
  /** Ids of the holder's evidence that they show with it. What may not be shown is left out. */
  readonly evidence?: readonly string[] | undefined
}

export type AskOutcome =
  | { readonly outcome: 'asked'; readonly id: string }
  | { readonly outcome: 'already-asked'; readonly request: SignOffRequest }
  /** Nobody of that name may sign off there (any more). */
  | { readonly outcome: 'no-such-assessor' }

/** One open request a person, section and level: a second one changes nothing. */
export function askForSignOff(db: Database, actor: Person, asked: AskedFor): Promise<AskOutcome> {
  return asActor(db, actor, async (db) => {
    await lockPassport(db, actor.id)
    const colleagues = await listAssessors(db, actor.id)
    const may = ({ assessor, organisation }: AskedColleague) =>
      colleagues.some(({ id, organisation: at }) => id === assessor && at === organisation)
    if (!asked.of.every(may)) return { outcome: 'no-such-assessor' }
    const request = (await listOwnRequests(db, { holderId: actor.id })).find((one) =>
      isAskedAlready(one, asked),
    )
    if (request !== undefined) return { outcome: 'already-asked', request }
    const chosen = { holderId: actor.id, chosen: asked.evidence ?? [] }
    const evidence = await readShowable(db, chosen)
    const together = asked.of.length > 1 ? randomUUID() : undefined
    const ids: string[] = []
    for (const colleague of asked.of) {
      ids.push(await insertAsked(db, actor, { ...asked, ...colleague, evidence, together }))
    }
    const [id] = ids
    return id === undefined ? { outcome: 'no-such-assessor' } : { outcome: 'asked', id }
  })
}

function isAskedAlready(request: SignOffRequest, { of, section, level }: AskedFor): boolean {
  return (
    isOpen(request) &&
    of.some(({ assessor }) => assessor === request.assessorId) &&
    request.section === section &&
    request.level === level
  )
}

async function insertAsked(
  db: Transaction,
  actor: Person,
  asked: Omit<AskedFor, 'of'> & AskedColleague & { readonly together: string | undefined },
): Promise<string> {
  const { assessor, organisation, section, level, edition, codes, message, together } = asked
  const { evidence = [] } = asked
  const id = randomUUID()
  await insertRequest(db, {
    ...{ id, holderId: actor.id, assessorId: assessor, organisation },
    ...{ edition, section, level, codes, message, together },
  })
  await insertShownEvidence(db, { requestId: id, holderId: actor.id, evidence })
  if (asked.renews !== undefined) {
    await insertRenewal(db, { requestId: id, signingId: asked.renews })
  }
  await recordEvent(db, actor, 'sign-off.asked', `request:${id}`, {
    ...{ organisation, about: actor.id, section, level },
    ...(evidence.length > 0 && { evidence: evidence.length }),
  })
  return id
}
