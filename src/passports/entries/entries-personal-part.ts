/** What a holder put in their passport themselves: in the copy of their record, with its files. */
import type { Transaction } from '../../database/database.ts'
import type { PersonalExport, PersonalPart, RecordFile, Whose } from '../../personal-record.ts'
import { openEvidence } from '../evidence/evidence-actions.ts'
import { entryKindNames } from '../model/entry.ts'
import { eraseEntries, listAllEntries, listAllEvidence } from './entries-record-store.ts'

/** The key opens the files. */
export function entriesPart(keyEncryptionKey: Buffer): PersonalPart {
  return {
    feature: 'entries',
    withheld: {},
    exportFor: (db, whose) => exportEntries(db, keyEncryptionKey, whose),
    eraseFor: eraseEntries,
  }
}

async function exportEntries(
  db: Transaction,
  keyEncryptionKey: Buffer,
  whose: Whose,
): Promise<PersonalExport> {
  const evidence = await listAllEvidence(db, whose)
  const files: RecordFile[] = []
  for (const { id, fileType } of evidence) {
    if (fileType === null) continue
    const which = { id, holderId: whose.personId }
    const { bytes } = await openEvidence(db, keyEncryptionKey, which)
    files.push({ name: nameOf(id, fileType), bytes })
  }
  const sections = [
    {
      ...{ key: 'entries', title: 'Your learning and experience', kind: 'own-entry' },
      about: 'You wrote these. Each change is kept, the oldest first.',
      tables: ['passport_entry', 'passport_entry_version'],
      labels: {
        kind: 'What it is',
        title: 'Title',
        from: 'From, or done on',
        to: 'To',
        refreshBy: 'Refresh by',
        private: 'Only you',
        codes: 'Counts towards',
        facts: 'What you said',
        at: 'Saved',
      },
      words: { kind: entryKindNames },
      records: await listAllEntries(db, whose),
    },
    {
      ...{ key: 'evidence', title: 'Your evidence', kind: 'own-entry' },
      about: 'You added these. Each file is in the folder evidence.',
      tables: ['evidence', 'evidence_file'],
      labels: {
        words: 'Note, or what it shows',
        code: 'For the statement',
        file: 'File',
        scan: 'Virus scan',
        at: 'Added',
      },
      words: { scan: { clean: 'Nothing found', 'not-scanned': 'Not scanned' } },
      records: evidence.map((one) => ({
        ...one,
        file: one.fileType === null ? undefined : nameOf(one.id, one.fileType),
      })),
    },
  ]
  return { sections, files }
}

function nameOf(id: string, fileType: string): string {
  return `evidence/${id}.${fileType === 'image/jpeg' ? 'jpg' : 'pdf'}`
}
