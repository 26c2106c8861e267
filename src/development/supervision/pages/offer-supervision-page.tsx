/** A supervisor, or whoever manages people, finds the worker by name. */
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Input } from '../../../ui/input.tsx'
import {
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { Select } from '../../../ui/select.tsx'
import type { ColleagueAt } from '../supervising-store.ts'

interface OfferSupervisionProps extends OwnPageProps {
  readonly id: string
  readonly name: string
  readonly found: readonly (ColleagueAt & { readonly key: string })[]
  /** Besides oneself; for managers alone. */
  readonly supervisors: readonly ColleagueAt[]
  readonly entered?: { readonly worker: string; readonly supervisor: string } | undefined
  readonly errors?: readonly FieldFault[] | undefined
}

export function OfferSupervisionPage(props: OfferSupervisionProps) {
  const { account, demo, errors, name, found } = props
  const title = 'Begin a supervision'
  return (
    <OwnLayout
      {...{ account, demo, errors, title }}
      team
      back={{ href: paths.teamSupervision(), text: 'Supervision' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <form method="get" action={paths.offerSupervision()} novalidate>
        <Input
          name="name"
          label={{ text: 'Part of the worker’s name', size: 's' }}
          value={name}
          autocomplete="off"
          width={20}
        />
        <Button text="Find" variant="secondary" />
      </form>
      {name !== '' && found.length === 0 && (
        <p>Nobody was found where you work. Try a shorter part of the name.</p>
      )}
      {found.length > 0 && <Offer {...props} />}
    </OwnLayout>
  )
}

function Offer(props: OfferSupervisionProps) {
  const { account, id, name, found, supervisors, entered, errors } = props
  return (
    <OwnForm action={paths.offerSupervision()} csrfToken={account.csrfToken}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="name" value={name} />
      <Radios
        name="worker"
        fieldset={{ legend: { text: 'Who is supervised?', size: 's' } }}
        errorMessage={faultOf(errors, 'worker')}
        value={entered?.worker}
        items={found.map(({ key, name, jobTitle }) => ({
          value: key,
          text: name,
          hint: jobTitle,
        }))}
      />
      {supervisors.length > 0 && (
        <Select
          name="supervisor"
          label={{ text: 'Who supervises?', size: 's' }}
          value={entered?.supervisor}
          errorMessage={faultOf(errors, 'supervisor')}
          items={[
            { value: '', text: 'I do' },
            ...supervisors.map((one) => ({ value: one.id, text: `${one.name}, ${one.jobTitle}` })),
          ]}
        />
      )}
      <p>We ask everybody it is about. It begins when they have said yes.</p>
      <Button text="Ask" preventDoubleClick />
    </OwnForm>
  )
}
