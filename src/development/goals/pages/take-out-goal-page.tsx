import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { OwnForm, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import type { Goal } from '../model/goal.ts'
import { type GoalWords, wordsOfKind } from '../model/goal-words.ts'

export function TakeOutGoalPage({
  account,
  demo,
  words,
  goal,
}: OwnPageProps & { readonly words: GoalWords; readonly goal: Goal }) {
  const title = 'Take this goal out of my record?'
  const { name } = wordsOfKind(words, goal.kind)
  return (
    <OwnLayout {...{ account, demo, title }} back={{ href: paths.goal(goal.id), text: name }}>
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        <strong>{name}</strong> goes, with its steps and all that it said before. You cannot get it
        back. If you only want to stop for now, you can set it aside instead.
      </p>
      <OwnForm action={paths.takeOutGoal(goal.id)} csrfToken={account.csrfToken}>
        <Button text="Take it out" variant="warning" />
      </OwnForm>
      <p>
        <a href={paths.goal(goal.id)}>Keep it</a>
      </p>
    </OwnLayout>
  )
}
