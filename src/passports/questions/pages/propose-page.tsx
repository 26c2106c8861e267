import type { Statement } from '../../../frameworks/model/framework.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { type FieldFault, OwnForm, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { WarningCallout } from '../../../ui/warning-callout.tsx'
import { assessorLine } from '../../sign-offs/pages/held-credential.tsx'
import { Understood, WithdrawalQuestions } from '../../sign-offs/pages/withdrawal-questions.tsx'
import type { IssuedSigning } from '../../sign-offs/signings-store.ts'
import type { WithdrawalEntered } from '../model/entered.ts'
import { type ProposedWithdrawal, proposalDays, proposalOutcome } from '../model/proposal.ts'

interface ProposePageProps extends OwnPageProps {
  readonly signing: IssuedSigning
  readonly title: string
  readonly today: string
  /** Those that stand. */
  readonly statements: readonly Statement[]
  readonly proposals: readonly ProposedWithdrawal[]
  /** Who else can withdraw. */
  readonly others: readonly { readonly name: string; readonly jobTitle: string }[]
  readonly entered: WithdrawalEntered
  readonly errors?: readonly FieldFault[] | undefined
}

export function ProposePage(props: ProposePageProps) {
  const { signing, title, others, errors, account, demo, proposals, today } = props
  const [before] = proposals
  return (
    <OwnLayout
      {...{ account, demo, errors }}
      title="Propose to withdraw"
      team
      back={{ href: paths.issued(), text: 'Sign-offs of your organisation' }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">
          {signing.holderName}: {title}
        </span>
        Propose to withdraw
      </h1>
      <p>
        {signing.holderName} no longer works here, and cannot walk in and ask. So one person
        proposes, and a second person decides. Nothing changes until then.
      </p>
      {before && <p>Proposed before: {proposalOutcome(before, today)}</p>}
      {others.length === 0 ? <NobodyElse signing={signing} /> : <ProposeForm {...props} />}
    </OwnLayout>
  )
}

function NobodyElse({ signing }: Pick<ProposePageProps, 'signing'>) {
  return (
    <>
      <h2 class="nhsuk-heading-m">You are the only person here who can withdraw</h2>
      <p>Nobody can be the second person for you. You can:</p>
      <ul>
        <li>
          ask whoever manages people in your organisation to let a colleague withdraw sign-offs too
        </li>
        <li>
          if nobody manages people there any more, ask the framework’s steward to name somebody:
          they can, when your organisation shows that it wants this
        </li>
        <li>
          <a href={paths.pause(signing.id)}>pause it</a> until then, for three months at most.
        </li>
      </ul>
    </>
  )
}

function ProposeForm(props: ProposePageProps) {
  const { signing, statements, others, entered, errors, account } = props
  return (
    <>
      <p>Signed off by {assessorLine(signing)}.</p>
      <OwnForm action={paths.proposal(signing.id)} csrfToken={account.csrfToken}>
        <WithdrawalQuestions
          holderName={signing.holderName}
          statements={statements}
          words={{
            which: 'What do you propose to withdraw?',
            leftOut: 'What you leave out stays signed off.',
            readers: 'They and the second person read this.',
          }}
          {...{ entered, errors }}
        />
        <WarningCallout heading={{ text: 'What happens next', level: 2 }}>
          <p>
            {signing.holderName} is told and can reply.{' '}
            {others.map(({ name }) => name).join(' or ')} can decide, for {proposalDays} days: tell
            them. After that the proposal lapses. A withdrawal cannot be undone.
          </p>
        </WarningCallout>
        <Understood
          text="I understand that a withdrawal cannot be undone"
          {...{ entered, errors }}
        />
        <Button text="Propose it" preventDoubleClick />
      </OwnForm>
    </>
  )
}
