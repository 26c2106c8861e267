import type { CredentialSummary } from '../../../credentials/model/credential-summary.ts'
import { VerdictSteps } from '../../../credentials/pages/verdict-steps.tsx'
import { VerdictLimits } from '../../../credentials/pages/verdict-view.tsx'
import { dayInWords, plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { DoneBanner, OwnForm, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { entryKindNames } from '../../model/entry.ts'
import { type Received, standingOf } from '../model/received.ts'
import { formWords, standingWords } from './bring-words.ts'

interface ReceivedPageProps extends OwnPageProps {
  readonly received: Received
  /** Of the statements of ours that it names, each with its address. */
  readonly statements: readonly {
    readonly code: string
    readonly text: string
    readonly href: string
  }[]
  readonly done?: string | undefined
}

export function ReceivedPage(props: ReceivedPageProps) {
  const { received, account, demo, done } = props
  const { tag, colour, means } = standingWords[standingOf(received)]
  return (
    <OwnLayout
      {...{ account, demo, title: received.title }}
      back={{ href: paths.bring(), text: 'Bring what you have' }}
    >
      {done && <DoneBanner title="Done" words={done} />}
      <h1 class="nhsuk-heading-l lanyard-breaks">
        <span class="nhsuk-caption-l">Brought from elsewhere</span>
        {received.title}
      </h1>
      <VerdictLimits />
      <p>
        <Tag colour={colour} text={tag} />
      </p>
      <p>{means}</p>
      <Checks received={received} />
      <Again {...props} />
      <h2 class="nhsuk-heading-m">What it says</h2>
      <SummaryList rows={rowsOf(received)} />
      <Statements {...props} />
      <h2 class="nhsuk-heading-m">Take it out</h2>
      <p>It is then gone from your passport. You can bring it again.</p>
      <OwnForm action={paths.takeOutReceived(received.id)} csrfToken={account.csrfToken}>
        <Button variant="secondary" text="Take it out of my passport" />
      </OwnForm>
    </OwnLayout>
  )
}

function Checks({ received }: { readonly received: Received }) {
  const { check } = received
  const [only] = check.steps
  if (check.unreadable !== undefined) return <p class="lanyard-breaks">{only?.message}</p>
  return (
    <>
      <h2 class="nhsuk-heading-m">What we checked</h2>
      <VerdictSteps steps={check.steps} summary={namedIssuer(received)} />
    </>
  )
}

/** What the steps say beside their answer. */
function namedIssuer({ check, validUntil, title }: Received): CredentialSummary {
  const { issuerName } = check
  const reviewOn = validUntil && dayInWords(validUntil)
  return { proven: true, title, issuerName, issuer: '', statements: [], reviewOn }
}

function Again({ received, account }: ReceivedPageProps) {
  return (
    <OwnForm action={paths.checkReceived(received.id)} csrfToken={account.csrfToken}>
      <p>
        Last checked on {plainDate(received.lookedAt)}. We check it again every night, and show here
        if it is withdrawn.
      </p>
      <Button variant="secondary" text="Check it again now" preventDoubleClick />
    </OwnForm>
  )
}

function rowsOf(received: Received) {
  const { check, kind, from, validUntil, saidIssuer, receivedAt, form } = received
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['Kind', entryKindNames[kind]],
    [check.issuerName ? 'From' : 'It says it is from', check.issuerName ?? saidIssuer],
    ['Given on', from && dayInWords(from)],
    ['Until', validUntil && dayInWords(validUntil)],
    ['You brought it', `on ${plainDate(receivedAt)}, as ${formWords[form]}`],
  ]
  return rows.flatMap(([key, value]) =>
    value === undefined
      ? []
      : [{ key, value: { children: <span class="lanyard-breaks">{value}</span> } }],
  )
}

function Statements({ received, statements }: ReceivedPageProps) {
  return (
    <>
      {statements.length > 0 && (
        <>
          <h3 class="nhsuk-heading-s">Statements of our framework that it names</h3>
          <ul class="lanyard-confirmed">
            {statements.map(({ code, text, href }) => (
              <li key={code}>
                <a href={href}>{code}</a> {text}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>
        <a href={paths.receivedFile(received.id)} download>
          Download it exactly as it came
        </a>
      </p>
    </>
  )
}
