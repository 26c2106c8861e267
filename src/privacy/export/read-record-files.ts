import type { PersonalExport, PersonalPart, ReadRecordFiles } from '../../personal-record.ts'
import type { Site } from '../../web/site.ts'
import { readRetention } from '../retention/retention-content.ts'
import { recordFiles } from './copy-archive.tsx'

/** Of these parts, written as the copy of everything is. */
export function recordReader(
  { config }: Pick<Site, 'config'>,
  parts: readonly PersonalPart[],
): ReadRecordFiles {
  const kinds = readRetention()
  const { baseUrl } = config
  return async (db, { id: personId, name }, madeAt) => {
    const exported: PersonalExport[] = []
    for (const part of parts) exported.push(await part.exportFor(db, { personId }))
    return recordFiles(exported, { madeAt, personId, name, kinds, baseUrl })
  }
}
