import type { ComponentChildren } from 'preact'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import {
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Radios } from '../../../ui/radios.tsx'
import type { EmailAddress } from '../model/email-address.ts'

interface ConfirmPageProps extends OwnPageProps {
  readonly next: string
  readonly addresses: readonly EmailAddress[]
  /** Ways that are equal in rank to a letter. */
  readonly otherWays?: ComponentChildren
  readonly errors?: readonly FieldFault[] | undefined
}

export function ConfirmPage(props: ConfirmPageProps) {
  const { account, demo, errors, addresses, otherWays, next } = props
  return (
    <OwnLayout {...{ account, demo, errors }} title="Confirm that it is you" notInMenu>
      <h1 class="nhsuk-heading-l">Confirm that it is you</h1>
      <p>
        What you do next matters to other people or to your account. So we check that it is still
        you. Then we do not ask again for 15 minutes.
      </p>
      {addresses.length > 0 && <ByEmail {...props} />}
      {otherWays}
      {addresses.length === 0 && otherWays === undefined && <NoWay />}
      <p>
        <a href={paths.signIn(next)}>Sign in again instead</a>
      </p>
    </OwnLayout>
  )
}

function ByEmail({ account, next, addresses, errors }: ConfirmPageProps) {
  const [only, ...others] = addresses
  return (
    <OwnForm action={paths.confirmItIsYou()} csrfToken={account.csrfToken}>
      <input type="hidden" name="next" value={next} />
      {only !== undefined && others.length === 0 ? (
        <>
          <input type="hidden" name="address" value={only.id} />
          <p>
            We can send a code to <strong class="lanyard-breaks">{only.address}</strong>.
          </p>
        </>
      ) : (
        <Radios
          name="address"
          fieldset={{ legend: { text: 'Where should we send a code?', size: 'm' } }}
          errorMessage={faultOf(errors, 'address')}
          items={addresses.map(({ id, address }) => ({ value: id, text: address }))}
        />
      )}
      <Button text="Send me a code" />
    </OwnForm>
  )
}

function NoWay() {
  return (
    <p>
      You have no e-mail address here yet. <a href={paths.account()}>Add one to your account</a>{' '}
      first. A code from a recovery sheet or an enrolment letter lets you change your own account,
      but not sign for other people.
    </p>
  )
}
