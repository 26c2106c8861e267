import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { atFirstPart, type DayParts, DayQuestion } from '../../../ui/day-question.tsx'
import { Input } from '../../../ui/input.tsx'
import {
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Select } from '../../../ui/select.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import type { PlaceKind, Site } from '../../model/team.ts'

export interface PlaceEntered {
  readonly name: string
  readonly address: string
  readonly site: string
  readonly to: DayParts
}

export interface PlacePageProps extends OwnPageProps {
  readonly slug: string
  readonly kind: PlaceKind
  /** "add" for a new one. */
  readonly id: string
  /** Where a team can be. */
  readonly sites: readonly Site[]
  readonly entered: PlaceEntered
  readonly errors?: readonly FieldFault[] | undefined
}

/** One site or team, new or there already. */
export function PlacePage(props: PlacePageProps) {
  const { slug, kind, id, entered, errors, account, demo } = props
  const isNew = id === 'add'
  const title = `${isNew ? 'Add' : 'Change'} a ${kind}`
  const address = kind === 'site' ? paths.organisationSite : paths.organisationTeam
  return (
    <OwnLayout
      {...{ account, demo, title }}
      errors={atFirstPart(errors, ['to'])}
      team
      back={{ href: paths.organisationTeams(slug), text: 'Sites and teams' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <OwnForm action={address(slug, id)} csrfToken={account.csrfToken}>
        <Input
          name="name"
          label={{ text: 'Name', size: 'm' }}
          hint={kind === 'site' ? 'For example, Saltbeck Hospital' : 'For example, Stroke ward'}
          errorMessage={faultOf(errors, 'name')}
          value={entered.name}
          autocomplete="off"
        />
        {kind === 'site' ? <AddressField {...props} /> : <SiteField {...props} />}
        {!isNew && (
          <DayQuestion
            field="to"
            parts={entered.to}
            legend="Its last day"
            hint="Only if it ends. What was recorded of it stays."
            errorMessage={faultOf(errors, 'to')}
          />
        )}
        <Button text="Save" preventDoubleClick />
      </OwnForm>
    </OwnLayout>
  )
}

function AddressField({ entered, errors }: PlacePageProps) {
  return (
    <Textarea
      name="address"
      label={{ text: 'Address', size: 'm' }}
      hint="You can leave this empty."
      errorMessage={faultOf(errors, 'address')}
      rows={3}
      value={entered.address}
      autocomplete="off"
    />
  )
}

function SiteField({ sites, entered, errors }: PlacePageProps) {
  return (
    <Select
      name="site"
      label={{ text: 'At which site?', size: 'm' }}
      errorMessage={faultOf(errors, 'site')}
      value={entered.site}
      items={[
        { value: '', text: 'At no one site' },
        ...sites.map(({ id, name }) => ({ value: id, text: name })),
      ]}
    />
  )
}
