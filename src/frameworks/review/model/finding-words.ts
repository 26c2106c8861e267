/** Findings and their grades as people read them. */
import type { Severity } from '../../model/wording-finding.ts'

export const severityNames: Readonly<Record<Severity, string>> = {
  must: 'Must be mended',
  should: 'Should be mended',
  advice: 'Advice',
}

/** `words-not-used` as "Words not used". */
export function checkName(code: string): string {
  const words = code.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
