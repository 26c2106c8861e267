import { findWords } from '../find-words.ts'
import type { Grammar } from '../language.ts'
import type { WordingFinding } from '../wording-finding.ts'
import type { Check, Checked } from './check.ts'
import { asStatement } from './examples.ts'

/** R14, R16: words that suggest doing something for a person and not making it possible. */
export const doingFor: Check = {
  code: 'doing-for',
  question: 'Does the person lead, without words such as “helps” that suggest doing it for them?',
  requirements: ['R14', 'R16'],
  fails: 'Helps a person to plan the next meeting with the team.',
  passes: 'Supports a person to plan the next meeting with the team.',
  example: asStatement,
  find: doneFor,
}

function doneFor(checked: Checked): WordingFinding[] {
  const { texts, language } = checked
  const textAt = new Map<string, string>(texts.map(({ target, text }) => [target, text]))
  return findWords(checked, { code: 'doing-for', rule: 'doing-for', requirement: 'R16' }).map(
    (finding) => inGoodEnglish(finding, textAt.get(finding.at) ?? '', language.grammar),
  )
}

/** “Helps with meals”: of the five verbs only one goes before “with”. */
function inGoodEnglish(
  finding: WordingFinding,
  text: string,
  { plainVerbs }: Grammar,
): WordingFinding {
  const { range, suggestions } = finding
  if (range === undefined) return finding
  const after = text.slice(range.end)
  if (/^ with\b/.test(after)) {
    return { ...finding, suggestions: suggestions.filter((one) => /^support/i.test(one)) }
  }
  const [whole = '', object = '', verb = ''] = after.match(withoutTo) ?? []
  if (!plainVerbs.includes(verb)) return finding
  return {
    ...finding,
    range: { ...range, end: range.end + whole.length },
    suggestions: suggestions.map((one) => `${one}${object} to ${verb}`),
  }
}

/** “Helps the person wash”: “to” is owed after each of the other verbs. */
const withoutTo =
  /^((?: (?:a|the|each|every|that|this|older|disabled)){0,2} (?:person|people|them|him|her|somebody|someone|individuals?)) (\p{L}{2,20})\b/u
