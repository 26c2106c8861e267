import type { Succession } from '../../model/succession.ts'

/** The published edition that took the place of another, if one has: the latest, where several have. */
export function findSuccessor(
  ref: string,
  successions: readonly Succession[],
  editions: readonly { readonly ref: string; readonly status: string }[],
): string | undefined {
  const published = new Set(
    editions.filter(({ status }) => status === 'published').map(({ ref }) => ref),
  )
  return successions
    .filter(({ from, to }) => from === ref && published.has(to))
    .map(({ to }) => to)
    .sort()
    .at(-1)
}
