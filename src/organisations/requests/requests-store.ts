/** The SQL of what people ask of the stewards: to add an organisation, or to verify their own. */
import type { Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import type { AskedOrganisation, OrganisationRequest } from '../model/organisation-request.ts'

export async function insertRequest(
  db: Transaction,
  request: AskedOrganisation & { readonly id: string; readonly askedBy: string },
): Promise<void> {
  const { id, askedBy, organisation, wanted, register, number, domain, note } = request
  await db
    .insertInto('organisation_request')
    .values({
      ...{ id, asked_by: askedBy, organisation: organisation ?? null },
      ...{ name: wanted?.name ?? null, kind: wanted?.kind ?? null },
      ...{ nation: wanted?.nation ?? null, sector: wanted?.sector ?? null },
      ...{ register: register ?? null, number: number ?? null },
      ...{ domain: domain ?? null, note: note ?? null },
    })
    .execute()
}

export async function insertRequestAnswer(
  db: Transaction,
  answer: {
    readonly requestId: string
    readonly answeredBy: string
    readonly outcome: 'done' | 'refused'
    readonly organisation?: string | undefined
    readonly reason?: string | undefined
  },
): Promise<boolean> {
  const { requestId, answeredBy, outcome, organisation, reason } = answer
  const row = await db
    .insertInto('organisation_request_answer')
    .values({
      ...{ request_id: requestId, answered_by: answeredBy, outcome },
      ...{ organisation: organisation ?? null, reason: reason ?? null },
    })
    .onConflict((conflict) => conflict.column('request_id').doNothing())
    .returning('request_id')
    .executeTakeFirst()
  return row !== undefined
}

/** What this person asked for, the latest first. */
export async function listOwnRequests(
  db: Transaction,
  { askedBy }: { readonly askedBy: string },
): Promise<OrganisationRequest[]> {
  const rows = await requests(db)
    .where('asked_by', '=', askedBy)
    .orderBy('asked_at', 'desc')
    .execute()
  return rows.map(requestOf)
}

const mostListed = 100

/** For stewards, as row-level security has it: what nobody has answered, the longest waiting first. */
export async function listOpenRequests(db: Transaction): Promise<OrganisationRequest[]> {
  const rows = await requests(db)
    .where('request_id', 'is', null)
    .orderBy('asked_at')
    .limit(mostListed)
    .execute()
  return rows.map(requestOf)
}

/** For stewards, as row-level security has it: what people last told them of an organisation. */
export async function findRequestAbout(
  db: Transaction,
  organisation: string,
): Promise<OrganisationRequest | undefined> {
  const row = await requests(db)
    .where((eb) =>
      eb.or([
        eb('organisation_request.organisation', '=', organisation),
        eb('answer.organisation', '=', organisation),
      ]),
    )
    .orderBy('asked_at', 'desc')
    .executeTakeFirst()
  return row && requestOf(row)
}

/** For stewards, as row-level security has it. Throws NotFound. */
export async function getRequest(db: Transaction, id: string): Promise<OrganisationRequest> {
  const row = await requests(db).where('organisation_request.id', '=', id).executeTakeFirst()
  if (row === undefined) throw new NotFound(`request ${id}`)
  return requestOf(row)
}

function requests(db: Transaction) {
  return db
    .selectFrom('organisation_request')
    .leftJoin('organisation', 'organisation.slug', 'organisation_request.organisation')
    .leftJoin('organisation_request_answer as answer', 'request_id', 'organisation_request.id')
    .select(['organisation_request.id', 'organisation_request.organisation', 'asked_by'])
    .select(['organisation.name as organisation_name', 'organisation_request.name', 'asked_at'])
    .select(['organisation_request.kind', 'organisation_request.nation'])
    .select(['organisation_request.sector', 'register', 'number', 'domain', 'note'])
    .select(['outcome', 'answer.reason', 'answer.organisation as became', 'answered_at'])
}

function requestOf(row: {
  id: string
  organisation: string | null
  organisation_name: string | null
  asked_by: string
  asked_at: Date
  name: string | null
  kind: string | null
  nation: string | null
  sector: string | null
  register: string | null
  number: string | null
  domain: string | null
  note: string | null
  outcome: 'done' | 'refused' | null
  reason: string | null
  became: string | null
  answered_at: Date | null
}): OrganisationRequest {
  const { name, kind, nation, sector, outcome, answered_at } = row
  const isWhole = name !== null && kind !== null && nation !== null && sector !== null
  return {
    ...{ id: row.id, askedBy: row.asked_by, askedAt: row.asked_at },
    organisation: row.organisation ?? undefined,
    name: row.organisation_name ?? row.name ?? '',
    wanted: isWhole ? { name, kind, nation, sector } : undefined,
    ...{ register: row.register ?? undefined, number: row.number ?? undefined },
    ...{ domain: row.domain ?? undefined, note: row.note ?? undefined },
    answer:
      outcome === null || answered_at === null
        ? undefined
        : {
            ...{ outcome, at: answered_at },
            ...{ organisation: row.became ?? undefined, reason: row.reason ?? undefined },
          },
  }
}
