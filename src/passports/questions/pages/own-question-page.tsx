import { type Edition, statementsOf } from '../../../frameworks/model/framework.ts'
import { dayInWords, plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { InsetText } from '../../../ui/inset-text.tsx'
import { type FieldFault, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { isPaused, pausedWords } from '../../model/pause.ts'
import { causeNames, type Signing } from '../../model/signing.ts'
import type { WordsEntered } from '../model/entered.ts'
import { isOpenProposal, type ProposedWithdrawal, proposalOutcome } from '../model/proposal.ts'
import type { PauseAct, Reply } from '../pauses-store.ts'
import { PauseActs, Replies } from './question-record.tsx'
import { WordsForm } from './words-form.tsx'

interface OwnQuestionPageProps extends OwnPageProps {
  readonly signing: Signing
  readonly edition: Edition
  readonly title: string
  readonly today: string
  readonly acts: readonly PauseAct[]
  readonly proposals: readonly ProposedWithdrawal[]
  readonly replies: readonly Reply[]
  readonly entered: WordsEntered
  readonly errors?: readonly FieldFault[] | undefined
}

/** Kind and plain: what it means, what it does not, and what they can do. */
export function OwnQuestionPage(props: OwnQuestionPageProps) {
  const { signing, title, acts, proposals, account, demo, errors } = props
  return (
    <OwnLayout
      {...{ account, demo, errors }}
      title="About your sign-off"
      back={{ href: paths.passport(signing.level), text: 'My passport' }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{title}</span>
        About your sign-off
      </h1>
      {acts.length === 0 && proposals.length === 0 && <p>Nobody asks anything about it.</p>}
      {acts.length > 0 && <PauseStory {...props} />}
      {proposals.map((proposal) => (
        <ProposalStory key={proposal.id} {...props} proposal={proposal} />
      ))}
    </OwnLayout>
  )
}

function PauseStory(props: OwnQuestionPageProps) {
  const { signing, today, acts, replies, proposals } = props
  const { pause } = signing
  const live = pause !== undefined && isPaused(signing, today)
  // Then what weighs more is replied to: the same people read it.
  const proposed = proposals.some((one) => isOpenProposal(one, today))
  return (
    <>
      {live ? (
        <InsetText>
          <p>
            <strong>{pausedWords(pause)}.</strong> It has not been withdrawn, and nobody has decided
            anything about you. If nothing else happens, it counts again after that day.
          </p>
        </InsetText>
      ) : (
        <p>The pause is over. Your sign-off counts again, unless it was withdrawn.</p>
      )}
      <PauseActs acts={acts} />
      <Replies
        replies={replies.filter(({ pauseId }) => pauseId !== null)}
        holder="You"
        decider={acts.at(-1)?.by ?? 'They'}
      />
      {live && !proposed && <ReplyForm {...props} about={{ name: 'pause', id: pause.id }} />}
    </>
  )
}

function ProposalStory(props: OwnQuestionPageProps & { readonly proposal: ProposedWithdrawal }) {
  const { proposal, edition, today, replies } = props
  const { by, at, cause, explanation, codes, lapsesOn, answer, id } = proposal
  const wordings = new Map(statementsOf(edition).map(({ code, text }) => [code, text]))
  return (
    <>
      <h2 class="nhsuk-heading-m">Somebody proposed to withdraw it</h2>
      <p>
        <strong>{proposalOutcome(proposal, today)}</strong> {by} proposed it on {plainDate(at)}.
        Why: {causeNames[cause]}.
      </p>
      <blockquote class="lanyard-words">{explanation}</blockquote>
      <ul class="lanyard-confirmed">
        {codes.map((code) => (
          <li key={code}>{wordings.get(code) ?? code}</li>
        ))}
      </ul>
      {answer?.reason && <blockquote class="lanyard-words">{answer.reason}</blockquote>}
      <Replies
        replies={replies.filter(({ proposalId }) => proposalId === id)}
        holder="You"
        decider={by}
      />
      {isOpenProposal(proposal, today) && (
        <>
          <p>
            You no longer work there, so one person cannot do this alone. If nobody decides by{' '}
            {dayInWords(lapsesOn)}, it lapses and your sign-off stays.
          </p>
          <ReplyForm {...props} about={{ name: 'proposal', id }} />
        </>
      )}
    </>
  )
}

function ReplyForm({
  signing,
  account,
  entered,
  errors,
  about,
}: OwnQuestionPageProps & {
  readonly about: { readonly name: 'pause' | 'proposal'; readonly id: string }
}) {
  return (
    <>
      <h2 class="nhsuk-heading-m">What you can do</h2>
      <ul>
        <li>Say what you think, here. Those who decide have to read it, and can answer you.</li>
        <li>Ask your manager or your union to help you. You can show them this page.</li>
        <li>Carry on asking for other sign-offs. Nothing else in your passport changes.</li>
      </ul>
      <WordsForm
        action={paths.ownReply(signing.id)}
        csrfToken={account.csrfToken}
        {...{ about, entered, errors }}
        field="words"
        label="Your reply"
        hint="Those who decide about this sign-off read it. Nobody else does."
        button="Send my reply"
      />
    </>
  )
}
