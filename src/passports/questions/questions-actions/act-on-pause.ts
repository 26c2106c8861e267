/** Pausing a sign-off, giving it more time and ending it: each a record of its own, each told. */
import { randomUUID } from 'node:crypto'
import type { Person, StepUp } from '../../../actor.ts'
import { recordEvent } from '../../../audit/audit-store.ts'
import { suspendCredential } from '../../../credentials/credentials-actions.ts'
import { asActor } from '../../../database/as-actor.ts'
import { dayOf } from '../../../language/days.ts'
import type { Site } from '../../../web/site.ts'
import { isPaused, type PauseCause } from '../../model/pause.ts'
import { currentCredential } from '../../model/signing.ts'
import { lockSigning } from '../../sign-offs/signings-store.ts'
import { insertPauseAct } from '../pauses-store.ts'
import { readDecider } from '../read-decider.ts'
import { tellHolder } from '../tell-holder.ts'

export type PauseOutcome = 'done' | 'already-paused' | 'not-paused' | 'withdrawn'

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
    const { signing, actedFor } = await readDecider(db, actor, signingId)
    const { holderId, organisation, pause } = signing
    const credentialId = currentCredential(signing)
    if (credentialId === undefined) return 'withdrawn'
    const paused = isPaused(signing, dayOf(site.now()))
    if (act === 'paused' && paused) return 'already-paused'
    if (act !== 'paused' && (!paused || pause?.id !== asked.pauseId)) return 'not-paused'
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
