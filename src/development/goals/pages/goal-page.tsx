import type { Edition } from '../../../frameworks/model/framework.ts'
import { editionRef } from '../../../frameworks/model/framework.ts'
import { plainDate } from '../../../language/plain-dates.ts'
import type { Standing } from '../../../passports/model/evaluate-passport.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import {
  DoneBanner,
  type FieldFault,
  OwnForm,
  OwnLayout,
  type OwnPageProps,
} from '../../../ui/own-layout.tsx'
import { type Goal, type GoalChange, isOpenGoal } from '../model/goal.ts'
import { type GoalWords, type Offer, wordsOfKind } from '../model/goal-words.ts'
import { GoalSteps, NextGoalStep } from './goal-steps.tsx'
import { actWords, doneWords, lookAgainWords, stateWords } from './goal-words.ts'
import { OfferNote } from './offer-note.tsx'
import { ShownQuestion } from './shown-question.tsx'
import { standingWords } from './standing-words.ts'

interface GoalPageProps extends OwnPageProps {
  readonly words: GoalWords
  readonly goal: Goal
  readonly edition: Edition
  /** Of the statements that were chosen. */
  readonly standings: readonly Standing[]
  /** The latest first. */
  readonly changes: readonly GoalChange[]
  /** Of the holder, now. */
  readonly supervisors: readonly string[]
  readonly offer?: Offer | undefined
  readonly today: string
  readonly done?: string | undefined
  readonly errors?: readonly FieldFault[] | undefined
}

export function GoalPage(props: GoalPageProps) {
  const { account, demo, words, goal, done, errors, today } = props
  const { name } = wordsOfKind(words, goal.kind)
  const said = doneWords.get(done ?? '')
  const lookAgain = lookAgainWords(goal, today)
  return (
    <OwnLayout
      {...{ account, demo, errors, title: name }}
      back={{ href: paths.development(), text: 'My development' }}
    >
      {said && <DoneBanner title="Done" words={said} />}
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">My goal</span>
        {name}
      </h1>
      {!isOpenGoal(goal) && (
        <p>
          <strong>{stateWords(goal)}</strong>
        </p>
      )}
      {goal.words && <blockquote class="lanyard-words">{goal.words}</blockquote>}
      {isOpenGoal(goal) && <NextGoalStep {...{ words, goal, csrfToken: account.csrfToken }} />}
      {lookAgain && (
        <p>
          {lookAgain} <a href={paths.changeGoal(goal.id)}>Choose another day, or none</a>
        </p>
      )}
      <GoalSteps {...{ words, goal, csrfToken: account.csrfToken }} />
      <Statements {...props} />
      {isOpenGoal(goal) && (
        <p>
          <a href={paths.changeGoal(goal.id)}>Change what this goal says</a>
        </p>
      )}
      <OfferNote offer={props.offer} />
      <MoveGoal {...props} />
      <OwnForm action={paths.goalShown(goal.id)} csrfToken={account.csrfToken}>
        <ShownQuestion shared={goal.shared} supervisors={props.supervisors} />
        <Button text="Save who it is for" variant="secondary" />
      </OwnForm>
      <History {...props} />
      <p>
        <a href={paths.takeOutGoal(goal.id)}>Take this goal out of my record</a>
      </p>
    </OwnLayout>
  )
}

function Statements({ goal, edition, standings }: GoalPageProps) {
  if (standings.length === 0) return null
  return (
    <>
      <h2 class="nhsuk-heading-m">What it is about</h2>
      <ul>
        {standings.map((standing) => (
          <li key={standing.statement.code}>
            <a href={paths.statement(editionRef(edition), standing.statement.code)}>
              {standing.statement.code.replace(/-.*$/, '')}
            </a>{' '}
            {standing.statement.text} <span class="lanyard-meta">{standingWords(standing)}.</span>
          </li>
        ))}
      </ul>
      {isOpenGoal(goal) && (
        <p>
          When you do one of these with confidence, you can{' '}
          <a href={paths.showCode(goal.level)}>ask somebody to sign it off</a>. You do not have to.
        </p>
      )}
    </>
  )
}

/** The same for every kind of goal. No reason is asked. */
function MoveGoal({ account, goal }: GoalPageProps) {
  return (
    <OwnForm action={paths.goalState(goal.id)} csrfToken={account.csrfToken}>
      {isOpenGoal(goal) ? (
        <>
          <h2 class="nhsuk-heading-m">Complete it, or set it aside</h2>
          <p>You decide when it is complete. You never have to say why you set it aside.</p>
          <div class="nhsuk-button-group">
            <Button text="Complete this goal" variant="secondary" name="state" value="completed" />
            <Button text="Set it aside" variant="secondary" name="state" value="set-aside" />
          </div>
        </>
      ) : (
        <Button text="Take it up again" variant="secondary" name="state" value="open" />
      )}
    </OwnForm>
  )
}

function History({ changes }: GoalPageProps) {
  return (
    <Details summary="What happened so far">
      <ul>
        {changes.map((change, at) => (
          <li key={at}>
            {plainDate(change.at)}: {whatHappened(change)}
          </li>
        ))}
      </ul>
      <p>Only you see this.</p>
    </Details>
  )
}

function whatHappened({ act, words, codes }: GoalChange): string {
  const about = codes?.map((code) => code.replace(/-.*$/, '')).join(', ')
  const before = [words, about ? `about ${about}` : undefined].filter((part) => part !== undefined)
  if (act === 'changed') return `${actWords[act]}: ${before.join('; ') || 'nothing yet'}.`
  return words === undefined ? `${actWords[act]}.` : `${actWords[act]}: ${words}`
}
