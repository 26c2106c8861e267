/** Pausing a sign-off, giving it more time and ending it: each a record of its own, each told. */
import { randomUUID } from 'node:crypto'
import type { Person, StepUp } from '../../../actor.ts'
import { recordEvent } from '../../../audit/audit-store.ts'
import { suspendCredential } from '../../../credentials/credentials-actions.ts'
import { asActor } from '../../../database/as-actor.ts'
import { dayOf } from '../../../language/days.ts'
import type { Site } from '../../../web/site.ts'
import {
  checkLastDay,
  daysPaused,
  isEndedByIssuer,
  isPaused,
  type PauseCause,
} from '../../model/pause.ts'
import { currentCredential, type Signing, waitingSignOffs } from '../../model/signing.ts'
import { lockSigning } from '../../sign-offs/signing-acts-store.ts'
import { insertPauseAct, listPauseActs, type PauseAct } from '../pauses-store.ts'
import { readDecider } from '../read-decider.ts'
import { tellHolder } from '../tell-holder.ts'

export type PauseOutcome =
  | 'done'
  | 'already-paused'
  | 'not-paused'
  | 'withdrawn'
  | 'waiting'
  | 'ended-by-issuer'
  | 'too-long'

export type ActOnPause = {
  readonly signingId: string
  readonly explanation: string
  readonly stepUp: StepUp
} & (
  | { readonly act: 'paused'; readonly cause: PauseCause; readonly until: string }
  /** `pauseId` as the page showed it: a page of before changes nothing. */
  | { readonly act: 'extended'; readonly pauseId: string; readonly until: string }
  | { readonly act: 'ended'; readonly pauseId: string }
)

const events = {
  paused: 'sign-off.paused',
  extended: 'sign-off.pause-extended',
  ended: 'sign-off.pause-ended',
} as const

export function actOnPause(site: Site, actor: Person, asked: ActOnPause): Promise<PauseOutcome> {
  const { signingId, explanation, stepUp, act } = asked
  return asActor(site.db, actor, async (db) => {
    await lockSigning(db, signingId)
    const { signing, actedFor, as } = await readDecider(db, actor, signingId)
    const { holderId, organisation, pause } = signing
    const credentialId = currentCredential(signing)
    if (credentialId === undefined) return whyNoPause(signing)
    const today = dayOf(site.now())
    const paused = isPaused(signing, today)
    const acts = await listPauseActs(db, { signingId })
    if (act === 'paused' && paused) return 'already-paused'
    if (act !== 'paused' && (!paused || pause?.id !== asked.pauseId)) return 'not-paused'
    const ended = isEndedByIssuer(acts, signing.assessorId)
    if (act === 'paused' && as === 'assessor' && ended) return 'ended-by-issuer'
    if (asked.act !== 'ended' && !mayLast(asked, { signing, acts, today })) return 'too-long'
    const by = { actedBy: actor.id, actedFor, explanation, stepUp }
    const of = { id: randomUUID(), signingId, holderId, ...by }
    await insertPauseAct(db, { ...asked, ...of })
    const until = asked.act === 'ended' ? undefined : asked.until
    await suspendCredential(db, actor, { credentialId, organisation, until })
    // A task that rests on it stops now, and not at the next look.
    await site.jobs.send(db, 'watch-delegations', {})
    const about = { organisation: actedFor, about: holderId, until, stepUp }
    await recordEvent(db, actor, events[act], `signing:${signingId}`, about)
    await tellHolder(db, site, { holderId, signingId, organisation: actedFor, kind: act, until })
    return 'done'
  })
}

/** None of it counts: it was withdrawn, or a second assessor has still to look. */
export function whyNoPause(signing: Signing): 'waiting' | 'withdrawn' {
  return waitingSignOffs(signing).length > 0 ? 'waiting' : 'withdrawn'
}

/** As the form asked, of what is known now. */
function mayLast(
  asked: ActOnPause & { readonly until: string },
  of: { readonly signing: Signing; readonly acts: readonly PauseAct[]; readonly today: string },
): boolean {
  const { pause } = of.signing
  const own = asked.act === 'extended' ? pause : undefined
  const used = daysPaused(of.acts, own?.id)
  const begunOn = own && dayOf(own.since)
  return checkLastDay(asked.until, { today: of.today, begunOn, used }) === undefined
}
