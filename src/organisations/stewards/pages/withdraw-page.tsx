import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/checkboxes.tsx'
import { atFirstPart, type DayParts, DayQuestion } from '../../../ui/day-question.tsx'
import {
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import { WarningCallout } from '../../../ui/warning-callout.tsx'

export interface WithdrawEntered {
  readonly from: DayParts
  readonly reason: string
  readonly understood: boolean
}

export interface WithdrawPageProps extends OwnPageProps {
  readonly slug: string
  readonly name: string
  readonly entered: WithdrawEntered
  readonly errors?: readonly FieldFault[] | undefined
}

export function WithdrawVerificationPage(props: WithdrawPageProps) {
  const { slug, name, entered, errors, account, demo } = props
  return (
    <OwnLayout
      {...{ account, demo }}
      title="Withdraw a verification"
      errors={atFirstPart(errors, ['from'])}
      team
      back={{ href: paths.stewardsOrganisation(slug), text: name }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{name}</span>
        Withdraw its verification
      </h1>
      <p>It can then issue nothing. Two stewards can verify it again.</p>
      <OwnForm action={paths.withdrawVerification(slug)} csrfToken={account.csrfToken}>
        <DayQuestion
          field="from"
          parts={entered.from}
          legend="From which day does it not count?"
          hint="What it issued on that day or later is shown as not valid. What it issued before stays valid."
          errorMessage={faultOf(errors, 'from')}
        />
        <Textarea
          name="reason"
          label={{ text: 'Why?', size: 'm' }}
          hint="Everybody can read this on the organisation’s page. Do not name people."
          errorMessage={faultOf(errors, 'reason')}
          rows={3}
          value={entered.reason}
        />
        <WarningCallout heading={{ text: 'This cannot be undone', level: 2 }}>
          <p>
            Workers who hold credentials from that day on are affected. Pick the day with care, and
            talk to another steward first if you can.
          </p>
        </WarningCallout>
        <Checkboxes
          name="understood"
          idPrefix="understood"
          errorMessage={faultOf(errors, 'understood')}
          values={entered.understood ? ['yes'] : []}
          items={[{ value: 'yes', text: 'I understand that this cannot be undone' }]}
        />
        <Button text="Withdraw" variant="warning" preventDoubleClick />
      </OwnForm>
    </OwnLayout>
  )
}
