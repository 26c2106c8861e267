import type { Edition, LevelSlug } from '../../frameworks/model/framework.ts'
import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Checkboxes } from '../../ui/checkboxes.tsx'
import { atFirstPart, DayQuestion } from '../../ui/day-question.tsx'
import {
  ConfirmNoPatient,
  type FieldFault,
  faultOf,
  noPatients,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../ui/own-layout.tsx'
import { Radios } from '../../ui/radios.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import type { AskableWorker } from '../delegations-store.ts'
import {
  type Arrangement,
  consents,
  type ShownPerson,
  type StandingLine,
  supervisions,
} from '../model/delegation.ts'
import type { DecisionEntered } from '../model/entered.ts'
import type { OfferedTask } from '../model/task.ts'
import { RegistrantJudges, StandingList, WhatStandardsSay } from './delegation-parts.tsx'
import { consentWords, sayRegistration, supervisionWords } from './delegation-words.ts'

export interface DecidePageProps extends OwnPageProps {
  readonly at: string
  readonly workerId: string
  readonly worker: AskableWorker
  readonly delegator: ShownPerson
  readonly arrangement: Arrangement
  readonly edition: Edition
  readonly level: LevelSlug
  readonly seen: readonly { readonly task: OfferedTask; readonly lines: readonly StandingLine[] }[]
  readonly entered: DecisionEntered
  readonly errors?: readonly FieldFault[] | undefined
}

const days = ['starts', 'review', 'agreed']

export function DecidePage(props: DecidePageProps) {
  const { account, demo, at, level, workerId, worker, edition, seen, errors } = props
  const title = `Ask ${worker.name}`
  return (
    <OwnLayout
      {...{ account, demo, title }}
      errors={atFirstPart(errors, days)}
      back={{ href: paths.delegateTo(workerId, { at, level }), text: 'Choose other tasks' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <RegistrantJudges />
      {seen.map(({ task, lines }) => (
        <section key={task.key}>
          <h2 class="nhsuk-heading-m">{task.title}</h2>
          <StandingList {...{ edition, lines }} />
        </section>
      ))}
      <p>
        You see what {props.delegator.employer} issued. <strong>There may be more</strong>: the
        worker can show it. If they say yes, they show you what is signed on these statements, from
        everywhere, for this purpose.
      </p>
      <WhatStandardsSay />
      <Questions {...props} />
    </OwnLayout>
  )
}

function Questions(props: DecidePageProps) {
  const { account, at, level, workerId, worker, arrangement, delegator, seen, entered, errors } =
    props
  return (
    <OwnForm action={paths.decideToDelegate(workerId)} csrfToken={account.csrfToken}>
      <input type="hidden" name="id" value={entered.id} />
      <input type="hidden" name="at" value={at} />
      <input type="hidden" name="level" value={level} />
      {seen.map(({ task }) => (
        <input key={task.key} type="hidden" name="task" value={task.key} />
      ))}
      <Textarea
        name="words"
        id="words"
        label={{ text: 'What to do, and when to stop and call you', size: 'm' }}
        hint={`${noPatients} Who it is about stands in the care record.`}
        value={entered.words}
        errorMessage={faultOf(errors, 'words')}
      />
      <ConsentQuestions {...{ entered, errors }} />
      <Radios
        name="supervision"
        fieldset={{ legend: { text: 'How will you supervise?', size: 'm' } }}
        value={entered.supervision}
        errorMessage={faultOf(errors, 'supervision')}
        items={supervisions.map((value) => ({ value, text: supervisionWords[value] }))}
      />
      <DayQuestion
        field="starts"
        parts={entered.starts}
        legend="From which day?"
        errorMessage={faultOf(errors, 'starts')}
      />
      <DayQuestion
        field="review"
        parts={entered.review}
        legend="When will the two of you look at it again?"
        errorMessage={faultOf(errors, 'review')}
      />
      {arrangement === 'own-employer' && (
        <DayQuestion
          field="agreed"
          parts={entered.agreed}
          legend="When did the person who employs them agree?"
          hint="Do not name them. Their agreement stands in the care record."
          errorMessage={faultOf(errors, 'agreed')}
        />
      )}
      {arrangement === 'other-employer' && (
        <p>
          If the worker says yes, {worker.employerName} is asked too. It starts only when they have
          agreed.
        </p>
      )}
      <p class="nhsuk-body-s">
        The record shows you as {delegator.name}, {delegator.jobTitle}. {sayRegistration(delegator)}
        .
      </p>
      <ConfirmNoPatient findings={entered.findings} />
      <Button text={`Ask ${worker.name}`} preventDoubleClick />
    </OwnForm>
  )
}

function ConsentQuestions({ entered, errors }: Pick<DecidePageProps, 'entered' | 'errors'>) {
  return (
    <>
      <Radios
        name="consent"
        fieldset={{ legend: { text: 'Does the person who receives it consent?', size: 'm' } }}
        value={entered.consent}
        errorMessage={faultOf(errors, 'consent')}
        items={consents.map((value) => ({ value, text: consentWords[value] }))}
      />
      <Textarea
        name="because"
        id="because"
        rows={2}
        label="If consent is not needed: why?"
        value={entered.because}
        errorMessage={faultOf(errors, 'because')}
      />
      <Checkboxes
        name="in-care-record"
        idPrefix="in-care-record"
        values={entered.inCareRecord ? ['yes'] : []}
        errorMessage={faultOf(errors, 'in-care-record')}
        items={[
          { value: 'yes', text: 'I have recorded the consent or authority in the care record' },
        ]}
      />
    </>
  )
}
