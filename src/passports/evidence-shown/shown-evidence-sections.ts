import type { Transaction } from '../../database/database.ts'
import type { RecordSection, Whose } from '../../personal-record.ts'
import { listAllShown } from './shown-evidence-store.ts'

export async function shownEvidenceSections(
  db: Transaction,
  whose: Whose,
): Promise<RecordSection[]> {
  return [
    {
      key: 'evidence-shown',
      title: 'Evidence that you showed when you asked',
      about: 'You chose these. Whom you asked could see them until the request was answered.',
      kind: 'unsigned-request',
      tables: ['request_evidence'],
      labels: { words: 'Note, or what it shows', section: 'Section', askedAt: 'You asked' },
      records: await listAllShown(db, whose),
    },
  ]
}
