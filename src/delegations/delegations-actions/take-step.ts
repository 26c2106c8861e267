/** One of those in a delegation does something with it. Whoever comes second reads what the first did. */
import type { Person } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import type { Act } from '../../audit/model/act-words.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Transaction } from '../../database/database.ts'
import { Conflict, NotFound } from '../../errors.ts'
import type { EditionShelf } from '../../frameworks/edition-shelf.ts'
import type { StoredEdition } from '../../frameworks/frameworks-store.ts'
import { dayOf } from '../../language/days.ts'
import type { Site } from '../../web/site.ts'
import { getDelegation, insertStep, listSteps, lockDelegation } from '../delegations-store.ts'
import { editionOf } from '../edition-of.ts'
import type { Delegation, Step, StepKind } from '../model/delegation.ts'
import { isTheirs, mayStep, type Part, stateOf } from '../model/state-of-delegation.ts'
import { partOf } from '../part-of.ts'
import { readNow, readToShow } from '../read-standing.ts'
import { insertStanding } from '../standing-store.ts'
import { tellOthers } from './tell-others.ts'

/** What people do; the rest the service does, or a hand-over. */
export const ownSteps = [
  ...(['accepted', 'refused', 'agreed', 'not-agreed', 'paused', 'resumed'] as const),
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
  resumed: 'delegation.resumed',
  withdrawn: 'delegation.withdrawn',
  'given-back': 'delegation.given-back',
  'review-moved': 'delegation.review-moved',
} as const satisfies Readonly<Record<OwnStep, Act>>

interface Looked {
  readonly delegation: Delegation
  readonly steps: readonly Step[]
  readonly part: Part
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
    if (isDone(looked, taken, today)) return
    const { delegation, part } = looked
    const { kind, why, day } = taken
    await insertStep(db, { delegationId: delegation.id, kind, byId: actor.id, why, day })
    if (kind === 'accepted' || kind === 'resumed') {
      await keepStanding(db, { stored, delegation, kind, today })
    }
    const details = { about: delegation.worker.id }
    await recordEvent(db, actor, acts[kind], `delegation:${delegation.id}`, details)
    await tell(db, site, { delegation, kind, part })
  })
}

async function lookAt(db: Transaction, actor: Person, { id, kind }: Taken): Promise<Looked> {
  const delegation = await getDelegation(db, id)
  const steps = (await listSteps(db, { delegationIds: [id] })).get(id) ?? []
  const part = partOf(delegation, actor)
  if (part === undefined || !isTheirs(part, kind)) throw new NotFound(`delegation ${id}`)
  return { delegation, steps, part }
}

/** True where it is so already: sent twice, or both at once. Throws Conflict where it cannot be any more. */
function isDone({ delegation, steps, part }: Looked, { kind }: Taken, today: string): boolean {
  const state = stateOf(delegation, steps, today)
  if (mayStep(part, kind, state)) return false
  if (kind === 'paused' && state === 'paused') return true
  if (steps.some((step) => step.kind === kind) && kind !== 'resumed') return true
  throw new Conflict(whyNot[state] ?? 'This can no longer be done. Open the task again.')
}

const whyNot: Readonly<Partial<Record<ReturnType<typeof stateOf>, string>>> = {
  asked: 'This has not been answered yet.',
  'waits-for-employer': 'This waits for the worker’s employer.',
  active: 'This is going on already.',
  refused: 'This was answered already. Nothing was changed.',
  'not-agreed': 'The worker’s employer did not agree. Nothing was changed.',
  ended: 'This was ended, so nothing was changed.',
}

async function keepStanding(
  db: Transaction,
  kept: {
    readonly stored: StoredEdition
    readonly delegation: Delegation
    readonly kind: OwnStep
    readonly today: string
  },
): Promise<void> {
  const { stored, delegation, kind, today } = kept
  const { codes, worker, delegator } = delegation
  const lines =
    kind === 'accepted'
      ? await readToShow(db, stored, { workerId: worker.id, codes, today })
      : (await readNow(db, stored, { delegation, today })).now
  await insertStanding(db, { delegationId: delegation.id, shownTo: delegator.id, lines })
}

function tell(
  db: Transaction,
  site: Site,
  { delegation, kind, part }: Pick<Looked, 'delegation' | 'part'> & { readonly kind: OwnStep },
): Promise<void> {
  const delegationId = delegation.id
  if (part === 'worker' && (kind === 'accepted' || kind === 'refused')) {
    return tellOthers(db, site, { delegationId, kind: 'answered', parts: ['delegator'] })
  }
  const parts = (['worker', 'delegator'] as const).filter((one) => one !== part)
  return tellOthers(db, site, { delegationId, kind: 'changed', parts })
}
