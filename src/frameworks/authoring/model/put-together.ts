import type { Edition } from '../../model/framework.ts'
import {
  type DraftThing,
  kindOfThing,
  listOfThing,
  type ThingKind,
  type ThingValues,
} from './draft-thing.ts'

/** The edition that these things make. Throws where its head is not among them. */
export function putTogether(things: readonly DraftThing[]): Edition {
  const lists = listsOf(things)
  const [head] = listed(lists, 'edition', 'edition')
  if (head === undefined) throw new Error('a draft without its head')
  return {
    ...head,
    levels: listed(lists, 'level', 'level'),
    pillars: listed(lists, 'pillar', 'pillar'),
    parts: listed(lists, 'part', 'part').map((part) => ({
      ...part,
      sections: listed(lists, `part/${part.number}`, 'part-section'),
    })),
    domains: listed(lists, 'domain', 'domain').map((domain) => ({
      ...domain,
      sections: listed(lists, `domain/${domain.number}`, 'section').map((section) => ({
        ...section,
        statements: listed(lists, `section/${section.code}`, 'statement'),
      })),
    })),
    roles: listed(lists, 'role', 'role'),
    glossary: listed(lists, 'glossary', 'glossary'),
    terms: listed(lists, 'term', 'term'),
  }
}

type Lists = ReadonlyMap<string, readonly DraftThing[]>

function listsOf(things: readonly DraftThing[]): Lists {
  const lists = new Map<string, DraftThing[]>()
  for (const thing of things) {
    const list = listOfThing(thing.thing)
    const held = lists.get(list)
    if (held === undefined) lists.set(list, [thing])
    else held.push(thing)
  }
  return lists
}

function listed<Kind extends ThingKind>(lists: Lists, list: string, kind: Kind) {
  return (lists.get(list) ?? [])
    .filter(({ thing }) => kindOfThing(thing) === kind)
    .toSorted((one, other) => one.position - other.position)
    .map(({ value }) => value as ThingValues[Kind]) // the thing's name says which kind it is
}
