import type { Edition } from '../../../frameworks/model/framework.ts'
import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { InsetText } from '../../../ui/inset-text.tsx'
import {
  ConfirmNoPatient,
  type FieldFault,
  faultOf,
  noPatients,
  OwnForm,
} from '../../../ui/own-layout.tsx'
import type { SignedIn } from '../../../ui/page-header.tsx'
import { PageLayout } from '../../../ui/page-layout.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { SummaryList } from '../../../ui/summary-list.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import {
  type Course,
  costInWords,
  courseLevelNames,
  hoursInWords,
  modeNames,
  nationNames,
} from '../model/course.ts'
import type { AskEntered, Workplace } from '../model/entered.ts'
import { SectionList, startInWords } from './course-words.tsx'

export interface CoursePageProps {
  readonly account: SignedIn | undefined
  readonly demo: boolean
  readonly course: Course
  readonly edition: Edition
  readonly listed: boolean
  /** For the form; posting it twice asks once. */
  readonly id: string
  /** Where the reader works. */
  readonly places: readonly Workplace[]
  /** Their request for this course that is still open. */
  readonly open?: string | undefined
  readonly entered: AskEntered
  readonly errors?: readonly FieldFault[] | undefined
}

export function CoursePage(props: CoursePageProps) {
  const { account, demo, course, edition, errors = [] } = props
  return (
    <PageLayout
      {...{ account, demo, title: course.title, errorTitle: errors.length > 0 }}
      current={account === undefined ? undefined : 'passport'}
      back={{ href: paths.learning(), text: 'Find learning' }}
    >
      {errors.length > 0 && (
        <ErrorSummary
          errorList={errors.map(({ field, message }) => ({ text: message, href: `#${field}` }))}
        />
      )}
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{course.provider}</span>
        {course.title}
      </h1>
      {course.summary !== null && <p class="lanyard-breaks">{course.summary}</p>}
      <SummaryList rows={factsOf(course)} />
      <h2 class="nhsuk-heading-m">What it covers</h2>
      <SectionList edition={edition} codes={course.codes} />
      <p>
        The provider says so. Being there is not a sign-off: somebody still has to see you do it.
      </p>
      {course.link !== null && (
        <p>
          <a href={course.link} rel="noreferrer">
            Read more and book with {course.provider}
          </a>{' '}
          (another website)
        </p>
      )}
      <Ask {...props} />
    </PageLayout>
  )
}

function factsOf(course: Course) {
  const { mode, place, nation, minutes, pence, level, listed_until } = course
  const where = place === null ? nationNames[nation] : `${place}, ${nationNames[nation]}`
  const facts: readonly (readonly [string, string])[] = [
    ['How', modeNames[mode]],
    ['Where', where],
    ['How long', hoursInWords(minutes)],
    ['Cost', costInWords(pence)],
    ['When', startInWords(course)],
    ['Level', courseLevelNames[level]],
    ['Last day to ask', dayInWords(listed_until)],
  ]
  return facts.map(([key, value]) => ({ key, value }))
}

function Ask(props: CoursePageProps) {
  const { account, listed, open, places } = props
  if (!listed) {
    return <InsetText text="This can no longer be asked for. Look for another one like it." />
  }
  if (account === undefined) {
    return (
      <p>
        <a href={paths.passport()}>Sign in</a> to ask your manager for it.
      </p>
    )
  }
  if (open !== undefined) {
    return (
      <InsetText>
        <p>
          You asked for this. <a href={paths.learningAsk(open)}>See where it is</a>
        </p>
      </InsetText>
    )
  }
  if (places.length === 0) {
    return (
      <p>
        You have no employer here to ask. You can still do it, and then{' '}
        <a href={paths.addEntry('training')}>add it to your passport</a>.
      </p>
    )
  }
  return <AskForm {...props} account={account} />
}

function AskForm({
  account,
  course,
  id,
  places,
  entered,
  errors,
}: CoursePageProps & { readonly account: SignedIn }) {
  const [only] = places.length === 1 ? places : []
  return (
    <OwnForm action={paths.askForCourse(course.id)} csrfToken={account.csrfToken}>
      <h2 class="nhsuk-heading-m">Ask to do this</h2>
      <input type="hidden" name="id" value={id} />
      <p>
        {only === undefined
          ? 'The managers there see your name, this course and what you write.'
          : `Your managers at ${only.name} see your name, this course and what you write.`}{' '}
        They see nothing more of your passport.
      </p>
      {only === undefined && (
        <Radios
          name="organisation"
          idPrefix="organisation"
          fieldset={{ legend: { text: 'Which employer do you ask?', size: 's' } }}
          value={entered.organisation}
          errorMessage={faultOf(errors, 'organisation')}
          items={places.map(({ slug, name }) => ({ value: slug, text: name }))}
        />
      )}
      <Textarea
        name="words"
        label={{ text: 'Why would it help? (optional)', size: 's' }}
        hint={`One line is enough. ${noPatients}`}
        errorMessage={faultOf(errors, 'words')}
        rows={3}
        value={entered.words}
      />
      <ConfirmNoPatient findings={entered.findings} />
      <Button text="Ask my manager" preventDoubleClick />
    </OwnForm>
  )
}
