import type { Edition } from '../../../frameworks/model/framework.ts'
import { dayOf } from '../../../language/days.ts'
import { dayInWords, plainDate } from '../../../language/plain-dates.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Details } from '../../../ui/details.tsx'
import { InsetText } from '../../../ui/inset-text.tsx'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import {
  type AssessingRule,
  aboutWords,
  type ProfessionNames,
  type RuleTerms,
  unwrittenRule,
  whoWords,
} from '../model/assessing-rule.ts'
import { secondWords } from '../model/second-words.ts'

interface RulePageProps extends OwnPageProps {
  readonly slug: string
  readonly name: string
  readonly edition: Edition
  /** The latest first. */
  readonly rules: readonly AssessingRule[]
  readonly names: ProfessionNames
  readonly mayChange: boolean
  /** The reader wrote the latest one: the one before holds for their own passport. */
  readonly ownRule: boolean
}

export function RulePage(props: RulePageProps) {
  const { slug, name, edition, rules, names, mayChange, account, demo } = props
  const [rule, ...earlier] = rules
  const title = `Who may sign this off at ${name}`
  return (
    <OwnLayout
      {...{ account, demo, title }}
      team={mayChange}
      back={
        mayChange
          ? { href: paths.requests(), text: 'Requests for sign-off' }
          : { href: paths.passport(), text: 'My passport' }
      }
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <RuleWords rule={rule ?? unwrittenRule} {...{ edition, names }} />
      {rule === undefined ? (
        <p>{name} has not written a rule of its own. This is what holds until it does.</p>
      ) : (
        <p>
          Version {rule.version}, since {dayInWords(dayOf(rule.at))}. It holds for what is signed
          from then on. What was signed before stays as it is.
        </p>
      )}
      <p>Nobody signs off their own. Nobody is the second assessor of what they signed first.</p>
      {props.ownRule && (
        <InsetText text="You wrote this version. For your own passport holds what stood before it, until somebody else writes one." />
      )}
      {mayChange && (
        <div class="lanyard-actions">
          <Button text="Change the rule" href={paths.changeAssessing(slug)} />
          <Button text="Assessors’ hours" variant="secondary" href={paths.assessingHours(slug)} />
        </div>
      )}
      {earlier.length > 0 && (
        <Details summary={`Earlier versions (${earlier.length})`}>
          {earlier.map((one) => (
            <div key={one.version}>
              <h2 class="nhsuk-heading-s">
                Version {one.version}, from {plainDate(one.at)}
              </h2>
              <RuleWords rule={one} {...{ edition, names }} />
            </div>
          ))}
        </Details>
      )}
    </OwnLayout>
  )
}

function RuleWords({
  rule,
  edition,
  names,
}: {
  readonly rule: RuleTerms
  readonly edition: Edition
  readonly names: ProfessionNames
}) {
  const lines = rule.lines.length > 0 ? rule.lines : [everything]
  return (
    <>
      {lines.length > 1 && <p>The first line that fits a statement decides.</p>}
      <ol class="nhsuk-list nhsuk-list--number">
        {lines.map((line) => (
          <li key={aboutWords(line, edition)}>
            <strong>
              {lines.length > 1 && line === lines.at(-1) ? 'All others' : aboutWords(line, edition)}
              :
            </strong>{' '}
            {whoWords(line, names)}.
          </li>
        ))}
      </ol>
      <p>{secondWords[rule.second]}</p>
    </>
  )
}

const everything = { highRisk: false, who: 'experienced', professions: [] } as const
