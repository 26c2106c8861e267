import { plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import type { Remains } from '../../../personal-record.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/checkboxes.tsx'
import {
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { WarningCallout } from '../../../ui/warning-callout.tsx'
import type { RetentionKind } from '../../retention/model/retention.ts'
import { daysToUndo } from '../model/days-to-undo.ts'
import { WhatIsKept } from './what-is-kept.tsx'

interface CloseAccountPageProps extends OwnPageProps {
  readonly remains: readonly Remains[]
  /** Names of where nobody else manages people. */
  readonly managedAlone: readonly string[]
  readonly kinds: readonly RetentionKind[]
  /** The day on which it would be erased, if they asked now. */
  readonly eraseAfter: Date
  readonly errors?: readonly FieldFault[] | undefined
}

export function CloseAccountPage(props: CloseAccountPageProps) {
  const { account, demo, errors, eraseAfter, managedAlone } = props
  const title = 'Close your account'
  return (
    <OwnLayout
      {...{ account, demo, errors, title }}
      notInMenu
      back={{ href: paths.yourRecord(), text: 'Your record' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        You can close your account at any time, and you need give no reason. Read first what
        happens.
      </p>
      {managedAlone.length > 0 && (
        <WarningCallout heading={{ text: 'You are the only manager', level: 2 }}>
          <p>
            You are the only person who can manage people at {managedAlone.join(' and at ')}. Please
            give “Manage people” to a colleague before you close your account.
          </p>
        </WarningCallout>
      )}
      <h2 class="nhsuk-heading-m">Today</h2>
      <ul>
        <li>You are signed out everywhere.</li>
        <li>Links you made stop working.</li>
        <li>Requests you sent are taken back. Colleagues who asked you are told to ask another.</li>
      </ul>
      <h2 class="nhsuk-heading-m">For {daysToUndo} days</h2>
      <p>
        You can change your mind. Sign in before {plainDate(eraseAfter)} and choose “Keep my
        account”.
      </p>
      <h2 class="nhsuk-heading-m">On {plainDate(eraseAfter)}: what is erased</h2>
      <Erased />
      <h2 class="nhsuk-heading-m">What is kept, and why</h2>
      <WhatIsKept {...props} />
      <h2 class="nhsuk-heading-m">First, take a copy</h2>
      <p>
        <a href={paths.exportRecord()}>Get a copy of your record</a>, with your credentials. A
        credential that you have on file can still be checked by others when your account is gone.
      </p>
      <CloseForm {...props} />
    </OwnLayout>
  )
}

function Erased() {
  return (
    <ul>
      <li>your name, your e-mail addresses, your passkeys and every other way in</li>
      <li>your own answers, your private notes and what you entered and did not send</li>
      <li>your registration, the check of your identity and your jobs</li>
      <li>who looked at your record, your links, and the words you wrote to others here.</li>
    </ul>
  )
}

function CloseForm({ account, errors }: CloseAccountPageProps) {
  return (
    <OwnForm action={paths.closeAccount()} csrfToken={account.csrfToken}>
      <WarningCallout heading={{ text: 'After that day nobody can bring it back', level: 2 }}>
        <p>Not you, not your employer, and not whoever runs this service.</p>
      </WarningCallout>
      <Checkboxes
        name="understood"
        idPrefix="understood"
        errorMessage={faultOf(errors, 'understood')}
        items={[{ value: 'yes', text: 'I have read what is erased and what is kept' }]}
      />
      <Button text="Close my account" variant="warning" preventDoubleClick />
    </OwnForm>
  )
}
