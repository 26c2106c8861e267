import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import type { Site, Team } from '../../model/team.ts'

export interface TeamsPageProps extends OwnPageProps {
  readonly slug: string
  readonly name: string
  readonly sites: readonly Site[]
  readonly teams: readonly Team[]
  readonly mayIssue: boolean
  /** YYYY-MM-DD. */
  readonly today: string
}

/** Where people of an organisation work, for its managers. */
export function TeamsPage(props: TeamsPageProps) {
  const { slug, name, sites, teams, mayIssue, today, account, demo } = props
  const hasEnded = ({ to }: Site | Team) => to !== undefined && to < today
  const present = teams.filter((team) => !hasEnded(team))
  const ended = [...sites, ...teams].filter(hasEnded)
  return (
    <OwnLayout {...{ account, demo }} title="Sites and teams" team>
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{name}</span>
        Sites and teams
      </h1>
      {!mayIssue && (
        <p>
          Your organisation cannot issue now. <a href={paths.askToBeVerified(slug)}>See why</a>.
        </p>
      )}
      {sites
        .filter((site) => !hasEnded(site))
        .map((site) => (
          <SiteTeams
            key={site.id}
            slug={slug}
            site={site}
            teams={present.filter(({ siteId }) => siteId === site.id)}
          />
        ))}
      <Homeless {...props} teams={present.filter(({ siteId }) => !isAt(sites, siteId, hasEnded))} />
      {sites.length === 0 && teams.length === 0 && (
        <p>
          There are none yet. A site is a place, such as a hospital. A team works at one, or at
          none.
        </p>
      )}
      <div class="lanyard-actions">
        <Button text="Add a team" href={paths.organisationTeam(slug, 'add')} />
        <Button text="Add a site" variant="secondary" href={paths.organisationSite(slug, 'add')} />
      </div>
      {ended.length > 0 && (
        <>
          <h2 class="nhsuk-heading-m">No longer there</h2>
          <ul class="nhsuk-list">
            {ended.map(({ id, name, to }) => (
              <li key={id}>
                {name}, until {dayInWords(to ?? today)}
              </li>
            ))}
          </ul>
        </>
      )}
    </OwnLayout>
  )
}

function isAt(
  sites: readonly Site[],
  siteId: string | undefined,
  hasEnded: (site: Site) => boolean,
): boolean {
  return sites.some((site) => site.id === siteId && !hasEnded(site))
}

function SiteTeams({
  slug,
  site,
  teams,
}: {
  readonly slug: string
  readonly site: Site
  readonly teams: readonly Team[]
}) {
  return (
    <>
      <h2 class="nhsuk-heading-m">
        <a href={paths.organisationSite(slug, site.id)}>{site.name}</a>
      </h2>
      {site.address !== undefined && <p class="lanyard-lines">{site.address}</p>}
      {teams.length === 0 ? <p>No team yet.</p> : <TeamList slug={slug} teams={teams} />}
    </>
  )
}

function Homeless({ slug, teams }: Pick<TeamsPageProps, 'slug' | 'teams'>) {
  if (teams.length === 0) return null
  return (
    <>
      <h2 class="nhsuk-heading-m">At no one site</h2>
      <TeamList slug={slug} teams={teams} />
    </>
  )
}

function TeamList({ slug, teams }: Pick<TeamsPageProps, 'slug' | 'teams'>) {
  return (
    <ul class="nhsuk-list nhsuk-list--bullet">
      {teams.map(({ id, name, to }) => (
        <li key={id}>
          <a href={paths.organisationTeam(slug, id)}>{name}</a>
          {to !== undefined && `, until ${dayInWords(to)}`}
        </li>
      ))}
    </ul>
  )
}
