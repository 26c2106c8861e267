/** All of a holder's own entries and evidence, as they may read it themselves; and how it is erased. */
import { sql } from 'kysely'
import type { Transaction } from '../../database/database.ts'
import type { Whose } from '../../personal-record.ts'

/** Every version, the oldest first. */
export function listAllEntries(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('passport_entry as entry')
    .innerJoin('passport_entry_version as written', 'written.entry_id', 'entry.id')
    .where('written.holder_id', '=', personId)
    .orderBy('entry.at')
    .orderBy('entry.id')
    .orderBy('written.version')
    .select(['entry.id', 'kind', 'version', 'title', 'from_on as from', 'to_on as to'])
    .select(['valid_until as refreshBy', 'private', 'edition', 'codes', 'facts', 'written.at'])
    .execute()
}

export function listAllEvidence(db: Transaction, { personId }: Whose) {
  return db
    .selectFrom('evidence')
    .where('holder_id', '=', personId)
    .orderBy('at')
    .select(['id', 'entry_id as entryId', 'edition', 'code', 'words', 'file_type as fileType'])
    .select(['size', 'scan', 'at'])
    .execute()
}

export async function eraseEntries(db: Transaction, { personId }: Whose): Promise<void> {
  await sql`select erase_evidence(${personId}), erase_entries(${personId})`.execute(db)
}
