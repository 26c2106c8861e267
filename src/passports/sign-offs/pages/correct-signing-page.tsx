import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { atFirstPart, DayQuestion } from '../../../ui/day-question.tsx'
import { Input } from '../../../ui/input.tsx'
import {
  ConfirmNoPatient,
  type FieldFault,
  faultOf,
  noPatients,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import { methodChoices, methods, type Signing } from '../../model/signing.ts'
import type { SignedEntered } from '../model/entered.ts'

interface CorrectSigningPageProps extends OwnPageProps {
  readonly signing: Signing
  readonly holderName: string
  readonly title: string
  readonly entered: SignedEntered
  readonly errors?: readonly FieldFault[] | undefined
}

export function CorrectSigningPage(props: CorrectSigningPageProps) {
  const { signing, holderName, title, entered, errors, account, demo } = props
  return (
    <OwnLayout
      {...{ account, demo }}
      errors={atFirstPart(errors, ['assessed', 'review'])}
      title="Put a slip right"
      team
      back={{ href: paths.request(signing.requestId), text: 'What you signed' }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">
          {holderName}: {title}
        </span>
        Put a slip right
      </h1>
      <p>
        Change what was wrong. {holderName} gets a new credential in place of the old one, and you
        both see what it said before. Which statements you signed cannot be changed here.
      </p>
      <OwnForm action={paths.correctSigning(signing.id)} csrfToken={account.csrfToken}>
        <Radios
          name="method"
          small
          fieldset={{ legend: { text: 'How do you know?', size: 'm' } }}
          errorMessage={faultOf(errors, 'method')}
          value={entered.method}
          items={methods.map((method) => ({ value: method, text: methodChoices[method] }))}
        />
        <DayQuestion
          field="assessed"
          errorMessage={faultOf(errors, 'assessed')}
          parts={entered.assessed}
          legend="When?"
        />
        <Input
          name="setting"
          label={{ text: 'Where?', size: 'm' }}
          errorMessage={faultOf(errors, 'setting')}
          value={entered.setting}
          autocomplete="off"
        />
        <DayQuestion
          field="review"
          errorMessage={faultOf(errors, 'review')}
          parts={entered.review}
          legend="When should it be looked at again?"
        />
        <Textarea
          name="note"
          label={{ text: `Your note to ${holderName}`, size: 'm' }}
          hint={noPatients}
          errorMessage={faultOf(errors, 'note')}
          rows={3}
          value={entered.note}
        />
        <ConfirmNoPatient findings={entered.findings} />
        <Button text="Put it right" preventDoubleClick />
      </OwnForm>
    </OwnLayout>
  )
}
