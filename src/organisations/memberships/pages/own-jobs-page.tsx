import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { atFirstPart, DayQuestion } from '../../../ui/day-question.tsx'
import {
  DoneBanner,
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { WarningCallout } from '../../../ui/warning-callout.tsx'
import type { LastDayEntered } from '../model/entered.ts'
import { permissionWords } from '../model/permission-words.ts'
import type { OwnJob } from '../own-jobs-store.ts'

interface OwnJobsPageProps extends OwnPageProps {
  readonly jobs: readonly OwnJob[]
  /** ISO date. */
  readonly today: string
  /** The end of a job was recorded just now. */
  readonly left: boolean
}

export function OwnJobsPage({ jobs, today, left, account, demo }: OwnJobsPageProps) {
  const current = jobs.filter(({ to }) => to === undefined || to >= today)
  const over = jobs.filter(({ to }) => to !== undefined && to < today)
  return (
    <OwnLayout
      {...{ account, demo }}
      title="Where you work"
      notInMenu
      back={{ href: paths.account(), text: 'Your account' }}
    >
      {left && <DoneBanner title="Done" words="The last day of that job is recorded." />}
      <h1 class="nhsuk-heading-l">Where you work</h1>
      <p>
        Your account and your passport are yours. You can have more than one job in one account, and
        they stay with you when you change job.
      </p>
      <EachSeesItsPart />
      {current.length === 0 && <NoJob />}
      {current.map((job) => (
        <JobSummary key={job.id} job={job} />
      ))}
      {over.length > 0 && (
        <>
          <h2 class="nhsuk-heading-m">Where you worked before</h2>
          <ul>
            {over.map(({ id, jobTitle, organisationName, from, to = '' }) => (
              <li key={id}>
                {jobTitle}, {organisationName}: {dayInWords(from)} to {dayInWords(to)}
              </li>
            ))}
          </ul>
        </>
      )}
    </OwnLayout>
  )
}

function EachSeesItsPart() {
  return (
    <p>
      Each employer sees its own part: your name, your job there, what you may do there, whether it
      checked who you are, and a professional registration if you recorded one. It does not see your
      other jobs, your own answers or notes.
    </p>
  )
}

function NoJob() {
  return (
    <p>
      No employer has you on Lanyard now. You can still use your passport. If a new employer gives
      you a code or a link, <a href={paths.join()}>enter it here</a>.
    </p>
  )
}

function JobSummary({ job }: { readonly job: OwnJob }) {
  const { id, organisation, organisationName, jobTitle, from, to, permissions } = job
  const may = permissions.map((permission) => permissionWords[permission].label).join(', ')
  return (
    <section aria-labelledby={`job-${id}`}>
      <h2 class="nhsuk-heading-m" id={`job-${id}`}>
        {jobTitle}
      </h2>
      <SummaryList
        rows={[
          {
            key: 'Employer',
            value: <a href={paths.organisation(organisation)}>{organisationName}</a>,
          },
          { key: 'Since', value: dayInWords(from) },
          ...(to === undefined ? [] : [{ key: 'Last day', value: dayInWords(to) }]),
          { key: 'You may', value: may === '' ? 'Keep your passport and ask for sign-off' : may },
        ]}
      />
      <p>
        <a href={paths.leaveJob(id)}>
          {to === undefined ? 'I am leaving this job' : 'I leave earlier'}
          <span class="nhsuk-u-visually-hidden">
            {' '}
            ({jobTitle}, {organisationName})
          </span>
        </a>
      </p>
    </section>
  )
}

interface LeaveJobPageProps extends OwnPageProps {
  readonly job: OwnJob
  readonly entered: LastDayEntered
  readonly lastManager?: boolean | undefined
  readonly errors?: readonly FieldFault[] | undefined
}

export function LeaveJobPage({ job, entered, lastManager, errors, ...page }: LeaveJobPageProps) {
  const title = 'I am leaving this job'
  return (
    <OwnLayout
      {...page}
      title={title}
      notInMenu
      errors={atFirstPart(errors, ['last-day'])}
      back={{ href: paths.ownJobs(), text: 'Where you work' }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">
          {job.jobTitle}, {job.organisationName}
        </span>
        {title}
      </h1>
      {lastManager && (
        <WarningCallout heading="You are the last who manages people there">
          <p>
            Nothing was changed. First give “Manage people” to a colleague on their page, then come
            back.
          </p>
        </WarningCallout>
      )}
      <p>
        After your last day they see no new things about you. Your account, your passport and your
        sign-offs stay yours.
      </p>
      <p>This does not replace giving notice to your employer.</p>
      <OwnForm action={paths.leaveJob(job.id)} csrfToken={page.account.csrfToken}>
        <DayQuestion
          field="last-day"
          legend="What is your last day?"
          parts={entered.lastDay}
          errorMessage={faultOf(errors, 'last-day')}
        />
        <Button text="Save my last day" />
      </OwnForm>
    </OwnLayout>
  )
}
