import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/checkboxes.tsx'
import { atFirstPart, DayQuestion } from '../../../ui/day-question.tsx'
import { Input } from '../../../ui/input.tsx'
import {
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import type { JobEntered, LastDayEntered } from '../model/entered.ts'
import type { Job } from '../model/person-at.ts'
import type { Employer } from '../people-store.ts'

interface OfPerson extends OwnPageProps {
  readonly employer: Employer
  readonly person: { readonly id: string; readonly name: string }
  readonly errors?: readonly FieldFault[] | undefined
}

interface JobPageProps extends OfPerson {
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
    <OwnLayout
      {...page}
      title={title}
      team
      errors={atFirstPart(errors, ['from'])}
      back={{ href: paths.person(employer.slug, person.id), text: person.name }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">
          {person.name}, {employer.name}
        </span>
        {title}
      </h1>
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
    </OwnLayout>
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

interface EndJobPageProps extends OfPerson {
  readonly job: Job
  readonly entered: LastDayEntered
  /** The permissions that end with the job, in words. */
  readonly permissions: readonly string[]
}

export function EndJobPage(props: EndJobPageProps) {
  const { employer, person, job, entered, errors, permissions, ...page } = props
  return (
    <OwnLayout
      {...page}
      title="End this job"
      team
      errors={atFirstPart(errors, ['last-day'])}
      back={{ href: paths.person(employer.slug, person.id), text: person.name }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">
          {person.name}: {job.jobTitle}
        </span>
        End this job
      </h1>
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
    </OwnLayout>
  )
}
