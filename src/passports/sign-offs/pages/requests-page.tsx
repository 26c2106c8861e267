import type { Membership } from '../../../accounts/model/account.ts'
import { plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { isOpen, type RequestOutcome, type SignOffRequest } from '../../model/sign-off-request.ts'

interface RequestsPageProps extends OwnPageProps {
  readonly requests: readonly (SignOffRequest & { readonly title: string })[]
  /** What the reader may do, at whatever organisation. */
  readonly may: { readonly assess: boolean; readonly issue: boolean }
  /** Where they sign off, or answer for it. */
  readonly organisations: readonly Pick<Membership, 'organisation' | 'organisationName'>[]
}

const outcomeWords: Readonly<Record<RequestOutcome, string>> = {
  signed: 'You signed this off',
  declined: 'You declined',
  'taken-back': 'Taken back by the worker',
  'signed-by-other': 'A colleague signed it',
}

export function RequestsPage({ requests, may, organisations, account, demo }: RequestsPageProps) {
  const open = requests.filter(isOpen)
  const answered = requests.filter((request) => !isOpen(request))
  const title = 'Requests for sign-off'
  return (
    <OwnLayout {...{ account, demo, title }} team>
      <h1 class="nhsuk-heading-l">{title}</h1>
      {organisations.map(({ organisation, organisationName }) => (
        <p key={organisation}>
          <a href={paths.assessing(organisation)}>Who may sign this off at {organisationName}</a>
        </p>
      ))}
      {may.issue && (
        <p>
          <a href={paths.issued()}>Sign-offs of your organisation</a>
        </p>
      )}
      {may.assess ? <Waiting requests={open} /> : <NoJobOfSigning />}
      {answered.length > 0 && (
        <>
          <h2 class="nhsuk-heading-m">Answered</h2>
          <RequestList requests={answered} />
        </>
      )}
    </OwnLayout>
  )
}

function Waiting({ requests }: Pick<RequestsPageProps, 'requests'>) {
  return (
    <>
      <p>
        Is a support worker showing you a code? <a href={paths.enterCode()}>Enter a code</a>
      </p>
      <p>
        Asked as the second assessor? <a href={paths.seconds()}>See what waits</a>
      </p>
      <h2 class="nhsuk-heading-m">Waiting for you: {requests.length}</h2>
      {requests.length === 0 && (
        <p>
          Nothing is waiting. When a support worker names you, their request stands here. If you
          expect one, ask them to open a section in their passport and choose “Ask for sign-off”.
        </p>
      )}
      <RequestList requests={requests} />
    </>
  )
}

function NoJobOfSigning() {
  return (
    <>
      <p>Your organisation has not given you the job of signing off.</p>
      <p>
        You can <a href={paths.passport()}>keep a passport of your own</a>, and ask a colleague who
        signs off.
      </p>
    </>
  )
}

function RequestList({ requests }: Pick<RequestsPageProps, 'requests'>) {
  if (requests.length === 0) return null
  return (
    <ul class="nhsuk-list">
      {requests.map(({ id, title, holderName, at, codes, answer }) => (
        <li key={id} class="lanyard-waiting">
          <p>
            <a href={paths.request(id)}>
              <strong>
                {holderName}: {title}
              </strong>
            </a>
            <br />
            {codes.length === 1 ? '1 statement' : `${codes.length} statements`}, asked on{' '}
            {plainDate(at)}
          </p>
          {answer && (
            <p class="lanyard-meta">
              {answer.signedBy ? `${answer.signedBy} signed it` : outcomeWords[answer.outcome]} on{' '}
              {plainDate(answer.at)}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}
