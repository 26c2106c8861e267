/** What pages on supervision say in the same words. */
import { dayInWords } from '../../../language/plain-dates.ts'
import type { TagProps } from '../../../ui/tag.tsx'
import {
  type AgreedAction,
  type Doer,
  type Session,
  sessionState,
  turnOf,
} from '../model/session.ts'
import type { Side } from '../model/supervising.ts'

export function dayOfSession({ happenedOn, plannedOn }: Session): string {
  return dayInWords(happenedOn ?? plannedOn)
}

/** No colour says that somebody is late: a day moves, and that is all. */
export function tagOf(session: Session, side: Side, today: string): TagProps {
  const state = sessionState(session, today)
  if (state === 'confirmed') return { text: 'Confirmed by both', colour: 'green' }
  if (state === 'closed') return { text: 'Ended', colour: 'grey' }
  if (state === 'planned') return { text: 'Planned', colour: 'blue' }
  if (state === 'not-written') return { text: 'Move it or write it up', colour: 'grey' }
  const turn = turnOf(session, side, today)
  if (turn === 'other') return { text: 'Their turn', colour: 'grey' }
  return { text: 'Your turn', colour: 'blue' }
}

export function doerWords(doer: Doer, { workerName, supervisorName }: Session | Names): string {
  if (doer === 'both') return 'Both of you'
  return doer === 'worker' ? workerName : supervisorName
}

interface Names {
  readonly workerName: string
  readonly supervisorName: string
}

export const stateWords: Readonly<Record<AgreedAction['state'], string>> = {
  open: 'Still to do',
  done: 'Done',
  dropped: 'No longer needed',
}
