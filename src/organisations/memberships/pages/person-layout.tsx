/** A page about one person of an employer, with the way back to them. */
import type { ComponentChildren } from 'preact'
import { paths } from '../../../paths.ts'
import { type FieldFault, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import type { Employer } from '../people-store.ts'

export interface OfPerson extends OwnPageProps {
  readonly employer: Employer
  readonly person: { readonly id: string; readonly name: string }
}

interface PersonLayoutProps extends OfPerson {
  readonly title: string
  readonly caption?: string
  readonly errors?: readonly FieldFault[] | undefined
  readonly children: ComponentChildren
}

export function PersonLayout(props: PersonLayoutProps) {
  const { employer, person, title, errors, account, demo, children } = props
  const { caption = `${person.name}, ${employer.name}` } = props
  return (
    <OwnLayout
      {...{ account, demo, title, errors }}
      team
      back={{ href: paths.person(employer.slug, person.id), text: person.name }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{caption}</span>
        {title}
      </h1>
      {children}
    </OwnLayout>
  )
}
