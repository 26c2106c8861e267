/** Passkeys and accounts elsewhere, as the pages about e-mail and paper show them beside those. */
import type { VNode } from 'preact'
import type { Person } from '../actor.ts'
import type { Config } from '../config.ts'
import type { Site } from '../web/site.ts'
import { listIdentities } from './open-id/open-id-actions.ts'
import { IdentitiesSection } from './open-id/pages/identities-section.tsx'
import { ConfirmElsewhere, SignInElsewhere } from './open-id/pages/provider-buttons.tsx'
import { relyingPartyOf } from './passkeys/model/relying-party.ts'
import { ConfirmByPasskey, SignInByPasskey } from './passkeys/pages/passkey-form.tsx'
import { PasskeysSection } from './passkeys/pages/passkeys-section.tsx'
import { listPasskeys } from './passkeys/passkeys-actions.ts'
import { signInFormId } from './sign-in/pages/sign-in-page.tsx'

interface Asked {
  readonly csrfToken: string
  readonly next: string
}

export function otherWaysIn(
  { baseUrl, openIdProviders }: Config,
  asked: Asked,
): { readonly otherWays: VNode; readonly passkeys: boolean } {
  const party = relyingPartyOf(baseUrl)
  const otherWays = (
    <>
      {party && <SignInByPasskey site={party} {...asked} />}
      <SignInElsewhere providers={openIdProviders} form={signInFormId} />
    </>
  )
  return { otherWays, passkeys: party !== undefined }
}

/** Undefined where the person has no other. */
export async function otherWaysToConfirm(
  { db, config }: Site,
  person: Person,
  { hasEmail, ...asked }: Asked & { readonly hasEmail: boolean },
): Promise<VNode | undefined> {
  const [passkeys, identities] = [await listPasskeys(db, person), await listIdentities(db, person)]
  const linked = config.openIdProviders.filter(({ slug }) =>
    identities.some(({ provider }) => provider === slug),
  )
  const party = passkeys.length > 0 ? relyingPartyOf(config.baseUrl) : undefined
  // On a shared computer a passkey is asked for only where there is no other way.
  const isShared = person.session?.sharedComputer === true
  const site = isShared && (hasEmail || linked.length > 0) ? undefined : party
  if (site === undefined && linked.length === 0) return undefined
  return (
    <>
      {site && (
        <ConfirmByPasskey site={site} {...asked} isOnlyWay={!hasEmail && linked.length === 0} />
      )}
      <ConfirmElsewhere providers={linked} {...asked} />
    </>
  )
}

/** For the account page: what there is, and what can be added. */
export async function otherWaysOf(
  { db, config }: Site,
  person: Person,
  csrfToken: string,
): Promise<VNode> {
  const [passkeys, identities] = [await listPasskeys(db, person), await listIdentities(db, person)]
  return (
    <>
      {relyingPartyOf(config.baseUrl) && (
        <PasskeysSection
          passkeys={passkeys}
          sharedComputer={person.session?.sharedComputer === true}
        />
      )}
      <IdentitiesSection
        identities={identities}
        providers={config.openIdProviders}
        csrfToken={csrfToken}
      />
    </>
  )
}
