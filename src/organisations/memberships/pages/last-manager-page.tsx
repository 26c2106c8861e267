import { paths } from '../../../paths.ts'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import type { Employer } from '../people-store.ts'

interface LastManagerPageProps extends OwnPageProps {
  readonly employer: Employer
  readonly person: { readonly id: string; readonly name: string }
}

/** Refused, with what to do first. */
export function LastManagerPage({ employer, person, account, demo }: LastManagerPageProps) {
  const title = 'Somebody must manage people here'
  return (
    <OwnLayout
      {...{ account, demo, title }}
      team
      back={{ href: paths.person(employer.slug, person.id), text: person.name }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        {person.name} is the last person who manages people at {employer.name}. Nothing was changed:
        without a manager nobody could be invited, given a permission or leave.
      </p>
      <p>
        First give “Manage people” to a colleague:{' '}
        <a href={paths.people(employer.slug)}>find them</a>, open their page and choose “Give a
        permission”. Then come back.
      </p>
    </OwnLayout>
  )
}
