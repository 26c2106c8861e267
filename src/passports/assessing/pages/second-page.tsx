import type { Statement } from '../../../frameworks/model/framework.ts'
import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import {
  ConfirmNoPatient,
  type FieldFault,
  faultOf,
  noPatients,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Panel } from '../../../ui/panel.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import { WarningCallout } from '../../../ui/warning-callout.tsx'
import {
  countCorrections,
  methodNames,
  type Signing,
  waitingSignOffs,
} from '../../model/signing.ts'
import { ConfirmedList, seenIn } from '../../sign-offs/pages/confirmed-list.tsx'
import { assessorLine } from '../../sign-offs/pages/held-credential.tsx'
import { reviewWords } from '../../sign-offs/pages/review-words.ts'
import { StatementChoices } from '../../sign-offs/pages/statement-choices.tsx'
import type { SecondEntered } from '../model/second-entered.ts'
import { NotYours } from './not-yours.tsx'

export interface SecondPageProps extends OwnPageProps {
  readonly signing: Signing
  readonly holderName: string
  readonly title: string
  /** Those that wait and that the reader may confirm. */
  readonly statements: readonly Statement[]
  /** Why they may not confirm others, in words. */
  readonly refused: readonly string[]
  /** All that were to be confirmed, once it is answered. */
  readonly asked: readonly Statement[]
  readonly cannotSign?: string | undefined
  readonly entered: SecondEntered
  readonly errors?: readonly FieldFault[] | undefined
  /** The reader answered it. */
  readonly mine: boolean
}

export function SecondPage(props: SecondPageProps) {
  const { signing, holderName, title, account, demo, errors } = props
  const open = waitingSignOffs(signing).length > 0
  return (
    <OwnLayout
      {...{ account, demo, errors }}
      title={`Second assessor: ${title}`}
      team
      back={{ href: paths.seconds(), text: 'Waiting for a second assessor' }}
    >
      {open ? (
        <>
          <h1 class="nhsuk-heading-l">
            <span class="nhsuk-caption-l">
              {holderName}: {title}
            </span>
            Do you confirm this too?
          </h1>
          <p>
            {signing.shown.assessor.name} signed this. It is higher-risk, so it counts once you have
            confirmed it as well. Confirm only what you know yourself.
          </p>
          <SummaryList rows={firstRows(signing)} />
          {props.cannotSign === undefined ? <Open {...props} /> : <CannotSign {...props} />}
        </>
      ) : (
        <Answered {...props} />
      )}
    </OwnLayout>
  )
}

function firstRows(signing: Signing) {
  return [
    { key: 'Signed first by', value: assessorLine(signing) },
    { key: 'On', value: dayInWords(signing.assessedOn) },
    { key: 'How', value: methodNames[signing.method] },
    { key: 'Where', value: signing.setting },
    { key: 'Review due on', value: reviewWords(signing) },
  ]
}

function CannotSign({ cannotSign }: SecondPageProps) {
  return (
    <WarningCallout heading={{ text: 'You cannot confirm just now', level: 2 }}>
      <p>{cannotSign}</p>
    </WarningCallout>
  )
}

function Open(props: SecondPageProps) {
  const { signing, statements, entered, errors, account, holderName } = props
  if (statements.length === 0) return <NotYours request={signing} refused={props.refused} />
  return (
    <>
      <NotYours request={signing} refused={props.refused} />
      <OwnForm action={paths.second(signing.id)} csrfToken={account.csrfToken}>
        <input type="hidden" name="corrections" value={countCorrections(signing)} />
        <StatementChoices
          statements={statements}
          legend="What do you confirm?"
          hint="Leave out what you do not know, and say why below."
          chosen={entered.codes}
          errorMessage={faultOf(errors, 'codes')}
          about={(code) => <FirstSaw code={code} signing={signing} />}
        />
        <Textarea
          name="reason"
          label={{ text: 'If you leave something out: why?', size: 's' }}
          hint={`${holderName} and ${signing.shown.assessor.name} read it. Be kind, and say what would help. ${noPatients}`}
          errorMessage={faultOf(errors, 'reason')}
          rows={3}
          value={entered.reason}
        />
        <ConfirmNoPatient findings={entered.findings} />
        <p>
          You sign in your own name, with your job and registration. Others see both names when{' '}
          {holderName} shows it.
        </p>
        <Button text="Confirm and sign" preventDoubleClick />
      </OwnForm>
    </>
  )
}

/** Where a statement asks for several things: those that the first assessor ticked. */
function FirstSaw({ code, signing }: { readonly code: string; readonly signing: Signing }) {
  const parts = seenIn(signing)[code] ?? []
  if (parts.length === 0) return null
  return (
    <p class="nhsuk-body-s">
      {signing.shown.assessor.name} saw: {parts.join('; ')}
    </p>
  )
}

function Answered(props: SecondPageProps) {
  const { signing, holderName, title, asked, mine } = props
  const confirmed = signing.signOffs.filter(({ second }) => second === 'confirmed')
  const codes = confirmed.filter(({ withdrawal }) => !withdrawal).map(({ code }) => code)
  const left = signing.signOffs.filter(({ second }) => second === 'declined')
  const heading = mine && codes.length > 0 ? 'Confirmed by you both' : headingOf(props)
  return (
    <>
      {mine && codes.length > 0 ? (
        <Panel heading={{ text: heading, level: 1 }}>
          {holderName} now holds{' '}
          {codes.length === 1 ? 'one more statement' : `${codes.length} more statements`} of {title}
        </Panel>
      ) : (
        <h1 class="nhsuk-heading-l">{heading}</h1>
      )}
      <ConfirmedList
        statements={asked.filter(({ code }) => codes.includes(code))}
        seen={seenIn(signing)}
      />
      {mine && left.length > 0 && (
        <>
          <p>You did not confirm: {left.map(({ code }) => code).join(', ')}. You wrote:</p>
          <blockquote class="lanyard-words">{signing.second?.reason}</blockquote>
        </>
      )}
      <p>
        <a href={paths.seconds()}>See what waits for you</a>
      </p>
    </>
  )
}

function headingOf({ mine, signing }: SecondPageProps): string {
  if (mine) return 'You answered this'
  return signing.second === undefined
    ? 'This is no longer waiting'
    : 'Somebody else has answered this'
}
