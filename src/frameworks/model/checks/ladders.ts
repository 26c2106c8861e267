/** The statements of an edition, a ladder for each capability: its levels from the lowest up. */
import { stemsIn } from '../../../language/stems.ts'
import {
  type Edition,
  type LevelSlug,
  levelOf,
  levelSlugs,
  type Section,
  type Statement,
} from '../framework.ts'

export interface Rung {
  readonly level: LevelSlug
  readonly statement: Statement
  /** The stems of its text. */
  readonly stems: ReadonlySet<string>
}

export interface Ladder {
  readonly capability: string
  readonly section: Section
  /** The lowest first. A level that says nothing has no rung. */
  readonly rungs: readonly Rung[]
  /** The stems of all that the section says at a level, its other capabilities too. */
  readonly stemsAt: ReadonlyMap<LevelSlug, ReadonlySet<string>>
}

/** Several checks ask for them: they are kept for as long as the edition is. */
const known = new WeakMap<Edition, readonly Ladder[]>()

export function laddersOf(edition: Edition): readonly Ladder[] {
  const held = known.get(edition) ?? findLadders(edition)
  known.set(edition, held)
  return held
}

function findLadders(edition: Edition): Ladder[] {
  return edition.domains
    .flatMap(({ sections }) => sections)
    .flatMap((section) => {
      const rungs = rungsOf(section.statements)
      const stemsAt = new Map(
        [...Map.groupBy(rungs, ({ level }) => level)].map(([level, held]) => [
          level,
          new Set(held.flatMap(({ stems }) => [...stems])),
        ]),
      )
      return [...Map.groupBy(rungs, ({ statement }) => statement.capability)].map(
        ([capability, held]) => ({ capability, section, rungs: held, stemsAt }),
      )
    })
}

export function stemSet(text: string): ReadonlySet<string> {
  return new Set(stemsIn(text).map(({ stem }) => stem))
}

function rungsOf(statements: readonly Statement[]): Rung[] {
  return levelSlugs.flatMap((level) =>
    statements
      .filter(({ code }) => levelOf(code) === level)
      .map((statement) => ({ level, statement, stems: stemSet(statement.text) })),
  )
}
