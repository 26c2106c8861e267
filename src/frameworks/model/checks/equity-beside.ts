import type { Finding } from '../../../finding.ts'
import type { Edition } from '../framework.ts'
import { listTexts } from '../list-texts.ts'

/** R07: equity stands beside equality, diversity and inclusion. */
export function equityBeside(edition: Edition): Finding[] {
  return listTexts(edition)
    .filter(({ target }) => !target.startsWith('glossary/'))
    .filter(({ text }) => /\b(equality|diversity)\b/i.test(text) && !/\bequity\b/i.test(text))
    .map(({ target }) => ({
      code: 'equity-not-named',
      at: target,
      message: 'Write “equity, equality, diversity and inclusion”',
    }))
}
