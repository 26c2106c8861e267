import type { TargetText } from '../list-texts.ts'
import type { WordingFinding } from '../wording-finding.ts'
import type { Check } from './check.ts'

/** R07: equity stands beside equality, diversity and inclusion. */
export const equityBeside: Check = {
  code: 'equity-not-named',
  question: 'Is equity named beside equality, diversity and inclusion?',
  requirements: ['R07'],
  fails:
    'A team that asks how each of its people is, and that cares about equality, diversity and inclusion.',
  passes:
    'A team that asks how each of its people is, and that cares about equity, equality, diversity and inclusion.',
  find: ({ texts }) =>
    texts.filter(({ target }) => !target.startsWith('glossary/')).flatMap(equityMissing),
}

function equityMissing({ target, text }: TargetText): WordingFinding[] {
  if (/\bequity\b/i.test(text)) return []
  const found =
    /\bequality(,? (and )?diversity)?(,? (and )?inclusion)?\b|\bdiversity\b|\bEDI\b/i.exec(text)
  if (found === null) return []
  const [words] = found
  return [
    {
      code: 'equity-not-named',
      at: target,
      severity: 'must',
      requirement: 'R07',
      range: { start: found.index, end: found.index + words.length },
      message: 'Write “equity, equality, diversity and inclusion”',
      suggestions: [inFull(words)],
    },
  ]
}

function inFull(words: string): string {
  return /^[A-Z][a-z]/.test(words)
    ? 'Equity, equality, diversity and inclusion'
    : 'equity, equality, diversity and inclusion'
}
