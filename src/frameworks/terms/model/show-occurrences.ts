/** Occurrences as people look through them: each in its sentence, by domain. */
import { createHash } from 'node:crypto'
import { describePlace } from '../../model/describe-place.ts'
import type { Edition } from '../../model/framework.ts'
import { listTermTexts } from './list-term-texts.ts'
import type { Occurrence } from './occurrence.ts'

export interface ShownOccurrence extends Occurrence {
  /** The same as long as its text is: `statement/7.1-entry/text@12`. */
  readonly id: string
  /** The whole text, by which one can tell whether it is still as it was seen. */
  readonly text: string
  readonly place: string
  /** The rest of its sentence. */
  readonly left: string
  readonly right: string
}

export interface OccurrenceGroup {
  readonly key: string
  readonly name: string
  readonly occurrences: readonly ShownOccurrence[]
}

export function showOccurrences(
  edition: Edition,
  occurrences: readonly Occurrence[],
): OccurrenceGroup[] {
  const texts = new Map(listTermTexts(edition).map(({ target, text }) => [target, text]))
  const shown = occurrences.map((found): ShownOccurrence => {
    const text = texts.get(found.target) ?? ''
    const place = describePlace(edition, found.target)?.name ?? found.target
    return { ...found, ...sentenceAround(text, found), text, place, id: idOf(found) }
  })
  const groups = Map.groupBy(shown, ({ target }) => groupOf(target))
  return [...groups]
    .map(([key, occurrences]) => ({ key, name: groupName(edition, key), occurrences }))
    .toSorted((one, other) => rankOf(one.key) - rankOf(other.key))
}

function idOf({ target, start }: Pick<Occurrence, 'target' | 'start'>): string {
  return `${target}@${start}`
}

/** An occurrence in the text as it was seen. */
export function keyOf({ id, text }: Pick<ShownOccurrence, 'id' | 'text'>): string {
  return `${id}.${createHash('sha256').update(text).digest('hex').slice(0, 8)}`
}

function sentenceAround(
  text: string,
  { start, before }: Pick<Occurrence, 'start' | 'before'>,
): { readonly left: string; readonly right: string } {
  const head = text.slice(0, start)
  const tail = text.slice(start + before.length)
  const begins = [...head.matchAll(/[.!?]\s+/g)].at(-1)
  const ends = /[.!?](?=\s|$)/.exec(tail)
  return {
    left: begins === undefined ? head : head.slice(begins.index + begins[0].length),
    right: ends === null ? tail : tail.slice(0, ends.index + 1),
  }
}

function groupOf(target: string): string {
  const [kind = '', name = ''] = target.split('/')
  if (kind === 'domain') return `domain-${name}`
  if (kind === 'section' || kind === 'statement') return `domain-${/^\d+/.exec(name)?.[0] ?? ''}`
  return kind === 'level' || kind === 'pillar' ? 'edition' : kind
}

const groupNames: Readonly<Record<string, string>> = {
  edition: 'Title, summary, levels and pillars',
  part: 'Parts',
  role: 'Examples of roles',
  glossary: 'Glossary',
}

function groupName(edition: Edition, key: string): string {
  const number = /^domain-(\d+)$/.exec(key)?.[1]
  if (number === undefined) return groupNames[key] ?? key
  const title = edition.domains.find((domain) => String(domain.number) === number)?.title ?? ''
  return `Domain ${number}: ${title}`
}

function rankOf(key: string): number {
  const number = /^domain-(\d+)$/.exec(key)?.[1]
  if (number !== undefined) return 10 + Number(number)
  return { edition: 0, part: 1, role: 1000, glossary: 1001 }[key] ?? 1002
}
