import type { ComponentChildren } from 'preact'
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
  readonly secondary?: boolean | undefined
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
        <Button text={props.button} variant={props.secondary ? 'secondary' : undefined} />
        <p role="status" class="lanyard-status" />
      </form>
      <script type="module" src={assetAddress('passkeys.js')} />
    </div>
  )
}

const notMade = 'No passkey was made. Try again, or do without: you have other ways to sign in.'
const notUsed = 'No passkey was used. Try again, or choose another way.'
