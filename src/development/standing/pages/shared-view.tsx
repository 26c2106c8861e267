/** Where one person stands, as somebody else sees it: on the manager's page and in the preview alike. */
import { Fragment } from 'preact'
import type { Edition } from '../../../frameworks/model/framework.ts'
import { levelName } from '../../../frameworks/model/names.ts'
import { dayInWords } from '../../../language/plain-dates.ts'
import { Details } from '../../../ui/details.tsx'
import {
  answerShown,
  type SharedStanding,
  type SharedStatement,
  stateNamesFor,
  statesFor,
} from '../model/shared-standing.ts'
import { StateBars, StateKey, type StateNames, StateTable } from './state-bars.tsx'

export function SharedView({
  shared,
  edition,
}: {
  readonly shared: SharedStanding
  readonly edition: Edition
}) {
  const look = { names: stateNamesFor(shared.depth), shown: statesFor(shared.depth) }
  return (
    <>
      <p>
        Against the {levelName(edition, shared.level).toLowerCase()} level of {edition.title},{' '}
        {edition.version}.
      </p>
      <StateKey {...look} />
      <h2 class="nhsuk-heading-m">By domain</h2>
      <StateBars groups={shared.domains} {...look} />
      <StateTable groups={shared.domains} {...look} kind="Domain" />
      <h2 class="nhsuk-heading-m">By pillar</h2>
      <StateBars groups={shared.pillars} {...look} />
      <StateTable groups={shared.pillars} {...look} kind="Pillar" />
      <Statements shared={shared} />
    </>
  )
}

function Statements({
  shared: { statements, domains, depth },
}: {
  readonly shared: SharedStanding
}) {
  if (statements === undefined) return null
  return (
    <>
      <h2 class="nhsuk-heading-m">Each statement</h2>
      {domains.map(({ key, title }) => (
        <Details key={key} summary={title}>
          <Sections
            statements={statements.filter(({ section }) => section.startsWith(`${key}.`))}
            names={stateNamesFor(depth)}
          />
        </Details>
      ))}
    </>
  )
}

function Sections({
  statements,
  names,
}: {
  readonly statements: readonly SharedStatement[]
  readonly names: StateNames
}) {
  return [...Map.groupBy(statements, ({ section }) => section)].map(([section, inSection]) => (
    <Fragment key={section}>
      <h3 class="nhsuk-heading-s">{section}</h3>
      <ul class="nhsuk-list">
        {inSection.map((one) => (
          <li key={one.code} class="lanyard-waiting">
            {one.text}
            <br />
            <strong>{stateLine(one, names)}</strong>
          </li>
        ))}
      </ul>
    </Fragment>
  ))
}

function stateLine({ state, until, answer }: SharedStatement, names: StateNames): string {
  const words = [names[state]]
  if (until !== undefined)
    words.push(`${state === 'lapsed' ? 'was' : 'is'} due on ${dayInWords(until)}`)
  if (answer !== undefined) words.push(`says ${answerShown(answer)}`)
  const line = words.join('; ')
  return line.charAt(0).toUpperCase() + line.slice(1)
}
