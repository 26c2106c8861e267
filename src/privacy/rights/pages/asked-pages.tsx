import { plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { InsetText } from '../../../ui/inset-text.tsx'
import { DoneBanner, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { askedOf, type RightsRequest } from '../model/rights-request.ts'
import { type Asked, kindTitles, RightsFacts, RightsTag } from './rights-parts.tsx'

interface AskedListPageProps extends OwnPageProps {
  readonly requests: readonly RightsRequest[]
  readonly today: string
}

export function AskedListPage({ requests, today, ...own }: AskedListPageProps) {
  const title = 'What you asked for'
  return (
    <OwnLayout
      {...own}
      title={title}
      notInMenu
      back={{ href: paths.yourRecord(), text: 'Your record' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      {requests.length === 0 && (
        <p>
          Nothing yet. You can <a href={paths.correct()}>ask for a record to be put right</a>, or{' '}
          <a href={paths.privacy()}>read how your information is used</a> and object to a use.
        </p>
      )}
      <ul class="nhsuk-list">
        {requests.map((request) => (
          <li key={request.id} class="lanyard-waiting">
            <p>
              <a href={paths.askedOne(request.id)}>
                {kindTitles[request.kind]}: {request.aboutWords}
              </a>
              <br />
              {askedOf(request)}, on {plainDate(request.askedAt)}
              <br />
              <RightsTag request={request} today={today} />
            </p>
          </li>
        ))}
      </ul>
    </OwnLayout>
  )
}

export function AskedPage({
  request,
  today,
  done,
  ...own
}: OwnPageProps & Asked & { readonly done: string | undefined }) {
  const title = kindTitles[request.kind]
  return (
    <OwnLayout
      {...own}
      title={title}
      notInMenu
      back={{ href: paths.asked(), text: 'What you asked for' }}
    >
      {request.answer === undefined && <Outcome request={request} done={done} />}
      <h1 class="nhsuk-heading-l">{title}</h1>
      <RightsFacts request={request} today={today} />
      <p>
        If they do not answer in time, or you do not agree with the answer, you can{' '}
        <a href={paths.complain()}>complain</a>, and you can turn to the Information Commissioner.
      </p>
    </OwnLayout>
  )
}

function Outcome({
  request,
  done,
}: Pick<Asked, 'request'> & { readonly done: string | undefined }) {
  if (done === 'sent') {
    return (
      <DoneBanner title="Sent" words={`${askedOf(request)} has received it.`}>
        <p>We write to you when there is an answer. You can also look here.</p>
      </DoneBanner>
    )
  }
  if (done !== 'open') return null
  return (
    <InsetText>
      <p>
        <strong>You asked for this before, and it waits for an answer.</strong> What you wrote just
        now was not sent. Once they have answered you can ask again.
      </p>
    </InsetText>
  )
}
