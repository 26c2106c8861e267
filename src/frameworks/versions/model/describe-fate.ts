/** What became of one statement, and what it was before, as a line under it. */
import type { Fate, Succession } from '../../model/succession.ts'

export interface FateOfStatement {
  /** `slug/version` of the other edition. */
  readonly edition: string
  readonly fate: Fate
  /** Codes in the other edition. */
  readonly codes: readonly string[]
  readonly reason?: string | undefined
}

/** In the editions that followed it directly. */
export function listFatesAfter(
  successions: readonly Succession[],
  { ref, code }: { readonly ref: string; readonly code: string },
): FateOfStatement[] {
  return successions
    .filter(({ from }) => from === ref)
    .flatMap(({ to, lines }) =>
      lines
        .filter(({ from }) => from === code)
        .map(({ fate, to: codes, reason }) => ({ edition: to, fate, codes, reason })),
    )
}

/** In the edition that it followed: several lines where several merged. */
export function listFatesBefore(
  successions: readonly Succession[],
  { ref, code }: { readonly ref: string; readonly code: string },
): FateOfStatement[] {
  return successions
    .filter(({ to }) => to === ref)
    .flatMap(({ from, lines }) =>
      lines
        .filter(({ to }) => to.includes(code))
        .map((line) => ({
          edition: from,
          fate: line.fate,
          codes: [line.from],
          reason: line.reason,
        })),
    )
}
