/** docs/requirements.md, made from the same words as the page at /response. */
import { countByState, type Requirement, type RequirementList } from './model/requirement.ts'

export function requirementsDocument(list: RequirementList): string {
  const { questions, requirements, states } = list
  const counts = countByState(requirements)
  const intro = [
    '# Requirements R01 to R52',
    '',
    'What one public response to the 2021 consultation asks, in our words. Code, tests and commits',
    'cite these by their number. The page at `/response` says the same, with links.',
    '',
    'Made from `content/guidance/requirements.yaml`: change that file, then run',
    '`node --import tsx src/guidance/write-requirements.ts`.',
    '',
    ...states.map(({ state, name, meaning }) => `- **${name}** (${counts[state]}): ${meaning}`),
  ]
  const sections = questions.flatMap(({ id, about }) => {
    const asked = requirements.filter(({ question }) => question === id)
    const title = id === 'all' ? about : `${id}: ${about}`
    return ['', `## ${title}`, ...asked.flatMap((each) => ['', ...entryOf(each, list)])]
  })
  return `${[...intro, ...sections].join('\n')}\n`
}

function entryOf(requirement: Requirement, { states }: RequirementList): string[] {
  const { id, also, asked, state, answers, note } = requirement
  const name = states.find((words) => words.state === state)?.name ?? state
  return [
    `### ${id}`,
    '',
    also.length === 0 ? asked : `${asked} (Also ${also.join(', ')}.)`,
    '',
    note === undefined ? `${name}.` : `${name}. ${note}`,
    ...(answers.length === 0 ? [] : ['']),
    ...answers.map(({ text, href }) => `- ${text}: \`${href}\``),
  ]
}
