/** What is wanted and missing, by area, with nobody to be picked out of it. */

/** Fewer people than this are hidden. */
export const fewest = 5

export interface Wanted {
  readonly code: string
  readonly area: string
  readonly name: string
  readonly people: number
}

export interface ShownWanted {
  readonly code: string
  /** Areas with enough people, the most first. All others are hidden, none or few. */
  readonly areas: readonly {
    readonly area: string
    readonly name: string
    readonly people: number
  }[]
  /** Over all areas; undefined where it would tell what is hidden. */
  readonly total?: number | undefined
}

/**
 * Counts under five are hidden, also that there are any. A total tells the sum of what is hidden:
 * it is shown only where each hidden area may still be any of at least three numbers.
 */
export function suppressDemand(wanted: readonly Wanted[], areas: number): ShownWanted[] {
  return [...Map.groupBy(wanted, ({ code }) => code)]
    .map(([code, of]) => showCode(code, of, areas))
    .filter(({ areas, total }) => areas.length > 0 || total !== undefined)
    .sort((one, other) => reach(other) - reach(one) || one.code.localeCompare(other.code))
}

function showCode(code: string, of: readonly Wanted[], areas: number): ShownWanted {
  const enough = of
    .filter(({ people }) => people >= fewest)
    .sort((one, other) => other.people - one.people || one.name.localeCompare(other.name))
  const total = sum(of)
  const hidden = total - sum(enough)
  const shown = enough.map(({ area, name, people }) => ({ area, name, people }))
  const tells = !isSafe(hidden, Math.max(areas, of.length) - enough.length) || total < fewest
  return { code, areas: shown, total: tells ? undefined : total }
}

/** Each hidden area has nought to four: between which bounds does their sum put one of them? */
function isSafe(sum: number, hidden: number): boolean {
  if (sum === 0) return true
  const most = Math.min(fewest - 1, sum)
  const least = Math.max(0, sum - (fewest - 1) * (hidden - 1))
  return most - least >= 2
}

function sum(of: readonly { readonly people: number }[]): number {
  return of.reduce((total, { people }) => total + people, 0)
}

function reach({ areas, total }: ShownWanted): number {
  return total ?? sum(areas)
}
