import type { Edition } from '../../../frameworks/model/framework.ts'
import type { Employer } from '../../../organisations/memberships/people-store.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import { Input } from '../../../ui/input.tsx'
import {
  type FieldFault,
  faultOf,
  noPatients,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { Select } from '../../../ui/select.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import {
  courseLevelNames,
  courseLevels,
  courseModes,
  courseNations,
  modeNames,
  nationNames,
} from '../model/course.ts'
import type { CourseTexts } from '../model/read-course.ts'

export interface CourseFormPageProps extends OwnPageProps {
  readonly provider: Employer
  readonly edition: Edition
  /** Of the course that is changed; a new one has none. */
  readonly course?: string | undefined
  /** For the form; posting it twice adds one. */
  readonly id: string
  readonly entered: CourseTexts
  readonly errors?: readonly FieldFault[] | undefined
}

export function CourseFormPage(props: CourseFormPageProps) {
  const { account, demo, provider, course, id, errors } = props
  const title = course === undefined ? 'Add a course' : 'Change a course'
  const action =
    course === undefined
      ? paths.addCourse(provider.slug)
      : paths.changeCourse(provider.slug, course)
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
      <OwnForm action={action} csrfToken={account.csrfToken}>
        <input type="hidden" name="id" value={id} />
        <What {...props} />
        <Where {...props} />
        <When {...props} />
        <Button text={course === undefined ? 'Add this course' : 'Save'} preventDoubleClick />
      </OwnForm>
      {course !== undefined && (
        <OwnForm action={paths.removeCourse(provider.slug, course)} csrfToken={account.csrfToken}>
          <Button text="Stop listing this course" variant="secondary" />
        </OwnForm>
      )}
    </OwnLayout>
  )
}

type PartProps = Pick<CourseFormPageProps, 'entered' | 'errors' | 'edition'>

function What({ entered, errors, edition }: PartProps) {
  return (
    <>
      <Input
        name="title"
        label={{ text: 'What is it called?', size: 's' }}
        errorMessage={faultOf(errors, 'title')}
        value={entered.title}
        autocomplete="off"
      />
      <Textarea
        name="about"
        label={{ text: 'What is it about? (optional)', size: 's' }}
        hint={`Two or three plain sentences. ${noPatients}`}
        errorMessage={faultOf(errors, 'about')}
        rows={3}
        value={entered.about}
      />
      <Select
        name="level"
        label={{ text: 'Level', size: 's' }}
        errorMessage={faultOf(errors, 'level')}
        value={entered.level}
        items={courseLevels.map((value) => ({ value, text: courseLevelNames[value] }))}
      />
      <Input
        name="covers"
        label={{ text: 'Which statements does it cover?', size: 's' }}
        hint="Their codes, with commas: 3.9, 3.11. People find it by these."
        errorMessage={faultOf(errors, 'covers')}
        value={entered.covers}
        autocomplete="off"
        spellcheck={false}
      />
      <Details summary="Look up the codes">
        {edition.domains.map(({ number, title, sections }) => (
          <section key={number}>
            <h3 class="nhsuk-heading-xs">
              {number}. {title}
            </h3>
            <ul>
              {sections.map(({ code, title }) => (
                <li key={code}>
                  <strong>{code}</strong> {title}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </Details>
    </>
  )
}

function Where({ entered, errors }: PartProps) {
  return (
    <>
      <Radios
        name="mode"
        idPrefix="mode"
        fieldset={{ legend: { text: 'How is it taught?', size: 's' } }}
        errorMessage={faultOf(errors, 'mode')}
        value={entered.mode}
        items={courseModes.map((value) => ({ value, text: modeNames[value] }))}
      />
      <Input
        name="place"
        label={{ text: 'Town or place', size: 's' }}
        hint="Leave this empty if all of it is online."
        errorMessage={faultOf(errors, 'place')}
        value={entered.place}
        width={20}
        autocomplete="off"
      />
      <Select
        name="nation"
        label={{ text: 'Nation', size: 's' }}
        errorMessage={faultOf(errors, 'nation')}
        value={entered.nation}
        items={[
          { value: '', text: 'Choose' },
          ...courseNations.map((value) => ({ value, text: nationNames[value] })),
        ]}
      />
    </>
  )
}

function When({ entered, errors }: PartProps) {
  const line = (name: keyof CourseTexts, label: string, hint: string) => (
    <Input
      name={name}
      label={{ text: label, size: 's' }}
      hint={hint}
      errorMessage={faultOf(errors, name)}
      value={entered[name]}
      width={10}
      autocomplete="off"
    />
  )
  return (
    <>
      {line('hours', 'How many hours does it take?', 'Such as 3, or 7.5 for a day.')}
      {line('cost', 'What does it cost a worker or their employer?', 'Such as £25, or Free.')}
      {line(
        'starts',
        'When does it start? (optional)',
        'Such as 31/1/2027. Leave it empty if people can start at any time.',
      )}
      {line(
        'until',
        'Last day to ask for it (optional)',
        'After it, the course is no longer listed. If you leave it empty: the day it starts, or a year from now.',
      )}
      <Input
        name="link"
        label={{ text: 'Where can people read more and book? (optional)', size: 's' }}
        hint="A web address that begins with https://"
        errorMessage={faultOf(errors, 'link')}
        value={entered.link}
        autocomplete="off"
        spellcheck={false}
      />
    </>
  )
}
