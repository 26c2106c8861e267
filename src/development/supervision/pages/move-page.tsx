import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { type DayParts, DayQuestion } from '../../../ui/day-question.tsx'
import {
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import type { Session } from '../model/session.ts'
import type { Side } from '../model/supervising.ts'
import { dayOfSession } from './supervision-words.ts'

interface MovePageProps extends OwnPageProps {
  readonly session: Session
  readonly side: Side
  readonly planned: DayParts
  readonly errors?: readonly FieldFault[] | undefined
}

/** Leave, a rota, anything: no reason is asked, and none is kept. */
export function MovePage({ account, demo, session, side, planned, errors }: MovePageProps) {
  const title = 'Move it to another day'
  return (
    <OwnLayout
      {...{ account, demo, errors, title }}
      team={side === 'supervisor'}
      back={{ href: paths.supervisionSession(session.id), text: dayOfSession(session) }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>You need give no reason, and nobody is marked as late.</p>
      <OwnForm action={paths.moveSession(session.id)} csrfToken={account.csrfToken}>
        <DayQuestion
          field="planned"
          parts={planned}
          legend="When will you meet?"
          hint="For example, 14 3 2027"
          errorMessage={faultOf(errors, 'planned-day')}
        />
        <Button text="Move it" preventDoubleClick />
      </OwnForm>
    </OwnLayout>
  )
}
