import { paths } from '../../../paths.ts'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'

interface Employer {
  readonly slug: string
  readonly name: string
}

interface TeamPageProps extends OwnPageProps {
  readonly may: {
    readonly assess: boolean
    readonly delegate: boolean
    readonly issue: boolean
    readonly steward: boolean
  }
  /** Where the reader may look up registrations. */
  readonly checks: readonly Employer[]
  /** Where the reader manages people. */
  readonly employers: readonly Employer[]
}

interface TeamLink {
  readonly href: string
  readonly text: string
  /** Where more than one organisation has such a page. */
  readonly at?: string | undefined
}

/** For whoever has more than one thing to do for their team. */
export function TeamPage({ account, demo, may, employers, checks }: TeamPageProps) {
  const groups = [
    { heading: 'Sign-offs', links: signOffLinks({ may, checks }) },
    { heading: 'Delegated tasks', links: may.delegate ? delegationLinks : [] },
    { heading: 'Supervision', links: supervisionLinks({ may, employers }) },
    { heading: 'Recognising what people bring', links: recognitionLinks(checks) },
    { heading: 'Learning', links: learningLinks({ checks, employers }) },
    ...employers.map(({ slug, name }) => ({ heading: name, links: employerLinks(slug) })),
    { heading: 'What people ask and complain of', links: answerLinks({ may, employers }) },
    { heading: 'The service', links: may.steward ? serviceLinks : [] },
  ].filter(({ links }) => links.length > 0)
  return (
    <OwnLayout {...{ account, demo }} title="Your team" team>
      <h1 class="nhsuk-heading-l">Your team</h1>
      {groups.length === 0 && <p>Your organisation has not given you anything to do for a team.</p>}
      {groups.map(({ heading, links }) => (
        <section key={heading}>
          <h2 class="nhsuk-heading-m">{heading}</h2>
          <ul>
            {links.map(({ href, text, at }) => (
              <li key={href}>
                <a href={href}>{text}</a>
                {at !== undefined && `: ${at}`}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </OwnLayout>
  )
}

function signOffLinks({ may, checks }: Pick<TeamPageProps, 'may' | 'checks'>): TeamLink[] {
  const registrations = checks.flatMap(({ slug, name }) => [
    { href: paths.registrations(slug), text: 'Registrations of those who sign off', at: name },
    { href: paths.assessing(slug), text: 'Who may sign off what, and assessors’ hours', at: name },
  ])
  return [
    ...(may.assess
      ? [
          { href: paths.requests(), text: 'Requests for sign-off that wait for you' },
          { href: paths.enterCode(), text: 'Enter a code that a support worker shows you' },
          { href: paths.seconds(), text: 'Sign-offs that wait for you as the second assessor' },
        ]
      : []),
    ...(may.issue ? [{ href: paths.issued(), text: 'Sign-offs of your organisation' }] : []),
    ...registrations,
  ]
}

const delegationLinks: readonly TeamLink[] = [
  { href: paths.delegations(), text: 'Tasks that you delegate' },
  { href: paths.delegate(), text: 'Ask a worker to take on a task' },
]

function supervisionLinks({
  may,
  employers,
}: Pick<TeamPageProps, 'may' | 'employers'>): TeamLink[] {
  if (!may.assess && employers.length === 0) return []
  return [{ href: paths.teamSupervision(), text: 'Those you supervise, and who has nobody' }]
}

function recognitionLinks(checks: TeamPageProps['checks']): TeamLink[] {
  return checks.flatMap(({ slug, name }) => [
    { href: paths.recognitions(slug), text: 'Shared with us, to be recognised', at: name },
    { href: paths.changeAccepts(slug), text: 'What we accept', at: name },
    { href: paths.agreements(slug), text: 'Agreements with others', at: name },
  ])
}

function learningLinks({
  checks,
  employers,
}: Pick<TeamPageProps, 'checks' | 'employers'>): TeamLink[] {
  const asked = [
    { href: paths.learningAsks(), text: 'What people ask to learn' },
    { href: paths.teamSupport(), text: 'What people say helps them' },
  ]
  return [
    ...(employers.length > 0 ? asked : []),
    ...checks.flatMap(({ slug, name }) => [
      { href: paths.courses(slug), text: 'Courses you offer', at: name },
      { href: paths.learningWanted(slug), text: 'What people want to learn', at: name },
    ]),
  ]
}

function employerLinks(slug: string): TeamLink[] {
  return [
    { href: paths.people(slug), text: 'People who work here' },
    { href: paths.teamStanding(slug), text: 'Where your team stands, and what is coming up' },
    { href: paths.invite(slug), text: 'Invite people' },
    { href: paths.invitations(slug), text: 'Invitations' },
    { href: paths.permissionReviews(slug), text: 'Review permissions' },
    { href: paths.delegations(), text: 'Delegated tasks that need a registrant' },
    { href: paths.organisationTeams(slug), text: 'Sites and teams' },
    { href: paths.editionAt(slug), text: 'Which edition of the framework you work by' },
    { href: paths.contacts(slug), text: 'Where to turn: speaking up, safeguarding, carers' },
  ]
}

function answerLinks({ may, employers }: Pick<TeamPageProps, 'may' | 'employers'>): TeamLink[] {
  const manages = employers.length > 0
  const rights = {
    href: paths.rightsRequests(),
    text: 'Requests to put a record right, and objections',
  }
  return [
    ...(manages || may.issue ? [rights] : []),
    ...(manages || may.steward
      ? [
          { href: paths.complaints(), text: 'Data protection complaints' },
          { href: paths.auditSearch(), text: 'What was done, and by whom' },
        ]
      : []),
  ]
}

const serviceLinks: readonly TeamLink[] = [
  { href: paths.drafts(), text: 'Drafts of a new edition: write and review' },
  { href: paths.stewardsCrosswalks(), text: 'How frameworks relate: decide and confirm' },
  { href: paths.stewardsOrganisations(), text: 'Organisations: verify, rename, merge, close' },
]
