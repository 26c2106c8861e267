/** Where a worker stands on the statements of a task, as far as the reader is shown it. */
import type { Transaction } from '../database/database.ts'
import type { ShelvedEdition } from '../frameworks/edition-shelf.ts'
import type { Entry } from '../passports/model/entry.ts'
import type { Signing } from '../passports/model/signing.ts'
import { evaluateHeldCodes, readHeld } from '../passports/standing/read-evaluation.ts'
import type { Delegation, StandingLine } from './model/delegation.ts'
import { linesOf } from './model/what-lapsed.ts'
import { findStanding, listSignedFor, listSignedHere } from './standing-store.ts'

interface Wanted {
  readonly codes: readonly string[]
  readonly today: string
}

/** Nobody's own word: what others signed or saw. */
function evaluateProof(
  stored: ShelvedEdition,
  proof: { readonly signings: readonly Signing[]; readonly entries: readonly Entry[] },
  wanted: Wanted,
): StandingLine[] {
  const said = { answers: new Map(), answersElsewhere: new Map() }
  const held = { role: { level: undefined, profession: undefined }, ...said, ...proof }
  return linesOf(evaluateHeldCodes(held, stored, wanted))
}

/** As the delegator, before anything was asked. */
export async function readSeenHere(
  db: Transaction,
  stored: ShelvedEdition,
  asked: Wanted & { readonly workerId: string; readonly organisation: string },
): Promise<StandingLine[]> {
  const signings = await listSignedHere(db, { ...asked, edition: stored.ref })
  return evaluateProof(stored, { signings, entries: [] }, asked)
}

/** As the worker: what they show by saying yes. Nothing private, and nothing they only say themselves. */
export async function readToShow(
  db: Transaction,
  stored: ShelvedEdition,
  asked: Wanted & { readonly workerId: string },
): Promise<StandingLine[]> {
  const held = await readHeld(db, { holderId: asked.workerId, ref: stored.ref })
  const entries = held.entries.filter((one) => !one.private && one.confirmation !== undefined)
  return evaluateProof(stored, { signings: held.signings, entries }, asked)
}

/** As one of the two since the worker said yes: what they showed, and what has become of it. */
export async function readNow(
  db: Transaction,
  stored: ShelvedEdition,
  { delegation, today }: { readonly delegation: Delegation; readonly today: string },
): Promise<{ readonly shown: readonly StandingLine[]; readonly now: readonly StandingLine[] }> {
  const { id: delegationId, codes, edition, worker } = delegation
  const shown = (await findStanding(db, { delegationId }))?.lines ?? []
  const signings = await listSignedFor(db, { delegationId, workerId: worker.id })
  const entries = shown.flatMap((line) => entryOf(line, edition))
  return { shown, now: evaluateProof(stored, { signings, entries }, { codes, today }) }
}

/** An original that somebody saw is no signing: it stands as the worker showed it. */
function entryOf({ code, signedBy, signedFor, on, until }: StandingLine, edition: string): Entry[] {
  if (signedBy === undefined || signedFor !== undefined || on === undefined) return []
  const confirmation = { by: signedBy, how: 'original-seen', on, until, codes: [code] } as const
  return [
    {
      ...{ id: code, version: 1, kind: 'training', title: code, private: false, edition },
      ...{ codes: [code], facts: {}, at: new Date(on), confirmation },
    },
  ]
}
