/** Where a holder stands, in figures and drawn. */
import type { Evaluation } from '../../model/evaluate-passport.ts'
import {
  type TallyKind,
  tallyOrder,
  tallyStandings,
  tallyWords,
} from '../../model/tally-standings.ts'
import { StandingBar } from './standing-bar.tsx'

export function PassportCounts({ evaluation }: { readonly evaluation: Evaluation }) {
  const { standings, total, counts } = evaluation
  const tally = tallyStandings(standings)
  if (tally.blank === total) {
    return (
      <p class="nhsuk-u-margin-bottom-6">
        <strong>{total} statements, none answered yet.</strong> {notGaps}
      </p>
    )
  }
  return (
    <>
      <StandingBar tally={tally} />
      <dl class="lanyard-tally">
        {tallyOrder.map((kind) => (
          <Count key={kind} kind={kind} number={tally[kind]} soon={counts['due-soon']} />
        ))}
      </dl>
      <p class="lanyard-meta nhsuk-u-margin-bottom-6">
        {total} statements in all. {notGaps}
      </p>
    </>
  )
}

const notGaps = '“Not now” and “Not part of my role” are answers, not gaps.'

/** A figure is shown for what there is, and never a bold 0. */
function Count({
  kind,
  number,
  soon,
}: {
  readonly kind: TallyKind
  readonly number: number
  readonly soon: number
}) {
  if (number === 0) return null
  return (
    <div class={`lanyard-tally__count lanyard-tally__count--${kind}`}>
      <dt>
        {tallyWords[kind]}
        {kind === 'signed' && soon > 0 && `, ${soon} due for review soon`}
      </dt>
      <dd>{number}</dd>
    </div>
  )
}
