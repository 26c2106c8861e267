import type { CredentialSummary } from '../../../credentials/model/credential-summary.ts'
import type { Verdict } from '../../../credentials/model/verdict.ts'
import type { NewerWordings } from '../../../credentials/pages/signed-summary.tsx'
import { VerdictLimits, VerdictView } from '../../../credentials/pages/verdict-view.tsx'
import { plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { PageLayout } from '../../../ui/page-layout.tsx'

export interface SharedCredential {
  readonly id: string
  readonly title: string
  readonly verdict: Verdict
  readonly summary?: CredentialSummary | undefined
}

interface SharedPageProps {
  readonly holderName: string
  readonly expiresAt: Date
  readonly credentials: readonly SharedCredential[]
  readonly newerWordings: NewerWordings
  readonly demo: boolean
}

/** What a link shows to whoever holds it. */
export function SharedPage(props: SharedPageProps) {
  const { holderName, expiresAt, credentials, newerWordings, demo } = props
  return (
    <PageLayout title={`Sign-offs of ${holderName}`} demo={demo} noindex>
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">Shared with you</span>
        {holderName}
      </h1>
      <VerdictLimits />
      <p>
        {holderName} chose to show you{' '}
        {credentials.length === 1
          ? 'one sign-off. We checked it just now.'
          : `${credentials.length} sign-offs. We checked each of them just now.`}
      </p>
      {credentials.map(({ id, title, verdict, summary }) => (
        <article key={id} id={id} class="lanyard-shared">
          <h2 class="nhsuk-heading-m">{title}</h2>
          <VerdictView
            {...{ verdict, summary, newerWordings }}
            holderName={holderName}
            headingLevel={3}
          />
        </article>
      ))}
      <p>
        What was signed, by whom and when is shown here as it was written. Whether this person is
        right for your service is for you to decide. The link stops working on{' '}
        {plainDate(expiresAt)}.
      </p>
    </PageLayout>
  )
}

export function ShareEndedPage({ demo }: { readonly demo: boolean }) {
  return (
    <PageLayout title="This link does not work" demo={demo} noindex>
      <h1 class="nhsuk-heading-l">This link does not work</h1>
      <p>It has ended, or it was mistyped. We cannot tell you whose it was.</p>
      <p>Ask the person who gave it to you for a new one.</p>
      <p>
        If they gave you a file, you can <a href={paths.verify()}>check it here</a>.
      </p>
    </PageLayout>
  )
}
