import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { OwnForm } from '../../../ui/own-layout.tsx'
import { SignedOutLayout } from './signed-out-layout.tsx'

interface SignInLinkPageProps {
  readonly demo: boolean
  readonly csrfToken: string
  readonly link: string
  /** Undefined in any browser but the one that asked. */
  readonly address?: string | undefined
}

/** A button, because those who scan letters open the links in them. */
export function SignInLinkPage({ demo, csrfToken, link, address }: SignInLinkPageProps) {
  if (address === undefined) return <Elsewhere demo={demo} />
  return (
    <SignedOutLayout demo={demo} title="Sign in">
      <h1 class="nhsuk-heading-l">Sign in</h1>
      <p>
        You asked to sign in with <strong class="lanyard-breaks">{address}</strong>.
      </p>
      <OwnForm action={paths.signInLink(link)} csrfToken={csrfToken}>
        <Button text="Sign in" />
      </OwnForm>
    </SignedOutLayout>
  )
}

function Elsewhere({ demo }: { readonly demo: boolean }) {
  return (
    <SignedOutLayout demo={demo} title="Type the code instead">
      <h1 class="nhsuk-heading-l">Type the code instead</h1>
      <p>
        This link only works in the browser where you typed your e-mail address, once and for 10
        minutes. That keeps you safe if somebody else has your e-mail.
      </p>
      <p>
        <strong>If that page is still open,</strong> on this device or another one, go back to it
        and type the code from the e-mail.
      </p>
      <p>
        <strong>If you want to sign in here,</strong> ask for a new code.
      </p>
      <Button href={paths.signIn()} text="Sign in here" />
    </SignedOutLayout>
  )
}
