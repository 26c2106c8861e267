import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { Panel } from '../../../ui/panel.tsx'
import type { SignOffRequest } from '../../model/sign-off-request.ts'
import { nextChanceWords } from '../../sign-offs/model/not-yet.ts'
import type { OpenedVisit } from '../visits-store.ts'

interface VisitedPageProps extends OwnPageProps {
  readonly visit: OpenedVisit
  readonly holderName: string
  readonly requests: readonly (SignOffRequest & { readonly title: string })[]
  /** Its hour has gone. */
  readonly over: boolean
}

export function VisitedPage(props: VisitedPageProps) {
  const { visit, holderName, requests, over, account, demo } = props
  const signed = requests.filter(({ answer }) => answer?.outcome === 'signed')
  const notYet = requests.filter(({ answer }) => answer?.outcome === 'declined')
  const count = signed.flatMap(({ codes }) => codes).length
  const title = count > 0 ? 'Signed off' : 'This visit is over'
  return (
    <OwnLayout
      {...{ account, demo, title }}
      team
      back={{ href: paths.requests(), text: 'Requests for sign-off' }}
    >
      {count > 0 ? (
        <Panel heading={{ text: title, level: 1 }}>
          {holderName} now holds {count === 1 ? 'one more statement' : `${count} more statements`}
        </Panel>
      ) : (
        <>
          <h1 class="nhsuk-heading-l">{title}</h1>
          <p>Nothing was signed. Ask {holderName} to show you a new code.</p>
        </>
      )}
      <ul class="nhsuk-list">
        {signed.map((request) => (
          <Answered key={request.id} request={request} />
        ))}
      </ul>
      {signed.length > 0 && <p>A slip? Open it: you can take it back within ten minutes.</p>}
      <NotYetSaid requests={notYet} />
      <div class="lanyard-actions">
        <Button text="Enter another code" href={paths.enterCode()} />
        {!over && notYet.length === 0 && (
          <Button
            text="Say what is not there yet"
            variant="secondary"
            href={paths.visitNotYet(visit.id)}
          />
        )}
      </div>
    </OwnLayout>
  )
}

function Answered({ request }: { readonly request: VisitedPageProps['requests'][number] }) {
  const { id, title, codes } = request
  return (
    <li class="lanyard-waiting">
      <a href={paths.request(id)}>
        <strong>{title}</strong>
      </a>
      <br />
      {codes.join(', ')}
    </li>
  )
}

/** What was said of what is not there yet. */
export function NotYetSaid({ requests }: Pick<VisitedPageProps, 'requests'>) {
  if (requests.length === 0) return null
  return (
    <>
      <h2 class="nhsuk-heading-m">Not yet</h2>
      <ul class="nhsuk-list">
        {requests.map((request) => (
          <Answered key={request.id} request={request} />
        ))}
      </ul>
      {requests[0]?.answer?.chance && (
        <p>The next chance that you gave: {nextChanceWords(requests[0].answer.chance)}.</p>
      )}
    </>
  )
}
