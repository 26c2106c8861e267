/** One appraisal: four steps, whose turn it is, and the plan. */
import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { DoneBanner, OwnForm, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { otherName, type Side } from '../../supervision/model/supervising.ts'
import type { MeetingNote } from '../appraisal-store.ts'
import {
  type Appraisal,
  type AppraisalStep,
  type PlanItem,
  type Preparation,
  planContent,
  planKindWords,
  planStateWords,
  prompts,
} from '../model/appraisal.ts'

export interface AppraisalPageProps extends OwnPageProps {
  readonly appraisal: Appraisal
  readonly side: Side
  readonly personId: string
  readonly step: AppraisalStep
  /** What the reader has to do. */
  readonly turn: string | undefined
  readonly preparation: Preparation & { readonly version: number }
  readonly notes: readonly MeetingNote[]
  readonly plan: readonly PlanItem[]
  readonly done?: string | undefined
}

const dones: Readonly<Record<string, string>> = {
  saved: 'Your draft is saved. Only you can read it until you show it.',
  shown: 'Your supervisor can read what you prepared.',
  met: 'What you wrote is saved.',
  plan: 'The plan is saved.',
  agreed: 'You have agreed to the plan.',
  changed: 'The plan was changed while you were reading. Read it again, then agree.',
}

export function AppraisalPage(props: AppraisalPageProps) {
  const { account, demo, appraisal, side, step, turn, done = '' } = props
  const title = `Appraisal ${side === 'worker' ? 'with' : 'of'} ${otherName(appraisal, side)}`
  return (
    <OwnLayout
      {...{ account, demo, title }}
      team={side === 'supervisor'}
      back={{ href: paths.appraisals(), text: 'Appraisal and development plan' }}
    >
      {dones[done] && (
        <DoneBanner title={done === 'changed' ? 'Not agreed yet' : 'Done'} words={dones[done]} />
      )}
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        {turn ? (
          <>
            <Tag text="Your turn" colour="blue" /> {turn}.
          </>
        ) : (
          waiting(props)
        )}
      </p>
      <Prepared {...props} />
      {step !== 'preparing' && <Meeting {...props} />}
      {step !== 'preparing' && <Plan {...props} />}
    </OwnLayout>
  )
}

function waiting({ step, appraisal, side }: AppraisalPageProps): string {
  const other = otherName(appraisal, side)
  if (step === 'agreed') {
    const { agreedOn = '', reviewOn } = appraisal
    const again = reviewOn ? ` Look at it again on ${dayInWords(reviewOn)}.` : ''
    return `You both agreed the plan on ${dayInWords(agreedOn)}.${again}`
  }
  if (step === 'closed') return 'This supervision has ended. What was written stays.'
  if (step === 'preparing') return `${other} prepares it first. We tell you by letter.`
  return `You have agreed to the plan. ${other} has not yet.`
}

function Prepared({ appraisal, side, step, preparation }: AppraisalPageProps) {
  const mine = side === 'worker'
  const changing = mine && step !== 'agreed' && step !== 'closed'
  const visible = mine || appraisal.shared
  const answered = prompts.filter(({ field }) => preparation[field] !== '')
  return (
    <>
      <h2 class="nhsuk-heading-m">1. Preparation</h2>
      {!visible && <p>Not shown to you yet.</p>}
      {visible && preparation.version === 0 && <p>Nothing is written yet.</p>}
      {visible && preparation.shown.length > 0 && (
        <>
          <h3 class="nhsuk-heading-s">{mine ? 'Things I can show' : 'Things they can show'}</h3>
          <ul>
            {preparation.shown.map(({ key, words }) => (
              <li key={key}>{words}</li>
            ))}
          </ul>
        </>
      )}
      {visible &&
        answered.map(({ field, label }) => (
          <section key={field}>
            <h3 class="nhsuk-heading-s">{label}</h3>
            <p class="lanyard-words">{preparation[field]}</p>
          </section>
        ))}
      {changing && (
        <p>
          <Button
            text={preparation.version === 0 ? 'Prepare it' : 'Change my preparation'}
            href={paths.prepareAppraisal(appraisal.id)}
            variant={appraisal.shared ? 'secondary' : undefined}
          />
        </p>
      )}
    </>
  )
}

function Meeting({ appraisal, side, step, notes, personId }: AppraisalPageProps) {
  const { meetingOn } = appraisal
  return (
    <>
      <h2 class="nhsuk-heading-m">2. Meeting</h2>
      <p>{meetingOn ? `The day is ${dayInWords(meetingOn)}.` : 'No day is set yet.'}</p>
      {notes
        .filter(({ words }) => words !== '')
        .map(({ authorId, words }) => (
          <section key={authorId}>
            <h3 class="nhsuk-heading-s">
              {authorId === personId ? 'Your note' : `The note of ${otherName(appraisal, side)}`}
            </h3>
            <p class="lanyard-words">{words}</p>
          </section>
        ))}
      {step !== 'agreed' && step !== 'closed' && (
        <p>
          <Button
            text={meetingOn ? 'Change the day, or write your note' : 'Set the day'}
            href={paths.meetForAppraisal(appraisal.id)}
            variant={meetingOn ? 'secondary' : undefined}
          />
        </p>
      )}
    </>
  )
}

function Plan(props: AppraisalPageProps) {
  const { appraisal, side, step, plan, account, notes, preparation } = props
  const writing = step !== 'agreed' && step !== 'closed'
  const mayAgree = writing && plan.length > 0 && appraisal.meetingOn && !appraisal.agreed[side]
  return (
    <>
      <h2 class="nhsuk-heading-m">3. Personal development plan</h2>
      {plan.length === 0 && <p>Nothing is in it yet. One or two things are enough.</p>}
      <ul class="nhsuk-list">
        {plan.map((item) => (
          <li key={item.id} class="nhsuk-u-margin-bottom-4">
            <PlanLine {...{ appraisal, item }} />
          </li>
        ))}
      </ul>
      {writing && (
        <p>
          <Button
            text="Add to the plan"
            href={paths.addPlanItem(appraisal.id)}
            variant={plan.length > 0 ? 'secondary' : undefined}
          />
        </p>
      )}
      {mayAgree && (
        <OwnForm action={paths.agreePlan(appraisal.id)} csrfToken={account.csrfToken}>
          <p>
            You agree to the preparation, the notes and the plan on this page. When you have both
            agreed, the plan is dated and all of it stays. You can still say how each thing goes. If
            either of you changes something first, you agree again.
          </p>
          <input
            type="hidden"
            name="seen"
            value={planContent(appraisal, { plan, notes, preparation })}
          />
          <Button text="Agree to this plan" preventDoubleClick />
        </OwnForm>
      )}
      {writing && plan.length > 0 && !appraisal.meetingOn && (
        <p>Set the day you meet, then you can both agree.</p>
      )}
    </>
  )
}

function PlanLine({ appraisal, item }: { readonly appraisal: Appraisal; readonly item: PlanItem }) {
  const { id, words, kind, helper, byOn, state } = item
  return (
    <>
      <a href={paths.planItem(appraisal.id, id)}>{words}</a>
      <br />
      {planKindWords[kind]}
      {helper && `. Who helps: ${helper}`}
      {byOn && `. By ${dayInWords(byOn)}`}{' '}
      <Tag
        text={planStateWords[state]}
        colour={state === 'done' ? 'green' : state === 'no-longer' ? 'grey' : 'blue'}
      />
    </>
  )
}
