import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { atFirstPart, DayQuestion } from '../../../ui/day-question.tsx'
import {
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import { WarningCallout } from '../../../ui/warning-callout.tsx'
import type { EditionHead, StoredEdition } from '../../frameworks-store.ts'
import type { WithdrawEntered } from '../model/review-entered.ts'

interface WithdrawPageProps extends OwnPageProps {
  readonly stored: StoredEdition
  /** Other published editions of the framework. */
  readonly left: readonly EditionHead[]
  readonly entered: WithdrawEntered
  readonly errors?: readonly FieldFault[] | undefined
}

export function WithdrawPage({ account, demo, stored, left, entered, errors }: WithdrawPageProps) {
  const { ref, edition } = stored
  const title = `Withdraw ${edition.title}, ${edition.version}`
  const message = faultOf(errors, 'from')
  return (
    <OwnLayout
      {...{ account, demo, title }}
      team
      back={{ href: paths.stewardsEditions(), text: 'Published editions' }}
      errors={atFirstPart(errors, ['from'])}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        From now on, every page of it says from which day it is withdrawn and why. Its addresses go
        on working for ever. What people signed by it stays signed.
      </p>
      {left.length === 0 && (
        <WarningCallout heading="No other edition is published">
          <p>
            After that day no edition of this framework is in use. You must say what people are to
            do.
          </p>
        </WarningCallout>
      )}
      <p>You cannot take this back. To go on with the same text, publish it as another edition.</p>
      <OwnForm action={paths.withdrawEdition(ref)} csrfToken={account.csrfToken}>
        <DayQuestion
          field="from"
          parts={entered.from}
          legend="From which day is it withdrawn?"
          hint="Today or later. Give people time to move to another edition."
          errorMessage={message === undefined ? undefined : { text: message }}
          size="s"
        />
        <Textarea
          name="reason"
          id="reason"
          label={{ text: 'Why?', size: 's' }}
          hint="Everybody can read this. Do not name people."
          rows={3}
          errorMessage={faultOf(errors, 'reason')}
          value={entered.reason}
        />
        {left.length > 0 ? (
          <Radios
            name="instead"
            idPrefix="instead"
            fieldset={{ legend: { text: 'Which edition is to be used instead?', size: 's' } }}
            errorMessage={faultOf(errors, 'instead')}
            value={entered.instead}
            items={left.map((head) => ({
              value: head.ref,
              text: `${head.title}, ${head.ref.split('/')[1]}`,
            }))}
          />
        ) : (
          <Textarea
            name="none-left"
            id="none-left"
            label={{ text: 'What are people to do when no edition is left?', size: 's' }}
            hint="Everybody can read this."
            rows={3}
            errorMessage={faultOf(errors, 'none-left')}
            value={entered.noneLeft}
          />
        )}
        <Button variant="warning" text="Withdraw this edition" preventDoubleClick />
      </OwnForm>
    </OwnLayout>
  )
}
