/** What recognition has saved and where it was refused, without telling who anybody is. */
import type { ItemKind } from './acceptance-policy.ts'
import { type RefusalReason, refusalReasons } from './recognition-decision.ts'

/** The latest decision on one item. */
export interface Counted {
  readonly holderId: string
  readonly kind: ItemKind
  readonly outcome: string
  readonly reason?: string | undefined
}

/** Undefined where fewer people than the threshold stand behind it. */
export interface Figures {
  readonly people?: number | undefined
  readonly accepted?: number | undefined
  readonly hours?: number | undefined
  /** How many people each reason was given to. */
  readonly refused: readonly {
    readonly reason: RefusalReason
    readonly people?: number | undefined
  }[]
}

export const threshold = 5

export function countRecognition(
  decisions: readonly Counted[],
  minutes: Readonly<Record<ItemKind, number>>,
): Figures {
  const accepted = decisions.filter(({ outcome }) => outcome !== 'do-not-accept')
  const people = countPeople(decisions)
  const enough = countPeople(accepted) >= threshold
  const saved = accepted.reduce((sum, { kind }) => sum + minutes[kind], 0)
  return {
    people: people >= threshold ? people : undefined,
    accepted: enough ? accepted.length : undefined,
    hours: enough ? Math.round(saved / 60) : undefined,
    refused: suppressSmall(
      refusalReasons.map((reason) => ({
        reason,
        people: countPeople(decisions.filter((one) => one.reason === reason)),
      })),
    ),
  }
}

function countPeople(decisions: readonly Counted[]): number {
  return new Set(decisions.map(({ holderId }) => holderId)).size
}

/** Where one figure alone is left out, the next smallest goes too: the one cannot be worked out. */
export function suppressSmall<One extends { readonly people: number }>(
  counts: readonly One[],
): (Omit<One, 'people'> & { readonly people?: number | undefined })[] {
  const small = counts.filter(({ people }) => people > 0 && people < threshold)
  const shown = counts.filter(({ people }) => people >= threshold)
  const second = shown.toSorted((a, b) => a.people - b.people)[0]
  const hidden = new Set<One>([...small, ...(small.length === 1 && second ? [second] : [])])
  return counts.flatMap((one) => {
    if (hidden.has(one)) return [{ ...one, people: undefined }]
    return one.people === 0 ? [] : [one]
  })
}
