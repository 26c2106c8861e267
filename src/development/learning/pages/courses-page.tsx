import { dayInWords } from '../../../language/plain-dates.ts'
import type { Employer } from '../../../organisations/memberships/people-store.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { InsetText } from '../../../ui/inset-text.tsx'
import { DoneBanner, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { type Course, isListed } from '../model/course.ts'
import { briefly, placeInWords } from './course-words.tsx'

export interface CoursesPageProps extends OwnPageProps {
  readonly provider: Employer
  readonly courses: readonly Course[]
  readonly today: string
  readonly done?: string | undefined
}

const doneWords: ReadonlyMap<string, string> = new Map([
  ['added', 'People can find it now.'],
  ['changed', 'Your change is saved.'],
  ['removed', 'It is no longer listed. Those who asked for it still see what it was.'],
])

/** The courses of one provider, for whoever fills its part of the catalogue. */
export function CoursesPage({ account, demo, provider, courses, today, done }: CoursesPageProps) {
  const title = 'Courses you offer'
  const words = doneWords.get(done ?? '')
  return (
    <OwnLayout {...{ account, demo, title }} team back={{ href: paths.team(), text: 'Your team' }}>
      {words && <DoneBanner title="Done" words={words} />}
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{provider.name}</span>
        {title}
      </h1>
      {provider.mayIssue ? (
        <>
          <Button text="Add a course" href={paths.addCourse(provider.slug)} />
          <p>
            <a href={paths.courseFiles(provider.slug)}>Add many from a file (CSV)</a>
          </p>
        </>
      ) : (
        <InsetText text="You can add courses once two stewards have checked who your organisation is." />
      )}
      <p>
        <a href={paths.learningWanted(provider.slug)}>What people want to learn near you</a>
      </p>
      {courses.length === 0 && <p>You offer nothing here yet.</p>}
      <ul class="nhsuk-list">
        {courses.map((course) => (
          <li key={course.id}>
            <a href={paths.changeCourse(provider.slug, course.id)}>{course.title}</a>{' '}
            {isListed(course, today) || <Tag colour="grey" text="Over" />}
            <br />
            {placeInWords(course)}
            <br />
            {briefly(course)} Listed until {dayInWords(course.listed_until)}.
          </li>
        ))}
      </ul>
    </OwnLayout>
  )
}
