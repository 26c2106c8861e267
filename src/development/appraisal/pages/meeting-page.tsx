import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { DayQuestion } from '../../../ui/day-question.tsx'
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
import { otherName, type Side } from '../../supervision/model/supervising.ts'
import { notHere } from '../../supervision/pages/not-here.tsx'
import type { Appraisal } from '../model/appraisal.ts'
import type { MeetingEntered } from '../model/appraisal-entered.ts'

interface MeetingPageProps extends OwnPageProps {
  readonly appraisal: Appraisal
  readonly side: Side
  readonly entered: MeetingEntered
  /** What somebody wrote meanwhile. */
  readonly overtaken?: string | undefined
  readonly errors?: readonly FieldFault[] | undefined
}

export function MeetingPage(props: MeetingPageProps) {
  const { account, demo, appraisal, side, entered, overtaken, errors } = props
  const title = 'The meeting'
  return (
    <OwnLayout
      {...{ account, demo, errors, title }}
      team={side === 'supervisor'}
      back={{ href: paths.appraisal(appraisal.id), text: 'Appraisal' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      {overtaken && <InsetText id="overtaken" text={overtaken} />}
      <OwnForm action={paths.meetForAppraisal(appraisal.id)} csrfToken={account.csrfToken}>
        <input type="hidden" name="seen" value={entered.seen} />
        <input type="hidden" name="version" value={entered.version} />
        <DayQuestion
          field="meeting"
          parts={entered.meeting}
          legend="When do you meet, or when did you?"
          size="s"
          errorMessage={faultOf(errors, 'meeting-day')}
        />
        <DayQuestion
          field="review"
          parts={entered.review}
          legend="When will you look at the plan again?"
          hint="Half a year later is usual."
          size="s"
          errorMessage={faultOf(errors, 'review-day')}
        />
        <Textarea
          name="talked"
          label={{ text: 'Your note of the meeting (you can leave this empty)', size: 's' }}
          hint={`What did you talk about? What did you hear? ${otherName(appraisal, side)} reads it and writes one too. ${notHere}`}
          rows={6}
          value={entered.talked}
          errorMessage={faultOf(errors, 'talked')}
        />
        <ConfirmNoPatient findings={entered.findings} />
        <Button text="Save" preventDoubleClick />
      </OwnForm>
    </OwnLayout>
  )
}
