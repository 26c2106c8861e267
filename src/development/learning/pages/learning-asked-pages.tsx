import type { Edition } from '../../../frameworks/model/framework.ts'
import { dayInWords, plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import {
  ConfirmNoPatient,
  DoneBanner,
  type FieldFault,
  faultOf,
  noPatients,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import { type LearningAsk, stateOfAsk } from '../model/ask.ts'
import type { AnswerEntered } from '../model/entered.ts'
import { AskedStateTag, SectionList } from './course-words.tsx'

interface LearningAskedPageProps extends OwnPageProps {
  readonly asks: readonly LearningAsk[]
  readonly done?: string | undefined
}

const gone = 'Somebody who works here'

export function LearningAskedPage({ account, demo, asks, done }: LearningAskedPageProps) {
  const title = 'What people ask to learn'
  return (
    <OwnLayout {...{ account, demo, title }} team back={{ href: paths.team(), text: 'Your team' }}>
      {done === 'answered' && <DoneBanner title="Answered" words="They can see your answer now." />}
      <h1 class="nhsuk-heading-l">{title}</h1>
      {asks.length === 0 && (
        <p>
          Nobody has asked for a course. People find them under{' '}
          <a href={paths.learning()}>Find learning</a>.
        </p>
      )}
      <ul class="nhsuk-list">
        {asks.map((ask) => (
          <li key={ask.id}>
            <a href={paths.learningAsked(ask.id)}>
              {ask.holderName ?? gone}: {ask.shown.title}
            </a>{' '}
            <AskedStateTag state={stateOfAsk(ask)} />
            <br />
            {ask.organisationName}. Asked on {plainDate(ask.askedAt)}.
          </li>
        ))}
      </ul>
    </OwnLayout>
  )
}

export interface AnswerLearningPageProps extends OwnPageProps {
  readonly ask: LearningAsk
  readonly edition: Edition
  readonly entered: AnswerEntered
  readonly errors?: readonly FieldFault[] | undefined
}

export function AnswerLearningPage(props: AnswerLearningPageProps) {
  const { account, demo, ask, edition, errors } = props
  const { title } = ask.shown
  return (
    <OwnLayout
      {...{ account, demo, title, errors }}
      team
      back={{ href: paths.learningAsks(), text: 'What people ask to learn' }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{ask.holderName ?? gone} asks for</span>
        {title}
      </h1>
      <p>
        <AskedStateTag state={stateOfAsk(ask)} />
      </p>
      <SummaryList rows={factsOf(ask)} />
      <h2 class="nhsuk-heading-m">What it covers</h2>
      <SectionList edition={edition} codes={ask.shown.codes} />
      {stateOfAsk(ask) === 'waiting' && <Answer {...props} />}
    </OwnLayout>
  )
}

function factsOf({
  shown,
  organisationName,
  askedAt,
  words,
  reply,
  answeredBy,
  answeredAt,
  attendedOn,
}: LearningAsk) {
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Provider', shown.provider],
    ['For', organisationName],
    ['Asked on', plainDate(askedAt)],
    ['They wrote', words],
    ['Starts', shown.startsOn === undefined ? 'At any time' : dayInWords(shown.startsOn)],
    ['How long', shown.hours],
    ['Cost', shown.cost],
    ['Answered', answeredAt && `${answeredBy ?? 'A manager'}, on ${plainDate(answeredAt)}`],
    ['Answer', reply],
    ['They were there', attendedOn === undefined ? undefined : dayInWords(attendedOn)],
  ]
  return facts.flatMap(([key, value]) =>
    value === undefined
      ? []
      : [{ key, value: { children: <span class="lanyard-breaks">{value}</span> } }],
  )
}

function Answer({ account, ask, entered, errors }: AnswerLearningPageProps) {
  return (
    <OwnForm action={paths.learningAsked(ask.id)} csrfToken={account.csrfToken}>
      <Radios
        name="outcome"
        idPrefix="outcome"
        fieldset={{ legend: { text: 'Your answer', size: 'm' } }}
        value={entered.outcome}
        errorMessage={faultOf(errors, 'outcome')}
        items={[
          {
            value: 'approved',
            text: 'Yes, they can do it',
            hint: 'Say below how the time and the cost are covered.',
          },
          {
            value: 'declined',
            text: 'Not this time',
            hint: 'Say why, and what could happen instead.',
          },
        ]}
      />
      <Textarea
        name="reply"
        label={{ text: 'What you say to them', size: 's' }}
        hint={noPatients}
        errorMessage={faultOf(errors, 'reply')}
        rows={4}
        value={entered.reply}
      />
      <ConfirmNoPatient findings={entered.findings} />
      <Button text="Send my answer" preventDoubleClick />
    </OwnForm>
  )
}
