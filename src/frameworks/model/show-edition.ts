/** An edition as machines read it: at its own address, and from `lanyard framework show`. */
import { type Edition, levelOf, type Section, type Statement } from './framework.ts'

export function showEdition(edition: Edition) {
  const { domains, ...rest } = edition
  return {
    ...rest,
    domains: domains.map(({ number, title, purpose }) => ({ number, title, purpose })),
    sections: domains.flatMap(({ number, sections }) =>
      sections.map(({ code, title, cites, about }) => ({
        code,
        title,
        domain: number,
        cites,
        about,
      })),
    ),
    statements: domains.flatMap(({ number, sections }) =>
      sections.flatMap((section) =>
        section.statements.map((statement) => showStatement(number, section, statement)),
      ),
    ),
  }
}

export function showStatement(domain: number, section: Section, statement: Statement) {
  const { code, text, pillars, professions, parties, ...rest } = statement
  const level = levelOf(code)
  return {
    code,
    section: section.code,
    domain,
    level,
    text,
    pillars,
    professions,
    parties,
    ...rest,
  }
}
