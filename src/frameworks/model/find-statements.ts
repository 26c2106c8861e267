/** Statements chosen by level, pillar and profession, with what each further choice would leave. */
import {
  type Edition,
  type LevelSlug,
  levelOf,
  levelSlugs,
  type PillarSlug,
  pillarSlugs,
  type Statement,
  statementsOf,
} from './framework.ts'

export interface StatementFilter {
  readonly level?: LevelSlug | undefined
  readonly pillar?: PillarSlug | undefined
  readonly profession?: string | undefined
  /** Codes found by a word search, best first. Undefined when nothing was searched for. */
  readonly found?: readonly string[] | undefined
}

export interface FilterCounts {
  readonly level: ReadonlyMap<string, number>
  readonly pillar: ReadonlyMap<string, number>
  readonly profession: ReadonlyMap<string, number>
}

export function findStatements(edition: Edition, filter: StatementFilter): Statement[] {
  const chosen = statementsOf(edition).filter((statement) => matches(statement, filter))
  const { found } = filter
  if (found === undefined) return chosen
  const rank = new Map(found.map((code, index) => [code, index]))
  return chosen.sort((one, other) => (rank.get(one.code) ?? 0) - (rank.get(other.code) ?? 0))
}

/** How many statements each option would show, the other choices staying as they are. */
export function countStatements(edition: Edition, filter: StatementFilter): FilterCounts {
  const all = statementsOf(edition)
  const count = (changed: StatementFilter) =>
    all.filter((statement) => matches(statement, { ...filter, ...changed })).length
  return {
    level: new Map(levelSlugs.map((level) => [level, count({ level })])),
    pillar: new Map(pillarSlugs.map((pillar) => [pillar, count({ pillar })])),
    profession: new Map(edition.roles.map(({ profession }) => [profession, count({ profession })])),
  }
}

function matches(statement: Statement, filter: StatementFilter): boolean {
  const { level, pillar, profession, found } = filter
  return (
    (level === undefined || levelOf(statement.code) === level) &&
    (pillar === undefined || statement.pillars.includes(pillar)) &&
    (profession === undefined || isFor(statement, profession)) &&
    (found === undefined || found.includes(statement.code))
  )
}

/** A statement that names no profession is for all of them. */
function isFor({ professions }: Statement, profession: string): boolean {
  return professions.length === 0 || professions.includes(profession)
}
