import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Input } from '../../../ui/input.tsx'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { Select } from '../../../ui/select.tsx'
import { Table } from '../../../ui/table.tsx'
import { permissionWords } from '../model/permission-words.ts'
import { daysShownAfterLeaving, type Grant, type Standing } from '../model/person-at.ts'
import type { Employer, ListedPerson } from '../people-store.ts'

export interface PeopleSearch {
  readonly q: string
  readonly team: string
  readonly show: Standing
  /** From 1. */
  readonly page: number
}

export interface PeoplePageProps extends OwnPageProps {
  readonly employer: Employer
  readonly search: PeopleSearch
  readonly teams: readonly { readonly id: string; readonly name: string }[]
  readonly people: readonly ListedPerson[]
  readonly grants: readonly Grant[]
  readonly count: number
  readonly pages: number
  /** Permissions that somebody should look at again. */
  readonly due: number
}

const standings: Readonly<Record<Standing, string>> = {
  now: 'Works here now',
  starting: 'Starts soon',
  left: `Left in the last ${daysShownAfterLeaving} days`,
}

export function PeoplePage(props: PeoplePageProps) {
  const { account, demo, employer, due, count } = props
  return (
    <OwnLayout {...{ account, demo }} title="People" team>
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{employer.name}</span>
        People
      </h1>
      <div class="lanyard-actions">
        <Button text="Invite people" href={paths.invite(employer.slug)} />
        <a href={paths.invitations(employer.slug)}>Invitations</a>
        <a href={paths.permissionReviews(employer.slug)}>
          Review permissions{due > 0 && `: ${due} to look at`}
        </a>
      </div>
      <SearchForm {...props} />
      <h2 class="nhsuk-heading-m" id="found">
        {standings[props.search.show]}: {count.toLocaleString('en-GB')}
      </h2>
      {props.people.length === 0 ? <Nobody {...props} /> : <Found {...props} />}
      <Pages {...props} />
    </OwnLayout>
  )
}

function SearchForm({ employer, search, teams }: PeoplePageProps) {
  return (
    <form
      method="get"
      action={paths.people(employer.slug)}
      class="lanyard-filter"
      aria-label="Find people"
    >
      <div class="lanyard-filter__fields">
        <Input
          name="q"
          label={{ text: 'Name or job title', size: 's' }}
          value={search.q}
          autocomplete="off"
          width={20}
        />
        {teams.length > 0 && (
          <Select
            name="team"
            label={{ text: 'Team', size: 's' }}
            value={search.team}
            items={[
              { value: '', text: 'All teams' },
              ...teams.map(({ id, name }) => ({ value: id, text: name })),
            ]}
          />
        )}
        <Select
          name="show"
          label={{ text: 'Who', size: 's' }}
          value={search.show}
          items={Object.entries(standings).map(([value, text]) => ({ value, text }))}
        />
        <Button text="Search" variant="secondary" />
      </div>
    </form>
  )
}

function Nobody({ employer, search }: PeoplePageProps) {
  if (search.q === '' && search.team === '') {
    return <p>Nobody. When somebody accepts an invitation, they stand here.</p>
  }
  return (
    <p>
      Nobody was found. Use a part of the name, or{' '}
      <a href={paths.people(employer.slug, { show: search.show })}>see everybody</a>.
    </p>
  )
}

function Found({ employer, people, grants, search }: PeoplePageProps) {
  return (
    <Table
      responsive
      head={['Name', 'Job', 'May here']}
      rows={people.map(({ id, name, jobs }) => [
        { text: name, href: paths.person(employer.slug, id) },
        { children: <Jobs jobs={jobs} show={search.show} /> },
        mayWords(grants.filter(({ personId }) => personId === id)),
      ])}
    />
  )
}

function Jobs({ jobs, show }: { readonly show: Standing } & Pick<ListedPerson, 'jobs'>) {
  return (
    <>
      {jobs.map(({ jobTitle, from, to }) => (
        <div key={`${jobTitle}${from}`}>
          {jobTitle}
          {show === 'starting' && `, from ${dayInWords(from)}`}
          {to && `, until ${dayInWords(to)}`}
        </div>
      ))}
    </>
  )
}

function mayWords(grants: readonly Grant[]): string {
  if (grants.length === 0) return 'Nothing more'
  return grants.map(({ permission }) => permissionWords[permission].label).join(', ')
}

function Pages({ employer, search, pages }: PeoplePageProps) {
  if (pages < 2) return null
  const { page, ...kept } = search
  const at = (number: number) => paths.people(employer.slug, { ...kept, page: String(number) })
  return (
    <Pagination
      ariaLabel="Pages of people"
      previous={page > 1 ? { href: at(page - 1), label: `${page - 1} of ${pages}` } : undefined}
      next={page < pages ? { href: at(page + 1), label: `${page + 1} of ${pages}` } : undefined}
    />
  )
}
