import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { atFirstPart, type DayParts, DayQuestion } from '../../../ui/day-question.tsx'
import { Input } from '../../../ui/input.tsx'
import { type FieldFault, faultOf, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import type { EventKind } from '../../model/organisation-history.ts'

export interface EventEntered {
  readonly on: DayParts
  readonly source: string
  readonly name: string
  /** One a line. */
  readonly others: string
  readonly into: string
}

export interface EventPageProps extends OwnPageProps {
  readonly slug: string
  readonly name: string
  readonly kind: EventKind
  readonly entered: EventEntered
  readonly errors?: readonly FieldFault[] | undefined
}

export const eventTitles: Readonly<Record<EventKind, string>> = {
  renamed: 'Record a new name',
  merged: 'Record a merger',
  split: 'Record a split',
  closed: 'Record that it closed',
}

export function EventPage(props: EventPageProps) {
  const { slug, name, kind, entered, errors, account, demo } = props
  const title = eventTitles[kind]
  return (
    <OwnLayout
      {...{ account, demo, title }}
      errors={atFirstPart(errors, ['on'])}
      team
      back={{ href: paths.stewardsOrganisation(slug), text: name }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{name}</span>
        {title}
      </h1>
      <p>Record what has happened already. You check it on the next page.</p>
      <form method="get" action={paths.recordOrganisationEvent(slug, kind)} novalidate>
        <input type="hidden" name="check" value="yes" />
        <Questions {...props} />
        <DayQuestion
          field="on"
          parts={entered.on}
          legend="When did it happen?"
          hint="The first day on which it was so. For example, 1 4 2026"
          errorMessage={faultOf(errors, 'on')}
        />
        <Input
          name="source"
          label={{ text: 'Where was it announced?', size: 'm' }}
          hint="Everybody can read this. For example, board papers of March 2026"
          errorMessage={faultOf(errors, 'source')}
          value={entered.source}
          autocomplete="off"
        />
        <Button text="Check before recording" />
      </form>
    </OwnLayout>
  )
}

const byNameOrAddress = 'By its name, or by its address in the register.'

function Questions(props: EventPageProps) {
  const { kind, entered, errors } = props
  switch (kind) {
    case 'renamed':
      return (
        <Input
          name="name"
          label={{ text: 'Its new name', size: 'm' }}
          errorMessage={faultOf(errors, 'name')}
          value={entered.name}
          autocomplete="off"
        />
      )
    case 'merged':
      return (
        <>
          <OtherOrganisations {...props} text="Which others merged with it?" />
          <Input
            name="into"
            label={{ text: 'Into which organisation?', size: 'm' }}
            hint={`${byNameOrAddress} It can be one of them. If it is new, add it to the register first.`}
            errorMessage={faultOf(errors, 'into')}
            value={entered.into}
            autocomplete="off"
          />
        </>
      )
    case 'split':
      return <OtherOrganisations {...props} text="Into which organisations was it split?" />
    case 'closed':
      return <p>If another organisation took over its work, record a merger instead.</p>
  }
}

function OtherOrganisations({
  name,
  kind,
  entered,
  errors,
  text,
}: EventPageProps & { readonly text: string }) {
  const alone = 'Leave this empty if no other ended with it.'
  const goesOn = `If ${name} goes on as one of them, enter it too. Add new ones to the register first.`
  return (
    <Textarea
      name="others"
      label={{ text, size: 'm' }}
      hint={`One on each line. ${byNameOrAddress} ${kind === 'split' ? goesOn : alone}`}
      errorMessage={faultOf(errors, 'others')}
      rows={3}
      value={entered.others}
    />
  )
}
