import { paths } from '../../../paths.ts'
import { type Goal, nextStepOf } from '../model/goal.ts'
import { type GoalWords, helperName, wordsOfKind } from '../model/goal-words.ts'

/** Every kind looks the same. */
export function GoalCards({
  words,
  goals,
}: {
  readonly words: GoalWords
  readonly goals: readonly Goal[]
}) {
  if (goals.length === 0) return null
  return (
    <ul class="nhsuk-list">
      {goals.map((goal) => (
        <li key={goal.id} class="lanyard-waiting">
          <h3 class="nhsuk-heading-s">
            <a href={paths.goal(goal.id)}>{wordsOfKind(words, goal.kind).name}</a>
          </h3>
          {goal.words && <p>{shortened(goal.words)}</p>}
          <NextOf words={words} goal={goal} />
        </li>
      ))}
    </ul>
  )
}

function NextOf({ words, goal }: { readonly words: GoalWords; readonly goal: Goal }) {
  const next = nextStepOf(goal)
  if (next !== undefined) {
    return (
      <p>
        Next: {next.words}{' '}
        <span class="lanyard-meta">Who can help: {helperName(words, next.helper)}</span>
      </p>
    )
  }
  return (
    <p>
      <a href={paths.goalSteps(goal.id)}>Choose a next step</a>
    </p>
  )
}

function shortened(words: string): string {
  return words.length <= 120 ? words : `${words.slice(0, 119).trimEnd()}…`
}
