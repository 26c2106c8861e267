import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { atFirstPart, DayQuestion } from '../../../ui/day-question.tsx'
import {
  ConfirmNoPatient,
  type FieldFault,
  faultOf,
  noPatients,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import { WarningCallout } from '../../../ui/warning-callout.tsx'
import { longestPause, pauseCauseNames, pauseCauses } from '../../model/pause.ts'
import type { IssuedSigning } from '../../sign-offs/signings-store.ts'
import type { PauseEntered } from '../model/entered.ts'

interface PausePageProps extends OwnPageProps {
  readonly signing: IssuedSigning
  readonly title: string
  readonly entered: PauseEntered
  readonly errors?: readonly FieldFault[] | undefined
}

export function PausePage({ signing, title, entered, errors, account, demo }: PausePageProps) {
  const { holderName } = signing
  return (
    <OwnLayout
      {...{ account, demo }}
      errors={atFirstPart(errors, ['until'])}
      title="Pause a sign-off"
      team
      back={{ href: paths.requests(), text: 'Team' }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">
          {holderName}: {title}
        </span>
        Pause a sign-off
      </h1>
      <p>
        Pause it when you must look at something first. All that was signed together is paused
        together. It counts again by itself after the last day, unless somebody decides before.
      </p>
      <OwnForm action={paths.pause(signing.id)} csrfToken={account.csrfToken}>
        <Radios
          name="cause"
          fieldset={{ legend: { text: 'Why?', size: 'm' } }}
          errorMessage={faultOf(errors, 'cause')}
          value={entered.cause}
          items={pauseCauses.map((cause) => ({ value: cause, text: pauseCauseNames[cause] }))}
        />
        <Textarea
          name="explanation"
          label={{ text: `Explain it to ${holderName}`, size: 'm' }}
          hint={`Write what is looked at, by whom, and what they can do. Only they and those who decide read this. ${noPatients}`}
          errorMessage={faultOf(errors, 'explanation')}
          rows={4}
          value={entered.explanation}
        />
        <ConfirmNoPatient findings={entered.findings} />
        <DayQuestion
          field="until"
          errorMessage={faultOf(errors, 'until')}
          parts={entered.until}
          legend="Until when, at most?"
          hint={`The last day, at most ${longestPause} months away. Choose as short as you can.`}
        />
        <WarningCallout heading={{ text: 'What happens next', level: 2 }}>
          <p>
            {holderName} gets a letter, reads what you wrote and can reply. You have to read the
            reply. Others who check the credential see “Suspended” and the last day, and never why.
          </p>
        </WarningCallout>
        <Button text="Pause it" variant="warning" preventDoubleClick />
      </OwnForm>
    </OwnLayout>
  )
}
