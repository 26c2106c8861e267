/** What somebody in a delegation is shown of where the worker stands. */
import type { Transaction } from '../database/database.ts'
import type { ShelvedEdition } from '../frameworks/edition-shelf.ts'
import { dayOf } from '../language/days.ts'
import { findAskableWorker } from './delegations-store.ts'
import type { Delegation, Gone, StandingLine, Step } from './model/delegation.ts'
import {
  type DelegationState,
  isAgreedWithDelegator,
  isOpen,
  type Part,
} from './model/state-of-delegation.ts'
import { readNow, readSeenHere, readToShow } from './read-standing.ts'
import { findStanding } from './standing-store.ts'

interface ShownLines {
  readonly lines: readonly StandingLine[]
  /** The day on which it stood so, where it is no longer looked up. */
  readonly asOn?: string | undefined
}

interface Read {
  readonly delegation: Delegation
  readonly steps: readonly Step[]
  readonly state: DelegationState
  readonly gone?: Gone | undefined
  readonly part: Part
  readonly today: string
}

/** Undefined for whoever is shown nothing of it. */
export async function readLines(
  db: Transaction,
  stored: ShelvedEdition,
  read: Read,
): Promise<ShownLines | undefined> {
  const { delegation, steps, state, gone, part, today } = read
  if (part === 'employer' || part === 'next') return undefined
  if (state === 'asked') return readAsked(db, stored, read)
  if (part === 'delegator' && isOpen(state) && !isAgreedWithDelegator(steps)) return undefined
  if (isOpen(state) && (part === 'worker' || gone === undefined)) {
    return { lines: (await readNow(db, stored, { delegation, today })).now }
  }
  if (!isOpen(state) && state !== 'ended') return asSeen(delegation)
  const kept = await findStanding(db, { delegationId: delegation.id })
  if (kept !== undefined) return { lines: kept.lines, asOn: dayOf(kept.at) }
  return steps.some(({ kind }) => kind === 'handed-over') ? undefined : asSeen(delegation)
}

async function readAsked(
  db: Transaction,
  stored: ShelvedEdition,
  { delegation, part, today }: Read,
): Promise<ShownLines> {
  const { codes, worker, delegator } = delegation
  const asked = { workerId: worker.id, codes, today }
  if (part === 'worker') return { lines: await readToShow(db, stored, asked) }
  const { organisation } = delegator
  const askable = await findAskableWorker(db, { workerId: worker.id, organisation })
  if (askable === undefined) return asSeen(delegation)
  return { lines: await readSeenHere(db, stored, { ...asked, organisation }) }
}

function asSeen({ seen, at }: Delegation): ShownLines {
  return { lines: seen, asOn: dayOf(at) }
}
