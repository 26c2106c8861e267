import type { Transaction } from '../database/database.ts'
import type { ReadResponse } from './model/read-response.ts'

export interface ResponseHead {
  readonly id: string
  readonly respondent: string
  readonly example: boolean
  readonly at: Date
}

export interface StoredResponse extends ResponseHead {
  readonly response: ReadResponse
}

/** Real responses are for those who decide; the example is for everyone. */
export type ResponseScope = 'example' | 'all'

interface SameText {
  readonly consultation: string
  readonly digest: string
  readonly example: boolean
}

export async function findSameText(db: Transaction, same: SameText): Promise<string | undefined> {
  const row = await db
    .selectFrom('consultation_response')
    .where('consultation', '=', same.consultation)
    .where('digest', '=', same.digest)
    .where('example', '=', same.example)
    .select('id')
    .executeTakeFirst()
  return row?.id
}

/** False where somebody imported the same text at the same time. */
export async function insertResponse(
  db: Transaction,
  response: SameText & {
    readonly id: string
    readonly respondent: string
    readonly response: ReadResponse
    readonly source: string
    readonly importedBy: string
  },
): Promise<boolean> {
  const { response: parsed, importedBy, ...row } = response
  const inserted = await db
    .insertInto('consultation_response')
    .values({ ...row, parsed: JSON.stringify(parsed), imported_by: importedBy })
    .onConflict((conflict) => conflict.columns(['consultation', 'digest', 'example']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return inserted !== undefined
}

/** Newest first. */
export function listResponses(
  db: Transaction,
  { consultation, scope }: { readonly consultation: string; readonly scope: ResponseScope },
): Promise<ResponseHead[]> {
  return db
    .selectFrom('consultation_response')
    .where('consultation', '=', consultation)
    .$if(scope === 'example', (query) => query.where('example', '=', true))
    .orderBy('at', 'desc')
    .select(['id', 'respondent', 'example', 'at'])
    .execute()
}

export async function findResponse(
  db: Transaction,
  {
    consultation,
    id,
    scope,
  }: { readonly consultation: string; readonly id: string; readonly scope: ResponseScope },
): Promise<StoredResponse | undefined> {
  const row = await db
    .selectFrom('consultation_response')
    .where('consultation', '=', consultation)
    .where('id', '=', id)
    .$if(scope === 'example', (query) => query.where('example', '=', true))
    .select(['id', 'respondent', 'example', 'at', 'parsed'])
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { parsed, ...head } = row
  return { ...head, response: parsed }
}

/** The responses that somebody brought in and may still read. */
export function listImportedBy(db: Transaction, { personId }: { readonly personId: string }) {
  return db
    .selectFrom('consultation_response')
    .where('imported_by', '=', personId)
    .orderBy('at')
    .select(['id', 'consultation', 'at as importedAt'])
    .execute()
}
