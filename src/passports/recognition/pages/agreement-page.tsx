import { dayInWords, plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { atFirstPart, DayQuestion } from '../../../ui/day-question.tsx'
import {
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import {
  type Agreement,
  type AgreementStep,
  agreementState,
  agreementStateNames,
  noticeDays,
} from '../model/acceptance-agreement.ts'
import { type AcceptanceRule, type PolicyWords, ruleSentence } from '../model/acceptance-policy.ts'

export interface AgreementPageProps extends OwnPageProps {
  readonly slug: string
  readonly agreement: Agreement
  /** The reader proposed it, for the other one. */
  readonly own: boolean
  readonly words: PolicyWords
  readonly ends: { readonly day: string; readonly month: string; readonly year: string }
  readonly errors?: readonly FieldFault[] | undefined
  readonly today: string
}

const stepNames: Readonly<Record<AgreementStep, string>> = {
  agreed: 'Agreed',
  declined: 'Declined',
  'taken-back': 'Taken back',
  ended: 'Notice given',
}

export function AgreementPage(props: AgreementPageProps) {
  const { account, demo, slug, agreement, errors, today, words } = props
  const { organisationName, otherName } = agreement
  const state = agreementState(agreement, today)
  const title = `${organisationName} and ${otherName}`
  return (
    <OwnLayout
      {...{ account, demo, title }}
      errors={atFirstPart(errors, ['ends'])}
      team
      back={{ href: paths.agreements(slug), text: 'Agreements with others' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        <strong>{agreementStateNames[state]}.</strong> From {dayInWords(agreement.fromOn)}, looked
        at again on {dayInWords(agreement.reviewOn)}. Proposed by {organisationName} on{' '}
        {plainDate(agreement.at)}.
      </p>
      {agreement.steps.map(({ step, at, endsOn }) => (
        <p key={step}>
          {stepNames[step]} on {plainDate(at)}.
          {endsOn !== undefined && ` It ends on ${dayInWords(endsOn)}.`}
        </p>
      ))}
      <Side name={organisationName} from={otherName} rules={agreement.takes} words={words} />
      <Side name={otherName} from={organisationName} rules={agreement.gives} words={words} />
      <Answer {...props} />
    </OwnLayout>
  )
}

function Side({
  name,
  from,
  rules,
  words,
}: {
  readonly name: string
  readonly from: string
  readonly rules: readonly AcceptanceRule[]
  readonly words: PolicyWords
}) {
  return (
    <>
      <h2 class="nhsuk-heading-m">
        What {name} accepts from {from}
      </h2>
      <ul class="nhsuk-list nhsuk-list--bullet">
        {rules.map((rule) => (
          <li key={rule.id}>{ruleSentence(rule, words)}</li>
        ))}
      </ul>
    </>
  )
}

function Answer(props: AgreementPageProps) {
  const { account, slug, agreement, own, today } = props
  const state = agreementState(agreement, today)
  const action = paths.agreement(slug, agreement.id)
  const form = { action, csrfToken: account.csrfToken }
  if (state === 'agreed' || state === 'in-force') return <EndForm {...props} />
  if (state !== 'proposed') return null
  if (agreement.organisation === slug) {
    return (
      <OwnForm {...form}>
        <p>It waits for somebody of {agreement.otherName}.</p>
        <Button text="Take it back" variant="secondary" name="step" value="taken-back" />
      </OwnForm>
    )
  }
  if (own) return <p>You proposed this. Somebody else of {agreement.otherName} must agree.</p>
  return (
    <OwnForm {...form}>
      <div class="nhsuk-button-group">
        <Button text="Agree" name="step" value="agreed" preventDoubleClick />
        <Button text="Decline" variant="secondary" name="step" value="declined" />
      </div>
    </OwnForm>
  )
}

function EndForm({ account, slug, agreement, ends, errors }: AgreementPageProps) {
  return (
    <OwnForm action={paths.agreement(slug, agreement.id)} csrfToken={account.csrfToken}>
      <h2 class="nhsuk-heading-m">End this agreement</h2>
      <p>
        Either of you can end it, with {noticeDays} days of notice or more. What was decided before
        stays as it is.
      </p>
      <DayQuestion
        field="ends"
        size="s"
        parts={ends}
        legend="From which day does it no longer hold?"
        errorMessage={faultOf(errors, 'ends')}
      />
      <Button text="Give notice" variant="secondary" name="step" value="ended" />
    </OwnForm>
  )
}
