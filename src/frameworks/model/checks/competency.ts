import { findWords } from '../find-words.ts'
import type { Edition } from '../framework.ts'
import type { WordingFinding } from '../wording-finding.ts'
import type { Check, Checked } from './check.ts'

/** R43: capability, and not competency, so that frameworks can be read side by side. */
export const competency: Check = {
  code: 'competency',
  question: 'Is it “capability” throughout, and not “competency”?',
  requirements: ['R43'],
  fails: 'Each competency is written at three levels.',
  passes: 'Each capability is written at three levels.',
  find: competenciesIn,
}

function competenciesIn(checked: Checked): WordingFinding[] {
  const delegating = placesOfDelegation(checked.edition)
  const { texts } = checked
  const textAt = new Map<string, string>(texts.map(({ target, text }) => [target, text]))
  return findWords(checked, {
    ...{ code: 'competency', rule: 'competency', requirement: 'R43' },
  }).filter(({ at, range }) => {
    const word = textAt.get(at)?.slice(range?.start, range?.end).toLowerCase() ?? ''
    return !(lawful.has(word) && delegating.some((place) => at.startsWith(`${place}/`)))
  })
}

/** Who delegates asks whether somebody is competent: these two are words of the law. */
const lawful = new Set(['competence', 'competences'])

function placesOfDelegation({ parts, domains }: Edition): string[] {
  return [
    ...parts.flatMap(({ number, title, sections }) => [
      ...(isOfDelegation(title) ? [`part/${number}`] : []),
      ...sections
        .filter(({ id, heading }) => [title, heading, id].some(isOfDelegation))
        .map(({ id }) => `part/${id}`),
    ]),
    ...domains.flatMap((domain) =>
      domain.sections
        .filter(({ title }) => [domain.title, title].some(isOfDelegation))
        .flatMap(({ code, statements }) => [
          `section/${code}`,
          ...statements.map((statement) => `statement/${statement.code}`),
        ]),
    ),
  ]
}

function isOfDelegation(name: string): boolean {
  return /\bdelegat/i.test(name)
}
