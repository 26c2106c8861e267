import type { TargetText } from '../list-texts.ts'
import type { WordingFinding } from '../wording-finding.ts'
import type { Check } from './check.ts'

/** R31: where families are spoken of in general, paid and unpaid carers are named too. */
export const carersBesideFamilies: Check = {
  code: 'carers-not-named',
  question: 'Are paid and unpaid carers named wherever families are?',
  requirements: ['R31'],
  fails: 'Support for people and their families.',
  passes: 'Support for people, their families and paid and unpaid carers.',
  find: ({ texts }) =>
    texts.filter(({ target }) => !target.startsWith('glossary/')).flatMap(carersMissing),
}

function carersMissing({ target, text }: TargetText): WordingFinding[] {
  if (/\bcar(er|ers|es for|ing)\b/i.test(text)) return []
  const found = familyPattern(target).exec(text)
  if (found === null) return []
  const [words] = found
  return [
    {
      code: 'carers-not-named',
      at: target,
      severity: 'must',
      requirement: 'R31',
      range: { start: found.index, end: found.index + words.length },
      message: `It names “${words}”: name paid and unpaid carers beside them`,
      suggestions: [`${words} and paid and unpaid carers`],
    },
  ]
}

/** A statement speaks of any family; elsewhere one family may be somebody's own. */
function familyPattern(target: string): RegExp {
  return /^statement\/.*\/(text|variants\/\d+)$/.test(target)
    ? /\b(families|(his|her|its|their) family|relatives)\b/i
    : /\b(families|relatives)\b/i
}
