import { type Edition, levelOf } from '../../../frameworks/model/framework.ts'
import { levelName } from '../../../frameworks/model/names.ts'
import { paths } from '../../../paths.ts'
import { Details } from '../../../ui/details.tsx'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { Table } from '../../../ui/table.tsx'
import type { DomainFigures, StatementFigure } from '../model/team-figures.ts'

interface TeamStatementsPageProps extends OwnPageProps {
  readonly employer: { readonly slug: string; readonly name: string }
  readonly edition: Edition
  /** People who share each statement. */
  readonly each: number
  readonly domains: readonly DomainFigures[]
}

export function TeamStatementsPage(props: TeamStatementsPageProps) {
  const { account, demo, employer, each } = props
  const title = 'How many hold each statement'
  return (
    <OwnLayout
      {...{ account, demo, title }}
      team
      back={{ href: paths.teamStanding(employer.slug), text: 'Where your team stands' }}
    >
      <h1 class="nhsuk-heading-l">
        <span class="nhsuk-caption-l">{employer.name}</span>
        {title}
      </h1>
      {each === 0 ? <NobodyYet /> : <Figures {...props} />}
    </OwnLayout>
  )
}

function NobodyYet() {
  return <p>Nobody shares each statement with you, so there is nothing to count.</p>
}

function Figures({ employer, edition, each, domains }: TeamStatementsPageProps) {
  return (
    <>
      <p>
        Of the {each === 1 ? '1 person' : `${each} people`} who share each statement with you.
        Others in your team may hold it too. A statement counts people at its own level, and in a
        profession that it is for.
      </p>
      <p>
        These figures are for you, to plan learning with. To show them to others,{' '}
        <a href={paths.teamStatementsFile(employer.slug)}>take them as a file (CSV)</a>: it leaves
        out figures of fewer than 5 people, so that nobody can be picked out.
      </p>
      {domains.map(({ domain, figures }) => (
        <Details key={domain.number} summary={`${domain.number}. ${domain.title}`}>
          <Table
            responsive
            head={[{ text: 'Statement' }, { text: 'Level' }, { text: 'Signed off and in date' }]}
            rows={figures.map((figure) => rowOf(edition, figure))}
          />
        </Details>
      ))}
    </>
  )
}

function rowOf(edition: Edition, { statement: { code, text }, held, wanted }: StatementFigure) {
  const level = levelOf(code)
  return [
    { text },
    { text: level === undefined ? '' : levelName(edition, level) },
    { text: `${held} of ${wanted}` },
  ]
}
