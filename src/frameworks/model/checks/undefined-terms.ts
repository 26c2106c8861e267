import { findTerms, termsIn } from '../../../language/mark-terms.ts'
import { stemOf } from '../../../language/stems.ts'
import type { TargetText } from '../list-texts.ts'
import type { WordingFinding } from '../wording-finding.ts'
import type { Check, Checked } from './check.ts'
import type { DefinitionRule } from './framework-rules.ts'

const code = 'undefined-term'
/** Said so often, a compound has become a term. */
const oftenEnough = 4

/** R37: a word that means something of its own here is explained in the glossary. */
export const undefinedTerms: Check = {
  code,
  question: 'Does the glossary explain every term that the text leans on?',
  requirements: 'R22 R28 R29 R31 R37 R38 R40 R44 R50'.split(' '),
  fails: 'What support workers do well, with equity for everyone.',
  passes: 'What support workers do well, in fairness to everyone.',
  exampleRules: {
    ...{ concepts: [], parties: [] },
    definitions: [{ requirement: 'R37', term: 'equity', because: 'say what it means here.' }],
  },
  find: (checked) => [
    ...(checked.rules?.definitions ?? []).flatMap((rule) => toBeDefined(checked, rule)),
    ...compounds(checked),
  ],
}

function toBeDefined(
  { edition, texts }: Checked,
  { requirement, term, because }: DefinitionRule,
): WordingFinding[] {
  if (termsIn(term, edition.glossary).length > 0) return []
  const terms = [{ term, forms: [] }]
  const first = texts.find(({ text }) => findTerms(text, terms).length > 0)
  if (first === undefined) return []
  return [
    {
      ...{ code, severity: 'must', requirement, suggestions: [] },
      ...placeOf(first, findTerms(first.text, terms)[0]?.index ?? 0, term),
      message: `The glossary does not explain “${term}”: ${because}`,
    },
  ]
}

/** Hyphenated words such as “person-led” that come back and are explained nowhere. */
function compounds({ edition, texts }: Checked): WordingFinding[] {
  const found = texts
    .filter(({ target }) => !target.startsWith('glossary/'))
    .flatMap((held) =>
      [...held.text.matchAll(/\b\p{Ll}{3,}-\p{Ll}{3,}\b/gu)].map((match) => ({
        ...{ held, index: match.index, word: match[0] },
      })),
    )
  return [...Map.groupBy(found, ({ word }) => stemOf(word))]
    .filter(([, places]) => places.length >= oftenEnough)
    .flatMap(([, [first]]) =>
      first === undefined || termsIn(first.word, edition.glossary).length > 0
        ? []
        : [
            {
              ...{ code, severity: 'advice' as const, requirement: 'R37', suggestions: [] },
              ...placeOf(first.held, first.index, first.word),
              message: `“${first.word}” comes back and the glossary does not explain it: is it a term?`,
            },
          ],
    )
}

function placeOf({ target }: TargetText, start: number, word: string) {
  return { at: target, range: { start, end: start + word.length } }
}
