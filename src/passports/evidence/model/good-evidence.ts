/** What good evidence of a capability looks like, and where it differs by setting. */
import type { SettingSlug, Statement } from '../../../frameworks/model/framework.ts'

export interface GoodEvidence {
  readonly capability: string
  readonly good: readonly string[]
  readonly settings: readonly { readonly setting: SettingSlug; readonly example: string }[]
}

/** Each of a section's capabilities once, in the order of its statements. */
export function goodEvidenceFor(
  statements: readonly Statement[],
  known: readonly GoodEvidence[],
): GoodEvidence[] {
  const wanted = new Set(statements.map(({ capability }) => capability))
  return [...wanted].flatMap((slug) => known.filter(({ capability }) => capability === slug))
}
