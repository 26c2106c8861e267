import { ActionLink } from '../../../ui/action-link.tsx'
import type { SignedIn } from '../../../ui/page-header.tsx'
import { PageLayout } from '../../../ui/page-layout.tsx'

interface GoingPageProps {
  readonly name: string
  readonly address: string
  readonly account?: SignedIn | undefined
  readonly demo: boolean
}

/** The browser goes on by itself; this is read where it does not. */
export function GoingPage({ name, address, account, demo }: GoingPageProps) {
  return (
    <PageLayout title={`Going to ${name}`} {...{ account, demo }} noindex>
      <h1 class="nhsuk-heading-l">Going to {name}</h1>
      <p>You sign in there, and then come back here.</p>
      <ActionLink href={address} text={`Continue to ${name}`} />
    </PageLayout>
  )
}
