/** Where what is added does not go with the core, or with another overlay: shown, never settled here. */
import type { Finding } from '../../../finding.ts'
import { findTerms } from '../../../language/mark-terms.ts'
import {
  type Edition,
  levelOf,
  levelSlugs,
  type Statement,
  statementsOf,
} from '../../model/framework.ts'
import { levelName } from '../../model/names.ts'
import { combineOverlays } from './combine-overlays.ts'
import { capabilityCode, type OverlayContent, type OverlayStatement } from './overlay.ts'
import { wordLikeness } from './word-likeness.ts'

export const conflictCodes = [
  'same-code',
  'repeats-core',
  'asks-less',
  'asks-early',
  'ladder-gap',
  'term-not-preferred',
  'place-missing',
  'cells-differ',
  'core-withdrawn',
] as const
export type ConflictCode = (typeof conflictCodes)[number]

export interface Conflict extends Finding {
  readonly code: ConflictCode
  /** Slug of the overlay that it is in. */
  readonly overlay: string
}

interface Core {
  readonly edition: Edition
  readonly withdrawn: boolean
}

export function listConflicts(core: Core, overlays: readonly OverlayContent[]): Conflict[] {
  return [
    ...(core.withdrawn ? overlays.map(onWithdrawn) : []),
    ...sameCodes(core.edition, overlays),
    ...overlays.flatMap((overlay) =>
      overlay.statements.flatMap((statement) => [
        ...besideCore(core.edition, overlay.slug, statement),
        ...otherTerms(core.edition, overlay.slug, statement),
      ]),
    ),
    ...overlays.flatMap((overlay) => ladderGaps(core.edition, overlay)),
    ...withoutPlace(core.edition, overlays),
    ...cellsThatDiffer(overlays),
  ]
}

function onWithdrawn({ slug }: OverlayContent): Conflict {
  const message = 'The edition that this adds to has been withdrawn.'
  return { code: 'core-withdrawn', overlay: slug, at: slug, message }
}

function sameCodes(edition: Edition, overlays: readonly OverlayContent[]): Conflict[] {
  const taken = new Map(statementsOf(edition).map(({ code }) => [code, 'the core']))
  return overlays.flatMap(({ slug, title, statements }) =>
    statements.flatMap(({ code }): Conflict[] => {
      const by = taken.get(code)
      taken.set(code, title)
      if (by === undefined) return []
      const message = `The code ${code} is used by ${by} too.`
      return [{ code: 'same-code', overlay: slug, at: code, message }]
    }),
  )
}

const nearlyTheSame = 0.8
const aboutTheSame = 0.55

/** By words alone: a person judges what it is worth. */
function besideCore(edition: Edition, overlay: string, own: OverlayStatement): Conflict[] {
  const [nearest] = statementsOf(edition)
    .map((statement) => ({ statement, likeness: wordLikeness(own.text, statement.text) }))
    .sort(
      (one, other) =>
        other.likeness - one.likeness ||
        distance(own, one.statement) - distance(own, other.statement),
    )
  if (nearest === undefined || nearest.likeness < aboutTheSame) return []
  const { statement, likeness } = nearest
  const found = (code: ConflictCode, message: string): Conflict[] => [
    { code, overlay, at: own.code, message },
  ]
  const theirs = levelOf(statement.code)
  if (theirs === undefined || theirs === own.level) {
    return likeness < nearlyTheSame
      ? []
      : found('repeats-core', `It says nearly what ${statement.code} of the core says.`)
  }
  const [here, there] = [levelName(edition, own.level), levelName(edition, theirs)]
  return rankOf(theirs) < rankOf(own.level)
    ? found(
        'asks-less',
        `At ${here} level it asks what the core asks at ${there} level already (${statement.code}).`,
      )
    : found(
        'asks-early',
        `At ${here} level it asks what the core asks only at ${there} level (${statement.code}).`,
      )
}

/** Of two that are as alike, the one at its own level counts. */
function distance(own: OverlayStatement, { code }: Statement): number {
  const level = levelOf(code)
  return level === undefined ? 9 : Math.abs(rankOf(level) - rankOf(own.level))
}

function rankOf(level: OverlayStatement['level']): number {
  return levelSlugs.indexOf(level)
}

/** What a lower level does must not vanish at a higher one. */
function ladderGaps(edition: Edition, { slug, statements }: OverlayContent): Conflict[] {
  return [...Map.groupBy(statements, capabilityCode)].flatMap(([code, held]) => {
    const levels = new Set(held.map(({ level }) => level))
    const lowest = levelSlugs.findIndex((level) => levels.has(level))
    const missing = levelSlugs.slice(lowest).filter((level) => !levels.has(level))
    if (missing.length === 0) return []
    const names = missing.map((level) => levelName(edition, level)).join(' and ')
    const message = `It is asked at a lower level, and nothing is said at ${names} level.`
    return [{ code: 'ladder-gap' as const, overlay: slug, at: code, message }]
  })
}

function otherTerms(
  edition: Edition,
  overlay: string,
  { code, text }: OverlayStatement,
): Conflict[] {
  return edition.terms.flatMap(({ use, insteadOf }): Conflict[] => {
    const [found] = findTerms(text, [{ term: use, forms: [...insteadOf] }]).filter(
      (one) => one.text.toLowerCase() !== use.toLowerCase(),
    )
    if (found === undefined) return []
    const message = `It says "${found.text}" where the core says "${use}".`
    return [{ code: 'term-not-preferred', overlay, at: code, message }]
  })
}

function withoutPlace(edition: Edition, overlays: readonly OverlayContent[]): Conflict[] {
  const { unplaced, cellsUnplaced } = combineOverlays(edition, overlays)
  return [
    ...unplaced.map(({ overlay, code, place }) => ({
      ...{ code: 'place-missing' as const, overlay, at: code },
      message: `It stands after ${place.replace('/', ' ')}, which is not in this edition.`,
    })),
    ...cellsUnplaced.map(({ overlay, column, statement }) => ({
      ...{ code: 'place-missing' as const, overlay, at: statement },
      message: `"${column}" is said of ${statement}, which is not in this edition.`,
    })),
  ]
}

/** Two that have a column of the same name and say different things in it. */
function cellsThatDiffer(overlays: readonly OverlayContent[]): Conflict[] {
  const all = overlays.flatMap(({ slug, title, columns, cells }) =>
    cells.map(({ column, statement, text }) => ({
      ...{ overlay: slug, title, statement, text },
      column: columns.find((one) => one.slug === column)?.title ?? column,
    })),
  )
  const same = Map.groupBy(all, ({ column, statement }) => `${column.toLowerCase()} ${statement}`)
  return [...same.values()].flatMap(([first, ...others]) =>
    others
      .filter(({ text, overlay }) => overlay !== first?.overlay && text !== first?.text)
      .map(({ overlay, title, column, statement }) => ({
        ...{ code: 'cells-differ' as const, overlay, at: statement },
        message: `${first?.title} and ${title} say different things on ${statement}, in "${column}".`,
      })),
  )
}
