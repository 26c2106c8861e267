/** The SQL of credentials from elsewhere, each with the latest look at it. */
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import type { EntryKind } from '../model/entry.ts'
import type { MadeOutTo } from './model/compare-subject.ts'
import type { Described } from './model/describe-brought.ts'
import type { SourceForm } from './model/find-credentials.ts'
import type { Received, ReceivedCheck } from './model/received.ts'

interface Whose {
  readonly holderId: string
}

export interface NewReceived extends Whose, Described {
  readonly id: string
  readonly fingerprint: Buffer
  readonly form: SourceForm
  readonly document: string
  readonly lookedAt: Date
}

/** False where this holder brought the same before. */
export async function insertReceived(db: Transaction, received: NewReceived): Promise<boolean> {
  const { id, holderId, fingerprint, form, document, title, kind, lookedAt } = received
  const made = await db
    .insertInto('received_credential')
    .values({
      ...{ id, holder_id: holderId, fingerprint, form, document, title, kind },
      ...{ from_on: received.from ?? null, valid_until: received.validUntil ?? null },
      ...{ said_issuer: received.saidIssuer, looked_at: lookedAt },
    })
    .onConflict((conflict) => conflict.columns(['holder_id', 'fingerprint']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

export async function insertReceivedCheck(
  db: Transaction,
  {
    id,
    receivedId,
    holderId,
    check,
  }: Whose & {
    readonly id: string
    readonly receivedId: string
    readonly check: ReceivedCheck
  },
): Promise<void> {
  const { outcome, unreadable, steps, madeOutTo, issuerName, edition, codes, at } = check
  await db
    .insertInto('received_check')
    .values({
      ...{ id, received_id: receivedId, holder_id: holderId, outcome, at, codes: [...codes] },
      ...{ unreadable: unreadable ?? null, steps: JSON.stringify(steps), made_out_to: madeOutTo },
      ...{ issuer_name: issuerName ?? null, edition: edition ?? null },
    })
    .execute()
}

/** False where it was taken out meanwhile. */
export async function setLookedAt(
  db: Transaction,
  { id, holderId, at }: Whose & { readonly id: string; readonly at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('received_credential')
    .where('id', '=', id)
    .where('holder_id', '=', holderId)
    .set({ looked_at: at })
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** The latest brought first. */
export async function listReceived(db: Transaction, { holderId }: Whose): Promise<Received[]> {
  const rows = await latest(db).where('brought.holder_id', '=', holderId).execute()
  return rows
    .map(toReceived)
    .sort((one, other) => other.receivedAt.getTime() - one.receivedAt.getTime())
}

/** Throws NotFound for somebody else's. */
export async function getReceived(
  db: Transaction,
  { id, holderId }: Whose & { readonly id: string },
): Promise<Received> {
  const row = await latest(db)
    .where('brought.id', '=', id)
    .where('brought.holder_id', '=', holderId)
    .executeTakeFirst()
  if (row === undefined) throw new NotFound(`received credential ${id}`)
  return toReceived(row)
}

export async function findReceivedByMark(
  db: Transaction,
  { holderId, fingerprint }: Whose & { readonly fingerprint: Buffer },
): Promise<string | undefined> {
  const row = await db
    .selectFrom('received_credential')
    .where('holder_id', '=', holderId)
    .where('fingerprint', '=', fingerprint)
    .select('id')
    .executeTakeFirst()
  return row?.id
}

export async function countReceived(db: Transaction, { holderId }: Whose): Promise<number> {
  const { count } = await db
    .selectFrom('received_credential')
    .where('holder_id', '=', holderId)
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** With its looks. False where it was not there, or not theirs. */
export async function removeReceived(
  db: Transaction,
  { id, holderId }: Whose & { readonly id: string },
): Promise<boolean> {
  const gone = await db
    .deleteFrom('received_credential')
    .where('id', '=', id)
    .where('holder_id', '=', holderId)
    .executeTakeFirst()
  return gone.numDeletedRows > 0n
}

/** For the nightly job: whose was not looked at since, the longest ago first. */
export async function listDueReceived(
  db: Transaction,
  { before, most }: { readonly before: Date; readonly most: number },
): Promise<(Received & Whose)[]> {
  const rows = await latest(db)
    .where('brought.id', 'in', (eb) =>
      eb
        .selectFrom('received_credential as due')
        .where('due.looked_at', '<', before)
        .orderBy('due.looked_at')
        .limit(most)
        .select('due.id'),
    )
    .execute()
  return rows.map((row) => ({ ...toReceived(row), holderId: row.holder_id }))
}

function latest(db: Transaction) {
  return db
    .selectFrom('received_credential as brought')
    .innerJoin('received_check as look', 'look.received_id', 'brought.id')
    .distinctOn('brought.id')
    .orderBy('brought.id')
    .orderBy('look.at', 'desc')
    .select(['brought.id', 'brought.holder_id', 'brought.form', 'brought.document'])
    .select(['brought.title', 'brought.kind', 'brought.from_on', 'brought.valid_until'])
    .select(['brought.said_issuer', 'brought.received_at', 'brought.looked_at'])
    .select(['look.at', 'look.outcome', 'look.unreadable', 'look.steps', 'look.made_out_to'])
    .select(['look.issuer_name', 'look.edition', 'look.codes'])
}

type Row = Awaited<ReturnType<ReturnType<typeof latest>['executeTakeFirstOrThrow']>>

function toReceived(row: Row): Received {
  return {
    ...{ id: row.id, document: row.document, title: row.title, saidIssuer: row.said_issuer },
    // The columns' check constraints allow only these.
    ...{ form: row.form as SourceForm, kind: row.kind as EntryKind },
    ...{ from: row.from_on ?? undefined, validUntil: row.valid_until ?? undefined },
    ...{ receivedAt: row.received_at, lookedAt: row.looked_at },
    check: {
      ...{ at: row.at, steps: row.steps, codes: row.codes, edition: row.edition ?? undefined },
      outcome: row.outcome as ReceivedCheck['outcome'],
      unreadable: (row.unreadable ?? undefined) as ReceivedCheck['unreadable'],
      madeOutTo: row.made_out_to as MadeOutTo,
      issuerName: row.issuer_name ?? undefined,
    },
  }
}
