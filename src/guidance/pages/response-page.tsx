import { paths } from '../../paths.ts'
import { PageLayout } from '../../ui/page-layout.tsx'
import { Tag } from '../../ui/tag.tsx'
import {
  type AnswerState,
  countByState,
  type Question,
  type Requirement,
  type RequirementList,
  type StateWords,
} from '../model/requirement.ts'

const colours = { answered: 'green', part: 'yellow', 'not-yet': 'grey' } as const

/** Each thing that the response asks for, with the page that answers it or "not yet" (R51). */
export function ResponsePage({ list }: { readonly list: RequirementList }) {
  const counts = countByState(list.requirements)
  return (
    <PageLayout title={list.title} breadcrumbs={[{ href: paths.home(), text: 'Home' }]}>
      <h1 class="nhsuk-heading-xl">{list.title}</h1>
      <p class="nhsuk-lede-text">{list.intro[0]}</p>
      {list.intro.slice(1).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      <h2 class="nhsuk-heading-l">How far we have come</h2>
      <ul class="lanyard-states">
        {list.states.map((words) => (
          <StateCard key={words.state} {...{ words, list, count: counts[words.state] }} />
        ))}
      </ul>
      {list.questions.map((question) => (
        <QuestionPart key={question.id} question={question} list={list} />
      ))}
    </PageLayout>
  )
}

interface StateCardProps {
  readonly words: StateWords
  readonly count: number
  readonly list: RequirementList
}

function StateCard({ words, count, list }: StateCardProps) {
  const { state, name, meaning } = words
  return (
    <li class={`lanyard-states__state lanyard-states__state--${state}`}>
      <h3 class="nhsuk-heading-s">
        <span class="lanyard-states__count">{count}</span> {name}
      </h3>
      <p>{meaning}</p>
      <ul class="lanyard-states__links">
        {list.requirements
          .filter((each) => each.state === state)
          .map(({ id }) => (
            <li key={id}>
              <a href={`#${id}`}>{id}</a>
            </li>
          ))}
      </ul>
    </li>
  )
}

interface QuestionPartProps {
  readonly question: Question
  readonly list: RequirementList
}

function QuestionPart({ question, list }: QuestionPartProps) {
  const { id, about } = question
  const asked = list.requirements.filter((each) => each.question === id)
  return (
    <section aria-labelledby={id}>
      <h2 class="nhsuk-heading-l" id={id}>
        {id !== 'all' && <span class="nhsuk-caption-l">Question {id.slice(1)}</span>}
        {about}
      </h2>
      <ul class="lanyard-asked">
        {asked.map((requirement) => (
          <RequirementRow key={requirement.id} {...{ requirement, states: list.states }} />
        ))}
      </ul>
    </section>
  )
}

interface RequirementRowProps {
  readonly requirement: Requirement
  readonly states: readonly StateWords[]
}

function RequirementRow({ requirement, states }: RequirementRowProps) {
  const { id, also, asked, state, answers, note } = requirement
  return (
    <li class="lanyard-asked__one" id={id}>
      <h3 class="lanyard-asked__head">
        <span>
          {id}
          {also.length > 0 && ` (also ${also.join(', ')})`}
        </span>{' '}
        <Tag colour={colours[state]} text={nameOf(states, state)} />
      </h3>
      <p>{asked}</p>
      {answers.length > 0 && (
        <ul class="nhsuk-list nhsuk-list--bullet">
          {answers.map(({ href, text }) => (
            <li key={href}>
              <a href={href}>{text}</a>
            </li>
          ))}
        </ul>
      )}
      {note !== undefined && <p class="lanyard-asked__note">{note}</p>}
    </li>
  )
}

function nameOf(states: readonly StateWords[], state: AnswerState): string {
  return states.find((words) => words.state === state)?.name ?? state
}
