/** A person's record as one archive: a page to read, a file for programs, and the credentials. */
import type { PersonalExport, RecordFile } from '../../personal-record.ts'
import { renderPage } from '../../web/send-page.ts'
import type { RetentionKind } from '../retention/model/retention.ts'
import { copyAsJson, type PersonalCopy } from './model/personal-copy.ts'
import { writeZip } from './model/write-zip.ts'
import { YourRecordDocument } from './pages/your-record-document.tsx'

interface ArchiveFacts extends Omit<PersonalCopy, 'sections'> {
  readonly kinds: readonly RetentionKind[]
  readonly baseUrl: string
}

export function copyArchive(
  exported: readonly PersonalExport[],
  { kinds, baseUrl, ...about }: ArchiveFacts,
): Buffer {
  const sections = exported.flatMap((part) => part.sections)
  const copy = { ...about, sections }
  const page = renderPage(<YourRecordDocument copy={copy} kinds={kinds} baseUrl={baseUrl} />)
  const files: RecordFile[] = [
    { name: 'your-data.html', text: page },
    { name: 'your-data.json', text: copyAsJson(copy, kinds) },
    ...exported.flatMap((part) => part.files ?? []),
  ]
  const entries = files.map((file) => ({ name: file.name, content: contentOf(file) }))
  return writeZip(entries, about.madeAt)
}

function contentOf(file: RecordFile): Buffer {
  return 'text' in file ? Buffer.from(file.text, 'utf8') : Buffer.from(file.bytes)
}

export function countRecords({ sections }: PersonalExport): number {
  return sections.reduce((sum, { records }) => sum + records.length, 0)
}
