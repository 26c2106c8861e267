import { plainDate } from '../../credentials/model/london-date.ts'
import type { Finding } from '../../finding.ts'
import type { Statement } from '../../frameworks/model/framework.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { DateInput } from '../../ui/date-input.tsx'
import { Input } from '../../ui/input.tsx'
import { Radios } from '../../ui/radios.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { answerWords, type SelfAnswers } from '../model/answer.ts'
import type { SignOffRequest } from '../model/sign-off-request.ts'
import { methodChoices, methods } from '../model/signing.ts'
import {
  ConfirmNoPatient,
  type FieldFault,
  faultOf,
  noPatients,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from './own-layout.tsx'
import { StatementChoices } from './statement-choices.tsx'

interface DateParts {
  readonly day: string
  readonly month: string
  readonly year: string
}

export interface EnteredSigning {
  readonly codes: readonly string[]
  readonly method: string
  readonly assessed: DateParts
  readonly setting: string
  readonly review: DateParts
  readonly note: string
  readonly findings: readonly Finding[]
}

export interface RequestPageProps extends OwnPageProps {
  readonly request: SignOffRequest
  readonly title: string
  readonly statements: readonly Statement[]
  readonly answers: SelfAnswers
  readonly entered: EnteredSigning
  readonly errors?: readonly FieldFault[] | undefined
}

export function RequestPage(props: RequestPageProps) {
  const { request, title, account, demo, errors } = props
  return (
    <OwnLayout
      {...{ account, demo }}
      errors={errors?.map(atFirstPart)}
      title={`Sign off: ${title}`}
      team
      back={{ href: paths.requests(), text: 'Requests for sign-off' }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{request.holderName} asks you to sign off</span>
        {title}
      </h1>
      <p>
        Asked on {plainDate(request.at)}, at {request.organisationName}.
      </p>
      {request.message && (
        <>
          <p>{request.holderName} writes:</p>
          <blockquote class="lanyard-words">{request.message}</blockquote>
        </>
      )}
      <p>
        Sign only what you know. You can sign some statements and leave others. If this is not for
        you, or not yet, <a href={paths.declineRequest(request.id)}>decline kindly</a>.
      </p>
      <SignForm {...props} />
    </OwnLayout>
  )
}

/** A date's message stands over three fields; its link goes to the first. */
function atFirstPart({ field, message }: FieldFault): FieldFault {
  const isDate = field === 'assessed' || field === 'review'
  return { field: isDate ? `${field}-day` : field, message }
}

function SignForm(props: RequestPageProps) {
  const { request, statements, answers, entered, errors, account } = props
  return (
    <OwnForm action={paths.request(request.id)} csrfToken={account.csrfToken}>
      <StatementChoices
        statements={statements}
        legend="What do you confirm?"
        hint="Take out the tick where you do not."
        chosen={entered.codes}
        errorMessage={faultOf(errors, 'codes')}
        about={(code) => {
          const answer = answers.get(code)?.answer
          const said = answer === undefined ? 'no answer yet' : answerWords[answer]
          return `${request.holderName} says: ${said}`
        }}
      />
      <Radios
        name="method"
        fieldset={{ legend: { text: 'How do you know?', size: 'm' } }}
        errorMessage={faultOf(errors, 'method')}
        value={entered.method}
        items={methods.map((method) => ({ value: method, text: methodChoices[method] }))}
      />
      <DayQuestion
        {...{ errors }}
        field="assessed"
        parts={entered.assessed}
        legend="When?"
        hint="The day you last saw it, or talked. For example, 27 3 2026"
      />
      <Input
        name="setting"
        label={{ text: 'Where?', size: 'm' }}
        hint={`A kind of place, such as “stroke ward” or “home visits”. ${noPatients}`}
        errorMessage={faultOf(errors, 'setting')}
        value={entered.setting}
        autocomplete="off"
      />
      <DayQuestion
        {...{ errors }}
        field="review"
        parts={entered.review}
        legend="When should it be looked at again?"
        hint="In a year, unless you change it. Leave it empty for no review date."
      />
      <Textarea
        name="note"
        label={{ text: `A note to ${request.holderName} (you can leave this empty)`, size: 'm' }}
        hint={`Only they see it. It is not part of the credential. ${noPatients}`}
        errorMessage={faultOf(errors, 'note')}
        rows={4}
        value={entered.note}
      />
      <ConfirmNoPatient findings={entered.findings} />
      <p>On the next page you see what others will be shown of you. Nothing is signed before.</p>
      <Button text="Check before signing" />
    </OwnForm>
  )
}

function DayQuestion({
  field,
  parts,
  legend,
  hint,
  errors,
}: {
  readonly field: 'assessed' | 'review'
  readonly parts: DateParts
  readonly legend: string
  readonly hint: string
  readonly errors: readonly FieldFault[] | undefined
}) {
  return (
    <DateInput
      id={field}
      fieldset={{ legend: { text: legend, size: 'm' } }}
      hint={hint}
      errorMessage={faultOf(errors, field)}
      items={(['day', 'month', 'year'] as const).map((part) => ({
        name: `${field}-${part}`,
        id: `${field}-${part}`,
        label: part.charAt(0).toUpperCase() + part.slice(1),
        value: parts[part],
        width: part === 'year' ? 4 : 2,
      }))}
    />
  )
}
