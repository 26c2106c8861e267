import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/checkboxes.tsx'
import { OwnForm, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { WarningCallout } from '../../../ui/warning-callout.tsx'

export function OfflinePage({ account, demo }: OwnPageProps) {
  const title = 'Your passport without signal'
  return (
    <OwnLayout {...{ account, demo, title }} back={{ href: paths.passport(), text: 'My passport' }}>
      <h1 class="nhsuk-heading-l">{title}</h1>
      {account.sharedComputer ? <OnSharedComputer /> : <OnOwnPhone csrfToken={account.csrfToken} />}
    </OwnLayout>
  )
}

function OnSharedComputer() {
  return (
    <>
      <p>
        <strong>This is a shared computer.</strong> Nothing of yours is kept on it, so your passport
        does not open here without signal.
      </p>
      <p>
        Sign in on your own phone and open this page there. Or{' '}
        <a href={paths.exportRecord()}>get a copy of your record</a>.
      </p>
    </>
  )
}

function OnOwnPhone({ csrfToken }: { readonly csrfToken: string }) {
  return (
    <>
      <p>
        If this is your own phone, it can keep your passport for wards, homes and corridors where
        there is no signal.
      </p>
      <div data-phone="kept" hidden>
        <h2 class="nhsuk-heading-m">Kept on this phone</h2>
        <p data-phone="until"></p>
        <p>
          <a href={paths.offlineCopy()}>See what opens without signal</a>
        </p>
        <Button
          type="button"
          text="Not my phone any more: wipe it"
          variant="secondary"
          attributes={{ 'data-phone': 'wipe' }}
        />
      </div>
      <p role="status" class="nhsuk-u-font-weight-bold" data-phone="told"></p>
      <WhatIsKept />
      <div data-phone="cannot">
        <p>
          This browser cannot keep your passport. It needs script, and a browser that is up to date.
          You can <a href={paths.passport()}>open your passport</a> and print it instead, or{' '}
          <a href={paths.exportRecord()}>get a copy of your record</a>.
        </p>
      </div>
      <div data-phone="say" hidden>
        <SayForm csrfToken={csrfToken} />
      </div>
    </>
  )
}

function SayForm({ csrfToken }: { readonly csrfToken: string }) {
  return (
    <>
      <WarningCallout heading={{ text: 'Only on a phone that is yours', level: 2 }}>
        <p>
          Whoever can open this phone can open what is kept. Lock it with a code, a finger or your
          face. Never do this on a phone or computer that others use.
        </p>
      </WarningCallout>
      <OwnForm action={paths.offline()} csrfToken={csrfToken}>
        <Checkboxes
          name="answers"
          idPrefix="answers"
          fieldset={{ legend: { text: 'Your own answers', size: 's' } }}
          items={[
            {
              value: 'yes',
              text: 'Show my own answers too',
              hint: 'You can leave this empty. Then only what others signed is shown.',
            },
          ]}
        />
        <Button text="This is my own phone" />
      </OwnForm>
    </>
  )
}

function WhatIsKept() {
  return (
    <>
      <h2 class="nhsuk-heading-m">What is kept</h2>
      <ul>
        <li>what you hold, who signed it, and the review dates</li>
        <li>your training and other entries, but none that you marked private</li>
        <li>what you delegate, to whom, and what is signed for it</li>
        <li>the QR codes of links that you choose to keep, until they end</li>
        <li>what you type where there is no signal, until it is sent</li>
      </ul>
      <p>
        Private notes are kept only while they wait to be sent. The page that opens without signal
        never shows them.
      </p>
      <h2 class="nhsuk-heading-m">For how long, and how it goes</h2>
      <p>
        Seven days after you last used it with signal. It goes sooner when you sign out, when you
        press “Not my phone any more” here, when somebody else signs in on this phone, and when your
        account closes.
      </p>
      <p>
        Lost your phone? Sign in somewhere else and <a href={paths.account()}>sign it out</a>. It is
        wiped as soon as it has signal and your passport is opened. What waits to be sent is lost.
      </p>
    </>
  )
}
