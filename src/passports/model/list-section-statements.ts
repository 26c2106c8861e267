import { findStatements } from '../../frameworks/model/find-statements.ts'
import type { Edition, LevelSlug, Section, Statement } from '../../frameworks/model/framework.ts'

/** A section's statements at a level, without those that are for other professions. */
export function listSectionStatements(
  edition: Edition,
  {
    section,
    level,
    profession,
  }: {
    readonly section: Section
    readonly level: LevelSlug
    readonly profession?: string | undefined
  },
): Statement[] {
  const wanted = findStatements(edition, { level, profession })
  return section.statements.filter((statement) => wanted.includes(statement))
}
