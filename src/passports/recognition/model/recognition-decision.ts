/** What a person decided on an item, beside what the machine said of it then. */
import type { DecisionOutcome, ItemKind } from './acceptance-policy.ts'
import type { ItemVerdict, Suggestion } from './suggest-recognition.ts'
import { findTopUpDone, type TopUpDone } from './top-up.ts'

export const refusalReasons = [
  'not-checked',
  'too-old',
  'done-differently',
  'other-level',
  'not-covered',
  'must-be-ours',
  'other',
] as const
export type RefusalReason = (typeof refusalReasons)[number]

export const reasonNames: Readonly<Record<RefusalReason, string>> = {
  'not-checked': 'It could not be checked, or is not valid',
  'too-old': 'It is too old',
  'done-differently': 'We do this in another way, or with other equipment',
  'other-level': 'It is for another level or setting',
  'not-covered': 'It does not cover what the role needs',
  'must-be-ours': 'A law or our regulator says that we must do this ourselves',
  other: 'Another reason',
}

export interface Decision {
  readonly id: string
  readonly itemId: string
  readonly shareId: string
  readonly organisation: string
  /** From 1; the latest counts. */
  readonly sequence: number
  readonly kind: ItemKind
  /** Undefined once the holder's account is erased. */
  readonly title?: string | undefined
  readonly verdict: ItemVerdict
  readonly suggested: Suggestion['suggests']
  readonly outcome: DecisionOutcome
  readonly topUp?: string | undefined
  readonly reason?: RefusalReason | undefined
  readonly words?: string | undefined
  readonly decidedByName?: string | undefined
  readonly at: Date
}

/** Of each item the latest. */
export function latestDecisions<One extends Pick<Decision, 'itemId' | 'sequence'>>(
  decisions: readonly One[],
): ReadonlyMap<string, One> {
  const latest = new Map<string, One>()
  for (const one of decisions) {
    const held = latest.get(one.itemId)
    if (held === undefined || held.sequence < one.sequence) latest.set(one.itemId, one)
  }
  return latest
}

export interface TopUpToDo {
  readonly decisionId: string
  readonly title: string
  readonly topUp: string
}

export interface ToDo {
  readonly topUps: readonly TopUpToDo[]
  /** Those are accepted now. */
  readonly topUpsDone: readonly (TopUpToDo & { readonly done: TopUpDone })[]
  readonly notAccepted: readonly { readonly title: string; readonly reason: string }[]
  /** Nobody has decided on these yet. */
  readonly undecided: readonly string[]
  readonly local: readonly string[]
}

/** What somebody who joins still has to do, and nothing that was accepted. */
export function listStillToDo({
  items,
  decisions,
  topUps,
  local,
}: {
  readonly items: readonly { readonly id: string; readonly title: string }[]
  readonly decisions: readonly Decision[]
  readonly topUps: readonly TopUpDone[]
  readonly local: readonly string[]
}): ToDo {
  const latest = [...latestDecisions(decisions).values()]
  const decided = new Set(latest.map(({ itemId }) => itemId))
  const asked = latest.filter(({ outcome }) => outcome === 'accept-with-top-up')
  const toDo = asked.map((decision) => {
    // Erased with the account: that it was asked stays.
    const { id: decisionId, title = 'An item', topUp = 'The top-up' } = decision
    return { decisionId, title, topUp, done: findTopUpDone(topUps, decision) }
  })
  return {
    topUps: toDo.flatMap(({ done, ...one }) => (done === undefined ? [one] : [])),
    topUpsDone: toDo.flatMap(({ done, ...one }) => (done === undefined ? [] : [{ ...one, done }])),
    notAccepted: latest.flatMap(({ title = 'An item', reason }) =>
      reason === undefined ? [] : [{ title, reason: reasonNames[reason] }],
    ),
    undecided: items.filter(({ id }) => !decided.has(id)).map(({ title }) => title),
    local,
  }
}
