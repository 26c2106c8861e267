/** When it was, how long, and one's own note. */
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { DayQuestion } from '../../../ui/day-question.tsx'
import { Input } from '../../../ui/input.tsx'
import { InsetText } from '../../../ui/inset-text.tsx'
import {
  ConfirmNoPatient,
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import type { Session } from '../model/session.ts'
import { otherName, type Side } from '../model/supervising.ts'
import type { WriteEntered } from '../model/supervision-entered.ts'
import { notHere } from './not-here.tsx'
import { dayOfSession } from './supervision-words.ts'

interface WritePageProps extends OwnPageProps {
  readonly session: Session
  readonly side: Side
  readonly entered: WriteEntered
  /** What it says meanwhile, where somebody was first. */
  readonly overtaken?: string | undefined
  readonly errors?: readonly FieldFault[] | undefined
}

export function WritePage(props: WritePageProps) {
  const { account, demo, session, side, entered, overtaken, errors } = props
  const title = 'Write it up'
  return (
    <OwnLayout
      {...{ account, demo, errors, title }}
      team={side === 'supervisor'}
      back={{ href: paths.supervisionSession(session.id), text: dayOfSession(session) }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      {overtaken && <InsetText id="overtaken" text={overtaken} />}
      <OwnForm action={paths.writeSession(session.id)} csrfToken={account.csrfToken}>
        <input type="hidden" name="seen" value={entered.seen} />
        <input type="hidden" name="note-version" value={entered.noteVersion} />
        <DayQuestion
          field="happened"
          parts={entered.happened}
          legend="When did you meet?"
          size="s"
          errorMessage={faultOf(errors, 'happened-day')}
        />
        <Input
          name="minutes"
          label={{ text: 'For how many minutes?', size: 's' }}
          inputmode="numeric"
          width={3}
          value={entered.minutes}
          errorMessage={faultOf(errors, 'minutes')}
        />
        <Textarea
          name="note"
          label={{ text: 'Your note (you can leave this empty)', size: 's' }}
          hint={`${otherName(session, side)} reads it and writes one too. What we talked about, and what I take away. ${notHere}`}
          rows={6}
          value={entered.note}
          errorMessage={faultOf(errors, 'note')}
        />
        <ConfirmNoPatient findings={entered.findings} />
        <Button text="Save" preventDoubleClick />
      </OwnForm>
      <p>
        Thoughts for you alone? <a href={paths.reflectOnSession(session.id)}>Write them apart</a>.
      </p>
    </OwnLayout>
  )
}
