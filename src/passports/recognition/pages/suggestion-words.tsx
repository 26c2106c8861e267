import { Tag } from '../../../ui/tag.tsx'
import { type DecisionOutcome, outcomeNames } from '../model/acceptance-policy.ts'
import { type Decision, reasonNames } from '../model/recognition-decision.ts'
import type { Suggestion } from '../model/suggest-recognition.ts'

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

export function OutcomeTag({ outcome }: Pick<Decision, 'outcome'>) {
  return <Tag colour={colours[outcome]} text={outcomeNames[outcome]} />
}

/** What comes after the tag: the top-up, or why not. */
export function OutcomeWords({
  decision: { topUp, reason, words },
}: {
  readonly decision: Pick<Decision, 'topUp' | 'reason' | 'words'>
}) {
  return (
    <>
      {topUp !== undefined && (
        <p>
          <strong>The top-up:</strong> {topUp}
        </p>
      )}
      {reason !== undefined && (
        <p>
          <strong>Why:</strong> {reasonNames[reason]}
        </p>
      )}
      {words !== undefined && <blockquote class="lanyard-words">{words}</blockquote>}
    </>
  )
}
