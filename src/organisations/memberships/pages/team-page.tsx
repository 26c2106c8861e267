import { paths } from '../../../paths.ts'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'

interface TeamPageProps extends OwnPageProps {
  readonly may: { readonly assess: boolean; readonly issue: boolean }
  /** Where the reader may look up registrations. */
  readonly checks: readonly { readonly slug: string; readonly name: string }[]
  /** Where the reader manages people. */
  readonly employers: readonly { readonly slug: string; readonly name: string }[]
}

/** For whoever has more than one thing to do for their team. */
export function TeamPage({ account, demo, may, employers, checks }: TeamPageProps) {
  const nothing = !may.assess && !may.issue && employers.length === 0
  return (
    <OwnLayout {...{ account, demo }} title="Your team" team>
      <h1 class="nhsuk-heading-l">Your team</h1>
      {nothing && <p>Your organisation has not given you anything to do for a team.</p>}
      {(may.assess || may.issue || checks.length > 0) && (
        <>
          <h2 class="nhsuk-heading-m">Sign-offs</h2>
          <ul>
            {may.assess && (
              <li>
                <a href={paths.requests()}>Requests for sign-off that wait for you</a>
              </li>
            )}
            {may.issue && (
              <li>
                <a href={paths.issued()}>Sign-offs of your organisation</a>
              </li>
            )}
            {checks.map(({ slug, name }) => (
              <li key={slug}>
                <a href={paths.registrations(slug)}>Registrations of those who sign off</a>: {name}
              </li>
            ))}
          </ul>
        </>
      )}
      {employers.map(({ slug, name }) => (
        <section key={slug} aria-labelledby={`people-of-${slug}`}>
          <h2 class="nhsuk-heading-m" id={`people-of-${slug}`}>
            {name}
          </h2>
          <ul>
            <li>
              <a href={paths.people(slug)}>People who work here</a>
            </li>
            <li>
              <a href={paths.invite(slug)}>Invite people</a>
            </li>
            <li>
              <a href={paths.invitations(slug)}>Invitations</a>
            </li>
            <li>
              <a href={paths.permissionReviews(slug)}>Review permissions</a>
            </li>
            <li>
              <a href={paths.organisationTeams(slug)}>Sites and teams</a>
            </li>
          </ul>
        </section>
      ))}
    </OwnLayout>
  )
}
