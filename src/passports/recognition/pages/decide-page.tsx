import { isOnlySuspended } from '../../../credentials/model/verdict.ts'
import { VerdictBox } from '../../../credentials/pages/verdict-box.tsx'
import { VerdictSteps } from '../../../credentials/pages/verdict-steps.tsx'
import { verdictLimits } from '../../../credentials/verdict-words.ts'
import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Input } from '../../../ui/input.tsx'
import { InsetText } from '../../../ui/inset-text.tsx'
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
import { Select } from '../../../ui/select.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import { entryKindNames } from '../../model/entry.ts'
import type { Reply } from '../decisions-store.ts'
import type { PolicyWords } from '../model/acceptance-policy.ts'
import { ruleSentence } from '../model/acceptance-policy.ts'
import { type Decision, reasonNames, refusalReasons } from '../model/recognition-decision.ts'
import type { DecisionEntered } from '../model/recognition-entered.ts'
import type { TopUpDone } from '../model/top-up.ts'
import type { JudgedItem } from '../read-set.ts'
import type { SharedEntryItem } from '../shared-items-store.ts'
import type { RecognitionShare } from '../shared-sets-store.ts'
import { DecisionPart } from './received-set-page.tsx'
import { SuggestionTag } from './suggestion-words.tsx'

export interface DecidePageProps extends OwnPageProps {
  readonly slug: string
  readonly share: RecognitionShare
  readonly judged: JudgedItem
  /** On this item, the earliest first. */
  readonly decisions: readonly Decision[]
  readonly replies: readonly Reply[]
  readonly topUps: readonly TopUpDone[]
  readonly words: PolicyWords
  readonly entered: DecisionEntered
  readonly errors?: readonly FieldFault[] | undefined
}

export function DecidePage(props: DecidePageProps) {
  const { account, demo, slug, share, judged, errors, decisions, replies, topUps } = props
  const name = share.holderName ?? 'Somebody'
  return (
    <OwnLayout
      {...{ account, demo, errors }}
      title={judged.item.title}
      team
      back={{ href: paths.recognition(slug, share.id), text: name }}
    >
      <h1 class="nhsuk-heading-l">{judged.item.title}</h1>
      <p>
        {name} shares this with you. {verdictLimits}
      </p>
      {judged.checked && <Checked {...judged} checked={judged.checked} />}
      {judged.entry && <Entry entry={judged.entry} why={judged.item.verdictWords} />}
      <Suggested {...props} />
      {decisions.length > 0 && <h2 class="nhsuk-heading-m">Decided before</h2>}
      {decisions.map((decision) => (
        <DecisionPart key={decision.id} {...{ decision, replies, topUps }} />
      ))}
      <DecisionForm {...props} />
    </OwnLayout>
  )
}

/** One that is in order and does not name this person is not valid for them. */
function Checked({
  item,
  brought,
  checked: { verdict, summary },
}: JudgedItem & { readonly checked: NonNullable<JudgedItem['checked']> }) {
  const outcome = item.verdict === 'seen' ? verdict.outcome : item.verdict
  return (
    <>
      {brought && <p>They brought it from elsewhere. We checked it just now.</p>}
      <VerdictBox
        level={2}
        outcome={outcome}
        suspended={isOnlySuspended(verdict)}
        summary={summary}
      />
      {outcome !== verdict.outcome && (
        <InsetText>
          <p>{item.verdictWords}</p>
        </InsetText>
      )}
      <VerdictSteps steps={verdict.steps} summary={summary} />
    </>
  )
}

function Entry({
  entry,
  why,
}: {
  readonly entry: SharedEntryItem
  readonly why: string | undefined
}) {
  const days = [
    ['From, or done on', entry.from],
    ['To', entry.to],
    ['Refresh by', entry.validUntil],
  ] as const
  return (
    <>
      {why && (
        <InsetText>
          <p>{why}</p>
        </InsetText>
      )}
      <SummaryList
        rows={[
          { key: 'Kind', value: entryKindNames[entry.kind] },
          ...days.flatMap(([key, day]) =>
            day === undefined ? [] : [{ key, value: dayInWords(day) }],
          ),
        ]}
      />
    </>
  )
}

/** What the machine says: never more than that. */
function Suggested({ judged: { suggestion }, words }: DecidePageProps) {
  return (
    <>
      <h2 class="nhsuk-heading-m">What your policy says</h2>
      <p>
        <SuggestionTag {...suggestion} /> {suggestion.why}
      </p>
      {suggestion.rule && (
        <p>
          <strong>The rule:</strong> {ruleSentence(suggestion.rule, words)}
        </p>
      )}
      <p>This is a suggestion. You decide, and your name stands beside it.</p>
    </>
  )
}

function DecisionForm({ account, slug, share, judged, entered, errors }: DecidePageProps) {
  return (
    <OwnForm action={paths.recogniseItem(slug, share.id, judged.id)} csrfToken={account.csrfToken}>
      <input type="hidden" name="sequence" value={entered.sequence} />
      <Radios
        name="outcome"
        fieldset={{ legend: { text: 'What do you decide?', size: 'm' } }}
        errorMessage={faultOf(errors, 'outcome')}
        value={entered.outcome}
        items={[
          { value: 'accept', text: 'Accept: they need not do it again' },
          { value: 'accept-with-top-up', text: 'Accept with a top-up' },
          { value: 'do-not-accept', text: 'Do not accept' },
        ]}
      />
      <Input
        name="top-up"
        id="top-up"
        label={{ text: 'If with a top-up: what is it, and how long does it take?', size: 's' }}
        value={entered.topUp}
        errorMessage={faultOf(errors, 'top-up')}
      />
      <Select
        name="reason"
        id="reason"
        label={{ text: 'If you do not accept it: why?', size: 's' }}
        value={entered.reason}
        errorMessage={faultOf(errors, 'reason')}
        items={[
          { value: '', text: 'Choose a reason' },
          ...refusalReasons.map((reason) => ({ value: reason, text: reasonNames[reason] })),
        ]}
      />
      <Textarea
        name="words"
        id="words"
        label={{ text: 'In your words, to the person', size: 's' }}
        hint={`Needed where you do not accept it. Say what they could do. ${noPatients}`}
        rows={3}
        value={entered.words}
        errorMessage={faultOf(errors, 'words')}
      />
      <ConfirmNoPatient findings={entered.findings} />
      <Button text="Record this decision" preventDoubleClick />
    </OwnForm>
  )
}
