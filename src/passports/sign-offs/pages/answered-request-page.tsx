import type { Statement } from '../../../frameworks/model/framework.ts'
import { inWords } from '../../../frameworks/model/names.ts'
import { dayOf } from '../../../language/days.ts'
import { dayInWords, plainDate, plainTime } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { SecondPart } from '../../assessing/pages/second-part.tsx'
import { mayCorrect, mayUndo, undoUntil } from '../../model/own-slip.ts'
import { isPaused, pausedWords } from '../../model/pause.ts'
import type { SignOffRequest } from '../../model/sign-off-request.ts'
import {
  methodNames,
  openSignOffs,
  type Signing,
  standingSignOffs,
  waitingSignOffs,
  withdrawnBy,
} from '../../model/signing.ts'
import { nextChanceWords } from '../model/not-yet.ts'
import { ConfirmedList, NotSignedThisTime, seenIn } from './confirmed-list.tsx'
import { PutRight } from './former-facts.tsx'
import { assessorLine, jobRow } from './held-credential.tsx'
import { reviewWords } from './review-words.ts'

interface AnsweredRequestPageProps extends OwnPageProps {
  readonly request: SignOffRequest
  readonly title: string
  /** Those that were asked for. */
  readonly statements: readonly Statement[]
  readonly signing?: Signing | undefined
  readonly now: Date
  /** Who can withdraw what was signed. */
  readonly issuers: readonly { readonly id: string; readonly name: string }[]
}

export function AnsweredRequestPage(props: AnsweredRequestPageProps) {
  const { request, title, account, demo, signing } = props
  return (
    <OwnLayout
      {...{ account, demo, title }}
      team
      back={{ href: paths.requests(), text: 'Requests for sign-off' }}
    >
      {signing ? <Signed {...props} signing={signing} /> : <NotSigned {...{ request, title }} />}
    </OwnLayout>
  )
}

type SignedProps = AnsweredRequestPageProps & { readonly signing: Signing }

function Signed(props: SignedProps) {
  const { signing, statements } = props
  const signed = signing.signOffs.map(({ code }) => code)
  return (
    <>
      <SignedHeading {...props} />
      <SecondPart signing={signing} />
      <h2 class="nhsuk-heading-m">What you confirmed</h2>
      <ConfirmedList
        statements={statements.filter(({ code }) => signed.includes(code))}
        seen={seenIn(signing)}
      />
      <SummaryList rows={signedRows(signing)} />
      <NotSignedThisTime statements={statements.filter(({ code }) => !signed.includes(code))} />
      <SaidOfTheRest request={props.request} />
      <PutRight signing={signing} />
      <OwnSlip {...props} />
      <Mistake {...props} />
      <PauseLink {...props} />
      <p>
        <a href={paths.requests()}>Back to your requests</a>
      </p>
    </>
  )
}

/** What the worker reads beside what is left. */
function SaidOfTheRest({ request }: Pick<SignedProps, 'request'>) {
  const { reason, chance } = request.answer ?? {}
  return (
    <>
      {reason && <blockquote class="lanyard-words">{reason}</blockquote>}
      {chance && <p>The next chance that you gave: {nextChanceWords(chance)}.</p>}
    </>
  )
}

function SignedHeading({ request, title, signing }: SignedProps) {
  const withdrawn = signing.signOffs.filter(({ withdrawal }) => withdrawal !== undefined)
  if (withdrawn.length === 0 && standingSignOffs(signing).length === 0) {
    return <h1 class="nhsuk-heading-l">{unconfirmedTitle(signing)}</h1>
  }
  if (withdrawn.length === 0) {
    return (
      <Panel heading={{ text: 'Signed off', level: 1 }}>
        {request.holderName} now holds a credential for {title}
      </Panel>
    )
  }
  const all = withdrawn.length === signing.signOffs.length
  const undone = withdrawn.some(({ withdrawal }) => withdrawal?.cause === 'taken-back')
  if (undone) {
    return (
      <>
        <h1 class="nhsuk-heading-l">You took this back</h1>
        <p>
          {request.holderName}: {title}. They see that you took it back minutes after signing, and
          can ask again.
        </p>
      </>
    )
  }
  return (
    <>
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">
          {request.holderName}: {title}
        </span>
        {all ? 'You signed this off. It was withdrawn since' : 'Signed off, and partly withdrawn'}
      </h1>
      <p>
        {withdrawnBy(signing)} withdrew {inWords(withdrawn.map(({ code }) => code))}.
      </p>
    </>
  )
}

function unconfirmedTitle(signing: Signing): string {
  return waitingSignOffs(signing).length > 0
    ? 'Signed by you, and waiting for a second assessor'
    : 'The second assessor did not confirm this'
}

function signedRows(signing: Signing) {
  return [
    { key: 'Signed by', value: assessorLine(signing) },
    ...jobRow(signing, 'Your job'),
    { key: 'Organisation', value: signing.shown.organisation },
    { key: 'Date', value: dayInWords(signing.assessedOn) },
    { key: 'How', value: methodNames[signing.method] },
    { key: 'Where', value: signing.setting },
    { key: 'Review due on', value: reviewWords(signing) },
  ]
}

/** What the assessor can still do about it themselves. */
function OwnSlip({ signing, now }: SignedProps) {
  if (!mayCorrect(signing, now)) return null
  return (
    <ul class="nhsuk-list">
      {mayUndo(signing, now) && (
        <li>
          <a href={paths.undoSigning(signing.id)}>Take it back</a>, until{' '}
          {plainTime(undoUntil(signing))}
        </li>
      )}
      <li>
        <a href={paths.correctSigning(signing.id)}>Put a slip right</a> in how, when, where or the
        review date, for a day
      </li>
    </ul>
  )
}

/** When something must be looked at first. */
function PauseLink({ signing, now }: SignedProps) {
  const { pause } = signing
  if (standingSignOffs(signing).length === 0) return null
  return (
    <p>
      {pause && isPaused(signing, dayOf(now)) ? (
        <a href={paths.pause(signing.id)}>{pausedWords(pause)}</a>
      ) : (
        <>
          Must something be looked at first? <a href={paths.pause(signing.id)}>Pause it</a>.
        </>
      )}
    </p>
  )
}

/** Later an assessor cannot take back what they signed: who can, is named. */
function Mistake({ signing, request, issuers }: SignedProps) {
  if (openSignOffs(signing).length === 0) return null
  const others = issuers.filter(({ id }) => id !== request.assessorId)
  if (others.length < issuers.length) {
    return (
      <p>
        Made a mistake? <a href={paths.withdraw(signing.id)}>Withdraw it today</a>.
      </p>
    )
  }
  const who =
    others.length === 0
      ? `whoever issues for ${request.organisationName}`
      : `${inWords(others.map(({ name }) => name))} (issues for ${request.organisationName})`
  return <p>Made a mistake? Tell {who} today.</p>
}

function NotSigned({ request, title }: Pick<AnsweredRequestPageProps, 'request' | 'title'>) {
  const { answer, holderName } = request
  return (
    <>
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">
          {holderName}: {title}
        </span>
        {notSignedTitle(answer)}
      </h1>
      <p>{notSignedWords(request)}</p>
      {answer?.reason && <blockquote class="lanyard-words">{answer.reason}</blockquote>}
      {answer?.chance && <p>The next chance that you gave: {nextChanceWords(answer.chance)}.</p>}
      <p>
        <a href={paths.requests()}>Back to your requests</a>
      </p>
    </>
  )
}

function notSignedTitle(answer: SignOffRequest['answer']): string {
  if (answer?.signedBy) return `${answer.signedBy} signed it`
  return answer?.outcome === 'declined' ? 'You declined this' : 'This request was taken back'
}

function notSignedWords({ answer, holderName, together }: SignOffRequest): string {
  const on = answer ? ` on ${plainDate(answer.at)}` : ''
  if (answer?.signedBy) {
    return `${holderName} asked several colleagues, and ${answer.signedBy} came first${on}. There is nothing for you to do, and you see no more of their answers.`
  }
  if (answer?.outcome !== 'declined') {
    return `${holderName} took it back${on}. They can ask you again.`
  }
  const when = together ? 'if nobody else whom they asked signs it' : 'in their passport'
  return `${holderName} sees this ${when}. They can ask you again.`
}
