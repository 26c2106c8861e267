/** A registrant's, or a worker's, own record of learning: dates, hours and what they did. No names. */
import { writeCsv } from '../../../organisations/invitations/model/write-csv.ts'
import { formatMinutes, type Session, sessionState } from './session.ts'
import { type Side, sideOf } from './supervising.ts'

export interface CpdLine {
  readonly on: string
  readonly minutes: number
  readonly side: Side
  readonly organisationName: string
  readonly confirmedByBoth: boolean
}

/** What took place, the earliest first: also what the other has not confirmed yet. */
export function listCpd(sessions: readonly Session[], personId: string): CpdLine[] {
  return sessions
    .flatMap((session) => {
      const { happenedOn, minutes, organisationName } = session
      const side = sideOf(session, personId)
      if (happenedOn === undefined || minutes === undefined || side === undefined) return []
      const confirmedByBoth = sessionState(session, happenedOn) === 'confirmed'
      return [{ on: happenedOn, minutes, side, organisationName, confirmedByBoth }]
    })
    .sort((one, other) => one.on.localeCompare(other.on))
}

function sumMinutes(lines: readonly Pick<CpdLine, 'minutes'>[]): number {
  return lines.reduce((sum, { minutes }) => sum + minutes, 0)
}

/** Hours that one side alone has written do not count as if both had. */
export function sumByConfirmed(lines: readonly CpdLine[]) {
  return {
    confirmed: sumMinutes(lines.filter(({ confirmedByBoth }) => confirmedByBoth)),
    notYet: sumMinutes(lines.filter(({ confirmedByBoth }) => !confirmedByBoth)),
  }
}

export const activityWords: Readonly<Record<Side, string>> = {
  supervisor: 'Supervised a support worker',
  worker: 'Had supervision',
}

export function cpdCsv(lines: readonly CpdLine[]): string {
  const { confirmed, notYet } = sumByConfirmed(lines)
  return writeCsv([
    ['Date', 'Activity', 'Minutes', 'Where', 'Confirmed by both'],
    ...lines.map(({ on, side, minutes, organisationName, confirmedByBoth }) => [
      ...[on, activityWords[side], String(minutes), organisationName],
      confirmedByBoth ? 'Yes' : 'Not yet',
    ]),
    ['Confirmed by both', '', String(confirmed), formatMinutes(confirmed), ''],
    ['Not confirmed yet', '', String(notYet), formatMinutes(notYet), ''],
  ])
}
