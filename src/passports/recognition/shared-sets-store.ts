/** The SQL of sets that are shared with an organisation: who shared what with whom, until when. */
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'

export interface RecognitionShare {
  readonly id: string
  readonly holderId: string
  readonly organisation: string
  readonly organisationName: string
  readonly purpose: 'apply' | 'join'
  /** YYYY-MM-DD: the last day. */
  readonly endsOn: string
  readonly at: Date
  readonly stoppedAt?: Date | undefined
  /** Something in it was decided on. */
  readonly decided: boolean
  /** Undefined where the actor may not know whose it is any more. */
  readonly holderName?: string | undefined
}

/** What somebody chose, by the ids of credentials, of entries with their version, and of what was brought. */
export interface ChosenItems {
  readonly credentials: readonly string[]
  readonly entries: readonly { readonly id: string; readonly version: number }[]
  /** Brought from elsewhere. */
  readonly received: readonly string[]
}

/** False where a set with this id is there already: the form was posted twice. */
export async function insertRecognitionShare(
  db: Transaction,
  share: Pick<RecognitionShare, 'id' | 'holderId' | 'organisation' | 'purpose' | 'endsOn'>,
  { credentials, entries, received }: ChosenItems,
): Promise<boolean> {
  const { id, holderId, organisation, purpose, endsOn } = share
  const made = await db
    .insertInto('recognition_share')
    .values({ id, holder_id: holderId, organisation, purpose, ends_on: endsOn })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (made === undefined) return false
  const of = { share_id: id, holder_id: holderId, organisation }
  const rows = [
    ...credentials.map((credential) => ({ ...of, credential_id: credential })),
    ...entries.map((entry) => ({ ...of, entry_id: entry.id, entry_version: entry.version })),
    ...received.map((one) => ({ ...of, received_id: one })),
  ]
  await db.insertInto('recognition_item').values(rows).execute()
  return true
}

/** Ending it twice changes nothing. False for somebody else's. */
export async function insertRecognitionEnd(
  db: Transaction,
  { id, holderId }: { readonly id: string; readonly holderId: string },
): Promise<boolean> {
  const own = await db
    .selectFrom('recognition_share')
    .where('id', '=', id)
    .where('holder_id', '=', holderId)
    .select('id')
    .executeTakeFirst()
  if (own === undefined) return false
  await db
    .insertInto('recognition_share_end')
    .values({ share_id: id })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return true
}

/** Until the transaction ends, nobody else decides on this set, nor ends it. */
export async function lockRecognition(db: Transaction, share: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`recognition:${share}`}, 0))`.execute(
    db,
  )
}

/** A holder's sets, the latest first. */
export async function listOwnRecognitionShares(
  db: Transaction,
  { holderId }: { readonly holderId: string },
): Promise<RecognitionShare[]> {
  const rows = await shares(db).where('shared.holder_id', '=', holderId).execute()
  return rows.map(shareOf)
}

const mostShares = 200

/** What was shared with an organisation, the latest first. */
export async function listRecognitionSharesTo(
  db: Transaction,
  { organisation }: { readonly organisation: string },
): Promise<RecognitionShare[]> {
  const rows = await shares(db)
    .where('shared.organisation', '=', organisation)
    .limit(mostShares)
    .execute()
  return rows.map(shareOf)
}

/** Throws NotFound, also for a set of somebody else or of another organisation. */
export async function getRecognitionShare(
  db: Transaction,
  whose: { readonly id: string } & (
    | { readonly holderId: string }
    | { readonly organisation: string }
  ),
): Promise<RecognitionShare> {
  const row = await shares(db)
    .where('shared.id', '=', whose.id)
    .where((eb) =>
      'holderId' in whose
        ? eb('shared.holder_id', '=', whose.holderId)
        : eb('shared.organisation', '=', whose.organisation),
    )
    .executeTakeFirst()
  if (row === undefined) throw new NotFound(`set ${whose.id}`)
  return shareOf(row)
}

function shares(db: Transaction) {
  return db
    .selectFrom('recognition_share as shared')
    .innerJoin('organisation', 'organisation.slug', 'shared.organisation')
    .leftJoin('recognition_share_end as ended', 'ended.share_id', 'shared.id')
    .orderBy('shared.at', 'desc')
    .selectAll('shared')
    .select(['organisation.name as organisation_name', 'ended.at as stopped_at'])
    .select(sql<string | null>`name_of_recognised(shared.id)`.as('holder_name'))
    .select((eb) =>
      eb
        .exists(
          eb
            .selectFrom('recognition_decision')
            .whereRef('recognition_decision.share_id', '=', 'shared.id')
            .select('recognition_decision.id'),
        )
        .as('decided'),
    )
}

function shareOf(
  row: Awaited<ReturnType<ReturnType<typeof shares>['executeTakeFirstOrThrow']>>,
): RecognitionShare {
  return {
    ...{ id: row.id, holderId: row.holder_id, organisation: row.organisation, at: row.at },
    organisationName: row.organisation_name,
    // The column's check constraint allows only these.
    purpose: row.purpose as RecognitionShare['purpose'],
    endsOn: row.ends_on,
    stoppedAt: row.stopped_at ?? undefined,
    decided: row.decided === true,
    holderName: row.holder_name ?? undefined,
  }
}
