/** What is wanted and missing, by area, with nobody to be picked out of it. */

/** Fewer people than this are hidden. */
export const fewest = 5

export interface Wanted {
  readonly code: string
  readonly area: string
  readonly name: string
  /** Each person once. */
  readonly people: number
  /** In all areas, each person once: whoever works in two is in both of them and here once. */
  readonly inAll: number
}

export interface ShownWanted {
  readonly code: string
  /** Areas with enough people, by name. All others are hidden, none or few. */
  readonly areas: readonly {
    readonly area: string
    readonly name: string
    readonly people: number
  }[]
  /** People over all areas; undefined where it would tell what is hidden. */
  readonly total?: number | undefined
}

/** Numbers of people under five are hidden, also that there are any. */
export function suppressDemand(wanted: readonly Wanted[], areas: number): ShownWanted[] {
  return [...Map.groupBy(wanted, ({ code }) => code)]
    .map(([code, of]) => showCode(code, of, areas))
    .filter(({ areas, total }) => areas.length > 0 || total !== undefined)
    .sort((one, other) => one.code.localeCompare(other.code, 'en', { numeric: true }))
}

function showCode(code: string, of: readonly Wanted[], areas: number): ShownWanted {
  const shown = of
    .filter(({ people }) => people >= fewest)
    .sort((one, other) => one.name.localeCompare(other.name))
    .map(({ area, name, people }) => ({ area, name, people }))
  const total = of[0]?.inAll ?? 0
  const hidden = Math.max(areas, of.length) - shown.length
  return { code, areas: shown, total: mayTell(total, shown, hidden) ? total : undefined }
}

/**
 * Beside one area, a total tells how many are not in it; beside two, how many are in both. So it is
 * shown beside one at most, and only where nobody is left or enough people, in areas each of which
 * may still have any of at least three numbers.
 */
function mayTell(
  total: number,
  shown: readonly { readonly people: number }[],
  hidden: number,
): boolean {
  if (total < fewest || shown.length > 1) return false
  const left = total - (shown[0]?.people ?? 0)
  if (left === 0) return true
  const least = Math.max(0, left - (fewest - 1) * (hidden - 1))
  return left >= fewest && fewest - 1 - least >= 2
}
