import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Input } from '../../../ui/input.tsx'
import { type FieldFault, faultOf, OwnForm } from '../../../ui/own-layout.tsx'
import { SharedComputerChoice } from './sign-in-page.tsx'
import { SignedOutLayout } from './signed-out-layout.tsx'

interface RecoveryPageProps {
  readonly demo: boolean
  readonly csrfToken: string
  readonly next: string
  readonly entered?: string | undefined
  readonly sharedComputer?: boolean | undefined
  readonly errors?: readonly FieldFault[] | undefined
}

export function RecoveryPage(props: RecoveryPageProps) {
  const { demo, csrfToken, next, entered, sharedComputer = false, errors } = props
  return (
    <SignedOutLayout
      {...{ demo, errors }}
      title="Use your recovery sheet"
      back={{ href: paths.signIn(next), text: 'Sign in another way' }}
    >
      <h1 class="nhsuk-heading-l">Use your recovery sheet</h1>
      <p>Type any code from your sheet that is not crossed out. Then cross it out.</p>
      <OwnForm action={paths.signInRecovery()} csrfToken={csrfToken}>
        <input type="hidden" name="next" value={next} />
        <Input
          name="paper-code"
          label={{ text: 'Code from your sheet', size: 's' }}
          hint="16 letters and numbers, like 7K2M-9QXT-4HDW-R3VB. Capitals and hyphens do not matter."
          errorMessage={faultOf(errors, 'paper-code')}
          value={entered}
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          width={20}
          code
          large
        />
        <SharedComputerChoice chosen={sharedComputer} />
        <Button text="Sign in" />
      </OwnForm>
      <h2 class="nhsuk-heading-m">If you have no sheet</h2>
      <p>
        Ask your manager or learning team. They can check face to face that it is you, and help you
        back in. What is in your passport stays as it is.
      </p>
    </SignedOutLayout>
  )
}
