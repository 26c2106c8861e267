import type { Transaction } from '../../database/database.ts'
import type { SigningDraft } from '../model/signing-draft.ts'

interface DraftPlace {
  readonly requestId: string
  readonly assessorId: string
}

/** In place of what was entered before. */
export async function saveSigningDraft(
  db: Transaction,
  { requestId, assessorId }: DraftPlace,
  draft: SigningDraft,
): Promise<void> {
  const entered = JSON.stringify(draft)
  await db
    .insertInto('signing_draft')
    .values({ request_id: requestId, assessor_id: assessorId, entered })
    .onConflict((conflict) => conflict.column('request_id').doUpdateSet({ entered }))
    .execute()
}

export async function findSigningDraft(
  db: Transaction,
  { requestId, assessorId }: DraftPlace,
): Promise<SigningDraft | undefined> {
  const row = await db
    .selectFrom('signing_draft')
    .where('request_id', '=', requestId)
    .where('assessor_id', '=', assessorId)
    .select('entered')
    .executeTakeFirst()
  return row?.entered
}
