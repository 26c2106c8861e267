import type { CredentialSummary } from '../model/credential-summary.ts'
import type { Outcome } from '../model/verdict.ts'

interface VerdictBoxProps {
  readonly outcome: Outcome
  readonly summary?: CredentialSummary | undefined
  readonly level: 2 | 3
  /** For now, and for no other reason. */
  readonly suspended?: boolean | undefined
}

/** The outcome of the whole, and the three facts that whoever is in a hurry needs with it. */
export function VerdictBox({ outcome, summary, level, suspended }: VerdictBoxProps) {
  const { title, words } = suspended ? onlySuspended : overall[outcome]
  const Heading = `h${level}` as const
  return (
    <div class={`lanyard-verdict lanyard-verdict--${outcome}`}>
      <Heading class="nhsuk-heading-m">{title}</Heading>
      <p>{words}</p>
      {summary && (
        <dl class="lanyard-verdict__facts">
          {factsOf(summary).map(([key, value]) => (
            <div key={key}>
              <dt>{key}</dt> <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  )
}

const overall: Readonly<Record<Outcome, { readonly title: string; readonly words: string }>> = {
  valid: {
    title: 'Valid',
    words: 'All four checks passed.',
  },
  invalid: { title: 'Not valid', words: 'At least one check failed. Do not rely on it.' },
  unknown: {
    title: 'Could not be fully checked',
    words: 'This is neither a yes nor a no. Do not rely on it until what is missing is checked.',
  },
}

const onlySuspended = {
  title: 'Not valid for now',
  words:
    'Its issuer has suspended it while somebody looks at it. That is no judgement. Do not rely on it now, and check it again later.',
}

function factsOf(summary: CredentialSummary): readonly (readonly [string, string])[] {
  const { proven, issuer, issuerName, reviewOn, second } = summary
  return [
    [
      proven ? 'Issued by' : 'It says it is from',
      issuerName ?? `somebody not on Lanyard’s list: ${issuer}`,
    ],
    [proven ? 'Assessed by' : 'It says it was assessed by', assessorWords(summary)],
    ...(second === undefined
      ? []
      : [[proven ? 'Second assessor' : 'It says of a second assessor', second] as const]),
    [proven ? 'Review due' : 'It says its review is due', reviewOn ?? 'no date given'],
  ]
}

function assessorWords({ assessor, proven, issuerName }: CredentialSummary): string {
  if (assessor === undefined) return 'nobody named'
  const who = [assessor.name, assessor.jobTitle].filter((part) => part !== undefined).join(', ')
  // Only of our own issuers do we know that a registration would be in it.
  const none = proven && issuerName ? 'Not on a professional register' : 'No registration given'
  const { registration, registrationCheck } = assessor
  if (registration === undefined) return `${who}. ${none}`
  return [`${who}. ${registration}`, registrationCheck ?? 'Not checked'].join('. ')
}
