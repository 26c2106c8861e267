/** A role as a named set of statements: sections of one edition at one level. */
import { findStatements } from '../../frameworks/model/find-statements.ts'
import type { Edition, LevelSlug } from '../../frameworks/model/framework.ts'

export interface RoleSet {
  readonly slug: string
  readonly name: string
  readonly level: LevelSlug
  /** Who it is for, in plain words. */
  readonly about: string
  /** Section codes. */
  readonly sections: readonly string[]
}

/** Its statements, without what is for other professions. */
export function codesOfRoleSet(
  edition: Edition,
  { level, sections }: RoleSet,
  profession?: string | undefined,
): string[] {
  const wanted = new Set(findStatements(edition, { level, profession }).map(({ code }) => code))
  return edition.domains
    .flatMap((domain) => domain.sections)
    .filter(({ code }) => sections.includes(code))
    .flatMap(({ statements }) => statements.map(({ code }) => code))
    .filter((code) => wanted.has(code))
}
