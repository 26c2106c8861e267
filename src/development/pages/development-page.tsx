import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { OwnLayout, type OwnPageProps } from '../../ui/own-layout.tsx'
import type { Goal } from '../goals/model/goal.ts'
import type { GoalWords, Offer } from '../goals/model/goal-words.ts'
import { GoalCards } from '../goals/pages/goal-cards.tsx'
import { OfferNote } from '../goals/pages/offer-note.tsx'

interface DevelopmentPageProps extends OwnPageProps {
  readonly words: GoalWords
  /** Those that are open, the latest first. */
  readonly goals: readonly Goal[]
  /** Goals that are completed or set aside. */
  readonly more: number
  readonly offer?: Offer | undefined
}

export function DevelopmentPage(props: DevelopmentPageProps) {
  const { account, demo, words, goals, more, offer } = props
  const title = 'My development'
  return (
    <OwnLayout {...{ account, demo, title }} back={{ href: paths.passport(), text: 'My passport' }}>
      <h1 class="nhsuk-heading-l">{title}</h1>
      <h2 class="nhsuk-heading-m">My goals</h2>
      {goals.length === 0 && (
        <p>
          A goal is something that you would like to do in your work: stay and get better at it, or
          do something else. You choose. You do not need one.
        </p>
      )}
      <GoalCards words={words} goals={goals} />
      <Button href={paths.newGoal()} text="Set a goal" />
      {more > 0 && (
        <p>
          <a href={paths.goals()}>All my goals</a>: also those that are completed or set aside
        </p>
      )}
      <OfferNote offer={offer} />
      <h2 class="nhsuk-heading-m">Learn and talk</h2>
      <ul class="nhsuk-list">
        <li>
          <a href={paths.whereIStand()}>Where I stand</a>: drawn, by domain and by pillar, and who
          sees it
        </li>
        <li>
          <a href={paths.learning()}>Find learning</a>: what is missing or due soon for you
        </li>
        <li>
          <a href={paths.supervision()}>Supervision</a>: what to talk about, and what you agreed
        </li>
        <li>
          <a href={paths.appraisals()}>Appraisal and plan</a>: what went well, and what comes next
        </li>
        <li>
          <a href={paths.support()}>What helps me</a>: time, changes, somebody to talk to
        </li>
      </ul>
      <h2 class="nhsuk-heading-m">Ways in and ways on</h2>
      <ul class="nhsuk-list">
        <li>
          <a href={paths.ownPathways()}>What would count for me</a>: what each way asks, beside what
          you hold
        </li>
        <li>
          <a href={paths.pathways()}>All the pathways</a>: by profession, setting and nation
        </li>
      </ul>
    </OwnLayout>
  )
}
