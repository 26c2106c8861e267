import { paths } from '../../../paths.ts'
import { Input } from '../../../ui/input.tsx'
import { InsetText } from '../../../ui/inset-text.tsx'
import { type FieldFault, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import type { RelyingParty } from '../model/relying-party.ts'
import { PasskeyForm } from './passkey-form.tsx'

interface AddPasskeyPageProps extends OwnPageProps {
  /** Undefined where the service has no name that browsers make passkeys for. */
  readonly site: RelyingParty | undefined
  readonly sharedComputer: boolean
  readonly errors?: readonly FieldFault[] | undefined
}

export function AddPasskeyPage(props: AddPasskeyPageProps) {
  const { account, demo, errors, site } = props
  return (
    <OwnLayout
      {...{ account, demo, errors }}
      title="Add a passkey"
      notInMenu
      back={{ href: paths.account(), text: 'Your account' }}
    >
      <h1 class="nhsuk-heading-l" id="add">
        Add a passkey
      </h1>
      <p>
        With a passkey you sign in the way you unlock your phone or computer: with your fingerprint,
        your face or your PIN. There is nothing to remember.
      </p>
      <p>Your fingerprint, face and PIN stay on your device. We never see them.</p>
      {props.sharedComputer ? (
        <NotHere />
      ) : (
        site && <AddForm site={site} token={account.csrfToken} />
      )}
      {!props.sharedComputer && <CannotHere />}
    </OwnLayout>
  )
}

function AddForm({ site, token }: { readonly site: RelyingParty; readonly token: string }) {
  return (
    <PasskeyForm
      kind="create"
      site={site}
      action={paths.addPasskey()}
      challenge={paths.newPasskeyChallenge()}
      csrfToken={token}
      button="Add a passkey"
    >
      <Input
        name="name"
        label={{ text: 'A name to know it by (optional)', size: 's' }}
        hint="For example: my phone"
        width={20}
        autocomplete="off"
        attributes={{ maxlength: 60 }}
      />
    </PasskeyForm>
  )
}

/** Shown where the script finds no passkeys, or where there is no script. */
function CannotHere() {
  return (
    <div data-passkey-instead>
      <InsetText>
        <p>
          This browser cannot make a passkey here. Try your own phone, or a newer browser. You can
          sign in without one.
        </p>
      </InsetText>
    </div>
  )
}

function NotHere() {
  return (
    <InsetText>
      <p>
        You said that this is a shared computer, so do not make a passkey on it: the next person
        could use it. Sign in on your own phone or computer and add it there.
      </p>
    </InsetText>
  )
}
