import { dayInWords, plainDate } from '../../../language/plain-dates.ts'
import { Tag } from '../../../ui/tag.tsx'
import { type DecisionOutcome, outcomeNames } from '../model/acceptance-policy.ts'
import { type Decision, reasonNames } from '../model/recognition-decision.ts'
import type { Suggestion } from '../model/suggest-recognition.ts'
import { findTopUpDone, outcomeNow, type TopUpDone } from '../model/top-up.ts'

const suggested: Readonly<
  Record<
    Suggestion['suggests'],
    { readonly text: string; readonly colour: 'green' | 'blue' | 'red' | 'yellow' }
  >
> = {
  accept: { text: 'Policy would accept', colour: 'green' },
  'accept-with-top-up': { text: 'Policy would accept with a top-up', colour: 'blue' },
  'do-not-accept': { text: 'Policy would not accept', colour: 'red' },
  unknown: { text: 'Policy cannot say', colour: 'yellow' },
}

export function SuggestionTag({ suggests }: Pick<Suggestion, 'suggests'>) {
  return <Tag {...suggested[suggests]} />
}

const colours: Readonly<Record<DecisionOutcome, 'green' | 'blue' | 'red'>> = {
  accept: 'green',
  'accept-with-top-up': 'blue',
  'do-not-accept': 'red',
}

/** Once its top-up was done, an item reads accepted. */
export function OutcomeTag({
  decision,
  topUps,
}: {
  readonly decision: Pick<Decision, 'id' | 'outcome'>
  readonly topUps: readonly TopUpDone[]
}) {
  const outcome = outcomeNow(decision, topUps)
  return <Tag colour={colours[outcome]} text={outcomeNames[outcome]} />
}

/** On which day, and who says so. */
export function doneWords({ doneOn, recordedByName = 'somebody', at }: TopUpDone): string {
  return `Done on ${dayInWords(doneOn)}. ${recordedByName} recorded it on ${plainDate(at)}.`
}

/** What comes after the tag: the top-up, or why not. */
export function OutcomeWords({
  decision,
  topUps,
}: {
  readonly decision: Pick<Decision, 'id' | 'topUp' | 'reason' | 'words'>
  readonly topUps: readonly TopUpDone[]
}) {
  const { topUp, reason, words } = decision
  const done = findTopUpDone(topUps, decision)
  return (
    <>
      {topUp !== undefined && (
        <p>
          <strong>The top-up:</strong> {topUp}
        </p>
      )}
      {done && <p>{doneWords(done)}</p>}
      {reason !== undefined && (
        <p>
          <strong>Why:</strong> {reasonNames[reason]}
        </p>
      )}
      {words !== undefined && <blockquote class="lanyard-words">{words}</blockquote>}
    </>
  )
}
