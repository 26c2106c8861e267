/** Reads the whole audit, a page at a time, and says what does not fit. */
import type { Job } from '../actor.ts'
import { asActor } from '../database/as-actor.ts'
import type { Database, Transaction } from '../database/database.ts'
import type { Finding } from '../finding.ts'
import {
  countUnsealed,
  findLastBatch,
  listAuditKeys,
  listBatches,
  listSealedEvents,
  type Unsealed,
} from './batches-store.ts'
import { leafOf } from './model/audited-event.ts'
import type { AuditKey, Batch } from './model/batch.ts'
import { checkHead, checkKept, checkKeys, checkLeaves } from './model/check-batch.ts'

/** Heads as an outside party kept them: a map for as long as it fits, by number. */
export interface KeptHeads {
  readonly keys: readonly AuditKey[]
  readonly batches: ReadonlyMap<number, Batch>
}

export interface AuditVerdict {
  /** Unknown: nothing is wrong with what is sealed, but some events have waited for too long. */
  readonly outcome: 'valid' | 'invalid' | 'unknown'
  readonly batches: number
  readonly events: number
  /** How many of the heads that were brought were found as they were given out. */
  readonly kept: number
  readonly unsealed: Unsealed
  /** The first hundred. */
  readonly findings: readonly Finding[]
}

export const verifier: Job = { kind: 'job', name: 'verify-audit' }

const page = 10_000
const mostFindings = 100
/** Batches are sealed every minute; one that has waited for ten has not been asked for. */
const longestWait = 10 * 60_000

export function verifyAudit(
  { db, now }: { readonly db: Database; readonly now: () => Date },
  kept: KeptHeads = { keys: [], batches: new Map() },
): Promise<AuditVerdict> {
  return asActor(db, verifier, async (db) => {
    // What is sealed meanwhile is left to the next time.
    const last = (await findLastBatch(db))?.number ?? 0
    const keys = await listAuditKeys(db)
    const findings = [...checkKeys(keys), ...missingKeys(kept.keys, keys)]
    const add = (found: readonly Finding[]) => {
      if (findings.length < mostFindings) findings.push(...found.slice(0, mostFindings))
    }
    const counts = await readBatches(db, { last, keys, kept, add })
    const unsealed = await countUnsealed(db)
    add(notWaiting(unsealed))
    const outcome = outcomeOf(findings, unsealed, now())
    return { outcome, ...counts, unsealed, findings }
  })
}

interface Reading {
  readonly last: number
  readonly keys: readonly AuditKey[]
  readonly kept: KeptHeads
  readonly add: (found: readonly Finding[]) => void
}

async function readBatches(db: Transaction, { last, keys, kept, add }: Reading) {
  const byId = new Map(keys.map((key) => [key.id, key]))
  let before: Batch | undefined
  let [batches, events, found] = [0, 0, 0]
  for await (const { batch, leaves } of batchesWithLeaves(db, last)) {
    add(checkHead(batch, before, byId))
    add(checkLeaves(batch, leaves))
    const given = kept.batches.get(batch.number)
    const differs = given === undefined ? [] : checkKept(given, batch)
    add(differs)
    if (given !== undefined && differs.length === 0) found += 1
    batches += 1
    events += leaves.length
    before = batch
  }
  for (const given of kept.batches.values()) {
    if (given.number > last) add(checkKept(given, undefined))
  }
  return { batches, events, kept: found }
}

/** So many batches at a time as hold about a page of events. */
async function* batchesWithLeaves(db: Transaction, last: number) {
  let waiting: Batch[] = []
  let events = 0
  for await (const batch of allBatches(db, last)) {
    waiting.push(batch)
    events += batch.events
    if (events < page && batch.number < last) continue
    yield* await withLeaves(db, waiting)
    waiting = []
    events = 0
  }
}

async function withLeaves(db: Transaction, batches: readonly Batch[]) {
  const numbers = batches.map(({ number }) => number)
  const range = { from: numbers.at(0) ?? 0, to: numbers.at(-1) ?? 0 }
  const sealed = Map.groupBy(await listSealedEvents(db, range), ({ batch }) => batch)
  return batches.map((batch) => ({
    batch,
    leaves: (sealed.get(batch.number) ?? []).map(({ eventId, event }) => ({
      ...{ eventId, leaf: event && leafOf(event) },
    })),
  }))
}

async function* allBatches(db: Transaction, last: number): AsyncGenerator<Batch> {
  for (let after = 0; ; ) {
    const batches = await listBatches(db, { after, limit: page })
    yield* batches.filter(({ number }) => number <= last)
    after = batches.at(-1)?.number ?? last
    if (after >= last || batches.length === 0) return
  }
}

function missingKeys(given: readonly AuditKey[], here: readonly AuditKey[]): Finding[] {
  const ids = new Set(here.map(({ id }) => id))
  return given
    .filter(({ id }) => !ids.has(id))
    .map(({ id }) => ({
      ...{ code: 'key-missing', at: `key ${id}` },
      message: 'It was given out and is not here any more',
    }))
}

function notWaiting({ notWaiting }: Unsealed): Finding[] {
  if (notWaiting === 0) return []
  const message = `${notWaiting} events are in no batch and do not wait for one`
  return [{ code: 'event-not-waiting', at: 'unsealed', message }]
}

function outcomeOf(
  findings: readonly Finding[],
  { oldest }: Unsealed,
  now: Date,
): AuditVerdict['outcome'] {
  if (findings.length > 0) return 'invalid'
  if (oldest === undefined) return 'valid'
  return now.getTime() - oldest.getTime() > longestWait ? 'unknown' : 'valid'
}
