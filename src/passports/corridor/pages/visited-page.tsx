import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { Panel } from '../../../ui/panel.tsx'
import type { SignOffRequest } from '../../model/sign-off-request.ts'
import type { Signing, SignOff } from '../../model/signing.ts'
import { nextChanceWords } from '../../sign-offs/model/not-yet.ts'
import { whatStands } from '../model/what-stands.ts'
import type { OpenedVisit } from '../visits-store.ts'

type VisitRequest = SignOffRequest & {
  readonly title: string
  readonly signing?: Signing | undefined
}

interface VisitedPageProps extends OwnPageProps {
  readonly visit: OpenedVisit
  readonly holderName: string
  readonly requests: readonly VisitRequest[]
  /** Its hour has gone. */
  readonly over: boolean
}

export function VisitedPage(props: VisitedPageProps) {
  const { visit, requests, over, account, demo } = props
  const standing = signedPart(
    requests,
    ({ withdrawal, second }) => !withdrawal && (second === undefined || second === 'confirmed'),
  )
  const waiting = signedPart(
    requests,
    ({ withdrawal, second }) => !withdrawal && second === 'waiting',
  )
  const left = signedPart(
    requests,
    ({ withdrawal, second }) => !withdrawal && second === 'declined',
  )
  const gone = signedPart(requests, ({ withdrawal }) => withdrawal !== undefined)
  const notYet = requests.filter(({ answer }) => answer?.outcome === 'declined')
  const title = titles[whatStands(requests.flatMap(({ signing }) => signing ?? []))]
  return (
    <OwnLayout
      {...{ account, demo, title }}
      team
      back={{ href: paths.requests(), text: 'Requests for sign-off' }}
    >
      <VisitedHeading {...props} {...{ title, standing, waiting, gone }} />
      <AnsweredList requests={standing} />
      <WaitingSecond requests={waiting} holderName={props.holderName} />
      {left.length > 0 && <h2 class="nhsuk-heading-m">Not confirmed by the second assessor</h2>}
      <AnsweredList requests={left} />
      {standing.length + waiting.length > 0 && (
        <p>A slip? Open it: you can take it back within ten minutes.</p>
      )}
      {standing.length > 0 && gone.length > 0 && (
        <h2 class="nhsuk-heading-m">Taken back or withdrawn</h2>
      )}
      <AnsweredList requests={gone} />
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

const titles = {
  'nothing-signed': 'This visit is over',
  all: 'Signed off',
  waiting: 'Signed by you',
  'not-confirmed': 'The second assessor did not confirm this',
  'in-part': 'Signed off',
  'taken-back': 'You took this back',
  withdrawn: 'This was withdrawn',
}

/** The requests of what was signed, each with those of its statements. */
function signedPart(requests: readonly VisitRequest[], which: (signOff: SignOff) => boolean) {
  return requests.flatMap((request) => {
    const codes = (request.signing?.signOffs ?? []).filter(which).map(({ code }) => code)
    return codes.length > 0 ? [{ ...request, codes }] : []
  })
}

interface VisitedHeadingProps extends VisitedPageProps {
  readonly title: string
  readonly standing: readonly VisitRequest[]
  readonly waiting: readonly VisitRequest[]
  readonly gone: readonly VisitRequest[]
}

function VisitedHeading({ title, holderName, standing, waiting, gone }: VisitedHeadingProps) {
  const count = standing.flatMap(({ codes }) => codes).length
  if (count > 0) {
    return (
      <Panel heading={{ text: title, level: 1 }}>
        {holderName} now holds {count === 1 ? 'one more statement' : `${count} more statements`}
      </Panel>
    )
  }
  if (waiting.length > 0) return <h1 class="nhsuk-heading-l">{title}</h1>
  const what =
    gone.length > 0
      ? 'What you signed here does not count. To sign it again, ask'
      : 'Nothing was signed. Ask'
  return (
    <>
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        {what} {holderName} to show you a new code.
      </p>
    </>
  )
}

/** What counts once somebody else has confirmed it. */
function WaitingSecond({
  requests,
  holderName,
}: Pick<VisitedPageProps, 'requests' | 'holderName'>) {
  if (requests.length === 0) return null
  return (
    <>
      <h2 class="nhsuk-heading-m">Waiting for a second assessor</h2>
      <p>
        These are higher-risk. They count once a second colleague has confirmed them: with the same
        code on their own phone within the hour, or when you or {holderName} ask one.
      </p>
      <ul class="nhsuk-list">
        {requests.map(({ id, title, codes, signing }) => (
          <li key={id} class="lanyard-waiting">
            <strong>{title}</strong>
            <br />
            {codes.join(', ')}
            {signing && (
              <>
                <br />
                <a href={paths.askSecond(signing.id)}>
                  Ask a second assessor
                  <span class="nhsuk-u-visually-hidden"> about {title}</span>
                </a>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

function AnsweredList({ requests }: Pick<VisitedPageProps, 'requests'>) {
  if (requests.length === 0) return null
  return (
    <ul class="nhsuk-list">
      {requests.map((request) => (
        <Answered key={request.id} request={request} />
      ))}
    </ul>
  )
}

function Answered({ request }: { readonly request: VisitRequest }) {
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
      <AnsweredList requests={requests} />
      {requests[0]?.answer?.chance && (
        <p>The next chance that you gave: {nextChanceWords(requests[0].answer.chance)}.</p>
      )}
    </>
  )
}
