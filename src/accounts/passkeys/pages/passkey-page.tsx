import { plainDate } from '../../../language/plain-dates.ts'
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
import { SummaryList } from '../../../ui/summary-list.tsx'
import type { ListedPasskey } from '../model/passkey.ts'

interface PasskeyPageProps extends OwnPageProps {
  readonly passkey: ListedPasskey
  /** What was entered for its name. */
  readonly entered?: string | undefined
  readonly errors?: readonly FieldFault[] | undefined
}

export function PasskeyPage(props: PasskeyPageProps) {
  const { passkey, errors, account, demo } = props
  const { id, name, addedAt, backedUp } = passkey
  const { entered = name } = props
  return (
    <OwnLayout
      {...{ account, demo, errors }}
      title={`Passkey: ${name}`}
      notInMenu
      back={{ href: paths.account(), text: 'Your account' }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">Passkey</span>
        {name}
      </h1>
      <SummaryList
        rows={[
          { key: 'Added', value: plainDate(addedAt) },
          { key: 'Last used', value: lastUsed(passkey) },
          { key: 'Where it is', value: backedUp ? 'On all your devices' : 'On one device' },
        ]}
      />
      <h2 class="nhsuk-heading-m">Give it another name</h2>
      <OwnForm action={paths.renamePasskey(id)} csrfToken={account.csrfToken}>
        <Input
          name="name"
          label={{ text: 'Name' }}
          hint="For example: my phone"
          width={20}
          value={entered}
          autocomplete="off"
          attributes={{ maxlength: 60 }}
          errorMessage={faultOf(errors, 'name')}
        />
        <Button text="Save the name" variant="secondary" />
      </OwnForm>
      <h2 class="nhsuk-heading-m">Remove it</h2>
      <p>
        Do this when you lose the device or give it away. Afterwards nobody can sign in with this
        passkey. Your records stay as they are.
      </p>
      <OwnForm action={paths.removePasskey(id)} csrfToken={account.csrfToken}>
        <Button text="Remove this passkey" variant="warning" preventDoubleClick />
      </OwnForm>
    </OwnLayout>
  )
}

function lastUsed({ lastUsedAt }: ListedPasskey): string {
  return lastUsedAt === undefined ? 'Not yet' : plainDate(lastUsedAt)
}
