import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { InsetText } from '../../../ui/inset-text.tsx'
import {
  type FieldFault,
  faultOf,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import type { StepEntered } from '../model/entered.ts'
import type { Goal, GoalStep } from '../model/goal.ts'
import { type GoalWords, wordsOfKind } from '../model/goal-words.ts'
import { OwnStepQuestions } from './own-step-questions.tsx'

interface GoalStepPageProps extends OwnPageProps {
  readonly words: GoalWords
  readonly goal: Goal
  readonly step: GoalStep
  readonly entered: StepEntered
  readonly errors?: readonly FieldFault[] | undefined
}

export function GoalStepPage(props: GoalStepPageProps) {
  const { account, demo, words, goal, step, entered, errors } = props
  const title = 'Change a step'
  return (
    <OwnLayout
      {...{ account, demo, errors, title }}
      back={{ href: paths.goal(goal.id), text: wordsOfKind(words, goal.kind).name }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      {faultOf(errors, 'overtaken') && (
        <InsetText id="overtaken">
          <p>
            You changed this step somewhere else, perhaps in another tab.{' '}
            <a href={paths.goal(goal.id)}>Look at what is kept now</a>. What you entered here is not
            saved yet.
          </p>
        </InsetText>
      )}
      <OwnForm action={paths.goalStep(goal.id, step.id)} csrfToken={account.csrfToken}>
        <input type="hidden" name="version" value={String(step.version)} />
        <OwnStepQuestions {...{ words, entered, errors }} />
        <Button text="Save the change" />
      </OwnForm>
    </OwnLayout>
  )
}
