import type { CredentialSummary } from '../model/credential-summary.ts'
import { isOnlySuspended, type Verdict } from '../model/verdict.ts'
import { verdictLimits } from '../verdict-words.ts'
import { type NewerWordings, SignedSummary } from './signed-summary.tsx'
import { VerdictBox } from './verdict-box.tsx'
import { VerdictSteps } from './verdict-steps.tsx'

export interface VerdictViewProps {
  readonly verdict: Verdict
  readonly summary?: CredentialSummary | undefined
  readonly newerWordings?: NewerWordings | undefined
  /** Whose it is, where that is known from elsewhere: the document itself carries no name. */
  readonly holderName?: string | undefined
  /** The level of its own heading; those inside are one deeper. */
  readonly headingLevel?: 2 | 3 | undefined
}

/** First on every page with a verdict, before anything that could be taken for a yes. */
export function VerdictLimits() {
  return (
    <div class="lanyard-limits">
      <h2 class="lanyard-limits__heading">What this check does not prove</h2>
      <p>A result here says nothing about who is in front of you. {verdictLimits}</p>
    </div>
  )
}

/** Verdict, steps, and what was signed. */
export function VerdictView(props: VerdictViewProps) {
  const { verdict, summary, newerWordings, holderName, headingLevel = 2 } = props
  const withdrawn = verdict.steps.some(
    ({ step, outcome, state }) => step === 'status' && outcome === 'invalid' && !state,
  )
  return (
    <>
      <VerdictBox
        outcome={verdict.outcome}
        suspended={isOnlySuspended(verdict)}
        summary={summary}
        level={headingLevel}
      />
      <p>{whose(holderName)}</p>
      <VerdictSteps steps={verdict.steps} summary={summary} />
      {summary && <SignedSummary {...{ summary, withdrawn, newerWordings }} level={headingLevel} />}
    </>
  )
}

function whose(holderName: string | undefined): string {
  return holderName === undefined
    ? 'This file does not say whose it is. Ask the person for a link: it shows their name. Then check their photo ID.'
    : `The person who shared this is recorded here as ${holderName}. Check that name against photo ID.`
}
