/** What stood when both said yes and stands no longer. What did not stand then, both knew of. */
import type { Evaluation } from '../../passports/model/evaluate-passport.ts'
import type { StandingLine } from './delegation.ts'

type Line = Pick<StandingLine, 'code' | 'state'>

/** Signed off, or its original seen, and in date. */
export function isSigned({ state }: Pick<StandingLine, 'state'>): boolean {
  return state === 'held' || state === 'due-soon'
}

export function whatLapsed(shown: readonly Line[], now: readonly Line[]): string[] {
  const still = new Set(now.filter(isSigned).map(({ code }) => code))
  return shown.filter((line) => isSigned(line) && !still.has(line.code)).map(({ code }) => code)
}

export function linesOf({ standings }: Pick<Evaluation, 'standings'>): StandingLine[] {
  return standings.map(({ statement: { code }, state, signing, until, entries }) => {
    const seen = entries.find(({ confirmation }) => confirmation?.codes.includes(code))
    return {
      ...{ code, state, until },
      signedBy: signing?.shown.assessor.name ?? seen?.confirmation?.by,
      signedFor: signing?.shown.organisation,
      on: signing?.assessedOn ?? seen?.confirmation?.on,
    }
  })
}
