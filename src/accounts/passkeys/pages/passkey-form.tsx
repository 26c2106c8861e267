import type { ComponentChildren } from 'preact'
import { paths } from '../../../paths.ts'
import { assetAddress } from '../../../ui/asset-address.ts'
import { Button } from '../../../ui/button.tsx'
import type { RelyingParty } from '../model/relying-party.ts'

interface PasskeyFormProps {
  /** To make one, or to use one. */
  readonly kind: 'create' | 'get'
  readonly site: RelyingParty
  readonly action: string
  /** Where the script asks for the challenge. */
  readonly challenge: string
  readonly csrfToken: string
  readonly button: string
  readonly next?: string | undefined
  /** Also offers passkeys in the browser's list under the field for the e-mail address. */
  readonly autofill?: boolean | undefined
  readonly children?: ComponentChildren
}

/** Hidden until the script has found that this browser knows passkeys. */
export function PasskeyForm(props: PasskeyFormProps) {
  const { kind, site, action, challenge, csrfToken, next, autofill } = props
  return (
    <div hidden data-passkey-block>
      <form
        method="post"
        action={action}
        novalidate
        data-passkey={kind}
        data-origin={site.origin}
        data-challenge={challenge}
        data-autofill={autofill ? 'yes' : undefined}
        data-already="There is already a passkey for you on this device."
        data-failed={kind === 'create' ? notMade : notUsed}
      >
        <input type="hidden" name="_csrf" value={csrfToken} />
        <input type="hidden" name="answer" />
        {next !== undefined && <input type="hidden" name="next" value={next} />}
        {props.children}
        <Button text={props.button} />
        <p role="status" />
      </form>
      <script type="module" src={assetAddress('passkeys.js')} />
    </div>
  )
}

interface UseProps {
  readonly site: RelyingParty
  readonly csrfToken: string
  readonly next: string
}

export function SignInByPasskey(props: UseProps) {
  return (
    <PasskeyForm
      kind="get"
      {...props}
      action={paths.signInByPasskey()}
      challenge={paths.signInPasskeyChallenge()}
      button="Use a passkey"
      autofill
    >
      <h2 class="nhsuk-heading-m">Or use a passkey</h2>
      <p>Unlock your phone or computer as you always do: with your fingerprint, face or PIN.</p>
    </PasskeyForm>
  )
}

export function ConfirmByPasskey({
  isOnlyWay,
  ...props
}: UseProps & { readonly isOnlyWay: boolean }) {
  return (
    <>
      <PasskeyForm
        kind="get"
        {...props}
        action={paths.confirmByPasskey()}
        challenge={paths.confirmPasskeyChallenge()}
        button="Use a passkey"
      >
        <h2 class="nhsuk-heading-m">Use a passkey</h2>
        <p>Unlock your phone or computer as you always do: with your fingerprint, face or PIN.</p>
      </PasskeyForm>
      {isOnlyWay && (
        <p data-passkey-instead>
          You have a passkey, and this browser cannot use it here. Try on the phone or computer that
          you made it on.
        </p>
      )}
    </>
  )
}

const notMade = 'No passkey was made. Try again, or do without: you have other ways to sign in.'
const notUsed = 'No passkey was used. Try again, or choose another way.'
