/** The codes of an edition that a mapping can name. */
import {
  type Edition,
  type LevelSlug,
  levelOf,
  type Statement,
  statementsOf,
} from '../../model/framework.ts'
import { sectionOf } from '../../model/look-up.ts'
import type { MappingWords } from './mapping.ts'

export interface ForeignCode {
  readonly code: string
  readonly title: string
  /** Of the part that it stands in, where it does. */
  readonly within?: string | undefined
}

/** Of a skeleton: its sections, or its parts where they have none. */
export function listForeignCodes({ domains }: Pick<Edition, 'domains'>): ForeignCode[] {
  return domains.flatMap(({ number, title, sections }) =>
    sections.length === 0
      ? [{ code: String(number), title }]
      : sections.map(({ code, title: own }) => ({ code, title: own, within: title })),
  )
}

/** The statements of ours that a mapping speaks of, at its own level or else at the one given. */
export function listMappedStatements(
  edition: Pick<Edition, 'domains'>,
  { from, level }: Pick<MappingWords, 'from' | 'level'>,
  atLevel: LevelSlug,
): Statement[] {
  const wanted = level ?? atLevel
  return statementsOf(edition).filter(
    ({ code }) =>
      from.includes(code) || (from.includes(sectionOf(code)) && levelOf(code) === wanted),
  )
}

/** Sections and statements, in reading order. */
export function listOwnCodes({ domains }: Pick<Edition, 'domains'>): string[] {
  return domains.flatMap(({ sections }) =>
    sections.flatMap(({ code, statements }) => [code, ...statements.map((one) => one.code)]),
  )
}
