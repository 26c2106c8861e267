import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/checkboxes.tsx'
import { atFirstPart, type DayParts, DayQuestion } from '../../../ui/day-question.tsx'
import { Input } from '../../../ui/input.tsx'
import {
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'

export interface MoveEntered {
  readonly area: string
  readonly on: DayParts
  readonly leaves: boolean
}

export interface MovePageProps extends OwnPageProps {
  readonly slug: string
  readonly name: string
  /** Names of the areas that it belongs to now. */
  readonly areas: readonly string[]
  readonly entered: MoveEntered
  readonly errors?: readonly FieldFault[] | undefined
}

export function MovePage({ slug, name, areas, entered, errors, account, demo }: MovePageProps) {
  return (
    <OwnLayout
      {...{ account, demo }}
      title="Record its area"
      errors={atFirstPart(errors, ['on'])}
      team
      back={{ href: paths.stewardsOrganisation(slug), text: name }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{name}</span>
        Record its area
      </h1>
      <p>
        {areas.length === 0
          ? 'It belongs to no area now.'
          : `It belongs to ${areas.join(' and ')} now.`}
      </p>
      <OwnForm action={paths.moveOrganisation(slug)} csrfToken={account.csrfToken}>
        <Input
          name="area"
          label={{ text: 'To which area does it belong?', size: 'm' }}
          hint="By its name, or by its address in the register."
          errorMessage={faultOf(errors, 'area')}
          value={entered.area}
          autocomplete="off"
        />
        <DayQuestion
          field="on"
          parts={entered.on}
          legend="From which day?"
          errorMessage={faultOf(errors, 'on')}
        />
        {areas.length > 0 && (
          <Checkboxes
            name="leaves"
            idPrefix="leaves"
            values={entered.leaves ? ['yes'] : []}
            items={[{ value: 'yes', text: `It then leaves ${areas.join(' and ')}` }]}
          />
        )}
        <Button text="Record it" preventDoubleClick />
      </OwnForm>
    </OwnLayout>
  )
}
