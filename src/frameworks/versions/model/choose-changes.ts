/** Changes chosen by kind, place and level, with what each further choice would leave. */
import { type LevelSlug, levelSlugs } from '../../model/framework.ts'
import { areasOf, type ChangeKind, changeKinds, type EditionChange } from './edition-change.ts'
import type { Area } from './passage.ts'

export interface ChangeFilter {
  readonly kind?: ChangeKind | undefined
  readonly area?: Area | undefined
  readonly level?: LevelSlug | undefined
}

export interface ChangeCounts {
  readonly kind: ReadonlyMap<ChangeKind, number>
  /** Those in which something changed, in reading order. */
  readonly area: ReadonlyMap<Area, number>
  readonly level: ReadonlyMap<LevelSlug, number>
}

export function chooseChanges(
  changes: readonly EditionChange[],
  filter: ChangeFilter,
): EditionChange[] {
  return changes.filter((change) => isChosen(change, filter))
}

function isChosen(change: EditionChange, { kind, area, level }: ChangeFilter): boolean {
  return (
    (kind === undefined || change.kind === kind) &&
    (area === undefined || areasOf(change).includes(area)) &&
    (level === undefined || [...change.before, ...change.after].some((one) => one.level === level))
  )
}

/** How many each option would show, the other choices staying as they are. */
export function countChanges(
  changes: readonly EditionChange[],
  filter: ChangeFilter = {},
): ChangeCounts {
  const areas = new Set(changes.flatMap(areasOf))
  const count = (choice: ChangeFilter) => chooseChanges(changes, { ...filter, ...choice }).length
  return {
    kind: new Map(changeKinds.map((kind) => [kind, count({ kind })])),
    area: new Map([...areas].map((area) => [area, count({ area })])),
    level: new Map(levelSlugs.map((level) => [level, count({ level })])),
  }
}
