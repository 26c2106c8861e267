/** Ends what its time is over, a rule a kind, all in one transaction with one event. */
import type { Job } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Database, Transaction } from '../../database/database.ts'
import type { RetentionRule } from '../../personal-record.ts'
import { kindOf, type RetentionKind, runsOutBefore } from './model/retention.ts'

const retentionJob: Job = { kind: 'job', name: 'enforce-retention' }

export interface Retention {
  readonly kinds: readonly RetentionKind[]
  readonly rules: readonly RetentionRule[]
}

/** How much of each kind went, by the kind's slug. */
export type Ended = Readonly<Record<string, number>>

export function enforceRetention(db: Database, retention: Retention, now: Date): Promise<Ended> {
  return asActor(db, retentionJob, async (db) => {
    const ended = await endAll(db, retention, now)
    await recordEvent(db, retentionJob, 'retention.enforced', 'service:retention', ended)
    return ended
  })
}

/** What would go: it is done and undone again, so that no second rule has to say the same. */
export async function rehearseRetention(
  db: Database,
  retention: Retention,
  now: Date,
): Promise<Ended> {
  let ended: Ended = {}
  await asActor(db, retentionJob, async (db) => {
    ended = await endAll(db, retention, now)
    throw new Rehearsed()
  }).catch(unlessRehearsed)
  return ended
}

class Rehearsed extends Error {
  override readonly name = 'Rehearsed'
}

function unlessRehearsed(error: unknown): void {
  if (!(error instanceof Rehearsed)) throw error
}

async function endAll(
  db: Transaction,
  { kinds, rules }: Retention,
  now: Date,
): Promise<Record<string, number>> {
  const ended: Record<string, number> = {}
  for (const { kind, end } of rules) {
    const before = runsOutBefore(kindOf(kinds, kind), now)
    if (before === undefined) throw new Error(`no day ends ${kind}, and it has a rule`)
    ended[kind] = await end(db, before)
  }
  return ended
}
