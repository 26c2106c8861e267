import { plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { type ComplaintView, StateTag } from './complaint-progress.tsx'

interface ComplaintsPageProps extends OwnPageProps {
  readonly own: readonly ComplaintView[]
  readonly toAnswer: readonly ComplaintView[]
  /** Whether this person answers complaints at all. */
  readonly answers: boolean
}

export function ComplaintsPage(props: ComplaintsPageProps) {
  const { account, demo, own, toAnswer, answers } = props
  const title = 'Complaints about how information is used'
  const open = toAnswer.filter(({ state }) => state.kind !== 'answered')
  const closed = toAnswer.filter(({ state }) => state.kind === 'answered')
  return (
    <OwnLayout
      {...{ account, demo, title }}
      back={{ href: paths.privacy(), text: 'How your information is used' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      {answers && (
        <>
          <h2 class="nhsuk-heading-m">For you to answer</h2>
          {open.length === 0 && <p>None is waiting.</p>}
          <List of={open} />
          {closed.length > 0 && (
            <>
              <h3 class="nhsuk-heading-s">Answered</h3>
              <List of={closed} />
            </>
          )}
        </>
      )}
      <h2 class="nhsuk-heading-m">Sent by you</h2>
      {own.length === 0 && <p>You have not sent any.</p>}
      <List of={own} />
      <p>
        <a href={paths.complain()}>Complain about how your information is used</a>
      </p>
    </OwnLayout>
  )
}

function List({ of }: { readonly of: readonly ComplaintView[] }) {
  if (of.length === 0) return null
  return (
    <ul class="nhsuk-list">
      {of.map(({ complaint, state }) => (
        <li key={complaint.id} class="lanyard-waiting">
          <p>
            <a href={paths.complaint(complaint.id)}>
              <strong>{complaint.reference}</strong>
            </a>
            <br />
            About {complaint.organisationName ?? 'Lanyard, this service'}, sent on{' '}
            {plainDate(complaint.receivedAt)}
          </p>
          <p>
            <StateTag state={state} />
          </p>
        </li>
      ))}
    </ul>
  )
}
