/** A person's record as one archive: a page to read, a file for programs, and the credentials. */

import { writeZip } from '../../content/write-zip.ts'
import { contentOf, type PersonalExport, type RecordFile } from '../../personal-record.ts'
import { renderPage } from '../../web/send-page.ts'
import type { RetentionKind } from '../retention/model/retention.ts'
import { copyAsJson, type PersonalCopy } from './model/personal-copy.ts'
import { YourRecordDocument } from './pages/your-record-document.tsx'

interface ArchiveFacts extends Omit<PersonalCopy, 'sections'> {
  readonly kinds: readonly RetentionKind[]
  readonly baseUrl: string
}

export function copyArchive(exported: readonly PersonalExport[], facts: ArchiveFacts): Buffer {
  const entries = recordFiles(exported, facts).map((file) => ({
    name: file.name,
    content: contentOf(file),
  }))
  return writeZip(entries, facts.madeAt)
}

/** The page to read, the file for programs, and what is handed over as it is. */
export function recordFiles(
  exported: readonly PersonalExport[],
  { kinds, baseUrl, ...about }: ArchiveFacts,
): readonly RecordFile[] {
  const sections = exported.flatMap((part) => part.sections)
  const copy = { ...about, sections }
  const page = renderPage(<YourRecordDocument copy={copy} kinds={kinds} baseUrl={baseUrl} />)
  return [
    { name: 'your-data.html', text: page },
    { name: 'your-data.json', text: copyAsJson(copy, kinds) },
    ...exported.flatMap((part) => part.files ?? []),
  ]
}

export function countRecords({ sections }: PersonalExport): number {
  return sections.reduce((sum, { records }) => sum + records.length, 0)
}
