import { plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { DoneBanner, type FieldFault, faultOf, OwnForm } from '../../../ui/own-layout.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import {
  type Approval,
  type GivenAnswer,
  latestAnswers,
  type ReviewRound,
} from '../model/review.ts'
import { nameOf } from '../read-draft-view.ts'
import { DraftLayout, type DraftPageProps } from './draft-layout.tsx'

interface ReviewPageProps extends DraftPageProps {
  readonly rounds: readonly ReviewRound[]
  readonly answers: readonly GivenAnswer[]
  /** Those that count for the draft as it stands. */
  readonly approvals: readonly Approval[]
  readonly writers: ReadonlySet<string>
  readonly blocking: number
  readonly waived: number
  readonly openComments: number
  readonly entered: { readonly message: string; readonly answer: string; readonly reason: string }
  readonly errors?: readonly FieldFault[] | undefined
  readonly done?: string | undefined
}

const doneWords: Readonly<Record<string, string>> = {
  sent: 'The draft is in review. We wrote to its reviewers and stewards.',
  'taken-back': 'The draft is being written again.',
  answered: 'Your answer is there.',
  approved: 'The draft is approved. It can be published.',
  'one-approved': 'You approved it. You also wrote in it, so it needs one more steward.',
}

export function ReviewPage(props: ReviewPageProps) {
  const { view, rounds, errors, done = '' } = props
  const { state } = view.draft
  const words = doneWords[done]
  return (
    <DraftLayout {...props} heading="Review" current="review" errors={errors}>
      {words && <DoneBanner title="Done" words={words} />}
      {state === 'writing' && view.may.write && <Send {...props} />}
      {state === 'writing' && !view.may.write && (
        <p>It is being written. You are told when it is ready for you.</p>
      )}
      {(state === 'in-review' || state === 'approved') && <Standing {...props} />}
      {state === 'in-review' && view.may.review && <Answer {...props} />}
      {state === 'in-review' && view.may.steward && <Approve {...props} />}
      {state === 'approved' && view.may.steward && (
        <Button href={paths.draftPublish(view.draft.id)} text="Go on to publish" />
      )}
      {(state === 'in-review' || state === 'approved') && view.may.write && <TakeBack {...props} />}
      <Rounds {...props} />
      {rounds.length === 0 && state !== 'writing' && <p>It was never sent for review.</p>}
    </DraftLayout>
  )
}

function Send({ view, account, blocking, entered, errors }: ReviewPageProps) {
  return (
    <OwnForm action={paths.sendForReview(view.draft.id)} csrfToken={account.csrfToken}>
      <h2 class="nhsuk-heading-m">Send it for review</h2>
      <p>
        The reviewers and stewards get a letter. Everybody can still comment. If somebody changes
        the draft meanwhile, the reviewers see that it changed.
      </p>
      {blocking > 0 && (
        <p>
          <a href={paths.draftFindings(view.draft.id, { severity: 'must' })}>
            {blocking} {blocking === 1 ? 'finding' : 'findings'}
          </a>{' '}
          must be mended or waived before it can be approved.
        </p>
      )}
      <Textarea
        name="message"
        id="message"
        label={{ text: 'What are they to look at? (optional)', size: 's' }}
        hint="Whoever works on the draft reads this."
        rows={3}
        errorMessage={faultOf(errors, 'message')}
        value={entered.message}
      />
      <Button text="Send for review" preventDoubleClick />
    </OwnForm>
  )
}

function Standing(props: ReviewPageProps) {
  const { view, approvals, blocking, waived, openComments } = props
  const { id, state } = view.draft
  return (
    <>
      <h2 class="nhsuk-heading-m">Where it stands</h2>
      <ul class="nhsuk-list nhsuk-list--bullet">
        <li>
          <a href={paths.draftFindings(id, { severity: 'must' })}>Findings that must be mended</a>:{' '}
          {blocking === 0 ? 'none' : blocking}
        </li>
        <li>
          <a href={paths.draftWaivers(id)}>Findings waived with a reason</a>:{' '}
          {waived === 0 ? 'none' : waived}
        </li>
        <li>
          <a href={paths.draftComments(id)}>Open comments</a>:{' '}
          {openComments === 0 ? 'none' : openComments}
        </li>
        <li>
          Approved by:{' '}
          {approvals.length === 0
            ? 'nobody yet'
            : approvals.map(({ by }) => nameOf(view, by)).join(' and ')}
        </li>
      </ul>
      {state === 'approved' && (
        <p>It is approved. If anybody changes anything, it must be approved again.</p>
      )}
    </>
  )
}

function Answer({ view, account, entered, errors }: ReviewPageProps) {
  return (
    <OwnForm action={paths.answerReview(view.draft.id)} csrfToken={account.csrfToken}>
      <input type="hidden" name="revision" value={String(view.draft.revision)} />
      <h2 class="nhsuk-heading-m">Your review</h2>
      <Radios
        name="answer"
        idPrefix="answer"
        fieldset={{ legend: { text: 'Is it ready to be published?', size: 's' } }}
        errorMessage={faultOf(errors, 'answer')}
        value={entered.answer}
        items={[
          { value: 'ready', text: 'Ready' },
          { value: 'not-yet', text: 'Not yet' },
        ]}
      />
      <Textarea
        name="reason"
        id="reason"
        label={{ text: 'If not yet, what is to be mended first?', size: 's' }}
        rows={3}
        errorMessage={faultOf(errors, 'reason')}
        value={entered.reason}
      />
      <Button text="Send my review" preventDoubleClick />
    </OwnForm>
  )
}

function Approve({ view, account, blocking, approvals, writers }: ReviewPageProps) {
  const { id, revision } = view.draft
  const wrote = writers.has(view.personId)
  const already = approvals.some(({ by }) => by === view.personId)
  return (
    <>
      <h2 class="nhsuk-heading-m">Approve it</h2>
      <p>
        An edition is published by two people. One steward who wrote none of it approves it, or two
        stewards do.{' '}
        {wrote
          ? 'You began it or wrote in it: your approval counts, and another steward must approve it too.'
          : 'You wrote none of it: your approval is enough.'}
      </p>
      {already && <p>You have approved it as it stands. It waits for another steward.</p>}
      {!already && blocking > 0 && (
        <p>
          It cannot be approved while{' '}
          <a href={paths.draftFindings(id, { severity: 'must' })}>
            {blocking} {blocking === 1 ? 'finding' : 'findings'}
          </a>{' '}
          must be mended or waived.
        </p>
      )}
      {!already && blocking === 0 && (
        <OwnForm action={paths.approveDraft(id)} csrfToken={account.csrfToken}>
          <input type="hidden" name="revision" value={String(revision)} />
          <Button text="Approve this draft" preventDoubleClick />
        </OwnForm>
      )}
    </>
  )
}

function TakeBack({ view, account }: ReviewPageProps) {
  return (
    <OwnForm action={paths.takeBackToWriting(view.draft.id)} csrfToken={account.csrfToken}>
      <h2 class="nhsuk-heading-m">Go on writing</h2>
      <p>Take it back if it is not ready after all. It then needs another round of review.</p>
      <Button variant="secondary" text="Take it back to writing" preventDoubleClick />
    </OwnForm>
  )
}

function Rounds(props: ReviewPageProps) {
  const { view, rounds, answers } = props
  if (rounds.length === 0) return null
  return (
    <>
      <h2 class="nhsuk-heading-m">Rounds of review</h2>
      {rounds.map((round) => (
        <section key={round.round}>
          <h3 class="nhsuk-heading-s">
            Round {round.round}, sent by {nameOf(view, round.askedBy)} on {plainDate(round.askedAt)}
          </h3>
          {round.message && <p class="lanyard-words">{round.message}</p>}
          <Answers {...{ view, answers: latestAnswers(answers, round.round) }} />
        </section>
      ))}
    </>
  )
}

function Answers({ view, answers }: Pick<ReviewPageProps, 'view' | 'answers'>) {
  if (answers.length === 0) return <p>Nobody has answered.</p>
  return (
    <ul class="nhsuk-list">
      {answers.map(({ by, answer, reason, at, revision }) => (
        <li key={by}>
          {answer === 'ready' ? (
            <Tag colour="green" text="Ready" />
          ) : (
            <Tag colour="orange" text="Not yet" />
          )}{' '}
          {nameOf(view, by)}, {plainDate(at)}
          {revision !== view.draft.revision && ', before it was changed'}
          {reason && <p class="lanyard-words">{reason}</p>}
        </li>
      ))}
    </ul>
  )
}
