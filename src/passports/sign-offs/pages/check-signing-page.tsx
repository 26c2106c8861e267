import { describeRegistration } from '../../../accounts/model/describe-registration.ts'
import type { Statement } from '../../../frameworks/model/framework.ts'
import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { atFirstPart } from '../../../ui/day-question.tsx'
import { type FieldFault, OwnForm, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { WarningCallout } from '../../../ui/warning-callout.tsx'
import type { SignOffRequest } from '../../model/sign-off-request.ts'
import { type Assessment, methodNames, type Shown } from '../../model/signing.ts'
import type { SigningDraft } from '../../model/signing-draft.ts'
import type { NotYetEntered } from '../model/entered.ts'
import type { NotYetWords } from '../model/not-yet.ts'
import { partsField } from '../model/parts-field.ts'
import { ConfirmedList, NotSignedThisTime } from './confirmed-list.tsx'
import { jobRow } from './held-credential.tsx'
import { NotYetQuestions } from './not-yet-questions.tsx'
import { reviewWords } from './review-words.ts'

interface CheckSigningPageProps extends OwnPageProps {
  readonly request: SignOffRequest
  readonly title: string
  /** All that were asked for. */
  readonly statements: readonly Statement[]
  readonly signed: Assessment & {
    readonly codes: readonly string[]
    readonly parts?: Readonly<Record<string, readonly string[]>> | undefined
  }
  readonly shown: Shown
  readonly entered: SigningDraft
  readonly judged: { readonly needSecond: readonly string[] }
  readonly ready: NotYetWords
  /** What is said of those that are left out. */
  readonly rest: NotYetEntered
  readonly errors?: readonly FieldFault[] | undefined
}

/** Before confirming: exactly what others will be shown. */
export function CheckSigningPage(props: CheckSigningPageProps) {
  const { request, title, statements, signed, account, demo, errors } = props
  const chosen = statements.filter(({ code }) => signed.codes.includes(code))
  const left = statements.filter(({ code }) => !signed.codes.includes(code))
  return (
    <OwnLayout
      {...{ account, demo }}
      errors={atFirstPart(errors, ['next'])}
      title="Check before you sign"
      team
      back={{ href: paths.request(request.id), text: 'Back to the request' }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">
          {request.holderName}: {title}
        </span>
        Check before you sign
      </h1>
      <h2 class="nhsuk-heading-m">
        You confirm {chosen.length === 1 ? 'this statement' : 'these statements'}
      </h2>
      <ConfirmedList statements={chosen} seen={signed.parts} />
      {left.length > 0 && <p>You leave out {left.length}: you say what comes next further down.</p>}
      <TwoNeeded codes={signed.codes.filter((code) => props.judged.needSecond.includes(code))} />
      <h2 class="nhsuk-heading-m">What others will be shown</h2>
      <p>
        Everybody to whom {request.holderName} shows the credential sees this. It cannot be changed
        afterwards.
      </p>
      <SummaryList rows={shownRows(props)} />
      {signed.note && (
        <>
          <h2 class="nhsuk-heading-m">What only {request.holderName} will see</h2>
          <blockquote class="lanyard-words">{signed.note}</blockquote>
        </>
      )}
      <WarningCallout heading={{ text: 'You sign in your own name', level: 2 }}>
        <p>
          By confirming you say that this is true to the best of your knowledge. Your organisation
          can withdraw it only for a mistake, for fraud, or after a later assessment.
        </p>
      </WarningCallout>
      <OwnForm action={paths.signRequest(request.id)} csrfToken={account.csrfToken}>
        <HiddenAnswers entered={props.entered} />
        {left.length > 0 && <Rest {...props} left={left} />}
        <div class="lanyard-actions">
          <Button text="Confirm and sign" preventDoubleClick />
          <Button text="Change" variant="secondary" href={paths.request(request.id)} />
        </div>
      </OwnForm>
    </OwnLayout>
  )
}

/** Left out is not turned down: why, and the next chance. */
function Rest({
  request,
  left,
  ready,
  rest,
  errors,
}: CheckSigningPageProps & { readonly left: readonly Statement[] }) {
  return (
    <>
      <NotSignedThisTime statements={left} />
      <p>
        {request.holderName} reads what you say about this, and nobody else does. They can ask again
        for exactly what is left.
      </p>
      <NotYetQuestions {...{ ready, entered: rest, errors }} />
    </>
  )
}

function TwoNeeded({ codes }: { readonly codes: readonly string[] }) {
  if (codes.length === 0) return null
  return (
    <p>
      Higher-risk: {codes.join(', ')}. {codes.length === 1 ? 'It counts' : 'They count'} once a
      second assessor has confirmed too. You can ask one after signing.
    </p>
  )
}

function shownRows({ shown, signed }: CheckSigningPageProps) {
  const { assessor, organisation, identityCheck } = shown
  const { registration } = assessor
  return [
    { key: 'Your name', value: assessor.name },
    ...jobRow({ shown }, 'Your job'),
    {
      key: 'Your registration',
      value: describeRegistration(registration),
    },
    { key: 'Organisation', value: organisation },
    { key: 'Date', value: dayInWords(signed.assessedOn) },
    { key: 'How you know', value: methodNames[signed.method] },
    { key: 'Where', value: signed.setting },
    { key: 'Review due on', value: reviewWords(signed) },
    {
      key: 'Identity check of the worker',
      value:
        identityCheck === 'not-checked'
          ? 'Not checked'
          : `${identityCheck.by}, on ${dayInWords(identityCheck.on)}: ${identityCheck.how}`,
    },
  ]
}

/** What was answered on the page before; it is checked again when it comes back. */
function HiddenAnswers({ entered }: { readonly entered: SigningDraft }) {
  const { codes, parts = {}, method, assessed, setting, review, note, minutes = '' } = entered
  const fields = [
    ...codes.map((code) => ['codes', code] as const),
    ...Object.entries(parts).flatMap(([code, places]) =>
      places.map((place) => [partsField(code), place] as const),
    ),
    ['method', method] as const,
    ['setting', setting] as const,
    ['note', note] as const,
    ['minutes', minutes] as const,
    // The page before asked, where there was something to ask.
    ['no-patient', 'yes'] as const,
    ...Object.entries(assessed).map(([part, value]) => [`assessed-${part}`, value] as const),
    ...Object.entries(review).map(([part, value]) => [`review-${part}`, value] as const),
  ]
  return (
    <>
      {fields.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
    </>
  )
}
