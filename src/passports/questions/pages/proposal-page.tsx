import type { Statement } from '../../../frameworks/model/framework.ts'
import { dayInWords, plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { InsetText } from '../../../ui/inset-text.tsx'
import { type FieldFault, OwnForm, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { WarningCallout } from '../../../ui/warning-callout.tsx'
import { causeNames } from '../../model/signing.ts'
import { ConfirmedList } from '../../sign-offs/pages/confirmed-list.tsx'
import type { IssuedSigning } from '../../sign-offs/signings-store.ts'
import type { WordsEntered } from '../model/entered.ts'
import type { ProposedWithdrawal } from '../model/proposal.ts'
import type { Reply } from '../pauses-store.ts'
import { Replies } from './question-record.tsx'
import { WordsForm } from './words-form.tsx'

interface ProposalPageProps extends OwnPageProps {
  readonly signing: IssuedSigning
  readonly title: string
  readonly statements: readonly Statement[]
  readonly open: ProposedWithdrawal
  /** The reader proposed it: somebody else decides. */
  readonly mine: boolean
  readonly replies: readonly Reply[]
  readonly refusal: WordsEntered
  readonly answer: WordsEntered
  readonly errors?: readonly FieldFault[] | undefined
}

export function ProposalPage(props: ProposalPageProps) {
  const { signing, title, statements, open, mine, errors, account, demo } = props
  return (
    <OwnLayout
      {...{ account, demo, errors }}
      title="A proposed withdrawal"
      team
      back={{ href: paths.issued(), text: 'Sign-offs of your organisation' }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">
          {signing.holderName}: {title}
        </span>
        A proposed withdrawal
      </h1>
      <InsetText>
        <p>
          Proposed on {plainDate(open.at)} for {open.by}. Nothing has changed yet. It lapses after{' '}
          {dayInWords(open.lapsesOn)}.
        </p>
      </InsetText>
      <p>Why: {causeNames[open.cause]}. This is what they read:</p>
      <blockquote class="lanyard-words">{open.explanation}</blockquote>
      <ConfirmedList statements={statements.filter(({ code }) => open.codes.includes(code))} />
      <Said {...props} />
      {mine ? <YourOwn {...props} /> : <Decide {...props} />}
    </OwnLayout>
  )
}

function Said({ signing, open, replies, answer, errors, account }: ProposalPageProps) {
  const said = replies.filter(({ proposalId }) => proposalId === open.id)
  return (
    <>
      <h2 class="nhsuk-heading-m">What {signing.holderName} says</h2>
      {said.length === 0 && <p>Nothing yet. They were told that they can reply.</p>}
      <Replies replies={said} holder={signing.holderName} decider={open.by} />
      {said.some(({ byHolder }) => byHolder) && (
        <WordsForm
          action={paths.answerProposal(signing.id)}
          csrfToken={account.csrfToken}
          about={{ name: 'proposal', id: open.id }}
          field="answer"
          label={`Answer ${signing.holderName}`}
          entered={answer}
          errors={errors}
          button="Send the answer"
        />
      )}
    </>
  )
}

function YourOwn({ signing, open, account }: ProposalPageProps) {
  return (
    <>
      <h2 class="nhsuk-heading-m">A second person decides</h2>
      <p>You proposed this, so you cannot confirm it yourself.</p>
      <OwnForm action={paths.takeBackProposal(signing.id)} csrfToken={account.csrfToken}>
        <input type="hidden" name="proposal" value={open.id} />
        <Button text="Take the proposal back" variant="secondary" preventDoubleClick />
      </OwnForm>
    </>
  )
}

function Decide({ signing, open, refusal, errors, account }: ProposalPageProps) {
  return (
    <>
      <h2 class="nhsuk-heading-m">Do not withdraw it</h2>
      <WordsForm
        action={paths.refuseProposal(signing.id)}
        csrfToken={account.csrfToken}
        about={{ name: 'proposal', id: open.id }}
        field="why"
        label="Why not?"
        hint={`${signing.holderName} and whoever proposed it read this.`}
        entered={refusal}
        errors={errors}
        button="Refuse it"
      />
      <h2 class="nhsuk-heading-m">Withdraw it</h2>
      <WarningCallout heading={{ text: 'This cannot be undone', level: 3 }}>
        <p>
          Read what {signing.holderName} says first. They are told what, why, and how to challenge
          it.
        </p>
      </WarningCallout>
      <OwnForm action={paths.confirmProposal(signing.id)} csrfToken={account.csrfToken}>
        <input type="hidden" name="proposal" value={open.id} />
        <Button text="Confirm and withdraw" variant="warning" preventDoubleClick />
      </OwnForm>
    </>
  )
}
