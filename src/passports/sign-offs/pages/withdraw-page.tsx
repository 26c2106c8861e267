import type { Finding } from '../../../finding.ts'
import type { Statement } from '../../../frameworks/model/framework.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/checkboxes.tsx'
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
import { WarningCallout } from '../../../ui/warning-callout.tsx'
import { causeNames, causes, type Signing } from '../../model/signing.ts'
import { assessorLine } from './held-credential.tsx'
import { StatementChoices } from './statement-choices.tsx'

interface WithdrawPageProps extends OwnPageProps {
  readonly signing: Signing & { readonly holderName: string }
  readonly title: string
  /** Those that stand. */
  readonly statements: readonly Statement[]
  readonly entered: {
    readonly codes: readonly string[]
    readonly cause: string
    readonly explanation: string
    readonly understood: boolean
    readonly findings: readonly Finding[]
  }
  readonly errors?: readonly FieldFault[] | undefined
}

export function WithdrawPage(props: WithdrawPageProps) {
  const { signing, title, statements, entered, errors, account, demo } = props
  return (
    <OwnLayout
      {...{ account, demo, errors }}
      title="Withdraw a sign-off"
      team
      back={{ href: paths.issued(), text: 'Sign-offs of your organisation' }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">
          {signing.holderName}: {title}
        </span>
        Withdraw a sign-off
      </h1>
      <p>Signed off by {assessorLine(signing)}.</p>
      <OwnForm action={paths.withdraw(signing.id)} csrfToken={account.csrfToken}>
        <StatementChoices
          statements={statements}
          legend="What do you withdraw?"
          hint="What you leave out stays signed off: the worker gets a new credential for it."
          chosen={entered.codes}
          errorMessage={faultOf(errors, 'codes')}
        />
        <Radios
          name="cause"
          fieldset={{ legend: { text: 'Why?', size: 'm' } }}
          hint="There is no other reason for which a sign-off is withdrawn."
          errorMessage={faultOf(errors, 'cause')}
          value={entered.cause}
          items={causes.map((cause) => ({ value: cause, text: causeNames[cause] }))}
        />
        <Textarea
          name="explanation"
          label={{ text: `Explain it to ${signing.holderName}`, size: 'm' }}
          hint={`Write what happened, and what they can do now. Only they read this. ${noPatients}`}
          errorMessage={faultOf(errors, 'explanation')}
          rows={4}
          value={entered.explanation}
        />
        <ConfirmNoPatient findings={entered.findings} />
        <WarningCallout heading={{ text: 'This cannot be undone', level: 2 }}>
          <p>
            {signing.holderName} is told what, why, and how to challenge it. Others see only
            “Withdrawn by the issuer” and the date.
          </p>
        </WarningCallout>
        <Checkboxes
          name="understood"
          idPrefix="understood"
          errorMessage={faultOf(errors, 'understood')}
          values={entered.understood ? ['yes'] : []}
          items={[{ value: 'yes', text: 'I understand that this cannot be undone' }]}
        />
        <Button text="Withdraw" variant="warning" preventDoubleClick />
      </OwnForm>
    </OwnLayout>
  )
}
