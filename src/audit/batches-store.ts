/** The seals: which events stand in which batch, and who signed it. Asked by the audit's own jobs. */
import { type RawBuilder, sql } from 'kysely'
import type { Transaction } from '../database/database.ts'
import type { AuditedEvent } from './model/audited-event.ts'
import type { AuditKey, Batch } from './model/batch.ts'

/** To the microsecond, which a JavaScript Date does not hold. */
function utc(column: string): RawBuilder<string> {
  return sql`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
}

const eventColumns = [
  'audit_event.id',
  'audit_event.actor',
  'audit_event.action',
  'audit_event.subject_ref',
  'audit_event.organisation',
  'audit_event.about',
  'audit_event.details',
] as const

interface EventRow {
  readonly id: string
  readonly at: string
  readonly actor: string
  readonly action: string
  readonly subject_ref: string
  readonly organisation: string | null
  readonly about: string | null
  readonly details: Record<string, unknown>
}

function eventOf({ subject_ref, ...row }: EventRow): AuditedEvent {
  return { ...row, subjectRef: subject_ref }
}

/** True for one sealer at a time, until its transaction ends. */
export async function lockSealing(db: Transaction): Promise<boolean> {
  const { rows } = await sql<{ locked: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended('audit:seal', 0)) as locked`.execute(db)
  return rows[0]?.locked ?? false
}

/** Those that no batch holds yet, in the order in which they happened. */
export async function listWaitingEvents(db: Transaction, limit: number): Promise<AuditedEvent[]> {
  const rows = await db
    .selectFrom('audit_waiting')
    .innerJoin('audit_event', 'audit_event.id', 'audit_waiting.event_id')
    .select(eventColumns)
    .select(utc('audit_event.at').as('at'))
    .limit(limit)
    .execute()
  // Sorted here: sorting all that waits for each batch of it would take for ever after a long wait.
  return rows.map(eventOf).sort((a, b) => (a.at + a.id < b.at + b.id ? -1 : 1))
}

export async function insertBatch(db: Transaction, batch: Batch): Promise<void> {
  await db
    .insertInto('audit_batch')
    .values({
      number: batch.number,
      events: batch.events,
      first_at: batch.from,
      last_at: batch.to,
      root: Buffer.from(batch.root, 'hex'),
      previous: Buffer.from(batch.previous, 'hex'),
      sealed_at: batch.sealedAt,
      key: batch.key,
      signature: batch.signature,
    })
    .execute()
}

/** In the order of the leaves. They wait no longer. */
export async function insertSeals(
  db: Transaction,
  batch: number,
  events: readonly string[],
): Promise<void> {
  await sql`
    insert into audit_seal (event_id, batch, position)
    select id, ${batch}, place - 1
    from unnest(${[...events]}::uuid[]) with ordinality as sealed (id, place)`.execute(db)
}

function batches(db: Transaction) {
  return db
    .selectFrom('audit_batch')
    .select(['number', 'events', 'root', 'previous', 'key', 'signature'])
    .select([utc('first_at').as('from'), utc('last_at').as('to'), utc('sealed_at').as('sealedAt')])
}

type BatchRow = Awaited<ReturnType<ReturnType<typeof batches>['execute']>>[number]

function batchOf({ root, previous, ...row }: BatchRow): Batch {
  return { ...row, root: root.toString('hex'), previous: previous.toString('hex') }
}

export async function findLastBatch(db: Transaction): Promise<Batch | undefined> {
  const row = await batches(db).orderBy('number', 'desc').limit(1).executeTakeFirst()
  return row && batchOf(row)
}

/** Those after a number, in order. */
export async function listBatches(
  db: Transaction,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<Batch[]> {
  const rows = await batches(db)
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
    .execute()
  return rows.map(batchOf)
}

export interface SealPlace {
  readonly batch: number
  readonly position: number
}

export interface SealedEvent extends SealPlace {
  readonly eventId: string
  /** Undefined where the event has gone. */
  readonly event: AuditedEvent | undefined
}

/** Those of some batches, in the order of batches and leaves. */
export async function listSealedEvents(
  db: Transaction,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<SealedEvent[]> {
  const rows = await db
    .selectFrom('audit_seal')
    .leftJoin('audit_event', 'audit_event.id', 'audit_seal.event_id')
    .where('batch', '>=', from)
    .where('batch', '<=', to)
    .orderBy('batch')
    .orderBy('position')
    .select(['event_id', 'batch', 'position'])
    .select(eventColumns)
    .select(utc('audit_event.at').as('at'))
    .execute()
  return rows.map(({ event_id, batch, position, ...row }) => ({
    ...{ batch, position, eventId: event_id },
    event: row.id === null ? undefined : eventOf(row as EventRow),
  }))
}

export async function findSeal(db: Transaction, eventId: string): Promise<SealPlace | undefined> {
  return db
    .selectFrom('audit_seal')
    .where('event_id', '=', eventId)
    .select(['batch', 'position'])
    .executeTakeFirst()
}

export interface Unsealed {
  readonly count: number
  readonly oldest: Date | undefined
  /** Of these, those that no sealer will ever be shown. */
  readonly notWaiting: number
}

/** Counted from the events themselves, and not from what says that it waits. */
export async function countUnsealed(db: Transaction): Promise<Unsealed> {
  const row = await db
    .selectFrom('audit_event')
    .leftJoin('audit_seal', 'audit_seal.event_id', 'audit_event.id')
    .leftJoin('audit_waiting', 'audit_waiting.event_id', 'audit_event.id')
    .where('audit_seal.event_id', 'is', null)
    .select((eb) => [
      eb.fn.countAll<number>().as('count'),
      eb.fn.count<number>('audit_waiting.event_id').as('waiting'),
      eb.fn.min('audit_event.at').as('oldest'),
    ])
    .executeTakeFirstOrThrow()
  const { count, waiting, oldest } = row
  return { count, oldest: oldest ?? undefined, notWaiting: count - waiting }
}

/** In the line in which they follow each other. */
export async function listAuditKeys(db: Transaction): Promise<AuditKey[]> {
  const rows = await db
    .selectFrom('audit_key')
    .select(['id', 'public_key', 'endorsed_by', 'endorsement'])
    .execute()
  const follower = new Map(rows.map((row) => [row.endorsed_by, row]))
  const line: AuditKey[] = []
  for (let row = follower.get(null); row !== undefined; row = follower.get(row.id)) {
    line.push({
      id: row.id,
      publicKey: row.public_key,
      endorsedBy: row.endorsed_by ?? undefined,
      endorsement: row.endorsement ?? undefined,
    })
  }
  return line
}

export async function insertAuditKey(
  db: Transaction,
  key: AuditKey,
  sealedPrivateKey: Buffer,
): Promise<void> {
  const { id, publicKey, endorsedBy, endorsement } = key
  await db
    .insertInto('audit_key')
    .values({
      ...{ id, public_key: publicKey },
      ...{ endorsed_by: endorsedBy ?? null, endorsement: endorsement ?? null },
    })
    .execute()
  await db
    .insertInto('audit_private_key')
    .values({ key: id, sealed_private_key: sealedPrivateKey })
    .execute()
}

export async function getSealedAuditKey(db: Transaction, key: string): Promise<Buffer> {
  const row = await db
    .selectFrom('audit_private_key')
    .where('key', '=', key)
    .select('sealed_private_key')
    .executeTakeFirstOrThrow()
  return row.sealed_private_key
}
