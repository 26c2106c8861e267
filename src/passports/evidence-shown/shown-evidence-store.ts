/** Which evidence a holder shows with a request. The evidence itself is read as all evidence is. */
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import type { Whose } from '../../personal-record.ts'

export async function insertShownEvidence(
  db: Transaction,
  shown: {
    readonly requestId: string
    readonly holderId: string
    readonly evidence: readonly string[]
  },
): Promise<void> {
  const { requestId, holderId, evidence } = shown
  if (evidence.length === 0) return
  await db
    .insertInto('request_evidence')
    .values(evidence.map((id) => ({ request_id: requestId, evidence_id: id, holder_id: holderId })))
    .execute()
}

/** As the holder may read it: also what was shown with requests that are answered. */
export function listAllShown(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('request_evidence as shown')
    .innerJoin('evidence', 'evidence.id', 'shown.evidence_id')
    .innerJoin('sign_off_request as asked', 'asked.id', 'shown.request_id')
    .where('shown.holder_id', '=', personId)
    .orderBy('asked.at')
    .orderBy('evidence.at')
    .select(['shown.request_id as requestId', 'shown.evidence_id as evidenceId'])
    .select(['words', 'asked.section', 'asked.at as askedAt'])
    .execute()
}

export async function eraseShownEvidence(db: Transaction, { personId }: Whose): Promise<void> {
  await sql`select erase_request_evidence(${personId})`.execute(db)
}
