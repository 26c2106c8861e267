import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/checkboxes.tsx'
import { DoneBanner, type FieldFault, faultOf, OwnForm } from '../../../ui/own-layout.tsx'
import { Table } from '../../../ui/table.tsx'
import { type Task, TaskList } from '../../../ui/task-list.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import { refOfDraft } from '../../authoring/model/draft.ts'
import type { FewOrMore, Touched } from '../../model/touched.ts'
import type { PublishEntered } from '../model/review-entered.ts'
import { isReady, type Readiness } from '../read-readiness.ts'
import { DraftLayout, type DraftPageProps } from './draft-layout.tsx'

export interface TouchedStatement extends Touched {
  readonly code: string
  readonly name: string
}

interface PublishPageProps extends DraftPageProps {
  readonly ready: Readiness
  /** Statements of the edition before that change and that somebody holds something by. */
  readonly touched: readonly TouchedStatement[]
  readonly changed: number
  readonly today: string
  readonly entered: PublishEntered
  readonly errors?: readonly FieldFault[] | undefined
  readonly done?: string | undefined
}

/** A figure of few people could tell of one of them. There are no totals to work it out from. */
function shownFigure(figure: FewOrMore): string {
  if (figure === 0) return 'none'
  return figure.toLocaleString('en-GB')
}

export function PublishPage(props: PublishPageProps) {
  const { view, ready, errors, done } = props
  const { draft } = view
  const published = draft.state === 'published'
  return (
    <DraftLayout {...props} heading="Publish" current="publish" errors={errors}>
      {published ? (
        <PublishedNow draftRef={refOfDraft(draft)} base={draft.base} isNew={done === 'published'} />
      ) : (
        <>
          <h2 class="nhsuk-heading-m">What must be done first</h2>
          <TaskList idPrefix="before" items={tasksOf(props)} />
          <WhatItTouches {...props} />
          {isReady(ready) ? (
            <PublishForm {...props} />
          ) : (
            <p>
              <strong>It cannot be published yet.</strong> Do what is not done in the list above.
              The button then stands here.
            </p>
          )}
        </>
      )}
    </DraftLayout>
  )
}

interface PublishedNowProps {
  readonly draftRef: string
  readonly base: string | undefined
  readonly isNew: boolean
}

function PublishedNow({ draftRef, base, isNew }: PublishedNowProps) {
  const before = base?.split('/')[1]
  return (
    <>
      {isNew && (
        <DoneBanner title="Done" words="The edition is published. Everybody can read it." />
      )}
      <p>
        <a href={paths.framework(draftRef)}>Read the edition</a>
      </p>
      {before !== undefined && (
        <>
          <p>
            <a href={paths.changes(draftRef, before)}>What changed since {before}</a>
          </p>
          <p>
            <a href={paths.succession(draftRef, before)}>What became of each statement</a>
          </p>
        </>
      )}
      <p>
        <a href={paths.editionRecord(draftRef)}>How it was made, with what was waived</a>
      </p>
      <p>
        Nothing in it changes any more. To change something, begin another draft. To take it out of
        use, <a href={paths.withdrawEdition(draftRef)}>withdraw it with notice</a>.
      </p>
    </>
  )
}

const completed = { text: 'Done' }
const todo = (text: string) => ({ tag: { colour: 'orange' as const, text } })

function tasksOf({ view, ready }: PublishPageProps): Task[] {
  const { draft } = view
  const { blocking, isApproved, undecided, nameTaken } = ready
  return [
    {
      heading: 'Findings that must be mended',
      hint: 'Mend each, or let it stand with a reason.',
      href: paths.draftFindings(draft.id, { severity: 'must' }),
      status: blocking === 0 ? completed : todo(`${blocking} left`),
    },
    ...(draft.base === undefined
      ? []
      : [
          {
            heading: 'What became of each statement',
            hint: `Of the edition before it, ${draft.base.split('/')[1]}.`,
            href: paths.draftSuccession(draft.id),
            status: undecided.length === 0 ? completed : todo(`${undecided.length} not decided`),
          },
        ]),
    {
      heading: 'Reviewed and approved',
      hint: 'By one steward who wrote none of it, or by two stewards.',
      href: paths.draftReview(draft.id),
      status: isApproved ? completed : todo('Not approved'),
    },
    ...(nameTaken
      ? [
          {
            heading: 'A name of its own',
            hint: `There is an edition ${refOfDraft(draft)} already.`,
            href: paths.draft(draft.id),
            status: todo('Taken'),
          },
        ]
      : []),
  ]
}

function WhatItTouches({ view, touched, changed }: PublishPageProps) {
  const { base } = view.draft
  if (base === undefined) return null
  return (
    <>
      <h2 class="nhsuk-heading-m">What it touches</h2>
      <p>
        {changed === 0
          ? 'No statement of the edition before it changes.'
          : `${changed} ${changed === 1 ? 'statement' : 'statements'} of the edition before it ${changed === 1 ? 'changes' : 'change'} or ${changed === 1 ? 'goes' : 'go'}.`}{' '}
        No sign-off is lost: each stays with the words that were signed.
      </p>
      {changed > 0 && touched.length === 0 && <p>Nobody holds anything by those statements.</p>}
      {touched.length > 0 && (
        <>
          <Table
            caption={{ text: 'What people hold by the statements that change', size: 's' }}
            responsive
            firstCellIsHeader
            head={[
              { text: 'Statement' },
              { text: 'People' },
              { text: 'Sign-offs' },
              { text: 'Delegated tasks' },
              { text: 'Employers' },
            ]}
            rows={touched.map(({ name, holders, signOffs, delegations, employers }) => [
              { text: name },
              { text: shownFigure(holders) },
              { text: shownFigure(signOffs) },
              { text: shownFigure(delegations) },
              { text: shownFigure(employers) },
            ])}
          />
          <p class="nhsuk-body-s">
            Small figures are not shown, so that nobody can be picked out. There is no total.
          </p>
        </>
      )}
    </>
  )
}

function PublishForm({ view, account, entered, errors, today }: PublishPageProps) {
  const { draft } = view
  return (
    <OwnForm action={paths.draftPublish(draft.id)} csrfToken={account.csrfToken}>
      <input type="hidden" name="revision" value={String(draft.revision)} />
      <h2 class="nhsuk-heading-m">Publish it</h2>
      <p>
        It is published today, {dayInWords(today)}, at{' '}
        <strong>{paths.framework(refOfDraft(draft))}</strong>. An employer goes on working by the
        edition that they use until they adopt this one.
      </p>
      <Textarea
        name="notice"
        id="notice"
        label={{ text: 'What is new?', size: 's' }}
        hint="A few plain sentences. Everybody can read them with the edition. Do not name people."
        rows={4}
        errorMessage={faultOf(errors, 'notice')}
        value={entered.notice}
      />
      <Checkboxes
        name="understood"
        idPrefix="understood"
        fieldset={{ legend: { text: 'A published edition is never changed', size: 's' } }}
        errorMessage={faultOf(errors, 'understood')}
        items={[
          {
            value: 'yes',
            text: 'I know that nobody can change or remove it once it is published',
            checked: entered.understood === 'yes',
          },
        ]}
      />
      <Button text="Publish this edition" preventDoubleClick />
    </OwnForm>
  )
}
