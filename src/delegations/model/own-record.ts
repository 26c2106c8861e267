/** What a worker was asked to do, and what they answered: theirs, and nobody's measure of them. */
import { dayOf } from '../../language/days.ts'
import type { Delegation, Gone, Step } from './delegation.ts'
import { type DelegationState, reviewDay, stateNow } from './state-of-delegation.ts'

export interface RecordRow {
  readonly id: string
  readonly title: string
  readonly codes: readonly string[]
  readonly askedOn: string
  readonly askedBy: string
  readonly askedFor: string
  readonly state: DelegationState
  readonly answeredOn?: string | undefined
  readonly startsOn: string
  readonly reviewOn: string
  readonly endedOn?: string | undefined
}

export function rowsOfRecord(
  asked: readonly Delegation[],
  steps: ReadonlyMap<string, readonly Step[]>,
  { today, left }: { readonly today: string; readonly left: ReadonlyMap<string, Gone> },
): RecordRow[] {
  return asked.map((delegation) => {
    const own = steps.get(delegation.id) ?? []
    const dayOfStep = (...kinds: readonly Step['kind'][]) => {
      const step = own.find(({ kind }) => kinds.includes(kind))
      return step && dayOf(step.at)
    }
    return {
      ...{ id: delegation.id, title: delegation.title, codes: delegation.codes },
      askedOn: dayOf(delegation.at),
      askedBy: delegation.delegator.name,
      askedFor: delegation.delegator.employer ?? '',
      state: stateNow(delegation, own, { today, gone: left.get(delegation.id) }),
      answeredOn: dayOfStep('accepted', 'refused'),
      ...{ startsOn: delegation.startsOn, reviewOn: reviewDay(delegation, own) },
      endedOn: dayOfStep('withdrawn', 'given-back', 'not-agreed'),
    }
  })
}
