/** The texts that stand at a place which a framework's rules name. */
import type { Edition, Section } from '../framework.ts'
import type { TargetText } from '../list-texts.ts'
import type { Checked } from './check.ts'

export function sectionAt(edition: Edition, place: string): Section | undefined {
  return edition.domains
    .flatMap(({ sections }) => sections)
    .find(({ code }) => place === `section/${code}`)
}

export function textsAt({ edition, texts }: Checked, place: string): TargetText[] {
  const things = new Set([place, ...placesBelow(edition, place)])
  return texts.filter(
    ({ target }) => target.startsWith(`${place}/`) || things.has(target.split('/', 2).join('/')),
  )
}

/** The sections and statements of a domain or a section, or the sections of a numbered part. */
function placesBelow({ domains, parts }: Edition, place: string): string[] {
  const sections = domains.flatMap((domain) =>
    domain.sections.filter(
      ({ code }) => place === `domain/${domain.number}` || place === `section/${code}`,
    ),
  )
  return [
    ...sections.flatMap(({ code, statements }) => [
      `section/${code}`,
      ...statements.map((statement) => `statement/${statement.code}`),
    ]),
    ...parts
      .filter(({ number }) => place === `part/${number}`)
      .flatMap((part) => part.sections.map(({ id }) => `part/${id}`)),
  ]
}
