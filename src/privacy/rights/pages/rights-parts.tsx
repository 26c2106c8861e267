/** What the pages of both sides share. */
import { dayInWords, plainDate } from '../../../language/plain-dates.ts'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { askedOf, isLate, outcomeWords, type RightsRequest } from '../model/rights-request.ts'

export interface Asked {
  readonly request: RightsRequest
  /** YYYY-MM-DD */
  readonly today: string
}

export const kindTitles = {
  correction: 'Request to put a record right',
  objection: 'Objection to a use of information',
} as const

export function RightsTag({ request, today }: Asked) {
  const { answer, kind } = request
  if (answer !== undefined) return <Tag colour="green" text={outcomeWords[kind][answer.outcome]} />
  if (isLate(request, today)) return <Tag colour="red" text="Late" />
  return <Tag colour="blue" text="Waiting" />
}

/** Both sides read the same. */
export function RightsFacts({ request, today }: Asked) {
  const { personName, aboutWords, words, askedAt, dueOn, answer } = request
  return (
    <SummaryList
      rows={[
        { key: 'About', value: aboutWords ?? 'Erased' },
        { key: 'Asked by', value: personName ?? 'Somebody who closed their account' },
        { key: 'Asked of', value: askedOf(request) },
        { key: 'Received', value: plainDate(askedAt) },
        { key: 'Answer due by', value: `${dayInWords(dueOn)} (one calendar month)` },
        { key: 'How it stands', value: <RightsTag request={request} today={today} /> },
        { key: 'What was asked', value: <Paragraphs words={words} /> },
        ...(answer === undefined
          ? []
          : [
              {
                key: 'Answered',
                value: `${plainDate(answer.at)}, by ${answer.byName ?? 'somebody who closed their account'}`,
              },
              { key: 'The answer', value: <Paragraphs words={answer.words} /> },
            ]),
      ]}
    />
  )
}

function Paragraphs({ words }: { readonly words?: string | undefined }) {
  if (words === undefined) return <>Erased</>
  return words.split(/\n{2,}/).map((part, index) => <p key={index}>{part}</p>)
}
