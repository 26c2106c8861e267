import type { Target } from '../amendment.ts'
import type { Edition, ProfessionRole } from '../framework.ts'
import type { WordingFinding } from '../wording-finding.ts'
import type { Check } from './check.ts'

const code = 'role-out-of-line'
/** Of the median of the same kind of text, over all professions. */
const tooShort = 0.55
const tooLong = 1.8
/** With fewer professions there is no line to be out of. */
const enoughRoles = 4

const alike = ['first', 'second', 'third'].map((profession) =>
  roleOf(profession, 'It is about being able to do what you love at home.'),
)

/** R15: no profession is said less of than the others. */
export const rolesOutOfLine: Check = {
  code,
  question: 'Is as much said of each profession, and in words as strong?',
  requirements: ['R14', 'R15'],
  fails: 'It is there.',
  passes: 'It is about being able to do what matters to you at home.',
  example: (edition, about) => ({ ...edition, roles: [...alike, roleOf('last', about)] }),
  find: ({ edition }) =>
    edition.roles.length < enoughRoles
      ? []
      : [...kinds.flatMap((textsOf) => lengths(edition, textsOf)), ...doingFor(edition)],
}

interface RoleText {
  readonly at: Target
  readonly text: string
}

const kinds: readonly ((role: ProfessionRole) => readonly RoleText[])[] = [
  ({ profession, about }) => [{ at: `role/${profession}/about`, text: about }],
  ({ profession, supportWorkerDoes }) =>
    supportWorkerDoes.map((text, index) => ({
      at: `role/${profession}/support-worker-does/${index}`,
      text,
    })),
  ({ profession, examples }) =>
    examples.map(({ level, person }) => ({
      at: `role/${profession}/${level}/person`,
      text: person,
    })),
  ({ profession, examples }) =>
    examples.map(({ level, supportWorker }) => ({
      at: `role/${profession}/${level}/support-worker`,
      text: supportWorker,
    })),
]

function lengths(
  { roles }: Edition,
  textsOf: (role: ProfessionRole) => readonly RoleText[],
): WordingFinding[] {
  const texts = roles.flatMap(textsOf).map((held) => ({ ...held, words: countWords(held.text) }))
  const middle = median(texts.map(({ words }) => words))
  return texts
    .filter(({ words }) => words < middle * tooShort || words > middle * tooLong)
    .map(({ at, words }) =>
      finding(
        at,
        `It has ${words} ${words === 1 ? 'word' : 'words'}, and the others have about ${middle}: ` +
          (words < middle ? 'say as much of this profession' : 'say it in as few words'),
      ),
    )
}

const doingForWords =
  /\b(help(s|ed|ing)?|assist(s|ed|ing|ance)?|attends? to|sees? to|looks? after)\b/giu

/** Words that do something for a person, where other professions enable. */
function doingFor({ roles }: Edition): WordingFinding[] {
  const counts = roles.map((role) => ({
    role,
    count: countDoingFor(role),
  }))
  const middle = median(counts.map(({ count }) => count))
  return counts
    .filter(({ count }) => count >= 2 && count > 2 * middle)
    .map(({ role, count }) =>
      finding(
        `role/${role.profession}`,
        `It says ${count} times that the worker helps or assists, and most professions say it ` +
          `${middle === 0 ? 'never' : `${middle} times`}: say what the person gets to do`,
      ),
    )
}

function countDoingFor(role: ProfessionRole): number {
  return kinds
    .flatMap((textsOf) => textsOf(role))
    .reduce((sum, { text }) => sum + [...text.matchAll(doingForWords)].length, 0)
}

function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

function finding(at: Target, message: string): WordingFinding {
  return { code, at, severity: 'should', requirement: 'R15', message, suggestions: [] }
}

/** For the example: a profession of which nothing is said but what it is about. */
function roleOf(profession: string, about: string): ProfessionRole {
  return {
    ...{ profession, name: profession, registeredTitle: profession, supportTitles: [] },
    ...{ regulator: 'None', registerAddress: 'https://example.org', about },
    ...{ supportWorkerDoes: [], registeredProfessionalDoes: [], examples: [] },
  }
}
