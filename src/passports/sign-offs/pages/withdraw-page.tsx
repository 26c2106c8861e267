import type { Statement } from '../../../frameworks/model/framework.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { type FieldFault, OwnForm, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { WarningCallout } from '../../../ui/warning-callout.tsx'
import type { Signing } from '../../model/signing.ts'
import type { WithdrawalEntered } from '../../questions/model/entered.ts'
import { assessorLine } from './held-credential.tsx'
import { Understood, WithdrawalQuestions } from './withdrawal-questions.tsx'

interface WithdrawPageProps extends OwnPageProps {
  readonly signing: Signing & { readonly holderName: string }
  readonly title: string
  /** Those that stand. */
  readonly statements: readonly Statement[]
  readonly entered: WithdrawalEntered
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
        <WithdrawalQuestions
          holderName={signing.holderName}
          statements={statements}
          words={{
            which: 'What do you withdraw?',
            leftOut:
              'What you leave out stays signed off: the worker gets a new credential for it.',
            readers: 'Only they read this.',
          }}
          {...{ entered, errors }}
        />
        <WarningCallout heading={{ text: 'This cannot be undone', level: 2 }}>
          <p>
            {signing.holderName} is told what, why, and how to challenge it. Others see only
            “Withdrawn by the issuer” and the date.
          </p>
        </WarningCallout>
        <Understood text="I understand that this cannot be undone" {...{ entered, errors }} />
        <Button text="Withdraw" variant="warning" preventDoubleClick />
      </OwnForm>
    </OwnLayout>
  )
}
