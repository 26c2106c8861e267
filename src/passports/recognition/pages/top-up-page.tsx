import { dayInWords, plainDate } from '../../../language/plain-dates.ts'
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
import type { Decision } from '../model/recognition-decision.ts'
import type { TopUpEntered } from '../model/recognition-entered.ts'
import type { TopUpDone } from '../model/top-up.ts'
import type { RecognitionShare } from '../shared-sets-store.ts'

export interface TopUpPageProps extends OwnPageProps {
  readonly share: RecognitionShare
  readonly decision: Decision
  /** Where it was recorded already. */
  readonly done?: TopUpDone | undefined
  readonly slug: string
  readonly entered: TopUpEntered
  readonly errors?: readonly FieldFault[] | undefined
}

export function TopUpPage(props: TopUpPageProps) {
  const { account, demo, slug, share, decision, done, errors } = props
  const name = share.holderName ?? 'somebody who no longer shares'
  return (
    <OwnLayout
      {...{ account, demo }}
      errors={atFirstPart(errors, ['on'])}
      title="A top-up was done"
      team
      back={{ href: paths.stillToDo(slug, share.id), text: `Still to do for ${name}` }}
    >
      <h1 class="nhsuk-heading-l">A top-up was done</h1>
      <p>
        {decision.topUp ?? 'The top-up'}, for {decision.title ?? 'what was shared'}. By {name}.
      </p>
      {done === undefined ? (
        <DayForm {...props} />
      ) : (
        <p>It is recorded: done on {dayInWords(done.doneOn)}. Nothing is left to do here.</p>
      )}
    </OwnLayout>
  )
}

function DayForm({ account, slug, share, decision, entered, errors }: TopUpPageProps) {
  return (
    <OwnForm action={paths.topUp(slug, share.id, decision.id)} csrfToken={account.csrfToken}>
      <input type="hidden" name="id" value={entered.id} />
      <DayQuestion
        field="on"
        parts={entered.on}
        legend="On which day was it done?"
        hint={`Between ${plainDate(share.at)}, when they shared it, and today.`}
        errorMessage={faultOf(errors, 'on')}
      />
      <p>
        Record it only where you saw it, or were told by whoever did it with them. Your name stands
        beside it. A slip of your own you can take back.
      </p>
      <Button text="Record that it was done" preventDoubleClick />
    </OwnForm>
  )
}
