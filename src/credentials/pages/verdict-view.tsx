import { Icon, type IconName } from '../../ui/icon.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { WarningCallout } from '../../ui/warning-callout.tsx'
import type { CredentialSummary, SummaryStatement } from '../credential-summary.ts'
import type { Outcome, Step, Verdict } from '../model/verdict.ts'
import { outcomeWords, stepNames, verdictLimits } from '../verdict-words.ts'

/** That an edition has newer wording is worth knowing, and fails nothing. */
interface NewerWording {
  readonly edition: string
  readonly href: string
}

/** By the address of the statement that was signed. */
export type NewerWordings = ReadonlyMap<string, NewerWording>

export interface VerdictViewProps {
  readonly verdict: Verdict
  readonly summary?: CredentialSummary | undefined
  readonly newerWordings?: NewerWordings | undefined
  /** The level of its own heading; those inside are one deeper. */
  readonly headingLevel?: 2 | 3 | undefined
}

/** First on every page with a verdict, before anything that could be taken for a yes. */
export function VerdictLimits() {
  return (
    <WarningCallout
      heading={{ text: 'What a verdict does not prove', level: 2 }}
      text={verdictLimits}
    />
  )
}

/** Verdict, steps, and what was signed. */
export function VerdictView(props: VerdictViewProps) {
  const { verdict, summary, newerWordings, headingLevel = 2 } = props
  return (
    <>
      <VerdictBox outcome={verdict.outcome} level={headingLevel} />
      <VerdictSteps steps={verdict.steps} />
      {summary && (
        <SignedSummary summary={summary} newerWordings={newerWordings} level={headingLevel} />
      )}
    </>
  )
}

const overall: Readonly<Record<Outcome, { readonly title: string; readonly words: string }>> = {
  valid: {
    title: 'Valid',
    words: 'All four checks passed. They are about the document, not about who holds it.',
  },
  invalid: { title: 'Not valid', words: 'At least one check failed. Do not rely on it.' },
  unknown: {
    title: 'Could not be fully checked',
    words: 'This is neither a yes nor a no. Do not rely on it until what is missing is checked.',
  },
}

function VerdictBox({ outcome, level }: { readonly outcome: Outcome; readonly level: 2 | 3 }) {
  const { title, words } = overall[outcome]
  const Heading = `h${level}` as const
  return (
    <div class={`lanyard-verdict lanyard-verdict--${outcome}`}>
      <Heading class="nhsuk-heading-m">{title}</Heading>
      <p>{words}</p>
    </div>
  )
}

const icons: Readonly<Record<Outcome, IconName>> = {
  valid: 'tick',
  invalid: 'cross',
  unknown: 'minus',
}

function VerdictSteps({ steps }: { readonly steps: readonly Step[] }) {
  return (
    <ol class="lanyard-steps">
      {steps.map(({ step, outcome, message }) => (
        <li key={step} class={`lanyard-steps__step lanyard-steps__step--${outcome}`}>
          <Icon name={icons[outcome]} classes="lanyard-steps__icon" />
          <span class="lanyard-steps__outcome">
            {stepNames[step]}: {outcomeWords[outcome]}
          </span>
          <p class="lanyard-steps__message">{message}</p>
        </li>
      ))}
    </ol>
  )
}

interface SignedSummaryProps {
  readonly summary: CredentialSummary
  readonly newerWordings: NewerWordings | undefined
  readonly level: 2 | 3
}

function SignedSummary({ summary, newerWordings, level }: SignedSummaryProps) {
  const Heading = `h${level}` as const
  const Subheading = level === 2 ? 'h3' : 'h4'
  return (
    <>
      <Heading class="nhsuk-heading-m">
        {summary.proven ? 'What was signed' : 'What the document claims: not proven'}
      </Heading>
      <SummaryList rows={summaryRows(summary)} />
      {summary.statements.length > 0 && (
        <>
          <Subheading class="nhsuk-heading-s">
            {summary.proven ? 'Statements confirmed' : 'Statements it names'}
          </Subheading>
          <ul class="nhsuk-list">
            {summary.statements.map((statement, index) => (
              <li key={index} class="nhsuk-u-margin-bottom-4">
                <SignedStatement statement={statement} newerWordings={newerWordings} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function summaryRows(summary: CredentialSummary) {
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['Credential', summary.title],
    [
      summary.proven ? 'Issuer' : 'Issuer it names',
      summary.issuerName ?? `Not in the register here: ${summary.issuer}`,
    ],
    ['Assessor', summary.assessor],
    ['Method', summary.method],
    ['Assessed on', summary.assessedOn],
    ['Setting', summary.setting],
    ['Issued on', summary.issuedOn],
    ['Review due', summary.reviewOn ?? 'No review date given'],
    ['Identity check', summary.identityCheck ?? 'The document says nothing of one.'],
    ['Holder', holderNote(summary.holder)],
  ]
  return rows.flatMap(([key, value]) => (value === undefined ? [] : [{ key, value }]))
}

function holderNote(holder: string | undefined): string {
  return holder === undefined
    ? 'It names no holder. It shows nobody’s identity.'
    : 'It names its holder by a key and not by a name, so it shows nobody’s identity.'
}

function SignedStatement({
  statement,
  newerWordings,
}: {
  readonly statement: SummaryStatement
  readonly newerWordings: NewerWordings | undefined
}) {
  const { code, name, level, wording, framework, address } = statement
  const newer = address === undefined ? undefined : newerWordings?.get(address)
  const facts = [level, framework].filter((fact) => fact !== undefined)
  return (
    <>
      <strong>{code === undefined || name.includes(code) ? name : `${code} ${name}`}</strong>
      {wording && <p class="nhsuk-u-margin-bottom-1">{wording}</p>}
      {facts.length > 0 && <p class="lanyard-meta nhsuk-u-margin-bottom-1">{facts.join(' · ')}</p>}
      {address && (
        <p class="lanyard-meta nhsuk-u-margin-bottom-1">
          <a class="lanyard-address" href={address} rel="nofollow">
            {address}
          </a>
        </p>
      )}
      {newer && (
        <p class="lanyard-meta">
          For information: <a href={newer.href}>{newer.edition}</a> words this differently. What was
          signed is the wording above.
        </p>
      )}
    </>
  )
}
