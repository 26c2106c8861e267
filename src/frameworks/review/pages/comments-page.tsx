import { plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { DoneBanner, type FieldFault, faultOf, OwnForm } from '../../../ui/own-layout.tsx'
import { Select } from '../../../ui/select.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import { isOpenDraft } from '../../authoring/model/draft.ts'
import { type CommentThread, commentLimit, type DraftComment } from '../model/comment.ts'
import { nameOf } from '../read-draft-view.ts'
import { DraftLayout, type DraftPageProps } from './draft-layout.tsx'

interface CommentsPageProps extends DraftPageProps {
  readonly threads: readonly CommentThread[]
  /** The thing whose comments these are; of the whole draft where none is named. */
  readonly thing?: string | undefined
  readonly showSettled: boolean
  readonly settledCount: number
  readonly placeName: (thing: string) => string
  /** Where a comment can stand. */
  readonly places: readonly { readonly thing: string; readonly name: string }[]
  /** For the next comment or reply, so that sent twice it is one. */
  readonly newId: string
  readonly entered?: { readonly to?: string | undefined; readonly words: string } | undefined
  readonly errors?: readonly FieldFault[] | undefined
  readonly done?: string | undefined
}

const doneWords: Readonly<Record<string, string>> = {
  said: 'Your comment is there. Whoever works on the draft can read it.',
  settled: 'The comment is settled. You find it under settled comments.',
  reopened: 'The comment is open again.',
}

export function CommentsPage(props: CommentsPageProps) {
  const { view, thing, threads, done = '', errors, placeName, showSettled } = props
  const words = doneWords[done]
  const open = isOpenDraft(view.draft)
  return (
    <DraftLayout {...props} heading="Comments" current="comments" errors={errors}>
      {words && <DoneBanner title="Done" words={words} />}
      {thing && (
        <p>
          About <strong>{placeName(thing)}</strong>.{' '}
          <a href={paths.draftComments(view.draft.id)}>All comments on this draft</a>
        </p>
      )}
      <WhichOnes {...props} />
      {threads.length === 0 && (
        <p>{showSettled ? 'Nothing is settled yet.' : 'There are no open comments.'}</p>
      )}
      {threads.map((thread) => (
        <Thread key={thread.id} {...{ ...props, thread, open }} />
      ))}
      {open && <NewComment {...props} />}
      {open && thing === undefined && <AnotherPlace {...props} />}
    </DraftLayout>
  )
}

function WhichOnes({ view, thing, showSettled, settledCount }: CommentsPageProps) {
  const { id } = view.draft
  if (showSettled) {
    return (
      <p>
        These are settled. <a href={paths.draftComments(id, { thing })}>See the open ones</a>
      </p>
    )
  }
  if (settledCount === 0) return null
  return (
    <p>
      <a href={paths.draftComments(id, { thing, settled: 'yes' })}>
        See what is settled ({settledCount})
      </a>
    </p>
  )
}

interface ThreadProps extends CommentsPageProps {
  readonly thread: CommentThread
  readonly open: boolean
}

function Thread(props: ThreadProps) {
  const { view, thread, open, thing, placeName } = props
  return (
    <article class="lanyard-thread">
      {thing === undefined && (
        <h2 class="nhsuk-heading-s">
          <a href={paths.draftComments(view.draft.id, { thing: thread.thing })}>
            {placeName(thread.thing)}
          </a>
        </h2>
      )}
      <Said {...{ ...props, comment: thread }} />
      {thread.replies.length > 0 && (
        <ul class="nhsuk-list lanyard-thread__replies">
          {thread.replies.map((reply) => (
            <li key={reply.id}>
              <Said {...{ ...props, comment: reply }} />
            </li>
          ))}
        </ul>
      )}
      {thread.settled && (
        <p class="nhsuk-body-s">
          Settled by {nameOf(view, thread.settled.by)} on {plainDate(thread.settled.at)}
        </p>
      )}
      {open && <Answer {...props} />}
    </article>
  )
}

function Said({ view, comment }: CommentsPageProps & { readonly comment: DraftComment }) {
  return (
    <>
      <p class="nhsuk-body-s nhsuk-u-margin-bottom-1">
        <strong>{nameOf(view, comment.by)}</strong>, {plainDate(comment.at)}
      </p>
      <p class="lanyard-words">{comment.words}</p>
    </>
  )
}

function Answer(props: ThreadProps) {
  const { view, account, thread, newId, entered, errors } = props
  const { id } = view.draft
  const again = entered?.to === thread.id
  return (
    <>
      {!thread.settled && (
        <details class="nhsuk-details" open={again}>
          <summary class="nhsuk-details__summary">
            <span class="nhsuk-details__summary-text">
              Reply
              <span class="nhsuk-u-visually-hidden"> to {nameOf(view, thread.by)}</span>
            </span>
          </summary>
          <div class="nhsuk-details__text">
            <OwnForm
              action={paths.replyToDraftComment(id, thread.id)}
              csrfToken={account.csrfToken}
            >
              <input type="hidden" name="id" value={newId} />
              <Textarea
                name="words"
                id={again ? 'words' : `reply-${thread.id}`}
                label={{ text: 'Your reply' }}
                rows={3}
                errorMessage={again ? faultOf(errors, 'words') : undefined}
                value={again ? entered.words : ''}
              />
              <Button text="Send the reply" small preventDoubleClick />
            </OwnForm>
          </div>
        </details>
      )}
      <OwnForm
        action={
          thread.settled
            ? paths.reopenDraftComment(id, thread.id)
            : paths.settleDraftComment(id, thread.id)
        }
        csrfToken={account.csrfToken}
      >
        <Button variant="secondary" small preventDoubleClick>
          {thread.settled ? 'Open it again' : 'Settle it'}
          <span class="nhsuk-u-visually-hidden">: comment by {nameOf(view, thread.by)}</span>
        </Button>
      </OwnForm>
    </>
  )
}

function NewComment({
  view,
  account,
  thing = 'edition',
  placeName,
  newId,
  entered,
  errors,
}: CommentsPageProps) {
  const again = entered !== undefined && entered.to === undefined
  return (
    <OwnForm action={paths.draftComments(view.draft.id)} csrfToken={account.csrfToken}>
      <input type="hidden" name="id" value={newId} />
      <input type="hidden" name="thing" value={thing} />
      <h2 class="nhsuk-heading-m">Comment on {lowered(placeName(thing))}</h2>
      <Textarea
        name="words"
        id={again || entered === undefined ? 'words' : 'new-words'}
        label={{ text: 'Your comment', size: 's' }}
        hint={`Up to ${commentLimit.toLocaleString('en-GB')} characters. What you send stays as it is.`}
        rows={4}
        errorMessage={again ? faultOf(errors, 'words') : undefined}
        value={again ? entered.words : ''}
      />
      <Button text="Send the comment" preventDoubleClick />
    </OwnForm>
  )
}

/** "The whole draft" in the middle of a heading; a code or a name stays as it is. */
function lowered(name: string): string {
  return name.startsWith('The ') ? name.charAt(0).toLowerCase() + name.slice(1) : name
}

function AnotherPlace({ view, places }: CommentsPageProps) {
  return (
    <form method="get" action={paths.draftComments(view.draft.id)}>
      <h2 class="nhsuk-heading-m">Comment on one place</h2>
      <Select
        name="thing"
        id="thing"
        label={{ text: 'Which place?', size: 's' }}
        items={places.map(({ thing, name }) => ({ value: thing, text: name }))}
      />
      <Button variant="secondary" text="Go there" />
    </form>
  )
}
