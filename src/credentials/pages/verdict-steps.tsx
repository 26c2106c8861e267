import { Icon, type IconName } from '../../ui/icon.tsx'
import type { CredentialSummary } from '../model/credential-summary.ts'
import type { Outcome, Step, StepName } from '../model/verdict.ts'
import { outcomeWords, stepNames } from '../verdict-words.ts'

interface VerdictStepsProps {
  readonly steps: readonly Step[]
  readonly summary?: CredentialSummary | undefined
}

/** Each step as a question with its answer, for somebody who reads it once and in a hurry. */
export function VerdictSteps({ steps, summary }: VerdictStepsProps) {
  return (
    <ol class="lanyard-steps">
      {steps.map((step) => (
        <li key={step.step} class={`lanyard-steps__step lanyard-steps__step--${step.outcome}`}>
          <Icon name={icons[step.outcome]} classes="lanyard-steps__icon" />
          <span class="lanyard-steps__question">
            <span class="nhsuk-u-visually-hidden">
              {`${stepNames[step.step]}: ${outcomeWords[step.outcome]}. `}
            </span>
            {questions[step.step]}
          </span>
          <p class="lanyard-steps__answer">
            <StepAnswer step={step} summary={summary} />
          </p>
        </li>
      ))}
    </ol>
  )
}

const icons: Readonly<Record<Outcome, IconName>> = {
  valid: 'tick',
  invalid: 'cross',
  unknown: 'minus',
}

const questions: Readonly<Record<StepName, string>> = {
  signature: 'Is it unchanged since it was signed?',
  issuer: 'Was the issuer on Lanyard’s list of checked organisations that day?',
  status: 'Has it been withdrawn?',
  date: 'Is it in date?',
}

const answers: Readonly<Record<StepName, Readonly<Record<Outcome, string>>>> = {
  signature: { valid: 'Yes', invalid: 'No', unknown: 'We cannot tell' },
  issuer: { valid: 'Yes', invalid: 'No', unknown: 'Not that we can tell' },
  status: { valid: 'No', invalid: 'Yes', unknown: 'We cannot tell' },
  date: { valid: 'Yes', invalid: 'No', unknown: 'We cannot tell' },
}

interface StepAnswerProps {
  readonly step: Step
  readonly summary: CredentialSummary | undefined
}

/** What passed needs no more than its answer; what did not, its reason. */
function StepAnswer({ step, summary }: StepAnswerProps) {
  if (step.state === 'suspended') {
    return (
      <>
        <strong>No, but it is suspended for now.</strong> {step.message}
      </>
    )
  }
  const answer = answers[step.step][step.outcome]
  if (step.outcome === 'valid') return <strong>{`${answer}${more(step.step, summary)}`}</strong>
  return (
    <>
      <strong>{answer}.</strong> {step.message}
    </>
  )
}

function more(step: StepName, summary: CredentialSummary | undefined): string {
  if (step === 'issuer' && summary?.issuerName) return `: ${issuerWords(summary)}`
  if (step !== 'date') return ''
  return summary?.reviewOn ? `, until ${summary.reviewOn}` : '. It gives no review date'
}

function issuerWords({ issuerName, issuerBecame }: CredentialSummary): string {
  return issuerBecame === undefined ? `${issuerName}` : `${issuerName}. ${issuerBecame}`
}
