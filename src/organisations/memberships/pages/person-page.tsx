import { identityCheckWords } from '../../../accounts/model/account.ts'
import { describeCheck } from '../../../accounts/model/describe-registration.ts'
import { dayInWords, plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import { DoneBanner, OwnForm, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { permissionWords } from '../model/permission-words.ts'
import type { Grant, IdentityCheckAt, Job, RegistrationAt } from '../model/person-at.ts'
import type { Employer } from '../people-store.ts'

export const personChanges = {
  'job-added': 'The job is added.',
  'job-changed': 'The job is changed.',
  'job-ended': 'The end of the job is recorded. What it let them do ends with it.',
  'job-continued': 'The job goes on. Give the permissions anew that they need.',
  given: 'The permission is given. It works from now on.',
  ended: 'The permission is ended. It stopped working at once.',
  identity: 'The identity check is recorded.',
} as const
export type PersonChange = keyof typeof personChanges

export interface PersonPageProps extends OwnPageProps {
  readonly employer: Employer
  readonly person: { readonly id: string; readonly name: string; readonly jobs: readonly Job[] }
  readonly grants: readonly Grant[]
  readonly registrations: readonly RegistrationAt[]
  readonly identity?: IdentityCheckAt | undefined
  /** ISO date. */
  readonly today: string
  /** It is the manager's own page. */
  readonly own: boolean
  readonly worksHere: boolean
  /** Jobs whose end a manager may still take back. */
  readonly mayContinue: readonly string[]
  readonly done?: PersonChange | undefined
}

/** A person as this employer sees them, and nothing of anywhere else. */
export function PersonPage(props: PersonPageProps) {
  const { account, demo, employer, person, done } = props
  return (
    <OwnLayout
      {...{ account, demo }}
      title={person.name}
      team
      back={{ href: paths.people(employer.slug), text: 'People' }}
    >
      {done !== undefined && <DoneBanner title="Done" words={personChanges[done]} />}
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{employer.name}</span>
        {person.name}
      </h1>
      <Details summary="What you see here, and what you do not">
        <p>
          You see their work for {employer.name}. You do not see their passport, their own answers
          or notes, their own e-mail address, or where else they work. They can see that you looked
          at this page.
        </p>
      </Details>
      <Jobs {...props} />
      <Permissions {...props} />
      <Registrations {...props} />
      <Identity {...props} />
    </OwnLayout>
  )
}

function Jobs(props: PersonPageProps) {
  const { employer, person, own, worksHere } = props
  return (
    <>
      <h2 class="nhsuk-heading-m">Work here</h2>
      {person.jobs.map((job) => (
        <JobSummary key={job.id} {...props} job={job} />
      ))}
      {worksHere && !own && (
        <p>
          <a href={paths.addJob(employer.slug, person.id)}>Add another job here</a>
        </p>
      )}
    </>
  )
}

function JobSummary({ job, ...props }: PersonPageProps & { readonly job: Job }) {
  const { employer, person, account, mayContinue, today } = props
  const over = job.to !== undefined && job.to < today
  const change = { href: paths.changeJob(employer.slug, person.id, job.id), text: 'Change' }
  return (
    <>
      <SummaryList
        rows={[
          {
            key: 'Job',
            value: job.jobTitle,
            actions: over ? [] : [{ ...change, visuallyHiddenText: job.jobTitle }],
          },
          { key: 'Team', value: job.teams.map(({ name }) => name).join(', ') || 'None' },
          { key: 'First day', value: dayInWords(job.from) },
          { key: 'Last day', value: lastDayWords(job), actions: endAction(props, job, over) },
        ]}
      />
      {mayContinue.includes(job.id) && (
        <OwnForm
          action={paths.continueJob(employer.slug, person.id, job.id)}
          csrfToken={account.csrfToken}
        >
          <Button variant="secondary" small>
            They stay: take back the end of this job
            <span class="nhsuk-u-visually-hidden"> ({job.jobTitle})</span>
          </Button>
        </OwnForm>
      )}
    </>
  )
}

function lastDayWords({ to, endedByPerson }: Job): string {
  if (to === undefined) return 'No end date'
  return endedByPerson ? `${dayInWords(to)}. They said so themselves.` : dayInWords(to)
}

function endAction({ employer, person }: PersonPageProps, job: Job, over: boolean) {
  if (over) return []
  const text = job.to === undefined ? 'End this job' : 'Change'
  const visuallyHiddenText = job.to === undefined ? job.jobTitle : 'the last day'
  return [{ href: paths.endJob(employer.slug, person.id, job.id), text, visuallyHiddenText }]
}

function Permissions({ employer, person, grants, own, worksHere, account }: PersonPageProps) {
  const assesses = grants.some(({ permission }) => permission === 'assess')
  return (
    <>
      <h2 class="nhsuk-heading-m">What they may do here</h2>
      {grants.length === 0 && <p>Nothing more than everybody: they keep their own passport.</p>}
      <ul class="nhsuk-list">
        {grants.map((grant) => (
          <li key={grant.id} class="lanyard-waiting">
            <p>
              <strong>{permissionWords[grant.permission].label}</strong>
              <br />
              {untilWords(grant)}
              {grant.permission === 'issue' && !employer.mayIssue && (
                <>
                  <br />
                  {noEffect(employer)}
                </>
              )}
            </p>
            <OwnForm
              action={paths.endPermission(employer.slug, person.id, grant.id)}
              csrfToken={account.csrfToken}
            >
              <Button variant="secondary" small>
                End this permission
                <span class="nhsuk-u-visually-hidden">
                  {' '}
                  ({permissionWords[grant.permission].label})
                </span>
              </Button>
            </OwnForm>
          </li>
        ))}
      </ul>
      {assesses && <SignsOffAs employer={employer} />}
      {worksHere && !own && (
        <Button
          text="Give a permission"
          variant="secondary"
          href={paths.givePermission(employer.slug, person.id)}
        />
      )}
      {own && <p>Nobody gives a permission to themselves. Another manager can give you one.</p>}
    </>
  )
}

function SignsOffAs({ employer }: Pick<PersonPageProps, 'employer'>) {
  return (
    <p>
      Whoever they sign off for is shown the registration below, and whether {employer.name} has
      checked it.
    </p>
  )
}

export function untilWords({ expiresOn, givenBy, givenAt }: Grant): string {
  const given = givenBy === undefined ? '' : ` Given by ${givenBy} on ${plainDate(givenAt)}.`
  if (expiresOn === undefined) return `No end date was set: review it.${given}`
  return `Until ${dayInWords(expiresOn)}.${given}`
}

export function noEffect({ name }: Pick<Employer, 'name'>): string {
  return `It has no effect yet: ${name} is not verified, so it cannot issue anything.`
}

function Registrations({ employer, person, registrations, own, worksHere }: PersonPageProps) {
  return (
    <>
      <h2 class="nhsuk-heading-m">Professional registration</h2>
      {registrations.length === 0 && (
        <p>
          None recorded.{' '}
          {own ? (
            <a href={paths.ownRegistration()}>Record your registration</a>
          ) : (
            'If they are on a register, they record it in their own account, under “Professional registration”.'
          )}
        </p>
      )}
      {registrations.length > 0 && (
        <SummaryList
          rows={registrations.map((registration) => ({
            key: registration.regulator,
            value: (
              <>
                {registration.number}
                <br />
                {capital(describeCheck(registration.check))}
              </>
            ),
            actions:
              own || !worksHere
                ? []
                : [
                    {
                      href: paths.checkRegistration(employer.slug, person.id, registration.id),
                      text: registration.check === undefined ? 'Check' : 'Check again',
                      visuallyHiddenText: `the number on the register of the ${registration.regulator}`,
                    },
                  ],
          }))}
        />
      )}
    </>
  )
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function Identity({ employer, person, identity, own, worksHere }: PersonPageProps) {
  return (
    <>
      <h2 class="nhsuk-heading-m">Identity check</h2>
      <p>
        {identity === undefined
          ? `${employer.name} has not recorded a check. Credentials will say “not checked”.`
          : `${identityCheckWords[identity.how]}, on ${dayInWords(identity.on)}${identity.by === undefined ? '' : ` by ${identity.by}`}.`}
      </p>
      {worksHere && !own && (
        <p>
          <a href={paths.checkIdentity(employer.slug, person.id)}>
            {identity === undefined ? 'Record an identity check' : 'Record a new identity check'}
          </a>
        </p>
      )}
    </>
  )
}
