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

interface EnterCodePageProps extends OwnPageProps {
  readonly entered: string
  readonly errors?: readonly FieldFault[] | undefined
}

export function EnterCodePage({ entered, errors, account, demo }: EnterCodePageProps) {
  const title = 'Enter a code'
  return (
    <OwnLayout
      {...{ account, demo, errors, title }}
      team
      back={{ href: paths.requests(), text: 'Requests for sign-off' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <OwnForm action={paths.enterCode()} csrfToken={account.csrfToken}>
        <Input
          name="code"
          label={{ text: 'The six figures on their phone', size: 'm' }}
          errorMessage={faultOf(errors, 'code')}
          value={entered}
          inputmode="numeric"
          autocomplete="off"
          width={10}
          code
        />
        <Button text="Continue" />
      </OwnForm>
      <p>
        The support worker finds it in their passport, under “Show a code”. A code works once, for
        ten minutes, where you both work. After several wrong ones, wait a quarter of an hour.
      </p>
    </OwnLayout>
  )
}
