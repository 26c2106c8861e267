import type { Finding } from '../../../finding.ts'
import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import { InsetText } from '../../../ui/inset-text.tsx'
import {
  ConfirmNoPatient,
  DoneBanner,
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import { outcomes, outcomeWords, type StepKind } from '../model/complaint.ts'
import { type ComplaintView, ComplaintWords, StateTag, Steps } from './complaint-progress.tsx'

export interface AnswerComplaintPageProps extends OwnPageProps, ComplaintView {
  /** The step that was taken just now. */
  readonly done?: StepKind | undefined
  /** A form to mend; the others stand empty. */
  readonly entered?:
    | {
        readonly kind: StepKind
        readonly outcome: string
        readonly words: string
        readonly findings: readonly Finding[]
      }
    | undefined
  readonly errors?: readonly FieldFault[] | undefined
}

export function AnswerComplaintPage(props: AnswerComplaintPageProps) {
  const { account, demo, errors, complaint, state, done } = props
  const title = `Complaint ${complaint.reference}`
  return (
    <OwnLayout
      {...{ account, demo, errors, title }}
      team
      back={{ href: paths.complaints(), text: 'Complaints' }}
    >
      {done && <Done {...props} />}
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        <StateTag state={state} />
      </p>
      <ComplaintWords complaint={complaint} />
      <Reaching {...props} />
      {complaint.steps.length > 0 && <Steps {...props} />}
      {state.kind !== 'answered' && <NextSteps {...props} />}
    </OwnLayout>
  )
}

function Done({ complaint: { replyBy } }: AnswerComplaintPageProps) {
  const words =
    replyBy === 'post'
      ? 'It is kept. Now write to them by post: nobody else does it.'
      : 'It is kept, and they can read it.'
  return <DoneBanner title="Done" words={words} />
}

function Reaching({ complaint: { replyBy, replyTo } }: AnswerComplaintPageProps) {
  if (replyBy === 'here') return <p>They read the answer here. We write to nobody.</p>
  if (replyBy === 'email') return <p>They are told by e-mail, at {replyTo}, each time you save.</p>
  return (
    <InsetText>
      <p>
        <strong>You have to write to them by post:</strong>
      </p>
      <p class="lanyard-written">{replyTo}</p>
    </InsetText>
  )
}

function NextSteps(props: AnswerComplaintPageProps) {
  const acknowledged = props.complaint.steps.some(({ kind }) => kind === 'acknowledged')
  return (
    <>
      {!acknowledged && (
        <StepForm
          {...props}
          kind="acknowledged"
          title="Acknowledge it"
          hint={`Say that you look into it, and who does. Due by ${dayInWords(props.acknowledgeBy)}.`}
          button="Acknowledge"
        />
      )}
      <Details
        summary="Tell them how it is going"
        open={props.entered?.kind === 'progress' || undefined}
      >
        <StepForm
          {...props}
          kind="progress"
          title="News"
          hint="What you have found out so far, and what comes next."
          button="Tell them"
        />
      </Details>
      <Details summary="Answer it" open={props.entered?.kind === 'answered' || undefined}>
        <StepForm
          {...props}
          kind="answered"
          title="The answer"
          hint="What you found, what you have done about it, and what they can do if they do not agree."
          button="Send the answer"
        />
      </Details>
    </>
  )
}

interface StepFormProps extends AnswerComplaintPageProps {
  readonly kind: StepKind
  readonly title: string
  readonly hint: string
  readonly button: string
}

function StepForm(props: StepFormProps) {
  const { kind, title, hint, button, account, complaint } = props
  const mend = props.entered?.kind === kind ? props.entered : undefined
  const errors = mend && props.errors
  return (
    <OwnForm action={paths.complaintStep(complaint.id, kind)} csrfToken={account.csrfToken}>
      {kind === 'answered' && (
        <Radios
          name="outcome"
          fieldset={{ legend: { text: 'What did you decide?', size: 's' } }}
          errorMessage={faultOf(errors, 'outcome')}
          value={mend?.outcome}
          items={outcomes.map((outcome) => ({ value: outcome, text: outcomeWords[outcome] }))}
        />
      )}
      <Textarea
        name="words"
        id={mend ? 'words' : `words-${kind}`}
        label={{ text: title, size: 's' }}
        hint={hint}
        errorMessage={faultOf(errors, 'words')}
        rows={5}
        value={mend?.words ?? ''}
      />
      <ConfirmNoPatient findings={mend?.findings ?? []} />
      <Button variant={kind === 'acknowledged' ? undefined : 'secondary'} text={button} />
    </OwnForm>
  )
}
