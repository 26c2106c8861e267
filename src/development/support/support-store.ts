/** The SQL of what helps somebody, with whom they share it, and what was offered. */
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import type {
  SupportAnswer,
  SupportKind,
  SupportNeed,
  SupportOffer,
  SupportShare,
} from './model/support.ts'

interface Whose {
  readonly holderId: string
}

interface One extends Whose {
  readonly id: string
}

/** False where the same form was sent before. */
export async function insertNeed(
  db: Transaction,
  { id, holderId, kind, words }: One & { readonly kind: SupportKind; readonly words: string },
): Promise<boolean> {
  const made = await db
    .insertInto('support_need')
    .values({ id, holder_id: holderId, kind, words })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

/** The latest first, also what is over. */
export async function listOwnNeeds(db: Transaction, { holderId }: Whose): Promise<SupportNeed[]> {
  const rows = await needs(db)
    .where('need.holder_id', '=', holderId)
    .orderBy('need.at', 'desc')
    .execute()
  return withAll(db, rows)
}

/** Throws NotFound for somebody else's. */
export async function getOwnNeed(db: Transaction, { id, holderId }: One): Promise<SupportNeed> {
  const rows = await needs(db)
    .where('need.id', '=', id)
    .where('need.holder_id', '=', holderId)
    .execute()
  const [need] = await withAll(db, rows)
  if (need === undefined) throw new NotFound(`need ${id}`)
  return need
}

interface Places {
  readonly organisations: readonly string[]
}

/** What people share with these organisations now. */
export async function listSharedNeeds(
  db: Transaction,
  { organisations }: Places,
): Promise<SupportNeed[]> {
  if (organisations.length === 0) return []
  const rows = await needs(db)
    .where('need.id', 'in', (shares) =>
      shares
        .selectFrom('support_share')
        .where('organisation', 'in', [...organisations])
        .where('stopped_at', 'is', null)
        .select('need_id'),
    )
    .where('need.ended_at', 'is', null)
    .orderBy('need.at', 'desc')
    .limit(500)
    .execute()
  return withAll(db, rows)
}

/** Throws NotFound where it is not shared with one of them (any more). */
export async function getSharedNeed(
  db: Transaction,
  { id, organisations }: Places & { readonly id: string },
): Promise<SupportNeed> {
  const found = await listSharedNeeds(db, { organisations })
  const need = found.find((one) => one.id === id)
  if (need === undefined) throw new NotFound(`need ${id}`)
  return need
}

/** False where it is over. */
export async function setNeedEnded(
  db: Transaction,
  { id, holderId, at }: One & { readonly at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('support_need')
    .where('id', '=', id)
    .where('holder_id', '=', holderId)
    .where('ended_at', 'is', null)
    .set({ ended_at: at })
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** False where it is shared there already. */
export async function insertSupportShare(
  db: Transaction,
  share: One & { readonly needId: string; readonly organisation: string },
): Promise<boolean> {
  const { id, needId, holderId, organisation } = share
  const made = await db
    .insertInto('support_share')
    .values({ id, need_id: needId, holder_id: holderId, organisation })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

/** With one organisation, or with all. How many ended. */
export async function setSharesStopped(
  db: Transaction,
  {
    needId,
    holderId,
    organisation,
    at,
  }: Whose & {
    readonly needId?: string | undefined
    readonly organisation?: string | undefined
    readonly at: Date
  },
): Promise<number> {
  let query = db
    .updateTable('support_share')
    .where('holder_id', '=', holderId)
    .where('stopped_at', 'is', null)
  if (needId !== undefined) query = query.where('need_id', '=', needId)
  if (organisation !== undefined) query = query.where('organisation', '=', organisation)
  const { numUpdatedRows } = await query.set({ stopped_at: at }).executeTakeFirst()
  return Number(numUpdatedRows)
}

/** False where the same form was sent before. */
export async function insertOffer(
  db: Transaction,
  offer: One & {
    readonly needId: string
    readonly organisation: string
    readonly offeredBy: string
    readonly words: string
  },
): Promise<boolean> {
  const { id, needId, holderId, organisation, offeredBy, words } = offer
  const made = await db
    .insertInto('support_offer')
    .values({
      ...{ id, need_id: needId, holder_id: holderId, organisation },
      ...{ offered_by: offeredBy, words },
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst()
  return made !== undefined
}

/** What it was offered for. Throws NotFound for somebody else's. */
export async function setOfferAnswered(
  db: Transaction,
  { id, holderId, answer, at }: One & { readonly answer: SupportAnswer; readonly at: Date },
): Promise<{ readonly needId: string }> {
  const row = await db
    .updateTable('support_offer')
    .where('id', '=', id)
    .where('holder_id', '=', holderId)
    .set({ answer, answered_at: at })
    .returning('need_id')
    .executeTakeFirst()
  if (row === undefined) throw new NotFound(`offer ${id}`)
  return { needId: row.need_id }
}

function needs(db: Transaction) {
  return db
    .selectFrom('support_need as need')
    .leftJoin('person', 'person.id', 'need.holder_id')
    .select(['need.id', 'need.holder_id', 'person.name', 'need.kind', 'need.words', 'need.at'])
    .select('need.ended_at')
}

type NeedRow = Awaited<ReturnType<ReturnType<typeof needs>['executeTakeFirstOrThrow']>>

/** With as much of what hangs on them as the reader sees. */
async function withAll(db: Transaction, rows: readonly NeedRow[]): Promise<SupportNeed[]> {
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  const shares = Map.groupBy(await listShares(db, ids), ({ needId }) => needId)
  const offers = Map.groupBy(await listOffers(db, ids), ({ needId }) => needId)
  return rows.map(({ id, holder_id, name, kind, words, at, ended_at }) => ({
    ...{ id, holderId: holder_id, holderName: name ?? undefined, kind, words, at },
    ...{ endedAt: ended_at ?? undefined },
    ...{ shares: shares.get(id) ?? [], offers: offers.get(id) ?? [] },
  }))
}

async function listShares(
  db: Transaction,
  ids: readonly string[],
): Promise<(SupportShare & { readonly needId: string })[]> {
  const rows = await db
    .selectFrom('support_share as shared')
    .innerJoin('organisation', 'organisation.slug', 'shared.organisation')
    .where('shared.need_id', 'in', [...ids])
    .orderBy('shared.at', 'desc')
    .select(['shared.need_id as needId', 'shared.organisation', 'shared.at', 'shared.stopped_at'])
    .select('organisation.name as organisationName')
    .select(
      sql<boolean>`shared.stopped_at is null
        and works_since(shared.holder_id, shared.organisation, shared.at)`.as('counts'),
    )
    .execute()
  return rows.map(({ stopped_at, ...row }) => ({ ...row, stoppedAt: stopped_at ?? undefined }))
}

async function listOffers(
  db: Transaction,
  ids: readonly string[],
): Promise<(SupportOffer & { readonly needId: string })[]> {
  const rows = await db
    .selectFrom('support_offer as offer')
    .innerJoin('organisation', 'organisation.slug', 'offer.organisation')
    .leftJoin('person', 'person.id', 'offer.offered_by')
    .where('offer.need_id', 'in', [...ids])
    .orderBy('offer.at', 'desc')
    .select(['offer.id', 'offer.need_id as needId', 'offer.organisation', 'offer.words'])
    .select(['organisation.name as organisationName', 'person.name as offeredBy', 'offer.at'])
    .select(['offer.answer', 'offer.answered_at'])
    .execute()
  return rows.map(({ offeredBy, answer, answered_at, ...row }) => ({
    ...{ ...row, offeredBy: offeredBy ?? undefined, answer: answer ?? undefined },
    answeredAt: answered_at ?? undefined,
  }))
}
