/** The content folder of an edition as one archive: the canonical files, byte for byte. */
import { writeZip } from '../../content/write-zip.ts'
import { editionFiles } from '../edition-yaml.ts'
import type { Edition } from '../model/framework.ts'

/** One day for all, so that the same edition is the same bytes. */
const noDay = new Date('1980-01-01T00:00:00Z')

export function writeFolder(edition: Edition): Buffer {
  const entries = [...editionFiles(edition)].map(([name, text]) => ({
    name: `${edition.slug}/${edition.version}/${name}`,
    content: Buffer.from(text),
  }))
  return writeZip(entries, noDay)
}
