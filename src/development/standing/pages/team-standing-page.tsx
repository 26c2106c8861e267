import type { Edition } from '../../../frameworks/model/framework.ts'
import { dayInWords, monthInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Details } from '../../../ui/details.tsx'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { countsInWords, stateNamesFor, statesFor } from '../model/shared-standing.ts'
import {
  type ComingUp,
  type ComingUpMonth,
  groupByMonth,
  type TeamMember,
  type ToConfirm,
} from '../model/team-figures.ts'
import { StateBar, StateKey } from './state-bars.tsx'

interface Employer {
  readonly slug: string
  readonly name: string
}

interface TeamStandingPageProps extends OwnPageProps {
  readonly employers: readonly Employer[]
  readonly employer: Employer
  /** How many share. */
  readonly sharing: number
  readonly edition: Edition
  readonly comingUp: readonly ComingUp[]
  readonly toConfirm: ToConfirm | undefined
  /** By name: those of this page. */
  readonly shown: readonly TeamMember[]
  readonly page: number
  readonly pages: number
}

export function TeamStandingPage(props: TeamStandingPageProps) {
  const { account, demo, employer, sharing } = props
  const title = 'Where your team stands'
  return (
    <OwnLayout {...{ account, demo, title }} team back={{ href: paths.team(), text: 'Your team' }}>
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{employer.name}</span>
        {title}
      </h1>
      <OtherEmployers {...props} />
      <p>
        <strong>{sharedWords(sharing)}</strong> Each of them chose it, and can stop at any time.
        They can read that you looked.
      </p>
      <p class="lanyard-meta">
        By the <a href={paths.editionAt(employer.slug)}>{props.edition.version} edition</a>, which{' '}
        {employer.name} works by.
      </p>
      {sharing === 0 ? <NobodyYet /> : <Team {...props} />}
    </OwnLayout>
  )
}

function sharedWords(sharing: number): string {
  if (sharing === 0) return 'Nobody shares where they stand with you.'
  return sharing === 1
    ? '1 person shares where they stand with you.'
    : `${sharing} people share where they stand with you.`
}

function NobodyYet() {
  return (
    <p>
      People decide for themselves, under “Where I stand” in their passport. It is theirs to offer,
      and you see no list of who does not.
    </p>
  )
}

function Team(props: TeamStandingPageProps) {
  return (
    <>
      <p>
        <a href={paths.teamStatements(props.employer.slug)}>How many hold each statement</a>
      </p>
      <ComingUpList {...props} />
      <h2 class="nhsuk-heading-m">People, by name</h2>
      <p>
        By domain, each at the level that they work at. Not everybody shares the same, and nobody is
        compared.
      </p>
      <StateKey names={stateNamesFor('own-words')} shown={statesFor('own-words')} />
      <ul class="lanyard-rows">
        {props.shown.map((member) => (
          <Person key={member.id} member={member} organisation={props.employer.slug} />
        ))}
      </ul>
      <Pages {...props} />
    </>
  )
}

function ComingUpList({ comingUp, employer, toConfirm }: TeamStandingPageProps) {
  return (
    <>
      <h2 class="nhsuk-heading-m">Coming up: time to plan</h2>
      {toConfirm && (
        <p>
          {toConfirm.people === 1 ? '1 person has' : `${toConfirm.people} people have`} something to
          confirm again, because the meaning changed, the first by {dayInWords(toConfirm.by)}. It
          counts until then.
        </p>
      )}
      {comingUp.length === 0 ? (
        <p>Nothing is due in the next 60 days, among those who share each statement with you.</p>
      ) : (
        groupByMonth(comingUp).map((month, place) => (
          <Month
            key={month.month}
            {...month}
            open={place === 0 && month.month !== 'past'}
            organisation={employer.slug}
          />
        ))
      )}
    </>
  )
}

function Month({
  month,
  people,
  open,
  organisation,
}: ComingUpMonth & { readonly open: boolean; readonly organisation: string }) {
  const when = month === 'past' ? 'Past its date' : monthInWords(new Date(`${month}-15`))
  return (
    <Details
      summary={`${when}: ${people.length === 1 ? '1 person' : `${people.length} people`}`}
      open={open}
    >
      <ul class="nhsuk-list">
        {people.map((due) => (
          <li key={due[0]?.personId}>
            <a href={paths.personStanding(due[0]?.personId ?? '', organisation)}>{due[0]?.name}</a>:{' '}
            {due
              .map(
                ({ section, until }) =>
                  `${section}, ${month === 'past' ? 'since' : 'by'} ${dayInWords(until)}`,
              )
              .join('; ')}
          </li>
        ))}
      </ul>
    </Details>
  )
}

function Person({
  member: { id, name, shared },
  organisation,
}: {
  readonly member: TeamMember
  readonly organisation: string
}) {
  const names = stateNamesFor(shared.depth)
  return (
    <li class="lanyard-rows__row">
      <h3 class="nhsuk-heading-s nhsuk-u-margin-bottom-2">
        <a href={paths.personStanding(id, organisation)}>{name}</a>
      </h3>
      <ul class="lanyard-domains">
        {shared.domains.map(({ key, title, counts }) => (
          <li key={key} class="lanyard-domains__one">
            <span class="lanyard-domains__name">{title}</span>
            <StateBar counts={counts} />
            <span class="nhsuk-u-visually-hidden">{countsInWords(counts, names)}</span>
          </li>
        ))}
      </ul>
    </li>
  )
}

function OtherEmployers({ employers, employer }: TeamStandingPageProps) {
  const others = employers.filter(({ slug }) => slug !== employer.slug)
  if (others.length === 0) return null
  return (
    <p>
      Also:{' '}
      {others.map(({ slug, name }) => (
        <a key={slug} href={paths.teamStanding(slug)}>
          {name}
        </a>
      ))}
    </p>
  )
}

function Pages({ employer, page, pages }: TeamStandingPageProps) {
  if (pages === 1) return null
  const to = (other: number) => paths.teamStanding(employer.slug, String(other))
  return (
    <Pagination
      ariaLabel="More people"
      previous={page > 1 ? { href: to(page - 1), text: 'Before' } : undefined}
      next={page < pages ? { href: to(page + 1), text: 'After' } : undefined}
    />
  )
}
