import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/checkboxes.tsx'
import { atFirstPart, DayQuestion } from '../../../ui/day-question.tsx'
import { Input } from '../../../ui/input.tsx'
import { type FieldFault, faultOf, OwnForm } from '../../../ui/own-layout.tsx'
import type { JobEntered, LastDayEntered } from '../model/entered.ts'
import type { Job } from '../model/person-at.ts'
import { type OfPerson, PersonLayout } from './person-layout.tsx'

interface PersonFormProps extends OfPerson {
  readonly errors?: readonly FieldFault[] | undefined
}

interface JobPageProps extends PersonFormProps {
  /** Undefined for another job. */
  readonly job?: Job | undefined
  readonly teams: readonly { readonly id: string; readonly name: string }[]
  readonly entered: JobEntered
}

export function JobPage({ employer, person, job, teams, entered, errors, ...page }: JobPageProps) {
  const title = job === undefined ? 'Add another job' : 'Change this job'
  const action =
    job === undefined
      ? paths.addJob(employer.slug, person.id)
      : paths.changeJob(employer.slug, person.id, job.id)
  return (
    <PersonLayout {...{ ...page, employer, person, title }} errors={atFirstPart(errors, ['from'])}>
      {job === undefined && (
        <p>For example, a shift in the bank beside their job on a ward. It is the same account.</p>
      )}
      <OwnForm action={action} csrfToken={page.account.csrfToken}>
        <JobFields {...{ teams, entered, errors }} />
        {job === undefined && (
          <DayQuestion
            field="from"
            legend="First day"
            size="s"
            parts={entered.from}
            errorMessage={faultOf(errors, 'from')}
          />
        )}
        <Button text="Save" />
      </OwnForm>
    </PersonLayout>
  )
}

/** Also asked of whoever is invited. */
export function JobFields({
  teams,
  entered,
  errors,
}: Pick<JobPageProps, 'teams' | 'errors'> & {
  readonly entered: Pick<JobEntered, 'jobTitle' | 'teams'>
}) {
  return (
    <>
      <Input
        name="job-title"
        label={{ text: 'Job title', size: 's' }}
        hint="As your organisation calls it. Others see it beside what they sign off."
        errorMessage={faultOf(errors, 'job-title')}
        value={entered.jobTitle}
        autocomplete="off"
      />
      {teams.length > 0 && (
        <Checkboxes
          name="teams"
          small
          fieldset={{ legend: { text: 'Teams (you can leave this empty)', size: 's' } }}
          values={entered.teams}
          items={teams.map(({ id, name }) => ({ value: id, text: name }))}
        />
      )}
    </>
  )
}

interface EndJobPageProps extends PersonFormProps {
  readonly job: Job
  readonly entered: LastDayEntered
  /** The permissions that end with the job, in words. */
  readonly permissions: readonly string[]
}

export function EndJobPage(props: EndJobPageProps) {
  const { employer, person, job, entered, errors, permissions, ...page } = props
  return (
    <PersonLayout
      {...{ ...page, employer, person }}
      title="End this job"
      caption={`${person.name}: ${job.jobTitle}`}
      errors={atFirstPart(errors, ['last-day'])}
    >
      <p>
        They have worked in this job since {dayInWords(job.from)}. Their account and their passport
        are theirs and stay as they are. We e-mail them about it, if they have an e-mail address.
      </p>
      {permissions.length > 0 && (
        <p>What they may do here ends with their last job here: {permissions.join(', ')}.</p>
      )}
      <OwnForm
        action={paths.endJob(employer.slug, person.id, job.id)}
        csrfToken={page.account.csrfToken}
      >
        <DayQuestion
          field="last-day"
          legend="Last day of work"
          hint="They still count as working here on this day. It can be in the past or up to a year ahead."
          parts={entered.lastDay}
          errorMessage={faultOf(errors, 'last-day')}
        />
        <Button text="End this job" />
      </OwnForm>
    </PersonLayout>
  )
}
