import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import type { Correctable } from '../../../personal-record.ts'
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
import { Radios } from '../../../ui/radios.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import type { AskedWords, EnteredObjection } from '../model/entered.ts'
import { serviceName } from '../model/rights-request.ts'

interface AskCorrectionPageProps extends OwnPageProps {
  readonly record: Correctable
  /** YYYY-MM-DD */
  readonly dueOn: string
  readonly entered: AskedWords
  readonly errors?: readonly FieldFault[] | undefined
}

export function AskCorrectionPage(props: AskCorrectionPageProps) {
  const { account, demo, errors, record, dueOn, entered } = props
  const title = `Ask ${record.organisationName} to put it right`
  return (
    <OwnLayout
      {...{ account, demo, errors, title }}
      notInMenu
      back={{ href: paths.correct(), text: 'Put something right' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>{record.words}</p>
      <p>
        Those who manage people or issue credentials there read what you write, and nobody else
        does. They must answer by <strong>{dayInWords(dueOn)}</strong>, one calendar month from
        today.
      </p>
      <OwnForm action={paths.askCorrection(record.ref)} csrfToken={account.csrfToken}>
        <Textarea
          name="words"
          label={{ text: 'What is wrong, and what should it say?', size: 'm' }}
          hint={noPatients}
          rows={5}
          value={entered.words}
          errorMessage={faultOf(errors, 'words')}
        />
        <ConfirmNoPatient findings={entered.findings} />
        <Button text="Send" preventDoubleClick />
      </OwnForm>
    </OwnLayout>
  )
}

interface ObjectPageProps extends OwnPageProps {
  readonly purpose: { readonly id: string; readonly title: string; readonly short: string }
  /** Whom it can be said to; none where whoever runs the service answers for it. */
  readonly employers: readonly { readonly slug: string; readonly name: string }[]
  /** YYYY-MM-DD */
  readonly dueOn: string
  readonly entered: EnteredObjection
  readonly errors?: readonly FieldFault[] | undefined
}

export function ObjectPage(props: ObjectPageProps) {
  const { account, demo, errors, purpose, employers, dueOn, entered } = props
  const title = 'Object to a use of your information'
  return (
    <OwnLayout
      {...{ account, demo, errors, title }}
      notInMenu
      back={{ href: paths.privacy(purpose.id), text: 'How your information is used' }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{purpose.title}</span>
        {title}
      </h1>
      <p>{purpose.short}</p>
      <p>
        You can say that this should stop, for a reason of your own. They must stop, or tell you
        what weighs more than your reason. They must answer by <strong>{dayInWords(dueOn)}</strong>,
        one calendar month from today.
      </p>
      {employers.length === 0 && <p>{serviceName} answers.</p>}
      <OwnForm action={paths.objectTo(purpose.id)} csrfToken={account.csrfToken}>
        {employers.length > 0 && (
          <Radios
            name="organisation"
            fieldset={{ legend: { text: 'Which employer is this about?', size: 'm' } }}
            errorMessage={faultOf(errors, 'organisation')}
            value={entered.organisation}
            items={employers.map(({ slug, name }) => ({ value: slug, text: name }))}
          />
        )}
        <Textarea
          name="words"
          label={{ text: 'Why do you object?', size: 'm' }}
          hint={`A sentence about your own situation is enough. ${noPatients}`}
          rows={5}
          value={entered.words}
          errorMessage={faultOf(errors, 'words')}
        />
        <ConfirmNoPatient findings={entered.findings} />
        <Button text="Send" preventDoubleClick />
      </OwnForm>
    </OwnLayout>
  )
}
