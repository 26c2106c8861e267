import { plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { SummaryList } from '../../../ui/summary-list.tsx'
import type { LinkedIdentity } from '../model/open-id.ts'
import { LinkElsewhere, type OfferedProvider } from './provider-buttons.tsx'

/** The part of the account page about accounts elsewhere. Empty where there is none to link. */
export function IdentitiesSection({
  identities,
  providers,
  csrfToken,
}: {
  readonly identities: readonly LinkedIdentity[]
  readonly providers: readonly OfferedProvider[]
  readonly csrfToken: string
}) {
  if (identities.length === 0 && providers.length === 0) return null
  const unlinked = providers.filter(
    ({ slug }) => !identities.some(({ provider }) => provider === slug),
  )
  return (
    <section aria-labelledby="linked">
      <h2 class="nhsuk-heading-m" id="linked">
        Accounts you have elsewhere
      </h2>
      {identities.length === 0 ? (
        <p>You can sign in here with an account that you have elsewhere. None is linked yet.</p>
      ) : (
        <SummaryList rows={identities.map((identity) => rowOf(identity, providers))} />
      )}
      <LinkElsewhere providers={unlinked} csrfToken={csrfToken} />
    </section>
  )
}

function rowOf(
  { id, provider, linkedAt, lastUsedAt }: LinkedIdentity,
  providers: readonly OfferedProvider[],
) {
  const name = nameOf(provider, providers)
  const used = lastUsedAt === undefined ? 'Not used yet' : `Last used ${plainDate(lastUsedAt)}`
  return {
    key: name,
    value: `Linked ${plainDate(linkedAt)}. ${used}.`,
    actions: [{ href: paths.linked(id), text: 'Remove', visuallyHiddenText: name }],
  }
}

export function nameOf(slug: string, providers: readonly OfferedProvider[]): string {
  return providers.find((provider) => provider.slug === slug)?.name ?? `${slug} (no longer offered)`
}
