/** Where a holder stands, in figures. */
import { answers, answerWords } from '../model/answer.ts'
import type { PassportSummary } from '../model/summarise-passport.ts'

export function PassportCounts({ summary }: { readonly summary: PassportSummary }) {
  const { counts, total } = summary
  const untouched = counts['no-answer'] === total
  return (
    <>
      <h2 class="nhsuk-heading-m">Where you stand</h2>
      {untouched ? (
        <p class="nhsuk-u-margin-bottom-6">
          <strong>{total} statements, none answered yet.</strong> {notGaps}
        </p>
      ) : (
        <>
          <Tally counts={counts} />
          <p class="lanyard-meta nhsuk-u-margin-bottom-6">
            {total} statements in all. {notGaps}
          </p>
        </>
      )}
    </>
  )
}

const notGaps = '“Not now” and “Not part of my role” are answers, not gaps.'

/** A figure is shown for what there is, and never a bold 0. */
function Tally({ counts }: Pick<PassportSummary, 'counts'>) {
  return (
    <dl class="lanyard-tally">
      <Count kind="signed" number={counts['signed-off']} words="signed off by a colleague" />
      <Count kind="due" number={counts['review-due']} words="signed off, review was due" />
      {answers.map((answer) => (
        <Count
          key={answer}
          kind="self"
          number={counts[answer]}
          words={`you say: ${answerWords[answer]}`}
        />
      ))}
      <Count kind="blank" number={counts['no-answer']} words="no answer yet" />
    </dl>
  )
}

function Count({
  kind,
  number,
  words,
}: {
  readonly kind: 'signed' | 'due' | 'self' | 'blank'
  readonly number: number
  readonly words: string
}) {
  if (number === 0) return null
  return (
    <div class={`lanyard-tally__count lanyard-tally__count--${kind}`}>
      <dt>{words}</dt>
      <dd>{number}</dd>
    </div>
  )
}
