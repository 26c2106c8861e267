import { dayInWords, timeInWords } from '../../../language/plain-dates.ts'
import { Details } from '../../../ui/details.tsx'
import { type FormerFacts, methodNames, type Signing } from '../../model/signing.ts'
import { reviewWords } from './review-words.ts'

/** What a signing said before its assessor put a slip right: kept, and shown with it. */
export function PutRight({ signing }: { readonly signing: Pick<Signing, 'former' | 'shown'> }) {
  const { former = [], shown } = signing
  if (former.length === 0) return null
  return (
    <Details summary={{ text: `${shown.assessor.name} put a slip right here` }}>
      {former.map((facts) => (
        <p key={facts.until.toISOString()}>{wordsOf(facts)}</p>
      ))}
    </Details>
  )
}

function wordsOf(facts: FormerFacts): string {
  const { until, method, assessedOn, setting } = facts
  return `Until ${timeInWords(until)} it said: ${methodNames[method]}, on ${dayInWords(assessedOn)}, ${setting}. Review: ${reviewWords(facts)}.`
}
