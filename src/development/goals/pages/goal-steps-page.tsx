import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/checkboxes.tsx'
import {
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import type { StepEntered } from '../model/entered.ts'
import type { Goal } from '../model/goal.ts'
import { type GoalWords, helperName, type SuggestedStep, wordsOfKind } from '../model/goal-words.ts'
import { OwnStepQuestions } from './own-step-questions.tsx'

interface GoalStepsPageProps extends OwnPageProps {
  readonly words: GoalWords
  readonly goal: Goal
  readonly suggested: readonly SuggestedStep[]
  readonly entered: StepEntered
  /** Of the step in the holder's own words. */
  readonly id: string
  readonly errors?: readonly FieldFault[] | undefined
}

export function GoalStepsPage(props: GoalStepsPageProps) {
  const { account, demo, words, goal, suggested, entered, id, errors } = props
  const title = 'What will you do next?'
  return (
    <OwnLayout
      {...{ account, demo, errors, title }}
      back={{ href: paths.goal(goal.id), text: wordsOfKind(words, goal.kind).name }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{wordsOfKind(words, goal.kind).name}</span>
        {title}
      </h1>
      <p>
        One or two small things are enough. Your goal is saved, so you can leave this for later.{' '}
        <a href={paths.goal(goal.id)}>Skip this</a>
      </p>
      <OwnForm action={paths.goalSteps(goal.id)} csrfToken={account.csrfToken}>
        <input type="hidden" name="id" value={id} />
        {suggested.length > 0 && (
          <Checkboxes
            name="chosen"
            idPrefix="chosen"
            fieldset={{ legend: { text: 'Steps that others take', size: 'm' } }}
            hint="They are suggestions. You choose."
            values={entered.chosen}
            errorMessage={faultOf(errors, 'chosen')}
            items={suggested.map((one) => ({
              value: one.step,
              text: one.words,
              hint: hintOf(words, one),
            }))}
          />
        )}
        <h2 class="nhsuk-heading-m" id={suggested.length > 0 ? undefined : 'chosen'}>
          A step of your own
        </h2>
        <OwnStepQuestions {...{ words, entered, errors }} />
        <Button text="Save my next steps" />
      </OwnForm>
    </OwnLayout>
  )
}

function hintOf(words: GoalWords, { helper, offer }: SuggestedStep): string {
  const help = `Who can help: ${helperName(words, helper)}.`
  return offer === undefined ? help : `${help} Your employer should offer you this.`
}
