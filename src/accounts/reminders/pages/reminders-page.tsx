import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import {
  DoneBanner,
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Radios } from '../../../ui/radios.tsx'
import type { ReminderChoice } from '../model/reminder-choice.ts'

interface RemindersPageProps extends OwnPageProps {
  readonly choice?: ReminderChoice | undefined
  readonly saved?: boolean | undefined
  readonly errors?: readonly FieldFault[] | undefined
}

export function RemindersPage({ account, demo, choice, saved, errors }: RemindersPageProps) {
  const title = 'Letters that remind you'
  return (
    <OwnLayout
      {...{ account, demo, title, errors }}
      back={{ href: paths.comingUp(), text: 'What comes up' }}
      notInMenu
    >
      {saved && <DoneBanner title="Saved" words="Your choice is saved." />}
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        The letter says how many things come up and on which day. It never says what they are. No
        letter comes at night.
      </p>
      <p>
        You still get a letter when a colleague asks you something or answers you, and when
        something about your account changes.
      </p>
      <OwnForm action={paths.reminders()} csrfToken={account.csrfToken}>
        <Radios
          name="letters"
          fieldset={{ legend: { text: 'When do you want a letter?', size: 'm' } }}
          errorMessage={faultOf(errors, 'letters')}
          value={choice}
          items={[
            {
              value: 'weekly',
              text: 'Once a week',
              hint: 'On Monday morning, if something comes up in the next two weeks.',
            },
            { value: 'none', text: 'Never', hint: 'What comes up still stands on your pages.' },
          ]}
        />
        <Button text="Save" />
      </OwnForm>
    </OwnLayout>
  )
}
