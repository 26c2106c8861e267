/** One thing in the plan: what, who helps, by when; once agreed, how it goes. */
import { dayInWords } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { DayQuestion } from '../../../ui/day-question.tsx'
import { Input } from '../../../ui/input.tsx'
import { InsetText } from '../../../ui/inset-text.tsx'
import {
  ConfirmNoPatient,
  type FieldFault,
  faultOf,
  noPatients,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { Radios } from '../../../ui/radios.tsx'
import type { Side } from '../../supervision/model/supervising.ts'
import {
  type Appraisal,
  type PlanItem,
  planKinds,
  planKindWords,
  planStateWords,
} from '../model/appraisal.ts'
import type { PlanEntered } from '../model/appraisal-entered.ts'

interface PlanItemPageProps extends OwnPageProps {
  readonly appraisal: Appraisal
  readonly side: Side
  /** Undefined where it is new. */
  readonly item?: PlanItem | undefined
  readonly id: string
  readonly entered: PlanEntered
  /** What the other wrote meanwhile. */
  readonly overtaken?: readonly string[] | undefined
  readonly errors?: readonly FieldFault[] | undefined
}

export function PlanItemPage(props: PlanItemPageProps) {
  const { account, demo, appraisal, side, item, errors, overtaken } = props
  const title = item === undefined ? 'Add to the plan' : 'In the plan'
  const agreed = appraisal.agreedOn !== undefined
  const mayChange = appraisal.open || (agreed && side === 'worker')
  return (
    <OwnLayout
      {...{ account, demo, errors, title }}
      team={side === 'supervisor'}
      back={{ href: paths.appraisal(appraisal.id), text: 'Appraisal' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      {overtaken && (
        <InsetText id="overtaken">
          <p>
            The other one of you changed this meanwhile. Nothing of yours was saved. Now it says:
          </p>
          <ul>
            {overtaken.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </InsetText>
      )}
      {item && (agreed || !mayChange) && <Agreed item={item} />}
      {mayChange && (agreed ? <HowItGoes {...props} /> : <WhatItIs {...props} />)}
    </OwnLayout>
  )
}

function Agreed({ item: { words, kind, helper, byOn } }: { readonly item: PlanItem }) {
  return (
    <p>
      <strong>{words}</strong>
      <br />
      {planKindWords[kind]}
      {helper && `. Who helps: ${helper}`}
      {byOn && `. By ${dayInWords(byOn)}`}
    </p>
  )
}

function HowItGoes({ account, appraisal, item, id, entered }: PlanItemPageProps) {
  return (
    <OwnForm action={paths.planItem(appraisal.id, id)} csrfToken={account.csrfToken}>
      <input type="hidden" name="version" value={item?.version ?? 0} />
      <Radios
        name="state"
        fieldset={{ legend: { text: 'How is it going?', size: 'm' } }}
        hint="Plans change. No longer is as good an answer as done."
        value={entered.state}
        items={(['planned', 'done', 'still-going', 'no-longer'] as const).map((value) => ({
          value,
          text: planStateWords[value],
        }))}
      />
      <Button text="Save" preventDoubleClick />
    </OwnForm>
  )
}

function WhatItIs({ account, appraisal, item, id, entered, errors }: PlanItemPageProps) {
  const isNew = item === undefined
  return (
    <OwnForm
      action={isNew ? paths.addPlanItem(appraisal.id) : paths.planItem(appraisal.id, id)}
      csrfToken={account.csrfToken}
    >
      {isNew ? (
        <input type="hidden" name="id" value={id} />
      ) : (
        <input type="hidden" name="version" value={item.version} />
      )}
      <Radios
        name="kind"
        fieldset={{ legend: { text: 'What is it?', size: 's' } }}
        value={entered.kind}
        errorMessage={faultOf(errors, 'kind')}
        items={planKinds.map((value) => ({ value, text: planKindWords[value] }))}
      />
      <Input
        name="words"
        label={{ text: 'In a few words', size: 's' }}
        hint={`For example: 3.9, write my own reports. ${noPatients}`}
        value={entered.words}
        errorMessage={faultOf(errors, 'words')}
        autocomplete="off"
      />
      <Input
        name="helper"
        label={{ text: 'Who helps? (you can leave this empty)', size: 's' }}
        hint="A role is enough, such as a physiotherapist on the ward."
        value={entered.helper}
        errorMessage={faultOf(errors, 'helper')}
        autocomplete="off"
      />
      <ConfirmNoPatient findings={entered.findings} />
      <DayQuestion
        field="by"
        parts={entered.by}
        legend="By when? (you can leave this empty)"
        size="s"
        errorMessage={faultOf(errors, 'by-day')}
      />
      <div class="lanyard-actions">
        <Button text="Save" preventDoubleClick />
        {!isNew && (
          <Button
            text="Take it off the plan"
            name="state"
            value="taken-off"
            variant="secondary"
            preventDoubleClick
          />
        )}
      </div>
    </OwnForm>
  )
}
