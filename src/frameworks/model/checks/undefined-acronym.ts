import type { ReadText } from '../find-words.ts'
import { readTexts } from '../find-words.ts'
import type { Check, Checked } from './check.ts'
import { type Fault, findInTexts } from './find-in-texts.ts'

/** R32: a short name of capitals that nobody has written out. */
export const undefinedAcronym: Check = {
  code: 'undefined-acronym',
  question: 'Is each short name of capitals written out once, or in the glossary?',
  requirements: ['R32'],
  fails: 'Support workers who meet the ICB each week.',
  passes: 'Support workers who meet the integrated care board (ICB) each week.',
  find: (checked) => {
    const known = knownIn(checked)
    return findInTexts(checked, {
      ...{ code: 'undefined-acronym', severity: 'should', requirement: 'R32', exempts: true },
      faults: (text) => unknownIn(text, known),
    })
  },
}

/** “ICBs”, and with small letters or a digit in it “SpO2”, “HbA1c”, “NEWS2”; four digits are a code. */
const acronym =
  /^(?:\p{Lu}{2,6}s?|(?=\p{Lu}[\p{L}\d]{0,6}\p{Lu})(?=\p{L}{1,7}\d{1,2}\p{Ll}?$)[\p{L}\d]{3,8})$/u

function unknownIn({ text, words }: ReadText, known: ReadonlySet<string>): Fault[] {
  // In a text of capitals alone they say nothing.
  if (text === text.toUpperCase()) return []
  const seen = new Set<string>()
  return words.flatMap(({ text: word, start, end }) => {
    const name = singular(word)
    if (!acronym.test(word) || known.has(name) || seen.has(name)) return []
    seen.add(name)
    return [
      {
        range: { start, end },
        message: `“${word}” is not written out anywhere: write it in full, or put it in the glossary`,
        suggestions: [],
      },
    ]
  })
}

/** Known to everybody, in the glossary, or written out beside it: “team (MDT)”, “MDT (team)”. */
function knownIn(checked: Checked): ReadonlySet<string> {
  const { edition, language } = checked
  const defined = edition.glossary.flatMap(({ term, forms }) => [term, ...forms])
  const writtenOut = readTexts(checked).flatMap(({ text }) => [
    ...[...text.matchAll(/\p{Ll} \((\p{Lu}[\p{L}\d]{1,7})\)/gu)].map(([, name = '']) => name),
    ...[...text.matchAll(/\b(\p{Lu}[\p{L}\d]{1,7}) \(\p{L}{2}/gu)].map(([, name = '']) => name),
  ])
  return new Set([...language.grammar.knownAcronyms, ...defined, ...writtenOut].map(singular))
}

function singular(name: string): string {
  return name.replace(/s$/, '')
}
