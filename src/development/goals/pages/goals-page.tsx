import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { DoneBanner, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { type Goal, isOpenGoal } from '../model/goal.ts'
import { type GoalWords, wordsOfKind } from '../model/goal-words.ts'
import { GoalCards } from './goal-cards.tsx'
import { stateWords } from './goal-words.ts'

interface GoalsPageProps extends OwnPageProps {
  readonly words: GoalWords
  /** The latest first. */
  readonly goals: readonly Goal[]
  readonly done?: string | undefined
}

export function GoalsPage({ account, demo, words, goals, done }: GoalsPageProps) {
  const title = 'All my goals'
  const ended = goals.filter((goal) => !isOpenGoal(goal))
  return (
    <OwnLayout
      {...{ account, demo, title }}
      back={{ href: paths.development(), text: 'My development' }}
    >
      {done === 'taken-out' && <DoneBanner title="Done" words="The goal is out of your record." />}
      <h1 class="nhsuk-heading-l">{title}</h1>
      {goals.length === 0 && <p>You have no goal here. That is fine too.</p>}
      <GoalCards words={words} goals={goals.filter(isOpenGoal)} />
      {ended.length > 0 && (
        <>
          <h2 class="nhsuk-heading-m">Completed, or set aside</h2>
          <ul>
            {ended.map((goal) => (
              <li key={goal.id}>
                <a href={paths.goal(goal.id)}>{wordsOfKind(words, goal.kind).name}</a>:{' '}
                {stateWords(goal)?.toLowerCase()}
              </li>
            ))}
          </ul>
        </>
      )}
      <Button href={paths.newGoal()} text="Set a goal" />
    </OwnLayout>
  )
}
