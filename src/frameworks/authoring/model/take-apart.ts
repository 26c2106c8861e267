import type { Domain, Edition, Part } from '../../model/framework.ts'
import { type DraftThing, type EditionHead, thingNames } from './draft-thing.ts'

/** An edition as its things, in reading order. `putTogether` is the way back. */
export function takeApart(edition: Edition): DraftThing[] {
  const { levels, pillars, parts, domains, roles, glossary, terms, ...head } = edition
  return [
    { thing: thingNames.edition, position: 0, value: head satisfies EditionHead },
    ...placed(levels, thingNames.level),
    ...placed(pillars, thingNames.pillar),
    ...parts.flatMap(partThings),
    ...domains.flatMap(domainThings),
    ...placed(roles, thingNames.role),
    ...placed(glossary, thingNames.glossary),
    ...placed(terms, thingNames.term),
  ]
}

function partThings({ sections, ...part }: Part, position: number): DraftThing[] {
  return [
    { thing: thingNames.part(part), position, value: part },
    ...placed(sections, (section) => thingNames.partSection(part, section)),
  ]
}

function domainThings({ sections, ...domain }: Domain, position: number): DraftThing[] {
  return [
    { thing: thingNames.domain(domain), position, value: domain },
    ...sections.flatMap(({ statements, ...section }, position) => [
      { thing: thingNames.section(section), position, value: section },
      ...placed(statements, thingNames.statement),
    ]),
  ]
}

function placed<Value extends DraftThing['value']>(
  values: readonly Value[],
  nameOf: (value: Value) => string,
): DraftThing[] {
  return values.map((value, position) => ({ thing: nameOf(value), position, value }))
}
