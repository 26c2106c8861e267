/** How far the fates of an edition's statements are decided, and what there is still to do. */
import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { DayQuestion } from '../../../ui/day-question.tsx'
import {
  DoneBanner,
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { codeName } from '../model/code-name.ts'
import { fateNames } from '../model/fate-names.ts'
import { listPlain, type StatementFate } from '../model/list-fate-states.ts'
import { plainSeen } from '../model/plain-seen.ts'
import type { DraftSuccession } from '../read-draft-succession.ts'

export interface DraftSuccessionPageProps extends OwnPageProps {
  readonly read: DraftSuccession
  readonly mayDecide: boolean
  readonly day: { readonly day: string; readonly month: string; readonly year: string }
  readonly errors?: readonly FieldFault[] | undefined
  readonly done: string
}

export function DraftSuccessionPage(props: DraftSuccessionPageProps) {
  const { account, demo, read, errors, done, mayDecide } = props
  const { draft, base, fates } = read
  const title = 'What becomes of each statement'
  const back = { href: paths.draft(draft.id), text: 'The draft' }
  const plain = listPlain(fates)
  const open = fates.filter((fate) => fate.state !== 'decided' && !plain.includes(fate))
  return (
    <OwnLayout {...{ account, demo, errors, title, back }} team>
      {done !== '' && <DoneBanner title="Saved" words={doneWords(done)} />}
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">
          {base.edition.title}, from {base.edition.version} to {draft.version}
        </span>
        {title}
      </h1>
      <p class="nhsuk-lede-text">
        People have sign-offs of these statements. What you decide here says what each sign-off
        counts for in the new edition. Decide all of them before it is published.
      </p>
      <Progress fates={fates} />
      <p>
        <a href={paths.draftChanges(draft.id)}>See every change that the draft makes</a>
      </p>
      {!mayDecide && <p>You can read this page. A steward decides.</p>}
      <Conflicts {...props} />
      <ToDo draft={draft.id} fates={open} />
      {plain.length > 0 && <Plain {...props} plain={plain} />}
      <Decided draft={draft.id} fates={fates} />
      <ReconfirmBy {...props} />
    </OwnLayout>
  )
}

function doneWords(done: string): string {
  if (done === 'accepted') return 'You accepted the statements in which nothing changed.'
  if (done === 'day') return 'You chose until when sign-offs of changed statements count.'
  return 'All of them are decided.'
}

function Progress({ fates }: { readonly fates: readonly StatementFate[] }) {
  const decided = fates.filter(({ state }) => state === 'decided').length
  return (
    <div class="lanyard-coverage-row">
      <strong>
        {decided} of {fates.length} decided
      </strong>
      <progress
        class="lanyard-coverage"
        aria-hidden="true"
        value={decided}
        max={fates.length || 1}
      />
    </div>
  )
}

/** What was decided and does not go together: what is only waiting has its own list. */
function Conflicts({ read: { draft, findings } }: DraftSuccessionPageProps) {
  const faults = findings.filter(({ code }) => code !== 'not-decided' && code !== 'out-of-date')
  if (faults.length === 0) return null
  return (
    <>
      <h2 class="nhsuk-heading-m">These do not go together</h2>
      <ul>
        {faults.map(({ code, at, message }) => (
          <li key={`${code} ${at}`}>
            {message}{' '}
            <a href={paths.draftFate(draft.id, at.replace('statement/', ''))}>Decide again</a>
          </li>
        ))}
      </ul>
    </>
  )
}

interface FatesProps {
  readonly draft: string
  readonly fates: readonly StatementFate[]
}

function ToDo({ draft, fates }: FatesProps) {
  if (fates.length === 0) return null
  return (
    <>
      <h2 class="nhsuk-heading-m" id="to-do">
        {fates.length} to decide one by one
      </h2>
      <ul class="lanyard-contents-list">
        {fates.map(({ statement: { code, text }, proposal, state }) => (
          <li key={code}>
            <a href={paths.draftFate(draft, code)}>{codeName(code)}</a>{' '}
            {state === 'out-of-date' && <Tag text="Look again" colour="orange" />}
            <span class="nhsuk-hint">{text}</span>
            <span class="nhsuk-body-s">
              {state === 'out-of-date'
                ? 'The draft changed since this was decided.'
                : `The words suggest: ${fateNames[proposal.proposed].toLowerCase()}.`}
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Plain(props: DraftSuccessionPageProps & { readonly plain: readonly StatementFate[] }) {
  const { account, plain, mayDecide, errors } = props
  const { draft } = props.read
  const fault = faultOf(errors, 'accept')
  return (
    <>
      <h2 class="nhsuk-heading-m" id="accept">
        {plain.length} in which nothing changed
      </h2>
      {fault && <p class="nhsuk-error-message">{fault}</p>}
      <details class="nhsuk-details">
        <summary class="nhsuk-details__summary">
          <span class="nhsuk-details__summary-text">Read them</span>
        </summary>
        <div class="nhsuk-details__text">
          <ul class="lanyard-contents-list">
            {plain.map(({ statement: { code, text } }) => (
              <li key={code}>
                <a href={paths.draftFate(draft.id, code)}>{codeName(code)}</a>
                <span class="nhsuk-hint">{text}</span>
              </li>
            ))}
          </ul>
        </div>
      </details>
      {mayDecide && (
        <OwnForm action={paths.acceptPlainFates(draft.id)} csrfToken={account.csrfToken}>
          <input type="hidden" name="seen" value={plainSeen(plain)} />
          <Button
            text={`Accept all ${plain.length} as unchanged`}
            variant="secondary"
            preventDoubleClick
          />
        </OwnForm>
      )}
    </>
  )
}

function Decided({ draft, fates }: FatesProps) {
  const decided = fates.filter(({ state }) => state === 'decided')
  if (decided.length === 0) return null
  return (
    <details class="nhsuk-details">
      <summary class="nhsuk-details__summary">
        <span class="nhsuk-details__summary-text">{decided.length} decided</span>
      </summary>
      <div class="nhsuk-details__text">
        <ul class="lanyard-contents-list">
          {decided.map(({ statement: { code }, decision }) => (
            <li key={code}>
              <a href={paths.draftFate(draft, code)}>{codeName(code)}</a>
              <span class="nhsuk-hint">
                {decision && fateNames[decision.fate]}
                {decision && decision.fate !== 'unchanged' && decision.to.length > 0
                  ? `: ${decision.to.map(codeName).join('; ')}`
                  : ''}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </details>
  )
}

function ReconfirmBy({ account, read, day, mayDecide, errors }: DraftSuccessionPageProps) {
  const { draft, chosenDay } = read
  return (
    <>
      <h2 class="nhsuk-heading-m">Until when changed statements count</h2>
      <p>
        Where the meaning changed, a sign-off still counts for a while.{' '}
        {chosenDay === undefined
          ? 'That is 12 months after publication, unless you choose another day.'
          : `You chose ${dayInWords(chosenDay)}.`}
      </p>
      {mayDecide && (
        <OwnForm action={paths.draftReconfirmBy(draft.id)} csrfToken={account.csrfToken}>
          <DayQuestion
            field="reconfirm-by"
            legend="The last day on which such a sign-off counts"
            size="s"
            hint="Give people time to meet their assessor."
            parts={day}
            errorMessage={wrapped(faultOf(errors, 'reconfirm-by-day'))}
          />
          <Button text="Choose this day" variant="secondary" preventDoubleClick />
        </OwnForm>
      )}
    </>
  )
}

function wrapped(text: string | undefined): { readonly text: string } | undefined {
  return text === undefined ? undefined : { text }
}
