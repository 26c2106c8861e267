import type { Domain, Edition, LevelSlug, Statement } from '../../../frameworks/model/framework.ts'
import { levelName } from '../../../frameworks/model/names.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkboxes } from '../../../ui/checkboxes.tsx'
import { Details } from '../../../ui/details.tsx'
import { OwnForm, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import type { Entry } from '../../model/entry.ts'

interface CountEntryPageProps extends OwnPageProps {
  readonly entry: Entry
  readonly edition: Edition
  readonly level: LevelSlug
  /** The codes that it counts towards now. */
  readonly counted: readonly string[]
  readonly suggested: readonly Statement[]
  /** All that can be chosen. */
  readonly statements: readonly Statement[]
}

export function CountEntryPage(props: CountEntryPageProps) {
  const { account, demo, entry, edition, level, counted, suggested, statements } = props
  const title = 'What does it count towards?'
  const first = new Set(suggested.map(({ code }) => code))
  const rest = statements.filter(({ code }) => !first.has(code))
  return (
    <OwnLayout
      {...{ account, demo, title }}
      back={{ href: paths.ownEntry(entry.id), text: entry.title }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{entry.title}</span>
        {title}
      </h1>
      <p>
        Tick each statement that this shows something of, at{' '}
        {levelName(edition, level).toLowerCase()} level. You decide. It is your own word until
        somebody signs it off.
      </p>
      <p>
        You can leave this for later: your entry is saved.{' '}
        <a href={paths.ownEntry(entry.id, 'added')}>Skip this</a>
      </p>
      <OwnForm action={paths.countEntry(entry.id)} csrfToken={account.csrfToken}>
        {suggested.length > 0 && (
          <Choices
            legend="It may fit these"
            statements={suggested}
            counted={counted}
            prefix="fit"
          />
        )}
        {edition.domains.map((domain) => (
          <DomainChoices key={domain.number} {...{ domain, rest, counted }} />
        ))}
        <Button text="Save" />
      </OwnForm>
    </OwnLayout>
  )
}

function DomainChoices({
  domain,
  rest,
  counted,
}: {
  readonly domain: Domain
  readonly rest: readonly Statement[]
  readonly counted: readonly string[]
}) {
  const all = new Set(domain.sections.flatMap((section) => section.statements))
  const those = rest.filter((statement) => all.has(statement))
  if (those.length === 0) return null
  const name = `${domain.number} ${domain.title}`
  return (
    <Details summary={name} open={those.some(({ code }) => counted.includes(code))}>
      <Choices legend={name} statements={those} counted={counted} prefix={`d${domain.number}`} />
    </Details>
  )
}

function Choices({
  legend,
  statements,
  counted,
  prefix,
}: {
  readonly legend: string
  readonly statements: readonly Statement[]
  readonly counted: readonly string[]
  readonly prefix: string
}) {
  return (
    <Checkboxes
      name="codes"
      idPrefix={prefix}
      fieldset={{ legend: { text: legend, size: 's' } }}
      values={counted}
      items={statements.map(({ code, text }) => ({
        value: code,
        text: `${code.replace(/-.*$/, '')} ${text}`,
      }))}
    />
  )
}
