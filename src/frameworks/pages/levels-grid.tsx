/** One capability at its three levels: side by side, and one under the other on a phone. */
import { paths } from '../../paths.ts'
import type { StoredEdition } from '../frameworks-store.ts'
import { levelOf, type Section, type Statement } from '../model/framework.ts'
import { levelName } from '../model/names.ts'
import { LinkedText } from './linked-text.tsx'
import { Example, HigherRisk, PillarTags, RequiresLine, Variants } from './statement-parts.tsx'

interface LevelsGridProps {
  readonly stored: StoredEdition
  readonly section: Section
  /** h3 on a section page, h4 under the section headings of a domain page. */
  readonly heading: 'h2' | 'h3'
  readonly brief?: boolean | undefined
}

export function LevelsGrid({ stored, section, heading, brief }: LevelsGridProps) {
  return (
    <>
      {capabilities(section).map((statements) => (
        <div class="lanyard-levels" key={statements[0]?.code}>
          {statements.map((statement) => (
            <LevelCell key={statement.code} {...{ stored, statement, heading, brief }} />
          ))}
        </div>
      ))}
    </>
  )
}

function LevelCell({
  stored,
  statement,
  heading: Heading,
  brief,
}: Omit<LevelsGridProps, 'section'> & { readonly statement: Statement }) {
  const { edition, ref } = stored
  const level = levelOf(statement.code)
  return (
    <div class="lanyard-levels__level">
      <Heading class="nhsuk-heading-xs lanyard-levels__name">
        {level === undefined ? statement.code : levelName(edition, level)}
        <span class="nhsuk-u-visually-hidden">, </span>{' '}
        <a class="lanyard-code" href={paths.statement(ref, statement.code)}>
          {statement.code}
        </a>
      </Heading>
      <p>
        <LinkedText text={statement.text} stored={stored} />
      </p>
      {statement.highRisk && <HigherRisk />}
      {statement.requires && <RequiresLine requires={statement.requires} />}
      {!brief && statement.example && <Example text={statement.example} />}
      {!brief && <Variants statement={statement} />}
      <PillarTags statement={statement} edition={edition} />
    </div>
  )
}

/** The statements of a section, one list a capability, in the order of the file. */
function capabilities(section: Section): Statement[][] {
  const slugs = [...new Set(section.statements.map(({ capability }) => capability))]
  return slugs.map((slug) => section.statements.filter(({ capability }) => capability === slug))
}
