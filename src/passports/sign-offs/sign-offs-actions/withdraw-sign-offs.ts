import type { Person, StepUp } from '../../../actor.ts'
import { recordEvent } from '../../../audit/audit-store.ts'
import {
  type Issuing,
  issueCredential,
  prepareReissuing,
  suspendCredential,
  withdrawCredential,
} from '../../../credentials/credentials-actions.ts'
import { asActor } from '../../../database/as-actor.ts'
import type { Transaction } from '../../../database/database.ts'
import type { Edition } from '../../../frameworks/model/framework.ts'
import { dayOf } from '../../../language/days.ts'
import { listAnswersFor } from '../../../organisations/answers-for-store.ts'
import type { Site } from '../../../web/site.ts'
import { describeSigning } from '../../model/describe-signing.ts'
import { isPaused } from '../../model/pause.ts'
import {
  type Cause,
  currentCredential,
  openSignOffs,
  type Signing,
  standingSignOffs,
} from '../../model/signing.ts'
import { answerOpenProposal, isHolderHere } from '../../questions/proposals-store.ts'
import { tellHolder } from '../../questions/tell-holder.ts'
import { insertSigningCredential, insertWithdrawals, lockSigning } from '../signing-acts-store.ts'
import { getSigningAt } from '../signings-store.ts'

interface WithdrawalForm {
  readonly codes: readonly string[]
  readonly cause: Cause
  /** The holder reads it. */
  readonly explanation: string
}

export interface Withdrawing {
  readonly signingId: string
  readonly edition: Edition
  readonly withdrawn: WithdrawalForm
  readonly stepUp: StepUp
  /** What somebody else proposed, and the actor confirms: once the holder has left. */
  readonly proposal?: string | undefined
}

/**
 * Withdraws some or all of a signing: its credential is revoked, and what remains is issued anew,
 * all in one transaction. Withdrawing what was withdrawn changes nothing.
 */
export async function withdrawSignOffs(
  site: Site,
  actor: Person,
  { signingId, edition, withdrawn, stepUp, proposal }: Withdrawing,
): Promise<'withdrawn' | 'already-withdrawn' | 'needs-second'> {
  const { answersFor, organisation, holderId } = await asActor(site.db, actor, async (db) => {
    const answersFor = await listAnswersFor(db, actor)
    const wanted = { id: signingId, organisations: [...answersFor.keys()] }
    return { answersFor, ...(await getSigningAt(db, wanted)) }
  })
  const withdrawnFor = answersFor.get(organisation) ?? organisation
  const inherited = withdrawnFor !== organisation
  const issuing = await prepareReissuing(site, { organisation, holderId })
  return asActor(site.db, actor, async (db) => {
    await lockSigning(db, signingId)
    const signing = await getSigningAt(db, { id: signingId, organisations: [organisation] })
    const credentialId = currentCredential(signing)
    const standing = standingSignOffs(signing)
    const chosen = openSignOffs(signing).filter(({ code }) => withdrawn.codes.includes(code))
    if (chosen.length === 0 || chosen.length !== withdrawn.codes.length) {
      return 'already-withdrawn'
    }
    if (proposal === undefined) {
      const here = await isHolderHere(db, { signingId, actedFor: withdrawnFor })
      if (!here) return 'needs-second'
    } else {
      const answer = { proposal, outcome: 'confirmed', answeredBy: actor.id } as const
      const today = dayOf(site.now())
      if (!(await answerOpenProposal(db, { ...answer, today }))) return 'needs-second'
    }
    const { cause, explanation } = withdrawn
    await insertWithdrawals(db, {
      ...{ signOffs: chosen.map(({ id }) => id), holderId, cause, explanation },
      ...{ withdrawnBy: actor.id, withdrawnFor: inherited ? withdrawnFor : undefined },
      stepUp,
    })
    const remaining = standing.filter((one) => chosen.every(({ code }) => code !== one.code))
    if (credentialId !== undefined && remaining.length < standing.length) {
      await withdrawCredential(db, actor, credentialId)
      if (remaining.length > 0) {
        const codes = remaining.map(({ code }) => code)
        await reissue(db, { site, actor, issuing, signing, edition, codes, replaces: credentialId })
      }
    }
    if (proposal !== undefined) {
      const of = { holderId, signingId, organisation: withdrawnFor }
      await tellHolder(db, site, { ...of, kind: 'withdrawal-confirmed' })
    }
    // A task that rests on it stops now, and not at the next look.
    await site.jobs.send(db, 'watch-delegations', {})
    await recordEvent(db, actor, 'sign-off.withdrawn', `signing:${signingId}`, {
      ...{ organisation: withdrawnFor, about: holderId, cause, statements: chosen.length, stepUp },
      ...(inherited ? { issuedBy: organisation } : {}),
    })
    return 'withdrawn'
  })
}

/** The facts as they are now, for the statements that remain. */
export async function reissue(
  db: Transaction,
  again: {
    readonly site: Site
    readonly actor: Person
    readonly issuing: Issuing
    readonly signing: Signing
    readonly edition: Edition
    readonly codes: readonly string[]
    readonly replaces: string
  },
): Promise<void> {
  const { site, actor, issuing, signing, edition, codes, replaces } = again
  const facts = describeSigning(signing, { edition, codes, baseUrl: site.config.baseUrl })
  const credential = await issueCredential(db, issuing, { actor, site, facts, replaces })
  const { id: signingId, holderId } = signing
  await insertSigningCredential(db, { signingId, holderId, credentialId: credential.id })
  if (signing.pause !== undefined && isPaused(signing, dayOf(site.now()))) {
    const { organisation, pause } = signing
    const credentialId = credential.id
    await suspendCredential(db, actor, { credentialId, organisation, until: pause.until })
  }
}

/** The organisations (by slug) that a person issues for. */
export function issuesFor(actor: Person): string[] {
  return actor.permissions
    .filter(({ permission }) => permission === 'issue')
    .map(({ organisation }) => organisation)
}
