/** An assessor's own slip: for ten minutes they take it all back, for a day they put its facts right. */
import { openSignOffs, type Signing } from './signing.ts'

const undoMinutes = 10
const correctHours = 24

type Slip = Pick<Signing, 'at' | 'signOffs' | 'second'>

export function mayUndo(signing: Slip, now: Date): boolean {
  return isYounger(signing, now, undoMinutes)
}

/** Never once a second assessor has answered: they answered to the facts as they were. */
export function mayCorrect(signing: Slip, now: Date): boolean {
  return signing.second === undefined && isYounger(signing, now, correctHours * 60)
}

export function undoUntil({ at }: Pick<Signing, 'at'>): Date {
  return new Date(at.getTime() + undoMinutes * 60_000)
}

function isYounger(signing: Slip, now: Date, minutes: number): boolean {
  if (openSignOffs(signing).length === 0) return false
  return now.getTime() - signing.at.getTime() < minutes * 60_000
}
