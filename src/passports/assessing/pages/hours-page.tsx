import { paths } from '../../../paths.ts'
import { Details } from '../../../ui/details.tsx'
import { OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { Table } from '../../../ui/table.tsx'
import { type QuarterHours, quarterWords, threshold } from '../model/assessor-hours.ts'

interface HoursPageProps extends OwnPageProps {
  readonly slug: string
  readonly name: string
  /** The latest first. */
  readonly quarters: readonly QuarterHours[]
}

export function HoursPage({ slug, name, quarters, account, demo }: HoursPageProps) {
  const title = `Assessors’ hours at ${name}`
  return (
    <OwnLayout
      {...{ account, demo, title }}
      team
      back={{ href: paths.assessing(slug), text: 'Who may sign this off' }}
    >
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        The time that signing off took, in all. It is never shown for one person: not here, not on
        another page, and not to their manager. Only their own copy of their own record has it.
      </p>
      {quarters.length === 0 ? (
        <p>No quarter to show yet. A quarter stands here once it has ended.</p>
      ) : (
        <>
          <Bars quarters={quarters} />
          <Table
            responsive
            caption={{ text: 'Hours by quarter', size: 'm' }}
            head={['Quarter', 'Hours', 'In visits', 'Entered', 'Sign-offs with a time']}
            rows={quarters.map(cellsOf)}
            firstCellIsHeader
          />
        </>
      )}
      <h2 class="nhsuk-heading-m">How it is estimated</h2>
      <ul class="nhsuk-list nhsuk-list--bullet">
        <li>In a visit: from opening the worker’s code to signing, an hour at most.</li>
        <li>
          For a request from afar: the minutes that the assessor enters, if they want to. Many do
          not, so the true time is higher.
        </li>
        <li>Watching, travel and talking before the code was opened are not in it.</li>
        <li>
          Taken back or withdrawn since: it still took the time. A second assessor’s look is not
          counted.
        </li>
      </ul>
      <Details summary="Why some figures are hidden">
        <p>
          A figure of fewer than {threshold} assessors could tell of one of them. We hide it, and
          whatever else would let you work it out. Only quarters that have ended are shown, in whole
          hours, so that looking today and tomorrow tells nothing more.
        </p>
      </Details>
    </OwnLayout>
  )
}

const hidden = 'Hidden'

function cellsOf({ quarter, hours, visits, entered, timed }: QuarterHours) {
  const said = (value: number | undefined, unit = '') =>
    value === undefined ? hidden : `${value}${unit}`
  return [
    quarterWords(quarter),
    said(hours),
    said(visits),
    said(entered),
    timed === undefined ? hidden : `About ${timed} in 100`,
  ]
}

const width = 300
const height = 20

/** The table beside it says the same, so it is hidden from readers. */
function Bars({ quarters }: Pick<HoursPageProps, 'quarters'>) {
  const most = Math.max(...quarters.map(({ hours = 0 }) => hours), 1)
  return (
    <div class="lanyard-hours" aria-hidden="true">
      {quarters.toReversed().map(({ quarter, hours }) => (
        <div key={quarter}>
          <span>{quarterWords(quarter)}</span>
          {hours === undefined ? (
            <span class="lanyard-meta">{hidden}</span>
          ) : (
            <>
              <svg
                class="lanyard-bar"
                viewBox={`0 0 ${width} ${height}`}
                preserveAspectRatio="none"
                aria-hidden="true"
                focusable="false"
              >
                <rect
                  class="lanyard-bar__part lanyard-bar__part--signed"
                  width={((hours / most) * width).toFixed(1)}
                  height={height}
                />
              </svg>
              <strong>{hours === 1 ? '1 hour' : `${hours} hours`}</strong>
            </>
          )}
        </div>
      ))}
    </div>
  )
}
