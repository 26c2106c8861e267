import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { DateInput } from '../../../ui/date-input.tsx'
import { Input } from '../../../ui/input.tsx'
import {
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Radios } from '../../../ui/radios.tsx'
import type { EmailAddress } from '../model/email-address.ts'
import { CodeInput, NoLetter } from './code-input.tsx'

interface AddAddressPageProps extends OwnPageProps {
  readonly entered: {
    readonly email: string
    readonly kind: string
    readonly ends: { readonly day: string; readonly month: string; readonly year: string }
  }
  readonly errors?: readonly FieldFault[] | undefined
}

const toAccount = () => ({ href: paths.account(), text: 'Your account' })

export function AddAddressPage({ account, demo, entered, errors }: AddAddressPageProps) {
  const title = 'Add an e-mail address'
  return (
    <OwnLayout {...{ account, demo, errors, title }} back={toAccount()} notInMenu>
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>You can sign in with every address you add. We send a code to it to check it is yours.</p>
      <OwnForm action={paths.addAddress()} csrfToken={account.csrfToken}>
        <Input
          name="email"
          type="email"
          label={{ text: 'E-mail address', size: 'm' }}
          errorMessage={faultOf(errors, 'email')}
          value={entered.email}
          autocomplete="email"
          autocapitalize="none"
          spellcheck={false}
          width={30}
        />
        <Radios
          name="kind"
          fieldset={{ legend: { text: 'Whose address is it?', size: 'm' } }}
          errorMessage={faultOf(errors, 'kind')}
          value={entered.kind}
          items={[
            { value: 'personal', text: 'My own', hint: 'You keep it when you change job.' },
            { value: 'work', text: 'From work', hint: 'It ends when you leave the job.' },
          ]}
        />
        <LastDay {...{ entered, errors }} />
        <Button text="Send me a code" />
      </OwnForm>
    </OwnLayout>
  )
}

function LastDay({ entered, errors }: Pick<AddAddressPageProps, 'entered' | 'errors'>) {
  return (
    <DateInput
      id="ends"
      fieldset={{ legend: { text: 'If it is from work, and you know its last day', size: 'm' } }}
      hint="For example, 31 3 2027. We remind you 60 days before. You can leave this empty."
      errorMessage={faultOf(errors, 'ends-day')}
      items={(['day', 'month', 'year'] as const).map((part) => ({
        name: `ends-${part}`,
        id: `ends-${part}`,
        label: part.charAt(0).toUpperCase() + part.slice(1),
        value: entered.ends[part],
        width: part === 'year' ? 4 : 2,
      }))}
    />
  )
}

interface ConfirmAddressPageProps extends OwnPageProps {
  readonly address: string
  readonly entered?: string | undefined
  readonly errors?: readonly FieldFault[] | undefined
}

export function ConfirmAddressPage(props: ConfirmAddressPageProps) {
  const { account, demo, errors, address, entered } = props
  const title = 'Check that e-mail address'
  return (
    <OwnLayout
      {...{ account, demo, errors, title }}
      back={{ href: paths.addAddress(), text: 'Add another address instead' }}
      notInMenu
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        We have sent an e-mail to <strong class="lanyard-breaks">{address}</strong>. Type the code
        from it here. Until you do, the address is not added.
      </p>
      <OwnForm action={paths.confirmAddress()} csrfToken={account.csrfToken}>
        <CodeInput {...{ entered, errors }} />
        <Button text="Add this address" />
      </OwnForm>
      <NoLetter again={paths.addAddress()} demo={demo} />
    </OwnLayout>
  )
}

interface RemoveAddressPageProps extends OwnPageProps {
  readonly known: EmailAddress
}

export function RemoveAddressPage({ account, demo, known }: RemoveAddressPageProps) {
  const title = 'Remove this e-mail address?'
  return (
    <OwnLayout {...{ account, demo, title }} back={toAccount()} notInMenu>
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        <strong class="lanyard-breaks">{known.address}</strong>
      </p>
      <p>
        You can then no longer sign in with it, and we send nothing more to it. Nothing in your
        passport changes. You can add the address again later.
      </p>
      <OwnForm action={paths.removeAddress(known.id)} csrfToken={account.csrfToken}>
        <Button text="Remove it" variant="warning" />
      </OwnForm>
    </OwnLayout>
  )
}
