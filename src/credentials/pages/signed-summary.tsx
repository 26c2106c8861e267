import { SummaryList } from '../../ui/summary-list.tsx'
import type { CredentialSummary, SummaryStatement } from '../model/credential-summary.ts'

/** That an edition has newer wording is worth knowing, and fails nothing. */
interface NewerWording {
  readonly edition: string
  readonly href: string
}

/** By the address of the statement that was signed. */
export type NewerWordings = ReadonlyMap<string, NewerWording>

interface SignedSummaryProps {
  readonly summary: CredentialSummary
  readonly withdrawn: boolean
  readonly newerWordings: NewerWordings | undefined
  readonly level: 2 | 3
}

export function SignedSummary({ summary, withdrawn, newerWordings, level }: SignedSummaryProps) {
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
          <Subheading class="nhsuk-heading-s">{statementsHeading(summary, withdrawn)}</Subheading>
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

function statementsHeading({ proven }: CredentialSummary, withdrawn: boolean): string {
  if (!proven) return 'Statements it names'
  return withdrawn ? 'Statements it named' : 'Statements confirmed'
}

function summaryRows(summary: CredentialSummary) {
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['Sign-off', summary.title],
    ['Method', summary.method],
    ['Assessed on', summary.assessedOn],
    ['Setting', summary.setting],
    ['Issued on', summary.issuedOn],
    ['Identity check', summary.identityCheck ?? 'The document says nothing of one.'],
    ['Holder', summary.holder === undefined ? 'None named' : 'Named by a key, not by a name'],
  ]
  return rows.flatMap(([key, value]) => (value === undefined ? [] : [{ key, value }]))
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
