/** What somebody in a delegation is shown of where the worker stands. */
import type { Transaction } from '../database/database.ts'
import type { StoredEdition } from '../frameworks/frameworks-store.ts'
import type { Delegation, StandingLine } from './model/delegation.ts'
import { type DelegationState, isOpen, type Part } from './model/state-of-delegation.ts'
import { readNow, readToShow } from './read-standing.ts'
import { findStanding } from './standing-store.ts'

/** Undefined for whoever is shown nothing of it. */
export async function readLines(
  db: Transaction,
  stored: StoredEdition,
  read: {
    readonly delegation: Delegation
    readonly state: DelegationState
    readonly part: Part
    readonly today: string
  },
): Promise<readonly StandingLine[] | undefined> {
  const { delegation, state, part, today } = read
  if (part === 'employer' || part === 'next') return undefined
  if (isOpen(state)) return (await readNow(db, stored, { delegation, today })).now
  if (state === 'asked' && part === 'worker') {
    const { codes, worker } = delegation
    return readToShow(db, stored, { workerId: worker.id, codes, today })
  }
  if (state === 'ended') {
    return (await findStanding(db, { delegationId: delegation.id }))?.lines ?? delegation.seen
  }
  return delegation.seen
}
