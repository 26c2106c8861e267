import { type Mapping, type MappingStatus, statusOf } from './mapping.ts'

const ranks: Readonly<Record<MappingStatus, number>> = {
  approved: 3,
  confirmed: 2,
  decided: 1,
  suggested: 1,
  refused: 0,
  'not-approved': 0,
}

/**
 * Of each line the one mapping that counts now. An approved one counts until a newer one is approved,
 * and a confirmed one until a newer one is confirmed: what one person decides alone moves neither. What
 * was refused never counts.
 */
export function chooseStanding(mappings: readonly Mapping[]): Mapping[] {
  const standing = new Map<string, Mapping>()
  for (const mapping of mappings) {
    const held = standing.get(mapping.line)
    if (rankOf(mapping) > 0 && (held === undefined || outranks(mapping, held))) {
      standing.set(mapping.line, mapping)
    }
  }
  return mappings.filter(({ id, line, relation }) => {
    return relation !== 'none' && standing.get(line)?.id === id
  })
}

/** The newest of each line, whatever became of it: what the next decision takes the place of. */
export function chooseNewest(mappings: readonly Mapping[]): Mapping[] {
  const newest = new Map<string, Mapping>()
  for (const mapping of mappings) {
    const held = newest.get(mapping.line)
    if (held === undefined || held.at <= mapping.at) newest.set(mapping.line, mapping)
  }
  return mappings.filter(({ id, line }) => newest.get(line)?.id === id)
}

function outranks(one: Mapping, other: Mapping): boolean {
  const difference = rankOf(one) - rankOf(other)
  return difference > 0 || (difference === 0 && one.at > other.at)
}

function rankOf(mapping: Mapping): number {
  return ranks[statusOf(mapping)]
}
