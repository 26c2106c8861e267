import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { type FieldFault, OwnForm } from '../../../ui/own-layout.tsx'
import { CodeInput, NoLetter } from './code-input.tsx'
import { SignedOutLayout } from './signed-out-layout.tsx'

interface SignInCodePageProps {
  readonly demo: boolean
  readonly csrfToken: string
  readonly address: string
  readonly again: string
  /** Too many codes went there: only the link in the letter signs in. */
  readonly linkOnly: boolean
  readonly entered?: string | undefined
  readonly errors?: readonly FieldFault[] | undefined
}

export function SignInCodePage(props: SignInCodePageProps) {
  const { demo, address, again, errors, linkOnly } = props
  return (
    <SignedOutLayout
      {...{ demo, errors }}
      title="Check your e-mail"
      back={{ href: again, text: 'Use another e-mail address' }}
    >
      <h1 class="nhsuk-heading-l">Check your e-mail</h1>
      <p>
        We have sent an e-mail to <strong class="lanyard-breaks">{address}</strong>.
      </p>
      {linkOnly ? <OpenTheLink /> : <TypeTheCode {...props} />}
      <NoLetter again={again} demo={demo} />
    </SignedOutLayout>
  )
}

function TypeTheCode({ csrfToken, entered, errors }: SignInCodePageProps) {
  return (
    <>
      <p>Type the code from it here. You can read it on your phone and type it on this device.</p>
      <OwnForm action={paths.signInCode()} csrfToken={csrfToken}>
        <CodeInput {...{ entered, errors }} />
        <Button text="Sign in" />
      </OwnForm>
    </>
  )
}

function OpenTheLink() {
  return (
    <>
      <p>Open the link in it, on this device and in this browser. It works for 10 minutes.</p>
      <p>
        Many codes were sent to this address in the last hours. To keep the account safe, this
        e-mail has only a link.
      </p>
    </>
  )
}

interface NoCodePageProps {
  readonly demo: boolean
  readonly again: string
}

/** Wrong five times, used, too old, or asked for in another browser: we cannot tell, and it is the same. */
export function NoCodePage({ demo, again }: NoCodePageProps) {
  return (
    <SignedOutLayout demo={demo} title="That code no longer works">
      <h1 class="nhsuk-heading-l">That code no longer works</h1>
      <p>
        A code works once, for 10 minutes, and can be typed 5 times. It only works in the browser
        where you asked for it.
      </p>
      <Button href={again} text="Ask for a new code" />
    </SignedOutLayout>
  )
}

export function TooManyLettersPage({ demo, again }: NoCodePageProps) {
  return (
    <SignedOutLayout demo={demo} title="Too many e-mails were asked for">
      <h1 class="nhsuk-heading-l">Too many e-mails were asked for</h1>
      <p>
        We have stopped sending e-mails to this address for now. Try again in an hour, or{' '}
        <a href={again}>sign in another way</a>.
      </p>
    </SignedOutLayout>
  )
}
