import type { Edition } from '../../../frameworks/model/framework.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Checkboxes } from '../../../ui/checkboxes.tsx'
import { Details } from '../../../ui/details.tsx'
import { Input } from '../../../ui/input.tsx'
import { DoneBanner, OwnForm } from '../../../ui/own-layout.tsx'
import type { SignedIn } from '../../../ui/page-header.tsx'
import { PageLayout } from '../../../ui/page-layout.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { Select } from '../../../ui/select.tsx'
import type { FoundCourses } from '../courses-store.ts'
import { type Course, courseModes, courseNations, modeNames, nationNames } from '../model/course.ts'
import type { FindEntered } from '../model/find-entered.ts'
import { nameSections } from '../model/name-sections.ts'
import type { Area } from '../wishes-store.ts'
import { briefly, placeInWords } from './course-words.tsx'

export interface LearningPageProps {
  readonly account: SignedIn | undefined
  readonly demo: boolean
  readonly edition: Edition
  readonly entered: FindEntered
  readonly found: FoundCourses
  readonly pages: number
  /** What was looked for. Undefined: whatever it covers. */
  readonly wanted: readonly string[] | undefined
  /** Where the reader can say that it is missing. */
  readonly areas: readonly Area[]
  readonly done?: string | undefined
}

export function LearningPage(props: LearningPageProps) {
  const { account, demo, found, done } = props
  return (
    <PageLayout
      {...{ account, demo }}
      title="Find learning"
      current={account === undefined ? undefined : 'passport'}
    >
      {done === 'told' && (
        <DoneBanner
          title="Told"
          words="Providers near you can see that this is missing. They do not see your name."
        />
      )}
      <h1 class="nhsuk-heading-l">Find learning</h1>
      <p>
        Courses and other learning, by what each one covers. Colleges, employers and charities add
        their own.
      </p>
      {account && (
        <p>
          <a href={paths.ownLearning()}>What I asked for</a>
        </p>
      )}
      <FindForm {...props} />
      <h2 class="nhsuk-heading-m" id="found">
        {found.count === 1 ? '1 course' : `${found.count.toLocaleString('en-GB')} courses`}
      </h2>
      {found.count === 0 ? <NothingFound {...props} /> : <Found {...props} />}
      <Missing {...props} />
      <OtherLearning account={account} />
    </PageLayout>
  )
}

function FindForm({ account, edition, entered }: LearningPageProps) {
  const sections = edition.domains.flatMap(({ sections }) => sections)
  const mine =
    account === undefined
      ? []
      : [
          { value: 'mine', text: 'What is missing or due soon for me' },
          { value: 'missing', text: 'Only what is missing for me' },
          { value: 'due', text: 'Only what is due soon for me' },
        ]
  return (
    <form method="get" action={`${paths.learning()}#found`}>
      <Select
        name="covers"
        label={{ text: 'What should it cover?', size: 's' }}
        value={entered.covers}
        items={[
          ...mine,
          { value: 'any', text: 'Anything' },
          ...sections.map(({ code, title }) => ({ value: code, text: `${code} ${title}` })),
        ]}
      />
      <Details summary="Choose how, where, how long and what it costs" open={isNarrowed(entered)}>
        <Narrow {...entered} />
      </Details>
      <Button text="Find" />
    </form>
  )
}

function Narrow({ mode, nation, place, hours, cost }: FindEntered) {
  const any = { value: '', text: 'Any' }
  return (
    <>
      <Select
        name="mode"
        label="How"
        value={mode ?? ''}
        items={[any, ...courseModes.map((value) => ({ value, text: modeNames[value] }))]}
      />
      <Input
        name="place"
        label="Town or place"
        hint="Online courses are shown too."
        value={place}
        width={20}
        autocomplete="off"
      />
      <Select
        name="nation"
        label="Nation"
        value={nation ?? ''}
        items={[any, ...courseNations.map((value) => ({ value, text: nationNames[value] }))]}
      />
      <Select
        name="hours"
        label="How long"
        value={hours}
        items={[
          { value: '', text: 'Any time' },
          { value: '2', text: 'Up to 2 hours' },
          { value: '8', text: 'Up to a day' },
          { value: '40', text: 'Up to a week' },
        ]}
      />
      <Select
        name="cost"
        label="Cost"
        value={cost}
        items={[
          { value: '', text: 'Any cost' },
          { value: '0', text: 'Free' },
          { value: '50', text: 'Up to £50' },
          { value: '250', text: 'Up to £250' },
        ]}
      />
    </>
  )
}

function isNarrowed({ mode, nation, place, hours, cost }: FindEntered): boolean {
  return (
    [mode, nation].some((one) => one !== undefined) ||
    [place, hours, cost].some((one) => one !== '')
  )
}

function Found(props: LearningPageProps) {
  const { found, edition, wanted = [] } = props
  return (
    <>
      <ul class="nhsuk-list">
        {found.courses.map((course) => (
          <li key={course.id}>
            <CourseCard {...{ course, edition, wanted }} />
          </li>
        ))}
      </ul>
      <Pages {...props} />
    </>
  )
}

function CourseCard({
  course,
  edition,
  wanted,
}: {
  readonly course: Course
  readonly edition: Edition
  readonly wanted: readonly string[]
}) {
  const asked = course.codes.filter((code) => wanted.includes(code))
  const sections = nameSections(edition, asked.length > 0 ? asked : course.codes)
  const shown = sections.slice(0, 3).map(({ code, title }) => `${code} ${title}`)
  const more = sections.length - shown.length
  return (
    <Card
      heading={{ text: course.title, level: 3, size: 's' }}
      href={paths.course(course.id)}
      clickable
    >
      <p>
        {course.provider}
        <br />
        {placeInWords(course)}
        <br />
        {briefly(course)}
      </p>
      <p>
        {asked.length > 0 ? 'Covers, of what you look for: ' : 'Covers: '}
        {shown.join('; ')}
        {more > 0 && `; and ${more} more`}
      </p>
    </Card>
  )
}

function Pages({ entered, pages }: LearningPageProps) {
  if (pages < 2) return null
  const { page, covers, mode, nation, place, hours, cost } = entered
  const at = (number: number) =>
    `${paths.learning({ covers, mode, nation, place, hours, cost, page: String(number) })}#found`
  return (
    <Pagination
      ariaLabel="Pages of courses"
      previous={page > 1 ? { href: at(page - 1), label: `${page - 1} of ${pages}` } : undefined}
      next={page < pages ? { href: at(page + 1), label: `${page + 1} of ${pages}` } : undefined}
    />
  )
}

function NothingFound({ entered, wanted }: LearningPageProps) {
  const { covers } = entered
  if (wanted?.length === 0) {
    return (
      <p>Nothing is missing or due soon for you at your level. You can look for anything else.</p>
    )
  }
  return (
    <>
      <p>Nobody offers this here yet. You can:</p>
      <ul>
        {isNarrowed(entered) && (
          <li>
            <a href={`${paths.learning({ covers })}#found`}>look anywhere, for any time and cost</a>
          </li>
        )}
        <li>ask a colleague who does it well to show you, and try it with them there</li>
        <li>ask your supervisor or learning team: not every course is listed here</li>
      </ul>
    </>
  )
}

/** The most that is offered to tick: the rest is found by section. */
const mostToTick = 12

/** What no course on this page covers: the worker ticks, and nothing is told without. */
function Missing({ account, edition, wanted, found, areas, entered }: LearningPageProps) {
  if (account === undefined || wanted === undefined || areas.length === 0) return null
  const covered = new Set(found.courses.flatMap(({ codes }) => codes))
  const lacking = wanted.filter((code) => !covered.has(code))
  const sections = nameSections(edition, lacking).slice(0, mostToTick)
  if (sections.length === 0 || entered.page > 1) return null
  return (
    <Details summary="Tell providers what is missing near you" open={found.count === 0}>
      <OwnForm action={paths.missingLearning()} csrfToken={account.csrfToken}>
        <p>
          Providers and planners in {areas.map(({ name }) => name).join(' and ')} then see that
          somebody wants this. They never see who. They see a number only when at least 5 people say
          the same.
        </p>
        <Checkboxes
          name="codes"
          idPrefix="codes"
          small
          fieldset={{ legend: { text: 'What is missing?', size: 's' } }}
          items={sections.map(({ code, title, codes }) => ({
            value: codes.join(' '),
            text: `${code} ${title}`,
          }))}
        />
        <Button text="Tell providers that this is missing near me" variant="secondary" />
      </OwnForm>
    </Details>
  )
}

function OtherLearning({ account }: { readonly account: SignedIn | undefined }) {
  return (
    <>
      <h2 class="nhsuk-heading-m">Learning that is not a course</h2>
      <ul>
        <li>
          <a href={paths.addEntry('supporting-learners')}>
            You helped a learner, a student or a new colleague
          </a>
          : that is learning too. Add it to your passport.
        </li>
        <li>
          <a href={paths.addEntry('training')}>You did training elsewhere</a>: add it yourself. You
          do not need to ask anybody.
        </li>
        <li>
          <a href={paths.support()}>What helps me learn</a>: time, changes, language or somebody to
          talk to.
        </li>
      </ul>
      {account === undefined && (
        <p>
          <a href={paths.passport()}>Sign in</a> to look for what is missing in your own passport.
        </p>
      )}
    </>
  )
}
