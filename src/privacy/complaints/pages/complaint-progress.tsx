/** A complaint and what has become of it, as both sides read it. */
import { dayInWords, plainDate } from '../../../language/plain-dates.ts'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Tag } from '../../../ui/tag.tsx'
import {
  type Complaint,
  type ComplaintState,
  outcomeWords,
  type StepKind,
} from '../model/complaint.ts'

export interface ComplaintView {
  readonly complaint: Complaint
  readonly state: ComplaintState
  readonly acknowledgeBy: string
}

export function StateTag({ state }: { readonly state: ComplaintState }) {
  switch (state.kind) {
    case 'waiting':
      return <Tag colour="yellow" text={daysLeft(state.daysLeft)} />
    case 'late':
      return <Tag colour="red" text={`Late by ${days(state.daysLate)}`} />
    case 'acknowledged':
      return <Tag colour="blue" text={`Being looked into, day ${state.days + 1}`} />
    case 'answered':
      return <Tag colour="green" text="Answered" />
    default:
      return state satisfies never
  }
}

function daysLeft(count: number): string {
  return count === 0 ? 'Acknowledge today' : `${days(count)} left to acknowledge`
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`
}

export function ComplaintWords({ complaint }: Pick<ComplaintView, 'complaint'>) {
  const { organisationName, name, whatHappened, putRight, receivedAt } = complaint
  return (
    <SummaryList
      rows={[
        { key: { text: 'Sent' }, value: { text: plainDate(receivedAt) } },
        { key: { text: 'By' }, value: { text: name } },
        { key: { text: 'About' }, value: { text: organisationName ?? 'Lanyard, this service' } },
        { key: { text: 'What happened' }, value: { children: <Written words={whatHappened} /> } },
        {
          key: { text: 'What would put it right' },
          value: { children: <Written words={putRight} /> },
        },
      ]}
    />
  )
}

const stepTitles: Readonly<Record<StepKind, string>> = {
  acknowledged: 'It is being looked into',
  progress: 'News',
  answered: 'The answer',
}

export function Steps({ complaint, acknowledgeBy, state }: ComplaintView) {
  return (
    <>
      <h2 class="nhsuk-heading-m">Where it stands</h2>
      {state.kind === 'waiting' && (
        <p>We have it. Somebody confirms by {dayInWords(acknowledgeBy)} that they look into it.</p>
      )}
      {state.kind === 'late' && (
        <p>
          Nobody has confirmed yet that they look into it. That was due by{' '}
          {dayInWords(acknowledgeBy)}. You can turn to the regulator now.
        </p>
      )}
      {complaint.steps.map(({ kind, outcome, words, at }) => (
        <section key={`${kind} ${at.getTime()}`}>
          <h3 class="nhsuk-heading-s">
            {stepTitles[kind]}, {plainDate(at)}
          </h3>
          {outcome && (
            <p>
              <strong>{outcomeWords[outcome]}.</strong>
            </p>
          )}
          <Written words={words} />
        </section>
      ))}
    </>
  )
}

/** As it was written, with its paragraphs. */
function Written({ words }: { readonly words: string }) {
  if (words === '') return <p>Erased with the account.</p>
  return (
    <>
      {words.split(/\n{2,}/).map((paragraph) => (
        <p key={paragraph} class="lanyard-written">
          {paragraph}
        </p>
      ))}
    </>
  )
}
