import { dayInWords, plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { atFirstPart, DayQuestion } from '../../../ui/day-question.tsx'
import {
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
import { entryKindNames } from '../../model/entry.ts'
import type { OriginalEntered } from '../model/entered.ts'
import {
  isWaiting,
  type OriginalRequest,
  standingAnswer,
  waysOfSeeing,
  wayWords,
} from '../model/original.ts'
import { asText } from './certificate-page.tsx'

interface OriginalsPageProps extends OwnPageProps {
  readonly requests: readonly OriginalRequest[]
  readonly done?: string | undefined
}

const back = { href: paths.team(), text: 'Team' }

export function OriginalsPage({ requests, done, account, demo }: OriginalsPageProps) {
  const title = 'Originals to look at'
  const waiting = requests.filter(isWaiting)
  const answered = requests.filter((one) => !isWaiting(one))
  return (
    <OwnLayout {...{ account, demo, title, back }} team>
      {done && <DoneBanner title="Done" words={done} />}
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        Colleagues ask somebody here to look at the original of a certificate. You say only that you
        saw it: not what they can do.
      </p>
      {waiting.length === 0 && <p>Nobody is waiting.</p>}
      <RequestList requests={waiting} />
      {answered.length > 0 && <h2 class="nhsuk-heading-m">Answered in the last 30 days</h2>}
      <RequestList requests={answered} />
    </OwnLayout>
  )
}

function RequestList({ requests }: Pick<OriginalsPageProps, 'requests'>) {
  return (
    <ul class="nhsuk-list">
      {requests.map((request) => (
        <li key={request.id} class="lanyard-waiting">
          <p>
            <a href={paths.original(request.id)}>
              {request.holderName ?? 'Somebody who left'}: {entryKindNames[request.shown.kind]}
            </a>
            <br />
            Asked on {plainDate(request.at)}, {request.organisationName}
          </p>
        </li>
      ))}
    </ul>
  )
}

interface OriginalPageProps extends OwnPageProps {
  readonly request: OriginalRequest
  readonly entered: OriginalEntered
  /** Whether this person may take back what was answered. */
  readonly mayTakeBack: boolean
  readonly errors?: readonly FieldFault[] | undefined
}

export function OriginalPage(props: OriginalPageProps) {
  const { request, errors, account, demo } = props
  const title = `${request.holderName ?? 'Somebody who left'}: ${entryKindNames[request.shown.kind].toLowerCase()}`
  return (
    <OwnLayout
      {...{ account, demo, title, errors: atFirstPart(errors, ['on', 'until']) }}
      team
      back={{ href: paths.originals(), text: 'Originals to look at' }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{request.organisationName}</span>
        {title}
      </h1>
      <h2 class="nhsuk-heading-m">What they wrote down</h2>
      <SummaryList rows={rowsOf(request)} />
      {isWaiting(request) ? <AnswerForm {...props} /> : <Answered {...props} />}
      <TakenBack request={request} />
    </OwnLayout>
  )
}

const factNames: Readonly<Record<string, string>> = {
  ...{ provider: 'Given by', awardedBy: 'Awarded by', level: 'Level' },
}

function rowsOf({ shown: { title, from, validUntil, facts } }: OriginalRequest) {
  const said = Object.entries(facts).flatMap(([key, value]): [string, string][] => {
    const name = factNames[key]
    return name === undefined ? [] : [[name, value]]
  })
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['It says', title],
    ...said,
    ['Given on', from && dayInWords(from)],
    ['Refresh by', validUntil && dayInWords(validUntil)],
  ]
  return rows.flatMap(([key, value]) =>
    value === undefined
      ? []
      : [{ key, value: { children: <span class="lanyard-breaks">{value}</span> } }],
  )
}

function AnswerForm({ request, entered, errors, account }: OriginalPageProps) {
  return (
    <OwnForm action={paths.original(request.id)} csrfToken={account.csrfToken}>
      <h2 class="nhsuk-heading-m">Did you see the original?</h2>
      <p>
        Compare each line above with it, and the name with the person in front of you. A photo or a
        copy is no original.
      </p>
      <Radios
        name="outcome"
        idPrefix="outcome"
        fieldset={{ legend: { text: 'Your answer', size: 's' } }}
        errorMessage={faultOf(errors, 'outcome')}
        value={entered.outcome}
        items={[
          { value: 'seen', text: 'Yes, and it says what is written above' },
          { value: 'not-seen', text: 'No, I cannot confirm it' },
        ]}
      />
      <h3 class="nhsuk-heading-s">If yes</h3>
      <Seen {...{ entered, errors }} />
      <h3 class="nhsuk-heading-s">If no</h3>
      <NotSeen {...{ entered, errors }} />
      <p>
        They see your answer, your name and {request.organisationName}. So does whoever they show it
        to.
      </p>
      <Button text="Send my answer" preventDoubleClick />
    </OwnForm>
  )
}

type Asked = Pick<OriginalPageProps, 'entered' | 'errors'>

function Seen({ entered, errors }: Asked) {
  return (
    <>
      <Radios
        name="how"
        idPrefix="how"
        fieldset={{ legend: { text: 'How?', size: 's' } }}
        errorMessage={faultOf(errors, 'how')}
        value={entered.how}
        items={waysOfSeeing.map((way) => ({ value: way, text: wayWords[way] }))}
      />
      <DayQuestion
        field="on"
        legend="When?"
        parts={entered.on}
        errorMessage={asText(faultOf(errors, 'on'))}
        size="s"
      />
      <DayQuestion
        field="until"
        legend="Until when does it count? (optional)"
        hint="For example, the day it is to be refreshed by"
        parts={entered.until}
        errorMessage={asText(faultOf(errors, 'until'))}
        size="s"
      />
    </>
  )
}

function NotSeen({ entered, errors }: Asked) {
  return (
    <Textarea
      name="reason"
      label={{ text: 'What can they do about it?', size: 's' }}
      hint={`They read this. ${noPatients}`}
      rows={3}
      value={entered.reason}
      errorMessage={faultOf(errors, 'reason')}
    />
  )
}

function Answered({ request, mayTakeBack, account }: OriginalPageProps) {
  const answer = standingAnswer(request)
  if (answer === undefined) return null
  const { outcome, how, on, until, reason, shown } = answer
  return (
    <>
      <h2 class="nhsuk-heading-m">Answered on {plainDate(answer.at)}</h2>
      {outcome === 'seen' && how && on ? (
        <p>
          {shown.by} saw the original on {dayInWords(on)}. “{wayWords[how]}.”
          {until ? ` It counts until ${dayInWords(until)}.` : ''}
        </p>
      ) : (
        <>
          <p>{shown.by} could not confirm it:</p>
          <blockquote class="lanyard-words">{reason}</blockquote>
        </>
      )}
      {mayTakeBack && (
        <OwnForm action={paths.takeBackOriginal(request.id)} csrfToken={account.csrfToken}>
          <p>
            Was that a mistake? Take it back: they see that you did, and it can be answered again.
          </p>
          <Button variant="secondary" text="Take the answer back" />
        </OwnForm>
      )}
    </>
  )
}

/** With its trace: nothing that was said disappears. */
function TakenBack({ request }: { readonly request: OriginalRequest }) {
  const taken = request.answers.filter(({ takenBackAt }) => takenBackAt !== undefined)
  return (
    <>
      {taken.map(({ id, shown, at, takenBackAt }) => (
        <p key={id}>
          {shown.by} answered on {plainDate(at)}. That was taken back on{' '}
          {plainDate(takenBackAt ?? at)}.
        </p>
      ))}
    </>
  )
}
