/** One statement: what it said, what it may have become, and what that does to sign-offs of it. */
import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/checkboxes.tsx'
import { Input } from '../../../ui/input.tsx'
import { InsetText } from '../../../ui/inset-text.tsx'
import {
  DoneBanner,
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import { type Statement, statementsOf } from '../../model/framework.ts'
import { fates as allFates, type Fate } from '../../model/succession.ts'
import { codeName } from '../model/code-name.ts'
import type { Difference } from '../model/edition-change.ts'
import { fateEffect, fateNames } from '../model/fate-names.ts'
import type { StatementFate } from '../model/list-fate-states.ts'
import type { DraftSuccession } from '../read-draft-succession.ts'
import { BeforeAndNow } from './marked-text.tsx'

export interface FateEntered {
  readonly fate: string
  readonly to: readonly string[]
  readonly others: string
  readonly reason: string
}

export interface DecideFatePageProps extends OwnPageProps {
  readonly read: DraftSuccession
  readonly fate: StatementFate
  readonly candidates: readonly Statement[]
  readonly entered: FateEntered
  readonly mayDecide: boolean
  /** Until when a sign-off of a statement that means something else would count. */
  readonly day: string
  /** Names what is shown: a decision on anything else is refused. */
  readonly texts: string
  /** Who decided, by name, where that is known. */
  readonly decidedBy?: string | undefined
  /** Code of the statement that was decided just now. */
  readonly done: string
  readonly errors?: readonly FieldFault[] | undefined
}

export function DecideFatePage(props: DecideFatePageProps) {
  const { account, demo, errors, read, fate, done, mayDecide } = props
  const { draft, base } = read
  const { code } = fate.statement
  const title = `What became of ${codeName(code)}?`
  const back = { href: paths.draftSuccession(draft.id), text: 'All statements' }
  return (
    <OwnLayout {...{ account, demo, errors, title, back }} team>
      {done !== '' && (
        <DoneBanner title="Saved" words={`${codeName(done)} is decided. This is the next one.`} />
      )}
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">
          From {base.edition.version} to {draft.version}
        </span>
        {title}
      </h1>
      <SideBySide {...props} />
      <Suggestion {...props} />
      {mayDecide ? <DecideForm {...props} /> : <p>A steward decides this.</p>}
    </OwnLayout>
  )
}

function SideBySide({ read, fate }: DecideFatePageProps) {
  const { statement, proposal, decision, state } = fate
  const shown = state === 'decided' && decision ? decision.to : proposal.to
  const now = statementsOf(read.later).filter(({ code }) => shown.includes(code))
  return (
    <div class="nhsuk-grid-row">
      <div class="nhsuk-grid-column-one-half">
        <h2 class="nhsuk-heading-s">In {read.base.edition.version}</h2>
        <StatementText
          statement={statement}
          href={paths.statement(read.base.ref, statement.code)}
        />
      </div>
      <div class="nhsuk-grid-column-one-half">
        <h2 class="nhsuk-heading-s">In the draft {read.draft.version}</h2>
        {now.length === 0 && <p>Nothing that is like it.</p>}
        {now.map((one) => (
          <StatementText key={one.code} statement={one} />
        ))}
      </div>
      {shown.join() === proposal.to.join() && <Differences differences={proposal.differences} />}
    </div>
  )
}

function Differences({ differences }: { readonly differences: readonly Difference[] }) {
  if (differences.length === 0) return null
  return (
    <div class="nhsuk-grid-column-full">
      <h2 class="nhsuk-heading-s">What differs</h2>
      {differences.map((difference) => (
        <div key={difference.name}>
          <p class="nhsuk-body-s nhsuk-u-secondary-text-colour lanyard-changes__name">
            {difference.name}
          </p>
          <BeforeAndNow difference={difference} />
        </div>
      ))}
    </div>
  )
}

function StatementText({
  statement,
  href,
}: {
  readonly statement: Statement
  readonly href?: string
}) {
  const name = codeName(statement.code)
  return (
    <p>
      <strong>{href === undefined ? name : <a href={href}>{name}</a>}</strong>
      <br />
      {statement.text}
    </p>
  )
}

function Suggestion({ fate: { proposal, decision, state }, decidedBy }: DecideFatePageProps) {
  const by = decidedBy === undefined ? '' : ` by ${decidedBy}`
  return (
    <InsetText>
      <p>
        <strong>The words suggest: {fateNames[proposal.proposed].toLowerCase()}.</strong>{' '}
        {proposal.why} This is only what a machine sees. You decide.
      </p>
      {decision && (
        <p>
          Decided on {dayInWords(dayOf(decision.at))}
          {by}: {fateNames[decision.fate].toLowerCase()}.
          {state === 'out-of-date' &&
            ' The draft changed since then, so look at it again and send your decision.'}
        </p>
      )}
    </InsetText>
  )
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10)
}

function DecideForm(props: DecideFatePageProps) {
  const { account, read, fate, entered, errors, candidates, texts, day } = props
  const { code } = fate.statement
  return (
    <OwnForm action={paths.draftFate(read.draft.id, code)} csrfToken={account.csrfToken}>
      <input type="hidden" name="seen" value={fate.decision?.number ?? 0} />
      <input type="hidden" name="texts" value={texts} />
      <Radios
        name="fate"
        fieldset={{ legend: { text: 'What became of it?', size: 'm' } }}
        errorMessage={faultOf(errors, 'fate')}
        value={entered.fate}
        items={allFates.map((value: Fate) => ({
          value,
          text: fateNames[value],
          hint: fateEffect(value, day),
        }))}
      />
      <Checkboxes
        name="to"
        fieldset={{ legend: { text: 'Which statement of the draft did it become?', size: 's' } }}
        hint="Select one, or all of several. None where nothing follows it."
        errorMessage={faultOf(errors, 'to')}
        items={candidates.map(({ code, text }) => ({
          value: code,
          text: codeName(code),
          hint: text,
          checked: entered.to.includes(code),
        }))}
      />
      <Input
        name="others"
        label={{ text: 'Any other, by its code', size: 's' }}
        hint="Such as 3.9.2-entry. Put commas between several."
        errorMessage={faultOf(errors, 'others')}
        value={entered.others}
      />
      <Textarea
        name="reason"
        label={{ text: 'Why?', size: 's' }}
        hint="Needed where the meaning changed or nothing follows it. Everybody can read this. Do not name people."
        errorMessage={faultOf(errors, 'reason')}
        rows={3}
        value={entered.reason}
      />
      <Button text="Save and go on" preventDoubleClick />
    </OwnForm>
  )
}
