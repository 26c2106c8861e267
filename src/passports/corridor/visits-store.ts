/** Visits in the corridor: offered by a holder, opened by an assessor with the code. */
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import { Conflict, NotFound } from '../../errors.ts'
import type { LevelSlug } from '../../frameworks/model/framework.ts'

export interface Visit {
  readonly id: string
  readonly holderId: string
  readonly edition: string
  readonly level: LevelSlug
  /** In the order in which to look. */
  readonly codes: readonly string[]
  /** How many of them come first of all. */
  readonly suggested: number
  readonly expiresAt: Date
  readonly endedAt?: Date | undefined
  /** Who opened it, for which organisation (slug), and when. */
  readonly opened?:
    | { readonly assessorId: string; readonly organisation: string; readonly at: Date }
    | undefined
  readonly signedAt?: Date | undefined
}

export interface OpenedVisit extends Visit {
  readonly opened: NonNullable<Visit['opened']>
}

interface Hashes {
  readonly code: Buffer
  readonly secret: Buffer
}

/** A holder's earlier code opens nothing any more. False where another has the same figures now. */
export async function offerVisit(
  db: Transaction,
  visit: Pick<
    Visit,
    'id' | 'holderId' | 'edition' | 'level' | 'codes' | 'suggested' | 'expiresAt'
  > & {
    readonly hashes: Hashes
  },
): Promise<boolean> {
  const { id, holderId, hashes, edition, level, codes, suggested, expiresAt } = visit
  const { rows } = await sql<{ offered: boolean }>`
    select offer_visit(${id}, ${holderId}, ${hashes.code}, ${hashes.secret}, ${edition}, ${level},
      ${[...codes]}, ${suggested}, ${expiresAt}) as offered`.execute(db)
  return rows[0]?.offered === true
}

/** False when there was nothing to stop. */
export async function stopVisit(db: Transaction, id: string): Promise<boolean> {
  const { rows } = await sql<{ stopped: boolean }>`select stop_visit(${id}) as stopped`.execute(db)
  return rows[0]?.stopped === true
}

/** What a code or a secret opens for the acting person; each wrong one is counted. */
export async function openCode(
  db: Transaction,
  { code, secret }: Partial<Hashes>,
): Promise<{ readonly second: string | null; readonly visit: string | null }> {
  const { rows } = await sql<{ second: string | null; visit: string | null }>`
    select second, visit from open_code(${code ?? null}::bytea, ${secret ?? null}::bytea)`.execute(
    db,
  )
  return rows[0] ?? { second: null, visit: null }
}

/** True once: of two confirmations the second changes nothing. */
export async function takeVisit(db: Transaction, id: string): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`select take_visit(${id}) as taken`.execute(db)
  return rows[0]?.taken === true
}

/** False where the section has such a request in this visit already. Throws Conflict where the holder is leaving. */
export async function requestInVisit(
  db: Transaction,
  request: {
    readonly visitId: string
    readonly id: string
    readonly section: string
    readonly codes: readonly string[]
    readonly outcome: 'signed' | 'declined'
  },
): Promise<boolean> {
  const { visitId, id, section, codes, outcome } = request
  const { rows } = await sql<{ made: boolean }>`
    select request_in_visit(${visitId}, ${id}, ${section}, ${[...codes]}, ${outcome}) as made
  `
    .execute(db)
    .catch(refuseLeaver)
  return rows[0]?.made === true
}

/** Neither asks nor is asked any more: the trigger refuse_closing says so. */
function refuseLeaver(error: unknown): never {
  const isLeaving = error instanceof Error && 'code' in error && error.code === '23001'
  if (!isLeaving) throw error
  throw new Conflict('This account is closing. Nothing was sent.')
}

interface OwnVisit {
  readonly id: string
  readonly holderId: string
}

export async function findOwnVisit(
  db: Transaction,
  { id, holderId }: OwnVisit,
): Promise<Visit | undefined> {
  const row = await visits(db)
    .where('id', '=', id)
    .where('holder_id', '=', holderId)
    .executeTakeFirst()
  return row && visitOf(row)
}

/** Throws NotFound, also for a visit of somebody else. */
export async function getOwnVisit(db: Transaction, wanted: OwnVisit): Promise<Visit> {
  const visit = await findOwnVisit(db, wanted)
  if (visit === undefined) throw new NotFound(`visit ${wanted.id}`)
  return visit
}

/** Throws NotFound, also for a visit that somebody else opened. */
export async function getVisitTo(
  db: Transaction,
  { id, assessorId }: { readonly id: string; readonly assessorId: string },
): Promise<OpenedVisit> {
  const row = await visits(db)
    .where('id', '=', id)
    .where('assessor_id', '=', assessorId)
    .executeTakeFirst()
  const visit = row && visitOf(row)
  if (visit?.opened === undefined) throw new NotFound(`visit ${id}`)
  return { ...visit, opened: visit.opened }
}

/** The requests that a visit made, by outcome. */
export function listVisitRequests(
  db: Transaction,
  { visitId }: { readonly visitId: string },
): Promise<{ readonly requestId: string; readonly outcome: 'signed' | 'declined' }[]> {
  return db
    .selectFrom('corridor_request')
    .where('visit_id', '=', visitId)
    .orderBy('section')
    .select(['request_id as requestId', 'outcome'])
    .execute()
}

/** Where this assessor last was for the organisation: the kind of place to begin with. */
export async function findLastSetting(
  db: Transaction,
  { assessorId, organisation }: { readonly assessorId: string; readonly organisation: string },
): Promise<string | undefined> {
  const row = await db
    .selectFrom('signing')
    .where('assessor_id', '=', assessorId)
    .where('organisation', '=', organisation)
    .orderBy('at', 'desc')
    .select('setting')
    .executeTakeFirst()
  return row?.setting
}

/** All of a person's, as the one who showed the code and as the one who opened it. */
export function listAllVisits(db: Transaction, { personId }: { readonly personId: string }) {
  return db
    .selectFrom('corridor_visit')
    .leftJoin('organisation', 'organisation.slug', 'corridor_visit.organisation')
    .leftJoin('person as assessor', 'assessor.id', 'assessor_id')
    .where('holder_id', '=', personId)
    .orderBy('made_at')
    .select(['corridor_visit.id', 'made_at as madeAt', 'corridor_visit.level', 'codes'])
    .select(['opened_at as openedAt', 'assessor.name as openedBy', 'signed_at as signedAt'])
    .select(['organisation.name as organisationName', 'edition'])
    .execute()
}

/** Codes that a person typed, without whose they were. */
export async function listOwnTries(db: Transaction, { personId }: { readonly personId: string }) {
  const wrong = await db
    .selectFrom('corridor_try')
    .where('assessor_id', '=', personId)
    .orderBy('at')
    .select(['at', sql<boolean>`false`.as('opened')])
    .execute()
  const right = await db
    .selectFrom('corridor_visit')
    .where('assessor_id', '=', personId)
    .orderBy('opened_at')
    .select(['opened_at as at', sql<boolean>`true`.as('opened')])
    .execute()
  return [...wrong, ...right]
}

export async function eraseCorridor(
  db: Transaction,
  { personId }: { readonly personId: string },
): Promise<void> {
  await sql`select erase_corridor(${personId})`.execute(db)
}

function visits(db: Transaction) {
  return db
    .selectFrom('corridor_visit')
    .select(['id', 'holder_id', 'edition', 'level', 'codes', 'suggested', 'expires_at', 'ended_at'])
    .select(['assessor_id', 'organisation', 'opened_at', 'signed_at'])
}

type VisitRow = Awaited<ReturnType<ReturnType<typeof visits>['execute']>>[number]

function visitOf(row: VisitRow): Visit {
  const { assessor_id: assessorId, organisation, opened_at: at } = row
  return {
    id: row.id,
    holderId: row.holder_id,
    edition: row.edition,
    // Only levels of the edition are ever offered.
    level: row.level as LevelSlug,
    codes: row.codes,
    suggested: row.suggested,
    expiresAt: row.expires_at,
    endedAt: row.ended_at ?? undefined,
    opened: assessorId && organisation && at ? { assessorId, organisation, at } : undefined,
    signedAt: row.signed_at ?? undefined,
  }
}
