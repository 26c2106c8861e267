import type { Edition } from '../../../frameworks/model/framework.ts'
import { dayInWords, plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { atFirstPart, type DayParts, DayQuestion } from '../../../ui/day-question.tsx'
import { Details } from '../../../ui/details.tsx'
import {
  DoneBanner,
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { type LearningAsk, mayWithdraw, stateOfAsk } from '../model/ask.ts'
import { AskStateTag, SectionList } from './course-words.tsx'

export interface LearningAskPageProps extends OwnPageProps {
  readonly ask: LearningAsk
  readonly edition: Edition
  /** It stands in the passport as an entry. */
  readonly filed: boolean
  readonly on: DayParts
  readonly done?: string | undefined
  readonly errors?: readonly FieldFault[] | undefined
}

const doneWords: ReadonlyMap<string, string> = new Map([
  ['asked', 'Your managers can see it now.'],
  ['withdrawn', 'You took it back. Nobody has to answer it.'],
  ['attended', 'Well done. You can put it in your passport now.'],
])

export function LearningAskPage(props: LearningAskPageProps) {
  const { account, demo, ask, edition, done, errors } = props
  const { title } = ask.shown
  const words = doneWords.get(done ?? '')
  return (
    <OwnLayout
      {...{ account, demo, title, errors: atFirstPart(errors, ['on']) }}
      back={{ href: paths.ownLearning(), text: 'My learning' }}
    >
      {words && <DoneBanner title="Done" words={words} />}
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{ask.shown.provider}</span>
        {title}
      </h1>
      <p>
        <AskStateTag state={stateOfAsk(ask)} />
      </p>
      <Next {...props} />
      <SummaryList rows={factsOf(ask)} />
      <h2 class="nhsuk-heading-m">What it covers</h2>
      <SectionList edition={edition} codes={ask.shown.codes} />
      <p>
        <a href={paths.course(ask.courseId)}>The course as it is offered now</a>
      </p>
      <Withdraw {...props} />
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
}: LearningAsk) {
  const starts = shown.startsOn === undefined ? 'At any time' : dayInWords(shown.startsOn)
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Asked', `${organisationName}, on ${plainDate(askedAt)}`],
    ['You wrote', words],
    ['Answered', answeredAt && `${answeredBy ?? 'A manager'}, on ${plainDate(answeredAt)}`],
    ['They wrote', reply],
    ['Starts', starts],
    ['How long', shown.hours],
    ['Cost', shown.cost],
  ]
  return facts.flatMap(([key, value]) =>
    value === undefined
      ? []
      : [{ key, value: { children: <span class="lanyard-breaks">{value}</span> } }],
  )
}

function Next(props: LearningAskPageProps) {
  const { ask, account, filed } = props
  switch (stateOfAsk(ask)) {
    case 'waiting':
      return <p>A manager at {ask.organisationName} will answer. You will see it here.</p>
    case 'approved':
      return <Attended {...props} />
    case 'declined':
      return (
        <p>
          You can talk about it at your next supervision, or{' '}
          <a href={paths.learning()}>look for another way to learn this</a>.
        </p>
      )
    case 'withdrawn':
      return (
        <p>
          You can <a href={paths.course(ask.courseId)}>ask for it again</a>.
        </p>
      )
    case 'attended':
      return filed ? (
        <p>
          <a href={paths.ownEntry(ask.id)}>It is in your passport</a>. You can add a certificate to
          it, or a note of what you learned.
        </p>
      ) : (
        <OwnForm action={paths.fileLearning(ask.id)} csrfToken={account.csrfToken}>
          <Button text="Put it in my passport" preventDoubleClick />
          <p>It is filed as training, as your own word. You can change it or take it out later.</p>
        </OwnForm>
      )
  }
}

function Attended({ ask, account, on, errors }: LearningAskPageProps) {
  return (
    <OwnForm action={paths.attendedLearning(ask.id)} csrfToken={account.csrfToken}>
      <p>Your manager said yes. Book it with the provider if you need to. After it, say so here.</p>
      <Details summary="It was on another day than today" open={errors !== undefined}>
        <DayQuestion
          field="on"
          parts={on}
          legend="When did you finish it?"
          size="s"
          hint="Leave this empty for today."
          errorMessage={errorOf(errors)}
        />
      </Details>
      <Button text="I was there" preventDoubleClick />
    </OwnForm>
  )
}

function errorOf(errors: readonly FieldFault[] | undefined) {
  const text = faultOf(errors, 'on')
  return text === undefined ? undefined : { text }
}

function Withdraw({ ask, account }: LearningAskPageProps) {
  if (!mayWithdraw(stateOfAsk(ask))) return null
  return (
    <OwnForm action={paths.withdrawLearning(ask.id)} csrfToken={account.csrfToken}>
      <Button text="Take back what I asked" variant="secondary" />
    </OwnForm>
  )
}
