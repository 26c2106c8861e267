/** The steps of a goal, and the first of those that are to do. */
import { plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { OwnForm } from '../../../ui/own-layout.tsx'
import { type Goal, type GoalStep, isOpenGoal, nextStepOf, type StepState } from '../model/goal.ts'
import { type GoalWords, helperName } from '../model/goal-words.ts'

interface GoalStepsProps {
  readonly words: GoalWords
  readonly goal: Goal
  readonly csrfToken: string
}

export function NextGoalStep({ words, goal, csrfToken }: GoalStepsProps) {
  const next = nextStepOf(goal)
  if (next === undefined) {
    return (
      <div class="lanyard-next">
        <h2 class="nhsuk-heading-m">Your next step</h2>
        <p>
          {goal.steps.length === 0
            ? 'Choose one or two small things to do first, and who can help.'
            : 'Nothing is left to do here. Add another step, or complete the goal below.'}
        </p>
        <Button href={paths.goalSteps(goal.id)} text="Choose next steps" />
      </div>
    )
  }
  return (
    <div class="lanyard-next">
      <h2 class="nhsuk-heading-m">Your next step</h2>
      <p>{next.words}</p>
      <p>Who can help: {helperName(words, next.helper)}.</p>
      <StepPage words={words} step={next} />
      <OwnForm action={paths.goalStepState(goal.id, next.id)} csrfToken={csrfToken}>
        <div class="nhsuk-button-group">
          <Button text="I have done this" name="state" value="done" />
          <Button text="Put it aside" name="state" value="put-aside" />
          <a href={paths.goalStep(goal.id, next.id)}>Change it</a>
        </div>
      </OwnForm>
    </div>
  )
}

export function GoalSteps({ words, goal, csrfToken }: GoalStepsProps) {
  const { steps } = goal
  if (steps.length === 0) return null
  const next = isOpenGoal(goal) ? nextStepOf(goal) : undefined
  const rest = steps.filter((step) => step.state === 'open' && step !== next)
  const done = steps.filter(({ state }) => state === 'done')
  const aside = steps.filter(({ state }) => state === 'put-aside')
  return (
    <>
      <h2 class="nhsuk-heading-m">{next === undefined ? 'Steps' : 'Other steps'}</h2>
      {rest.length > 0 && (
        <ul class="nhsuk-list">
          {rest.map((step) => (
            <li key={step.id} class="lanyard-waiting">
              <p>
                {step.words}
                <br />
                <span class="lanyard-meta">Who can help: {helperName(words, step.helper)}</span>
              </p>
              <StepPage words={words} step={step} />
              {isOpenGoal(goal) && <StepDoing {...{ goal, step, csrfToken }} />}
            </li>
          ))}
        </ul>
      )}
      <EndedSteps title="Done" goal={goal} steps={done} csrfToken={csrfToken} />
      <EndedSteps title="Put aside" goal={goal} steps={aside} csrfToken={csrfToken} />
      {isOpenGoal(goal) && (
        <p>
          <a href={paths.goalSteps(goal.id)}>Add a step</a>
        </p>
      )}
    </>
  )
}

/** The page of this site that helps with a suggested step. */
function StepPage({ words, step }: { readonly words: GoalWords; readonly step: GoalStep }) {
  const page = words.steps.find((one) => one.step === step.suggestion)?.page
  return page === undefined ? null : (
    <p>
      <a href={page}>
        Go there now<span class="nhsuk-u-visually-hidden">: {step.words}</span>
      </a>
    </p>
  )
}

function StepDoing({
  goal,
  step,
  csrfToken,
}: Omit<GoalStepsProps, 'words'> & { readonly step: GoalStep }) {
  return (
    <OwnForm action={paths.goalStepState(goal.id, step.id)} csrfToken={csrfToken}>
      <div class="nhsuk-button-group">
        <StepButton state="done" says="Done" step={step} />
        <StepButton state="put-aside" says="Put aside" step={step} />
        <a href={paths.goalStep(goal.id, step.id)}>
          Change<span class="nhsuk-u-visually-hidden">: {step.words}</span>
        </a>
      </div>
    </OwnForm>
  )
}

function StepButton({
  state,
  says,
  step,
}: {
  readonly state: StepState
  readonly says: string
  readonly step: GoalStep
}) {
  return (
    <Button variant="secondary" small name="state" value={state}>
      {says}
      <span class="nhsuk-u-visually-hidden">: {step.words}</span>
    </Button>
  )
}

function EndedSteps({
  title,
  goal,
  steps,
  csrfToken,
}: Omit<GoalStepsProps, 'words'> & {
  readonly title: string
  readonly steps: readonly GoalStep[]
}) {
  if (steps.length === 0) return null
  return (
    <>
      <h3 class="nhsuk-heading-s">{title}</h3>
      <ul class="nhsuk-list">
        {steps.map((step) => (
          <li key={step.id}>
            <p>
              {step.words} <span class="lanyard-meta">{plainDate(step.stateAt)}</span>
            </p>
            {isOpenGoal(goal) && (
              <OwnForm action={paths.goalStepState(goal.id, step.id)} csrfToken={csrfToken}>
                <StepButton
                  state="open"
                  says={step.state === 'done' ? 'Not done after all' : 'Take it up again'}
                  step={step}
                />
              </OwnForm>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
