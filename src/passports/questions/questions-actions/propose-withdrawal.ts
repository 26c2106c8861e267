/** Once the holder has left, a withdrawal takes two people: one proposes, another confirms or refuses. */
import { randomUUID } from 'node:crypto'
import type { Person, StepUp } from '../../../actor.ts'
import { recordEvent } from '../../../audit/audit-store.ts'
import { asActor } from '../../../database/as-actor.ts'
import { addDays, dayOf } from '../../../language/days.ts'
import type { Site } from '../../../web/site.ts'
import { type Cause, openSignOffs } from '../../model/signing.ts'
import { lockSigning } from '../../sign-offs/signing-acts-store.ts'
import { listProposedWithdrawals } from '../list-proposed.ts'
import { isOpenProposal, proposalDays } from '../model/proposal.ts'
import { answerOpenProposal, insertProposal } from '../proposals-store.ts'
import { readIssuer } from '../read-decider.ts'
import { tellHolder } from '../tell-holder.ts'

export interface Proposing {
  readonly signingId: string
  readonly codes: readonly string[]
  readonly cause: Cause
  readonly explanation: string
  readonly stepUp: StepUp
}

/** One at a time. */
export function proposeWithdrawal(
  site: Site,
  actor: Person,
  { signingId, codes, cause, explanation, stepUp }: Proposing,
): Promise<'proposed' | 'already-proposed' | 'already-withdrawn'> {
  const today = dayOf(site.now())
  return asActor(site.db, actor, async (db) => {
    await lockSigning(db, signingId)
    const { signing, actedFor } = await readIssuer(db, actor, signingId)
    const standing = openSignOffs(signing).map(({ code }) => code)
    if (!codes.every((code) => standing.includes(code))) return 'already-withdrawn'
    const before = await listProposedWithdrawals(db, { signingId })
    if (before.some((one) => isOpenProposal(one, today))) return 'already-proposed'
    const { holderId } = signing
    const lapsesOn = addDays(today, proposalDays)
    const of = {
      id: randomUUID(),
      signingId,
      holderId,
      codes,
      cause,
      explanation,
      lapsesOn,
      stepUp,
    }
    await insertProposal(db, { ...of, proposedBy: actor.id, proposedFor: actedFor })
    await recordEvent(db, actor, 'sign-off.withdrawal-proposed', `signing:${signingId}`, {
      ...{ organisation: actedFor, about: holderId, cause, statements: codes.length, stepUp },
    })
    const told = { holderId, signingId, organisation: actedFor, until: lapsesOn }
    await tellHolder(db, site, { ...told, kind: 'withdrawal-proposed' })
    return 'proposed'
  })
}

/** Refused by a second person, or taken back by whoever proposed it. */
export function endProposal(
  site: Site,
  actor: Person,
  {
    signingId,
    proposal,
    outcome,
    reason,
  }: {
    readonly signingId: string
    readonly proposal: string
    readonly outcome: 'refused' | 'taken-back'
    readonly reason?: string | undefined
  },
): Promise<'ended' | 'over'> {
  const today = dayOf(site.now())
  return asActor(site.db, actor, async (db) => {
    await lockSigning(db, signingId)
    const { signing, actedFor: organisation } = await readIssuer(db, actor, signingId)
    const answer = { proposal, outcome, reason, answeredBy: actor.id, today }
    if (!(await answerOpenProposal(db, answer))) return 'over'
    const { holderId } = signing
    const event = `sign-off.withdrawal-${outcome}` as const
    const about = { organisation, about: holderId }
    await recordEvent(db, actor, event, `signing:${signingId}`, about)
    await tellHolder(db, site, { holderId, signingId, organisation, kind: 'withdrawal-refused' })
    return 'ended'
  })
}
