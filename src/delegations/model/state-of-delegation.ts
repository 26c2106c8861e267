/** Where a delegation is, from its steps alone; and who may take which next. */
import type { Arrangement, Delegation, Gone, Step, StepKind } from './delegation.ts'

export const delegationStates = [
  ...(['asked', 'waits-for-employer', 'starts-later', 'active', 'paused'] as const),
  ...(['refused', 'not-agreed', 'ended'] as const),
] as const
export type DelegationState = (typeof delegationStates)[number]

export const parts = ['worker', 'delegator', 'employer', 'next'] as const
export type Part = (typeof parts)[number]

type Steps = readonly Pick<Step, 'kind'>[]
type Asked = Pick<Delegation, 'arrangement' | 'startsOn'>

const pauses: readonly StepKind[] = [
  ...(['paused', 'lapsed', 'delegator-left', 'worker-left', 'handed-over'] as const),
]

export function stateOf(
  { arrangement, startsOn }: Asked,
  steps: Steps,
  today: string,
): DelegationState {
  const has = (kind: StepKind) => steps.some((step) => step.kind === kind)
  if (has('refused')) return 'refused'
  if (has('not-agreed')) return 'not-agreed'
  if (has('withdrawn') || has('given-back')) return 'ended'
  if (!has('accepted')) return 'asked'
  if (needsEmployer(arrangement) && !has('agreed')) return 'waits-for-employer'
  if (lastPause(steps) !== undefined) return 'paused'
  return startsOn > today ? 'starts-later' : 'active'
}

function needsEmployer(arrangement: Arrangement): boolean {
  return arrangement === 'other-employer'
}

/** The pause that still holds: nothing was resumed after it. */
export function lastPause<Given extends Pick<Step, 'kind'>>(
  steps: readonly Given[],
): Given | undefined {
  const last = steps.findLast(({ kind }) => kind === 'resumed' || pauses.includes(kind))
  return last?.kind === 'resumed' ? undefined : last
}

/** Paused at once by whoever is gone, before the service has looked and written it down. */
export function stateNow(
  asked: Asked,
  steps: Steps,
  now: { today: string; gone?: Gone | undefined },
) {
  const state = stateOf(asked, steps, now.today)
  return now.gone !== undefined && running.includes(state) ? 'paused' : state
}

/** A pause of the worker's own, or a new registrant: the worker says first that they go on. */
export function waitsForWorker(
  steps: readonly Pick<Step, 'kind' | 'byId'>[],
  workerId: string,
): boolean {
  const last = steps.findLast(
    ({ kind, byId }) =>
      kind === 'ready' || kind === 'handed-over' || (kind === 'paused' && byId === workerId),
  )
  return last !== undefined && last.kind !== 'ready'
}

/** The worker said yes to whoever delegates it now. */
export function isAgreedWithDelegator(steps: Steps): boolean {
  const last = steps.findLast(({ kind }) => ['accepted', 'ready', 'handed-over'].includes(kind))
  return last !== undefined && last.kind !== 'handed-over'
}

const open: readonly DelegationState[] = ['waits-for-employer', 'starts-later', 'active', 'paused']

/** Said yes to, and not over. */
export function isOpen(state: DelegationState): boolean {
  return open.includes(state)
}

/** Nothing more can come of it. */
export function isOver(state: DelegationState): boolean {
  return state !== 'asked' && !isOpen(state)
}

const running: readonly DelegationState[] = ['starts-later', 'active']
/** Each of them may pause it, and say why, where another one has already. */
const stoppable: readonly DelegationState[] = [...running, 'paused']

const allowed: Readonly<
  Record<Part, Readonly<Partial<Record<StepKind, readonly DelegationState[]>>>>
> = {
  worker: {
    accepted: ['asked'],
    refused: ['asked'],
    paused: stoppable,
    ready: ['paused'],
    'review-moved': open,
    'given-back': open,
  },
  delegator: {
    paused: stoppable,
    resumed: ['paused'],
    'review-moved': open,
    withdrawn: ['asked', ...open],
  },
  employer: {
    agreed: ['waits-for-employer'],
    'not-agreed': ['waits-for-employer'],
    paused: stoppable,
  },
  next: {},
}

export function mayStep(part: Part, kind: StepKind, state: DelegationState): boolean {
  return allowed[part][kind]?.includes(state) === true
}

/** Whether it is ever theirs to take. */
export function isTheirs(part: Part, kind: StepKind): boolean {
  return allowed[part][kind] !== undefined
}

/** The day to look again: as agreed, or as last moved. */
export function reviewDay(
  { reviewOn }: Pick<Delegation, 'reviewOn'>,
  steps: readonly Pick<Step, 'day'>[],
): string {
  return steps.findLast(({ day }) => day !== undefined)?.day ?? reviewOn
}
