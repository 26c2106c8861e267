/** One of those in a delegation does something with it. Whoever comes second reads what the first did. */
import type { Person } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import type { Act } from '../../audit/model/act-words.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Transaction } from '../../database/database.ts'
import { Conflict, NotFound } from '../../errors.ts'
import type { EditionShelf, ShelvedEdition } from '../../frameworks/edition-shelf.ts'
import { dayOf } from '../../language/days.ts'
import type { Site } from '../../web/site.ts'
import {
  getDelegation,
  insertStep,
  listGone,
  listSteps,
  lockDelegation,
} from '../delegations-store.ts'
import { editionOf } from '../edition-of.ts'
import type { Delegation, Gone, StandingLine, Step, StepKind } from '../model/delegation.ts'
import {
  isAgreedWithDelegator,
  isTheirs,
  mayStep,
  type Part,
  stateNow,
  waitsForWorker,
} from '../model/state-of-delegation.ts'
import { whatLapsed } from '../model/what-lapsed.ts'
import { partOf } from '../part-of.ts'
import { readNow, readToShow } from '../read-standing.ts'
import { insertStanding } from '../standing-store.ts'
import { tellOthers } from './tell-others.ts'

/** What people do; the rest the service does, or a hand-over. */
export const ownSteps = [
  ...(['accepted', 'refused', 'agreed', 'not-agreed', 'paused', 'ready', 'resumed'] as const),
  ...(['withdrawn', 'given-back', 'review-moved'] as const),
] as const satisfies readonly StepKind[]
export type OwnStep = (typeof ownSteps)[number]

export interface Taken {
  readonly id: string
  readonly kind: OwnStep
  readonly why?: string | undefined
  readonly day?: string | undefined
}

const acts = {
  accepted: 'delegation.answered',
  // The same words for both: who said no to what is for the two alone.
  refused: 'delegation.answered',
  agreed: 'delegation.employer-answered',
  'not-agreed': 'delegation.employer-answered',
  paused: 'delegation.paused',
  ready: 'delegation.ready',
  resumed: 'delegation.resumed',
  withdrawn: 'delegation.withdrawn',
  'given-back': 'delegation.given-back',
  'review-moved': 'delegation.review-moved',
} as const satisfies Readonly<Record<OwnStep, Act>>

interface Looked {
  readonly delegation: Delegation
  readonly steps: readonly Step[]
  readonly part: Part
  readonly gone?: Gone | undefined
}

export async function takeStep(
  site: Site,
  shelf: EditionShelf,
  actor: Person,
  taken: Taken,
): Promise<void> {
  const stored = await editionOf(site.db, shelf, { actor, id: taken.id })
  await asActor(site.db, actor, async (db) => {
    await lockDelegation(db, taken.id)
    const looked = await lookAt(db, actor, taken)
    const today = dayOf(site.now())
    if (isDone(looked, actor, { taken, today })) return
    const { delegation, part } = looked
    const { kind, why, day } = taken
    await insertStep(db, { delegationId: delegation.id, kind, byId: actor.id, why, day })
    const lapsed = await keepStanding(db, { ...looked, stored, kind, today })
    const details = { about: delegation.worker.id }
    await recordEvent(db, actor, acts[kind], `delegation:${delegation.id}`, details)
    await tell(db, site, { delegation, kind, part })
    if (lapsed.length > 0) await pauseAsLapsed(db, site, actor, { delegation, codes: lapsed })
  })
}

async function lookAt(db: Transaction, actor: Person, { id, kind }: Taken): Promise<Looked> {
  const delegation = await getDelegation(db, id)
  const steps = (await listSteps(db, { delegationIds: [id] })).get(id) ?? []
  const part = partOf(delegation, actor)
  if (part === undefined || !isTheirs(part, kind)) throw new NotFound(`delegation ${id}`)
  const gone = (await listGone(db, { delegationIds: [id] })).get(id)
  return { delegation, steps, part, gone }
}

/** True where it is so already: sent twice, or both at once. Throws Conflict where it cannot be any more. */
function isDone(
  { delegation, steps, part, gone }: Looked,
  actor: Person,
  { taken: { kind, why }, today }: { readonly taken: Taken; readonly today: string },
): boolean {
  const state = stateNow(delegation, steps, { today, gone })
  const waits = waitsForWorker(steps, delegation.worker.id)
  if (kind === 'paused' && state === 'paused' && why === undefined) {
    return hasPaused(steps, actor) || gone !== undefined
  }
  if (mayStep(part, kind, state)) {
    if (gone !== undefined && needsBoth.includes(kind)) throw new Conflict(whoLeft[gone])
    if (kind === 'resumed' && waits) throw new Conflict('The worker says first that they go on.')
    return kind === 'ready' && !waits
  }
  if (steps.some((step) => step.kind === kind) && kind !== 'resumed') return true
  throw new Conflict(whyNot[state] ?? 'This can no longer be done. Open the task again.')
}

/** Theirs still holds: pressed twice it is one pause. */
function hasPaused(steps: readonly Step[], actor: Person): boolean {
  const since = steps.findLastIndex(({ kind }) => kind === 'resumed' || kind === 'ready')
  return steps.slice(since + 1).some(({ kind, byId }) => kind === 'paused' && byId === actor.id)
}

const needsBoth: readonly OwnStep[] = ['accepted', 'ready', 'resumed']

const whoLeft: Readonly<Record<Gone, string>> = {
  'delegator-left': 'The registrant no longer delegates here, so nothing was changed.',
  'worker-left': 'The worker no longer works where they did, so nothing was changed.',
}

const whyNot: Readonly<Partial<Record<ReturnType<typeof stateNow>, string>>> = {
  asked: 'This has not been answered yet.',
  'waits-for-employer': 'This waits for the worker’s employer.',
  active: 'This is going on already.',
  refused: 'This was answered already. Nothing was changed.',
  'not-agreed': 'The worker’s employer did not agree. Nothing was changed.',
  ended: 'This was ended, so nothing was changed.',
}

/** What is shown from now on; and what lapsed of what the delegator saw before they asked. */
async function keepStanding(
  db: Transaction,
  kept: Looked & {
    readonly stored: ShelvedEdition
    readonly kind: OwnStep
    readonly today: string
  },
): Promise<readonly string[]> {
  const { stored, delegation, steps, kind, today } = kept
  const { id: delegationId, codes, worker, delegator } = delegation
  const keep = (lines: readonly StandingLine[]) =>
    insertStanding(db, { delegationId, shownTo: delegator.id, lines })
  if (kind === 'resumed') await keep((await readNow(db, stored, { delegation, today })).now)
  const isYes = kind === 'accepted' || (kind === 'ready' && !isAgreedWithDelegator(steps))
  if (!isYes) return []
  const lines = await readToShow(db, stored, { workerId: worker.id, codes, today })
  await keep(lines)
  return kind === 'accepted' ? whatLapsed(delegation.seen, lines) : []
}

async function pauseAsLapsed(
  db: Transaction,
  site: Site,
  actor: Person,
  { delegation, codes }: { readonly delegation: Delegation; readonly codes: readonly string[] },
): Promise<void> {
  const { id: delegationId, worker } = delegation
  await insertStep(db, { delegationId, kind: 'lapsed', codes })
  const details = { about: worker.id, statements: codes.length }
  await recordEvent(db, actor, 'delegation.lapsed', `delegation:${delegationId}`, details)
  await tellOthers(db, site, { delegationId, kind: 'lapsed', parts: ['delegator'] })
}

async function tell(
  db: Transaction,
  site: Site,
  { delegation, kind, part }: Pick<Looked, 'delegation' | 'part'> & { readonly kind: OwnStep },
): Promise<void> {
  const delegationId = delegation.id
  if (part === 'worker' && (kind === 'accepted' || kind === 'refused')) {
    await tellOthers(db, site, { delegationId, kind: 'answered', parts: ['delegator'] })
    // Asked only now: that somebody said no is nothing that their employer learns.
    if (kind === 'refused' || delegation.arrangement !== 'other-employer') return
    return tellOthers(db, site, { delegationId, kind: 'agree', parts: ['employer'] })
  }
  const parts = (['worker', 'delegator'] as const).filter((one) => one !== part)
  return tellOthers(db, site, { delegationId, kind: 'changed', parts })
}
