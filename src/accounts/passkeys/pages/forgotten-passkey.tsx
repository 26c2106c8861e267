import { assetAddress } from '../../../ui/asset-address.ts'
import type { RelyingParty } from '../model/relying-party.ts'

/** Nothing to see: tells the browser that it may take a passkey out of its list. */
export function ForgottenPasskey({
  site,
  id,
}: {
  readonly site: RelyingParty
  readonly id: string
}) {
  return (
    <div hidden data-forgotten-passkey={id} data-rp-id={site.id}>
      <script type="module" src={assetAddress('passkeys.js')} />
    </div>
  )
}
