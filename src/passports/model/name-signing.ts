import type { Edition, LevelSlug } from '../../frameworks/model/framework.ts'
import { levelName } from '../../frameworks/model/names.ts'

/** "3.9 Reporting, referring and escalating, entry". A section of another edition has its code alone. */
export function nameSigning(
  edition: Edition,
  { section, level }: { readonly section: string; readonly level: LevelSlug },
): string {
  const sections = edition.domains.flatMap((domain) => domain.sections)
  const found = sections.find(({ code }) => code === section)
  const title = found === undefined ? section : `${section} ${found.title}`
  return `${title}, ${levelName(edition, level).toLowerCase()}`
}

/** What a downloaded credential is called: what it is, and never whose. */
export function nameFile(signing: { readonly section: string; readonly level: LevelSlug }): string {
  return `sign-off-${signing.section}-${signing.level}.json`
}
