import type { Domain, Edition, LevelSlug } from '../../../frameworks/model/framework.ts'
import { levelName } from '../../../frameworks/model/names.ts'
import type { Standing } from '../../../passports/model/evaluate-passport.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/checkboxes.tsx'
import { atFirstPart, DayQuestion } from '../../../ui/day-question.tsx'
import { Details } from '../../../ui/details.tsx'
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
import { Textarea } from '../../../ui/textarea.tsx'
import type { GoalEntered } from '../model/entered.ts'
import type { Goal, GoalKind } from '../model/goal.ts'
import { type GoalWords, wordsOfKind } from '../model/goal-words.ts'
import { ShownQuestion } from './shown-question.tsx'
import { standingWords } from './standing-words.ts'

interface GoalFormPageProps extends OwnPageProps {
  readonly words: GoalWords
  readonly kind: GoalKind
  readonly level: LevelSlug
  readonly edition: Edition
  /** A goal that is there already. */
  readonly goal?: Goal | undefined
  /** All that can be chosen. */
  readonly standings: readonly Standing[]
  readonly suggested: readonly Standing[]
  readonly entered: GoalEntered
  /** Of the holder, now. */
  readonly supervisors: readonly string[]
  readonly action: string
  readonly hidden: Readonly<Record<string, string>>
  readonly errors?: readonly FieldFault[] | undefined
}

export function GoalFormPage(props: GoalFormPageProps) {
  const { account, demo, words, kind, goal, entered } = props
  const errors = atFirstPart(props.errors, ['look-again'])
  const { name, about, ownWords } = wordsOfKind(words, kind)
  const back =
    goal === undefined
      ? { href: paths.newGoal(), text: 'What is your goal?' }
      : { href: paths.goal(goal.id), text: 'Back to the goal' }
  return (
    <OwnLayout {...{ account, demo, errors, back, title: name }}>
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{goal === undefined ? 'A new goal' : 'Change'}</span>
        {name}
      </h1>
      {goal !== undefined && faultOf(errors, 'overtaken') && <Overtaken id={goal.id} />}
      <p>{about}</p>
      <OwnForm action={props.action} csrfToken={account.csrfToken}>
        {Object.entries(props.hidden).map(([field, value]) => (
          <input key={field} type="hidden" name={field} value={value} />
        ))}
        <Textarea
          name="words"
          label={{ text: `${ownWords} (optional)`, size: 'm' }}
          hint={`A sentence is enough, or nothing. ${noPatients}`}
          rows={3}
          value={entered.words}
          errorMessage={faultOf(errors, 'words')}
        />
        <ConfirmNoPatient findings={entered.findings} />
        <Statements {...props} />
        <DayQuestion
          field="look-again"
          parts={entered.lookAgain}
          legend="When would you like to look at this again? (optional)"
          hint="It is for you. Nothing happens if the day goes by. For example, 14 3 2027."
          errorMessage={faultOf(props.errors, 'look-again')}
        />
        {goal === undefined && (
          <ShownQuestion shared={entered.shared} supervisors={props.supervisors} />
        )}
        <Button text={goal === undefined ? 'Save, and choose next steps' : 'Save the change'} />
      </OwnForm>
    </OwnLayout>
  )
}

function Overtaken({ id }: { readonly id: string }) {
  return (
    <InsetText id="overtaken">
      <p>
        You changed this goal somewhere else, perhaps in another tab.{' '}
        <a href={paths.goal(id)}>Look at what is kept now</a>. What you entered here is not saved
        yet.
      </p>
    </InsetText>
  )
}

function Statements({ edition, level, standings, suggested, entered }: GoalFormPageProps) {
  const first = new Set(suggested)
  const rest = standings.filter((standing) => !first.has(standing))
  return (
    <>
      <h2 class="nhsuk-heading-m">What is it about? (optional)</h2>
      <p>
        Choose one or two statements, or none. They are of {levelName(edition, level).toLowerCase()}{' '}
        level.
      </p>
      {suggested.length > 0 && (
        <Choices
          legend="You could begin with these"
          standings={suggested}
          {...{ entered }}
          at="few"
        />
      )}
      {edition.domains.map((domain) => (
        <DomainChoices key={domain.number} {...{ domain, rest, entered }} />
      ))}
    </>
  )
}

function DomainChoices({
  domain,
  rest,
  entered,
}: {
  readonly domain: Domain
  readonly rest: readonly Standing[]
  readonly entered: GoalEntered
}) {
  const codes = new Set(
    domain.sections.flatMap(({ statements }) => statements).map(({ code }) => code),
  )
  const standings = rest.filter(({ statement }) => codes.has(statement.code))
  if (standings.length === 0) return null
  const legend = `${domain.number} ${domain.title}`
  const open = standings.some(({ statement }) => entered.codes.includes(statement.code))
  return (
    <Details summary={legend} open={open}>
      <Choices {...{ legend, standings, entered, at: `d${domain.number}` }} />
    </Details>
  )
}

function Choices({
  legend,
  standings,
  entered,
  at,
}: {
  readonly legend: string
  readonly standings: readonly Standing[]
  readonly entered: GoalEntered
  readonly at: string
}) {
  return (
    <Checkboxes
      name="codes"
      idPrefix={at}
      fieldset={{ legend: { text: legend, size: 's' } }}
      values={entered.codes}
      items={standings.map((standing) => ({
        value: standing.statement.code,
        text: `${standing.statement.code.replace(/-.*$/, '')} ${standing.statement.text}`,
        hint: standingWords(standing),
      }))}
    />
  )
}
