import { randomUUID } from 'node:crypto'
import {
  findIdentityCheck,
  findRegistration,
  listMemberships,
} from '../../../accounts/accounts-store.ts'
import { hasPermission, type Person, type StepUp } from '../../../actor.ts'
import { recordEvent } from '../../../audit/audit-store.ts'
import {
  type Issuing,
  issueCredential,
  prepareIssuing,
} from '../../../credentials/credentials-actions.ts'
import { asActor } from '../../../database/as-actor.ts'
import type { Transaction } from '../../../database/database.ts'
import { Conflict, NotFound } from '../../../errors.ts'
import type { Edition } from '../../../frameworks/model/framework.ts'
import type { Site } from '../../../web/site.ts'
import { judgeStatements } from '../../assessing/judge-statements.ts'
import { describeSigning } from '../../model/describe-signing.ts'
import { isOpen, type SignOffRequest } from '../../model/sign-off-request.ts'
import type { Assessment, Shown } from '../../model/signing.ts'
import type { NotYet } from '../model/not-yet.ts'
import { getRequestTo, insertChance, insertRequestAnswer } from '../requests-store.ts'
import { insertSigning, insertSigningCredential, type Took } from '../signing-acts-store.ts'

/** Somebody answered it before: this assessor in another tab, or the holder took it back. */
export interface AnsweredOutcome {
  readonly outcome: 'already-answered'
  readonly request: SignOffRequest
}

export interface SignedForm extends Assessment {
  readonly codes: readonly string[]
  /** What was seen of those that require several things, by code. */
  readonly parts?: Readonly<Record<string, readonly string[]>> | undefined
  readonly reviewOn: string
  readonly took?: Took | undefined
}

/**
 * Confirms the chosen statements and issues one credential for those that need no second assessor,
 * all in one transaction.
 * Answering twice changes nothing.
 */
export async function signOff(
  site: Site,
  actor: Person,
  {
    requestId,
    ...by
  }: {
    readonly requestId: string
    readonly edition: Edition
    readonly signed: SignedForm
    readonly stepUp: StepUp
    /** What is said of those that are left out. */
    readonly rest?: NotYet | undefined
  },
): Promise<{ readonly outcome: 'signed' } | AnsweredOutcome> {
  const wanted = { id: requestId, assessorId: actor.id }
  const request = await asActor(site.db, actor, (db) => getRequestTo(db, wanted))
  if (!isOpen(request)) return { outcome: 'already-answered', request }
  refuseOthers(actor, request)
  const issuing = await prepareIssuing(site, request)
  return asActor(site.db, actor, async (db) => {
    const signed = await signRequest(db, { ...by, site, actor, issuing, request })
    if (signed) return { outcome: 'signed' }
    return { outcome: 'already-answered', request: await getRequestTo(db, wanted) }
  })
}

/** The one place that signs: the answer, the signing and its credential. False when answered before. */
export async function signRequest(
  db: Transaction,
  {
    site,
    actor,
    issuing,
    request,
    edition,
    signed,
    stepUp,
    rest,
  }: {
    readonly site: Site
    readonly actor: Person
    readonly issuing: Issuing
    readonly request: SignOffRequest
    readonly edition: Edition
    readonly signed: SignedForm
    readonly stepUp: StepUp
    readonly rest?: NotYet | undefined
  },
): Promise<boolean> {
  const { id: requestId, organisation, holderId } = request
  const { codes, parts = {}, took, ...assessment } = signed
  const left = request.codes.some((code) => !codes.includes(code)) ? rest : undefined
  const { reason, chance } = left ?? {}
  // First of all, so that of two at once the second waits here and then changes nothing.
  if (!(await insertRequestAnswer(db, { requestId, outcome: 'signed', reason }))) return false
  if (chance !== undefined) {
    await insertChance(db, { requestId, holderId, assessorId: request.assessorId, ...chance })
  }
  const judged = await judgeStatements(db, { request, edition, codes })
  const [refused] = judged.refused.values()
  if (refused !== undefined) throw new Conflict(`${refused} Nothing was signed.`)
  const signing = { ...signingOf(request, assessment), shown: await findShown(db, request) }
  await insertSigning(db, { ...signing, stepUp, took }, codes, parts, judged.needSecond)
  const now = codes.filter((code) => !judged.needSecond.includes(code))
  if (now.length > 0) {
    const { baseUrl } = site.config
    const signOffs = now.map((code) => ({ code, parts: parts[code] }))
    const facts = describeSigning({ ...signing, signOffs }, { edition, codes: now, baseUrl })
    const credential = await issueCredential(db, issuing, { actor, site, facts })
    const place = { signingId: signing.id, holderId, credentialId: credential.id }
    await insertSigningCredential(db, place)
  }
  await recordEvent(db, actor, 'sign-off.signed', `signing:${signing.id}`, {
    ...{ organisation, about: holderId, statements: codes.length, stepUp },
    ...(judged.needSecond.length > 0 ? { needSecond: judged.needSecond.length } : {}),
    ...(judged.version === undefined ? {} : { rule: judged.version }),
  })
  return true
}

/** Throws NotFound for whoever may not sign this off (any more). */
export function refuseOthers(actor: Person, { organisation, holderId }: SignOffRequest): void {
  if (holderId === actor.id || !hasPermission(actor, 'assess', organisation)) {
    throw new NotFound('may not sign this off')
  }
}

function signingOf(request: SignOffRequest, assessment: Assessment) {
  const { id: requestId, holderId, assessorId, organisation, edition, section, level } = request
  return {
    ...{ id: randomUUID(), requestId, holderId, assessorId, organisation },
    ...{ edition, section, level, ...assessment },
  }
}

/** What others will be shown of the people in a credential that came of this request. */
export async function findShown(db: Transaction, request: SignOffRequest): Promise<Shown> {
  const check = await findIdentityCheck(db, request.holderId)
  const jobs = await listMemberships(db, request.assessorId)
  return {
    assessor: {
      name: request.assessorName,
      jobTitle: jobs.find((job) => job.organisation === request.organisation)?.jobTitle,
      registration: await findRegistration(db, {
        personId: request.assessorId,
        organisation: request.organisation,
      }),
    },
    organisation: request.organisationName,
    identityCheck:
      check === undefined
        ? 'not-checked'
        : { by: check.organisationName, on: check.checkedOn, how: check.how },
  }
}
