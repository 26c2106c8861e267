import { NotFound } from '../../errors.ts'
import type { Domain, Edition, Section, Statement } from './framework.ts'

/** Throws NotFound. */
export function findSection(edition: Edition, code: string): { domain: Domain; section: Section } {
  for (const domain of edition.domains) {
    const section = domain.sections.find((section) => section.code === code)
    if (section !== undefined) return { domain, section }
  }
  throw new NotFound(`section ${code}`)
}

/** Throws NotFound. */
export function findStatement(
  edition: Edition,
  code: string,
): { domain: Domain; section: Section; statement: Statement } {
  const { domain, section } = findSection(edition, sectionOf(code))
  const statement = section.statements.find((statement) => statement.code === code)
  if (statement === undefined) throw new NotFound(`statement ${code}`)
  return { domain, section, statement }
}

/** `3.9` of `3.9.2-entry`. */
export function sectionOf(code: string): string {
  return code.match(/^\d+\.\d+/)?.[0] ?? code
}
