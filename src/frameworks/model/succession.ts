/** What became of each statement of an edition in the edition after it. */

export const fates = [
  'unchanged',
  'reworded',
  'moved',
  'meaning-changed',
  'split',
  'merged',
  'retired',
] as const
/**
 * `unchanged`: same words, same code. `reworded`: other words, same meaning. `moved`: another code,
 * same meaning. The rest ask for a judgement of whoever signed: another meaning, one that became
 * several, several that became one, or nothing that follows it.
 */
export type Fate = (typeof fates)[number]

export interface SuccessionLine {
  /** Code in the earlier edition. */
  readonly from: string
  readonly fate: Fate
  /** Codes in the later edition: none where it is retired, several where it was split. */
  readonly to: readonly string[]
  readonly reason?: string | undefined
}

export interface Succession {
  /** `slug/version`, as is `to`. */
  readonly from: string
  readonly to: string
  /** YYYY-MM-DD: until then a sign-off counts for a statement whose meaning changed. */
  readonly reconfirmBy: string
  readonly lines: readonly SuccessionLine[]
}
