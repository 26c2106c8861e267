import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { DayQuestion } from '../../ui/day-question.tsx'
import { Details } from '../../ui/details.tsx'
import { ConfirmNoPatient, faultOf, noPatients, OwnForm } from '../../ui/own-layout.tsx'
import { Radios } from '../../ui/radios.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { isAgreedWithDelegator, mayStep, waitsForWorker } from '../model/state-of-delegation.ts'
import type { DelegationPageProps } from './delegation-page.tsx'
import { YouCanSayNo } from './delegation-parts.tsx'

/** What this reader can do with it now. */
export function DelegationActions(props: DelegationPageProps) {
  const { part, state } = props
  const waits = waitsForWorker(props.steps, props.delegation.worker.id)
  return (
    <>
      {mayStep(part, 'refused', state) && props.gone === undefined && <Answer {...props} />}
      {mayStep(part, 'agreed', state) && <EmployerAnswer {...props} />}
      {part === 'next' && props.handover !== undefined && <TakeOver {...props} />}
      {mayStep(part, 'ready', state) && waits && props.gone === undefined && <GoOn {...props} />}
      {mayStep(part, 'resumed', state) && !waits && props.gone === undefined && (
        <OneTap {...props} kind="resumed" words="I have looked at it: it goes on" />
      )}
      {mayStep(part, 'review-moved', state) && <MoveReview {...props} />}
      {mayStep(part, 'given-back', state) && (
        <End
          {...props}
          kind="given-back"
          words="Give it back"
          summary="I no longer want to do this"
        />
      )}
      {mayStep(part, 'withdrawn', state) && (
        <End {...props} kind="withdrawn" words="Withdraw it" summary="Withdraw it" />
      )}
      {part === 'delegator' && mayStep(part, 'review-moved', state) && (
        <p>
          <a href={paths.handOverDelegation(props.delegation.id)}>
            Hand it over to another registrant
          </a>
        </p>
      )}
    </>
  )
}

/** Near the top: whoever wants to stop must not look for it. */
export function PauseNow(props: DelegationPageProps) {
  if (!mayStep(props.part, 'paused', props.state) || props.state === 'paused') return null
  return <OneTap {...props} kind="paused" words="Pause it now" secondary />
}

function Reason({ reason, errors, label }: DelegationPageProps & { readonly label: string }) {
  return (
    <>
      <Textarea
        name="why"
        id="why"
        rows={2}
        label={label}
        hint={`Only the two of you see this. ${noPatients}`}
        value={reason.why}
        errorMessage={faultOf(errors, 'why')}
      />
      <ConfirmNoPatient findings={reason.findings} />
    </>
  )
}

function Answer(props: DelegationPageProps) {
  const { account, delegation, errors } = props
  return (
    <>
      <YouCanSayNo />
      <OwnForm action={paths.answerDelegation(delegation.id)} csrfToken={account.csrfToken}>
        <Radios
          name="answer"
          fieldset={{ legend: { text: 'Will you take it on?', size: 'm' } }}
          errorMessage={faultOf(errors, 'answer')}
          items={[
            {
              value: 'accepted',
              text: 'Yes, I take it on',
              hint: 'I show what is signed on these statements, for this task.',
            },
            { value: 'refused', text: 'No, I do not take it on' },
          ]}
        />
        <Reason {...props} label="Anything you want to say (you can leave this empty)" />
        <Button text="Send my answer" preventDoubleClick />
      </OwnForm>
    </>
  )
}

function EmployerAnswer({ account, delegation, errors }: DelegationPageProps) {
  return (
    <OwnForm action={paths.answerDelegation(delegation.id)} csrfToken={account.csrfToken}>
      <Radios
        name="answer"
        fieldset={{ legend: { text: 'Do you agree, as their employer?', size: 'm' } }}
        hint="The worker said yes."
        errorMessage={faultOf(errors, 'answer')}
        items={[
          { value: 'agreed', text: 'We agree' },
          { value: 'not-agreed', text: 'We do not agree' },
        ]}
      />
      <Button text="Send our answer" preventDoubleClick />
    </OwnForm>
  )
}

function TakeOver({ account, delegation }: DelegationPageProps) {
  return (
    <OwnForm action={paths.answerHandOver(delegation.id)} csrfToken={account.csrfToken}>
      <p>
        If you take it over, you delegate it from now on. It stays paused until the worker has said
        yes to you, and you have looked at it and say that it goes on.
      </p>
      <Radios
        name="answer"
        fieldset={{ legend: { text: 'Will you take it over?', size: 'm' } }}
        items={[
          { value: 'taken', text: 'Yes, I take it over' },
          { value: 'not-taken', text: 'No' },
        ]}
      />
      <Button text="Send my answer" preventDoubleClick />
    </OwnForm>
  )
}

/** The worker's own: to their pause, or to whoever delegates it from now on. */
function GoOn(props: DelegationPageProps) {
  const { delegation, steps } = props
  return (
    <>
      {!isAgreedWithDelegator(steps) && (
        <p>
          {delegation.delegator.name} delegates it from now on. If you go on, you show them what is
          signed on these statements, for this task. You can say no: give it back.
        </p>
      )}
      <OneTap {...props} kind="ready" words="I go on with it" />
    </>
  )
}

function OneTap({
  account,
  delegation,
  kind,
  words,
  secondary = false,
}: DelegationPageProps & {
  readonly kind: string
  readonly words: string
  readonly secondary?: boolean
}) {
  return (
    <OwnForm action={paths.stepInDelegation(delegation.id)} csrfToken={account.csrfToken}>
      <input type="hidden" name="kind" value={kind} />
      <Button text={words} variant={secondary ? 'secondary' : undefined} preventDoubleClick />
    </OwnForm>
  )
}

function MoveReview({ account, delegation, review, errors }: DelegationPageProps) {
  return (
    <Details
      summary="Move the day to look at it again"
      open={faultOf(errors, 'review') !== undefined}
    >
      <p>If one of you is away, move it. Nothing else changes.</p>
      <OwnForm action={paths.moveDelegationReview(delegation.id)} csrfToken={account.csrfToken}>
        <DayQuestion
          field="review"
          parts={review}
          legend="New day"
          size="s"
          errorMessage={faultOf(errors, 'review')}
        />
        <Button text="Move it" variant="secondary" />
      </OwnForm>
    </Details>
  )
}

function End(
  props: DelegationPageProps & {
    readonly kind: string
    readonly words: string
    readonly summary: string
  },
) {
  const { account, delegation, kind, words, summary, errors, state } = props
  const open = faultOf(errors, 'why') !== undefined && state !== 'asked'
  return (
    <Details summary={summary} open={open}>
      <p>It ends today for both of you, and the other one is told. You need give no reason.</p>
      <OwnForm action={paths.stepInDelegation(delegation.id)} csrfToken={account.csrfToken}>
        <input type="hidden" name="kind" value={kind} />
        <Reason {...props} label="Anything you want to say (you can leave this empty)" />
        <Button text={words} variant="secondary" preventDoubleClick />
      </OwnForm>
    </Details>
  )
}
