import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/checkboxes.tsx'
import { OwnForm, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { WarningCallout } from '../../../ui/warning-callout.tsx'

interface LeavingPageProps extends OwnPageProps {
  /** How many there are. */
  readonly credentials: number
  readonly linkDays: number
  /** A new id with every form, so that one posted twice makes one link. */
  readonly shareId: string
}

export function LeavingPage(props: LeavingPageProps) {
  const { account, demo, credentials } = props
  const title = 'Take my passport with me'
  return (
    <OwnLayout {...{ account, demo, title }} back={{ href: paths.passport(), text: 'My passport' }}>
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        One file to keep. It still works when you have left, and when Lanyard or your employer is
        gone. Your passport here stays as it is.
      </p>
      <h2 class="nhsuk-heading-m">What is in it</h2>
      <ul>
        <li>
          your passport on paper: a PDF with {counted(credentials)}, codes that can be scanned, and
          tables of your training, qualifications, jobs, self-assessment, evidence and what
          employers recognised
        </li>
        <li>each credential as it was signed</li>
        <li>what somebody needs to check them without Lanyard</li>
        <li>your own answers, notes and all else in your passport, in a folder for you alone</li>
        <li>a page in plain words that says what is what.</li>
      </ul>
      <h2 class="nhsuk-heading-m">What is not in it</h2>
      <ul>
        <li>anything signed off or withdrawn after today</li>
        <li>
          who looked at your record, complaints, letters and equality answers. They are in{' '}
          <a href={paths.exportRecord()}>the copy of your record</a>
        </li>
        <li>proof of who you are. An employer still checks your photo ID.</li>
      </ul>
      <PackForm {...props} />
      <WarningCallout heading={{ text: 'Keep it private', level: 2 }}>
        <p>
          Do not open it on a computer that others use. Give others the folder{' '}
          <strong>to-show</strong> or the PDF. Never give them the folder{' '}
          <strong>for-you-alone</strong>.
        </p>
      </WarningCallout>
    </OwnLayout>
  )
}

function PackForm({ account, credentials, linkDays, shareId }: LeavingPageProps) {
  return (
    <OwnForm action={paths.leavingPack()} csrfToken={account.csrfToken}>
      <input type="hidden" name="id" value={shareId} />
      {credentials > 0 && (
        <Checkboxes
          name="link"
          idPrefix="link"
          items={[
            {
              value: 'yes',
              text: `Also print a link that works for ${linkDays} days`,
              hint: 'Whoever you show the paper can then check it online. It shows your name and your credentials. You can stop it at any time under “Share my credentials”.',
            },
          ]}
        />
      )}
      <Checkboxes
        name="private"
        idPrefix="private"
        fieldset={{ legend: { text: 'What else should be on the paper?', size: 'm' } }}
        hint="Whoever you show the paper can read it. Leave these out unless you are sure."
        items={[
          {
            value: 'yes',
            text: 'My private notes, and what I marked as private',
          },
        ]}
      />
      <Checkboxes
        name="lived"
        idPrefix="lived"
        items={[{ value: 'yes', text: 'My lived and caring experience' }]}
      />
      <Button text="Download my passport" />
      <p>You may be asked to show again that it is you.</p>
    </OwnForm>
  )
}

function counted(count: number): string {
  if (count === 0) return 'no credential yet'
  return count === 1 ? 'your credential' : `your ${count} credentials`
}
