import type { Employer } from '../../../organisations/memberships/people-store.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { csvFile, FileOrText } from '../../../ui/file-or-text.tsx'
import { JobProgress, refreshSeconds } from '../../../ui/job-progress.tsx'
import { type FieldFault, OwnForm, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { Table } from '../../../ui/table.tsx'
import { type CourseFile, columnTitles } from '../model/course-file.ts'
import { type JudgedRow, type RowOutcome, rowOutcomes } from '../model/judge-courses.ts'
import { courseFields } from '../model/read-course.ts'

interface OfProvider extends OwnPageProps {
  readonly provider: Employer
}

export function CourseUploadPage({
  account,
  demo,
  provider,
  pasted,
  errors,
}: OfProvider & {
  readonly pasted: string
  readonly errors?: readonly FieldFault[] | undefined
}) {
  const title = 'Add courses from a file'
  return (
    <OwnLayout
      {...{ account, demo, title, errors }}
      team
      back={{ href: paths.courses(provider.slug), text: 'Courses you offer' }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{provider.name}</span>
        {title}
      </h1>
      <p>
        You see what will happen to every row first. <strong>Nothing is added</strong> until you say
        so.
      </p>
      <p>
        <a href={paths.courseTemplate(provider.slug)} download>
          Download a file to fill in (CSV)
        </a>
        . Its columns are: {courseFields.map((field) => columnTitles[field]).join(', ')}.
      </p>
      <FileOrText
        action={paths.courseFiles(provider.slug)}
        csrfToken={account.csrfToken}
        file={{ label: 'CSV file', hint: 'Up to 5 MB, 20,000 rows', accept: csvFile }}
        text={{
          name: 'pasted',
          label: 'Or paste the rows, with the row that names the columns',
          value: pasted,
        }}
        button="Look at the rows"
        errors={errors}
      />
    </OwnLayout>
  )
}

export interface CoursePreviewPageProps extends OfProvider {
  readonly file: CourseFile
  readonly counts: Readonly<Record<RowOutcome, number>>
  /** Those of one page, and of one outcome if one is chosen. */
  readonly rows: readonly JudgedRow[]
  readonly show?: RowOutcome | undefined
  readonly page: number
  readonly pages: number
}

const outcomeWords: Readonly<Record<RowOutcome, string>> = {
  new: 'Will be added',
  duplicate: 'There already',
  problem: 'To be put right',
}

export function CoursePreviewPage(props: CoursePreviewPageProps) {
  const { account, demo, provider, file, counts, show } = props
  const title = 'Look at the rows'
  return (
    <OwnLayout
      {...{ account, demo, title }}
      team
      back={{ href: paths.courses(provider.slug), text: 'Courses you offer' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>Nothing is added yet.</p>
      <Counts {...props} />
      <Start {...props} />
      {counts.problem > 0 && (
        <p>
          <a href={paths.coursesLeftOut(provider.slug, file.id)} download>
            Download the rows to be put right (CSV)
          </a>
          , with what to do. Add that file next.
        </p>
      )}
      <h2 class="nhsuk-heading-m" id="rows">
        {show === undefined ? 'All rows' : outcomeWords[show]}
      </h2>
      <Rows {...props} />
      <Pages {...props} />
      <GiveUp {...props} />
    </OwnLayout>
  )
}

function Counts({ provider, file, counts, show }: CoursePreviewPageProps) {
  const at = (outcome?: RowOutcome) =>
    `${paths.courseFile(provider.slug, file.id, { show: outcome })}#rows`
  return (
    <ul>
      {rowOutcomes
        .filter((outcome) => counts[outcome] > 0)
        .map((outcome) => (
          <li key={outcome}>
            <a href={at(outcome)}>{outcomeWords[outcome]}</a>:{' '}
            {counts[outcome].toLocaleString('en-GB')}
          </li>
        ))}
      {show !== undefined && (
        <li>
          <a href={at()}>Show all rows</a>
        </li>
      )}
    </ul>
  )
}

function Start({ provider, file, counts, account }: CoursePreviewPageProps) {
  if (counts.new === 0) {
    return (
      <p>
        <strong>Nothing would be added.</strong> Put the rows right in your file, then{' '}
        <a href={paths.courseFiles(provider.slug)}>use it again</a>.
      </p>
    )
  }
  const courses = counts.new === 1 ? '1 course' : `${counts.new.toLocaleString('en-GB')} courses`
  return (
    <OwnForm action={paths.importCourses(provider.slug, file.id)} csrfToken={account.csrfToken}>
      <Button text={`Add ${courses}`} preventDoubleClick />
    </OwnForm>
  )
}

function Rows({ rows }: CoursePreviewPageProps) {
  return (
    <Table
      responsive
      head={['Row', 'Title', 'Covers', 'What will happen']}
      rows={rows.map(({ number, title, covers, outcome, problems }) => [
        String(number),
        { children: <span class="lanyard-breaks">{title}</span> },
        { children: <span class="lanyard-breaks">{covers}</span> },
        {
          children: (
            <>
              {outcome === 'new' ? outcomeWords.new : <strong>{outcomeWords[outcome]}</strong>}
              {problems.map((problem) => (
                <div key={problem} class="lanyard-breaks">
                  {problem}.
                </div>
              ))}
            </>
          ),
        },
      ])}
    />
  )
}

function Pages({ provider, file, show, page, pages }: CoursePreviewPageProps) {
  if (pages < 2) return null
  const at = (number: number) =>
    `${paths.courseFile(provider.slug, file.id, { show, page: String(number) })}#rows`
  return (
    <Pagination
      ariaLabel="Pages of rows"
      previous={page > 1 ? { href: at(page - 1), label: `${page - 1} of ${pages}` } : undefined}
      next={page < pages ? { href: at(page + 1), label: `${page + 1} of ${pages}` } : undefined}
    />
  )
}

interface CourseProgressPageProps extends OfProvider {
  readonly file: CourseFile
}

function GiveUp({ provider, file, account }: CourseProgressPageProps) {
  return (
    <OwnForm action={paths.cancelCourses(provider.slug, file.id)} csrfToken={account.csrfToken}>
      <Button variant="secondary" text="Stop, and forget this file" />
    </OwnForm>
  )
}

/** While it goes on the page looks again by itself, with script or without. */
export function CourseProgressPage(props: CourseProgressPageProps) {
  const { account, demo, provider, file } = props
  const title = 'Adding your courses'
  const back = { href: paths.courses(provider.slug), text: 'Courses you offer' }
  return (
    <OwnLayout {...{ account, demo, title, refreshSeconds, back }} team>
      <h1 class="nhsuk-heading-l">{title}</h1>
      <JobProgress done={file.done} total={file.total} of="courses" />
      <GiveUp {...props} />
    </OwnLayout>
  )
}

/** Finished, or given up: what was added stays. */
export function CourseFileOverPage({ account, demo, provider, file }: CourseProgressPageProps) {
  const { imported, done, finishedAt } = file
  const count = imported.toLocaleString('en-GB')
  const added = imported === 1 ? '1 course is added' : `${count} courses are added`
  const title = finishedAt === undefined ? 'Stopped' : added
  const back = { href: paths.courses(provider.slug), text: 'Courses you offer' }
  return (
    <OwnLayout {...{ account, demo, title, back }} team>
      <h1 class="nhsuk-heading-l">{title}</h1>
      {finishedAt === undefined && <p>{imported === 0 ? 'Nothing was added.' : `${added}.`}</p>}
      {imported < done && <p>{(done - imported).toLocaleString('en-GB')} were there already.</p>}
      <p>
        <a href={paths.courseFiles(provider.slug)}>Add another file</a>
      </p>
    </OwnLayout>
  )
}
