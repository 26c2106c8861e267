import type { ComponentChildren } from 'preact'
import { paths } from '../../paths.ts'
import { type Domain, levelOf, type Section, type Statement } from '../model/framework.ts'
import { levelName } from '../model/names.ts'
import { EditionLayout, type EditionPageProps } from './edition-layout.tsx'
import { LinkedText } from './linked-text.tsx'
import { Example, PillarTags, RequiresLine, statementFacts, Variants } from './statement-parts.tsx'

interface StatementPageProps extends EditionPageProps {
  readonly domain: Domain
  readonly section: Section
  readonly statement: Statement
  readonly address: string
  /** What it was and became in other editions. */
  readonly children?: ComponentChildren
}

export function StatementPage(props: StatementPageProps) {
  const { stored, domain, section, statement, address } = props
  const { edition, ref } = stored
  const level = levelOf(statement.code)
  return (
    <EditionLayout
      stored={stored}
      title={`${statement.code} ${section.title}`}
      trail={[
        { href: paths.domain(ref, domain.number), text: domain.title },
        { href: paths.section(ref, section.code), text: `${section.code} ${section.title}` },
      ]}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">
          {statement.code} · {level === undefined ? '' : levelName(edition, level)}
        </span>
        {section.title}
      </h1>
      <blockquote class="lanyard-statement">
        <p>
          <LinkedText text={statement.text} stored={stored} />
        </p>
      </blockquote>
      {statement.requires && <RequiresLine requires={statement.requires} />}
      {statement.example && <Example text={statement.example} />}
      <Variants statement={statement} />
      <PillarTags statement={statement} edition={edition} />
      <dl class="nhsuk-summary-list">
        {statementFacts(edition, statement).map(({ key, value }) => (
          <div class="nhsuk-summary-list__row" key={key}>
            <dt class="nhsuk-summary-list__key">{key}</dt>
            <dd class="nhsuk-summary-list__value">{value}</dd>
          </div>
        ))}
      </dl>
      <OtherLevels {...props} />
      {props.children}
      <p class="nhsuk-body-s">
        Permanent address of this wording: <span class="lanyard-address">{address}</span>
      </p>
    </EditionLayout>
  )
}

function OtherLevels({ stored, section, statement }: StatementPageProps) {
  const others = section.statements.filter(
    ({ capability, code }) => capability === statement.capability && code !== statement.code,
  )
  return (
    <>
      <h2 class="nhsuk-heading-s">At the other levels</h2>
      <ul class="lanyard-contents-list">
        {others.map(({ code, text }) => (
          <li key={code}>
            <a href={paths.statement(stored.ref, code)}>{code}</a>
            <span class="nhsuk-hint">{text}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
