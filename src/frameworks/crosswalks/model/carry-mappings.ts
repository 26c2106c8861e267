/** Mappings of an earlier edition of ours, for a later one: derived, and nothing is rewritten. */
import { type Edition, levelOf } from '../../model/framework.ts'
import { sectionOf } from '../../model/look-up.ts'
import type { Succession, SuccessionLine } from '../../model/succession.ts'
import type { Mapping } from './mapping.ts'

export interface CarriedMappings {
  /** What they rest on says the same there: each names the edition that it comes from. */
  readonly carried: readonly Mapping[]
  /** What they rest on became something else: a steward looks at them again. */
  readonly again: readonly Mapping[]
}

/** Where each statement stands at the end of the line of editions; undefined where it says something else. */
export type Followed = ReadonlyMap<string, string | undefined>

/** Successions one after another, the earliest first. */
export function followStatements(line: readonly Succession[]): Followed {
  const [first, ...others] = line
  let followed = new Map(first?.lines.map((one) => [one.from, sameMeaning(one)]))
  for (const { lines } of others) {
    const next = new Map(lines.map((one) => [one.from, sameMeaning(one)]))
    followed = new Map(
      [...followed].map(([code, now]) => [code, now === undefined ? undefined : next.get(now)]),
    )
  }
  return followed
}

function sameMeaning({ fate, to }: SuccessionLine): string | undefined {
  return fate === 'unchanged' || fate === 'reworded' || fate === 'moved' ? to[0] : undefined
}

/** `mappings` are those that stand in the earlier edition. */
export function carryMappings(
  mappings: readonly Mapping[],
  followed: Followed,
  edition: Pick<Edition, 'domains'>,
): CarriedMappings {
  const carried: Mapping[] = []
  const again: Mapping[] = []
  for (const mapping of mappings) {
    const from = codesAfterwards(mapping, followed, edition)
    if (from === undefined) again.push(mapping)
    else carried.push({ ...mapping, from, carriedFrom: mapping.fromEdition })
  }
  return { carried, again }
}

/** Undefined where one of its statements is not what it was. */
function codesAfterwards(
  { from, level }: Mapping,
  followed: Followed,
  edition: Pick<Edition, 'domains'>,
): readonly string[] | undefined {
  const codes: string[] = []
  for (const code of from) {
    const meant = [...followed.keys()].filter((one) => isMeant(one, code, level))
    const now = meant.flatMap((one) => followed.get(one) ?? [])
    if (meant.length === 0 || now.length < meant.length) return undefined
    codes.push(...(code === sectionOf(code) ? asSection(now, level, edition) : now))
  }
  return [...new Set(codes)]
}

function isMeant(statement: string, code: string, level: Mapping['level']): boolean {
  if (statement === code) return true
  return sectionOf(statement) === code && (level === undefined || levelOf(statement) === level)
}

/** A section stays one while these are all that stands in it. */
function asSection(
  now: readonly string[],
  level: Mapping['level'],
  { domains }: Pick<Edition, 'domains'>,
): readonly string[] {
  const [section = '', ...others] = [...new Set(now.map(sectionOf))]
  const stands = domains
    .flatMap(({ sections }) => sections)
    .find(({ code }) => code === section)
    ?.statements.filter(({ code }) => level === undefined || levelOf(code) === level)
  const whole = others.length === 0 && stands?.every(({ code }) => now.includes(code))
  return whole === true ? [section] : now
}

/** Without those on which somebody has decided anew for the later edition. */
export function withoutDecided(
  { carried, again }: CarriedMappings,
  own: readonly Mapping[],
): CarriedMappings {
  const isOpen = (mapping: Mapping) => !own.some((one) => isAbout(one, mapping))
  return { carried: carried.filter(isOpen), again: again.filter(isOpen) }
}

/** The same code of theirs and a section of ours in common. */
function isAbout(one: Mapping, other: Mapping): boolean {
  const sections = new Set(one.from.map(sectionOf))
  return (
    one.toEdition === other.toEdition &&
    one.to === other.to &&
    other.from.some((code) => sections.has(sectionOf(code)))
  )
}
