import type { Standing, State } from '../../../passports/model/evaluate-passport.ts'

export const gapKinds = ['mine', 'missing', 'due'] as const
export type GapKind = (typeof gapKinds)[number]

const statesOf: Readonly<Record<GapKind, readonly State[]>> = {
  mine: ['missing', 'due-soon', 'lapsed'],
  missing: ['missing'],
  due: ['due-soon', 'lapsed'],
}

/** The codes that somebody may want to learn about, in the framework's order. */
export function findGaps(standings: readonly Standing[], kind: GapKind): string[] {
  return standings
    .filter(({ state }) => statesOf[kind].includes(state))
    .map(({ statement }) => statement.code)
}
