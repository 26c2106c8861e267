import type { ComponentChildren } from 'preact'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/checkboxes.tsx'
import { Input } from '../../../ui/input.tsx'
import { type FieldFault, faultOf, OwnForm } from '../../../ui/own-layout.tsx'
import type { DemonstrationPerson } from '../../model/account.ts'
import { SignedOutLayout } from './signed-out-layout.tsx'

export const signInFormId = 'sign-in'

export interface SignInPageProps {
  readonly demo: boolean
  readonly csrfToken: string
  readonly entered: {
    readonly email: string
    readonly sharedComputer: boolean
    readonly next: string
  }
  readonly errors?: readonly FieldFault[] | undefined
  /** Undefined outside the demonstration. */
  readonly people?: readonly DemonstrationPerson[] | undefined
  /** Ways of signing in that are equal in rank to a letter. Their buttons may belong to its form. */
  readonly otherWays?: ComponentChildren
  /** Has this site passkeys, which browsers offer under the field? */
  readonly passkeys?: boolean | undefined
}

export function SignInPage(props: SignInPageProps) {
  const { demo, errors, people, otherWays } = props
  return (
    <SignedOutLayout {...{ demo, errors }} title="Sign in">
      <h1 class="nhsuk-heading-l">Sign in</h1>
      {people !== undefined && (
        <p>
          This is a demonstration. You can <a href="#made-up-people">choose a made-up person</a> or
          sign in with the e-mail address of one.
        </p>
      )}
      <ByEmail {...props} />
      {otherWays}
      <h2 class="nhsuk-heading-m">If none of these work</h2>
      <p>
        <a href={paths.signInRecovery(props.entered.next)}>
          Use a code from your printed recovery sheet
        </a>
      </p>
      {people !== undefined && <ChoosePerson {...props} people={people} />}
    </SignedOutLayout>
  )
}

function ByEmail({ csrfToken, entered, errors, passkeys }: SignInPageProps) {
  return (
    <OwnForm action={paths.signIn()} csrfToken={csrfToken} id={signInFormId}>
      <input type="hidden" name="next" value={entered.next} />
      <Input
        name="email"
        type="email"
        label={{ text: 'Enter your e-mail address', size: 'm' }}
        hint="A personal or a work address that you gave us. We send it a code. You need no password."
        errorMessage={faultOf(errors, 'email')}
        value={entered.email}
        autocomplete={passkeys ? 'username webauthn' : 'email'}
        spellcheck={false}
        autocapitalize="none"
        width={30}
      />
      <SharedComputerChoice chosen={entered.sharedComputer} />
      <Button text="Send me a code" />
    </OwnForm>
  )
}

export function SharedComputerChoice({ chosen }: { readonly chosen: boolean }) {
  return (
    <Checkboxes
      name="shared"
      values={chosen ? ['yes'] : []}
      items={[
        {
          value: 'yes',
          text: 'This is a shared computer',
          hint: 'We sign you out after 10 minutes without use, and keep nothing on it.',
        },
      ]}
    />
  )
}

function ChoosePerson({
  people,
  csrfToken,
  entered,
}: SignInPageProps & { readonly people: readonly DemonstrationPerson[] }) {
  return (
    <>
      <h2 class="nhsuk-heading-m" id="made-up-people">
        Or choose a made-up person
      </h2>
      <p>You see Lanyard as they would.</p>
      <OwnForm action={paths.signIn()} csrfToken={csrfToken}>
        <input type="hidden" name="next" value={entered.next} />
        <ul class="nhsuk-list lanyard-people">
          {people.map(({ id, name, about }) => (
            <li key={id} class="lanyard-people__person">
              <button class="lanyard-people__button" type="submit" name="person" value={id}>
                <span class="lanyard-people__name">{name}</span>
                <span class="lanyard-people__about">{about}</span>
              </button>
            </li>
          ))}
        </ul>
      </OwnForm>
    </>
  )
}
