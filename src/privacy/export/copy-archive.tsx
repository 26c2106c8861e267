/** A person's record as one archive: a page to read, a file for programs, and the credentials. */
import type { PersonalExport } from '../../personal-record.ts'
import { renderPage } from '../../web/send-page.ts'
import type { RetentionKind } from '../retention/model/retention.ts'
import { copyAsJson, type PersonalCopy } from './model/personal-copy.ts'
import { writeZip } from '../../content/write-zip.ts'
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
  const files = [
    { name: 'your-data.html', text: page },
    { name: 'your-data.json', text: copyAsJson(copy, kinds) },
    ...exported.flatMap((part) => part.files ?? []),
  ]
  const entries = files.map(({ name, text }) => ({ name, content: Buffer.from(text, 'utf8') }))
  return writeZip(entries, about.madeAt)
}

export function countRecords({ sections }: PersonalExport): number {
  return sections.reduce((sum, { records }) => sum + records.length, 0)
}
