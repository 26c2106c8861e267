import { dayInWords } from '../../language/plain-dates.ts'
import { Table } from '../../ui/table.tsx'
import type { OrganisationHistory } from '../model/organisation-history.ts'
import { type NameSpan, nameSpans } from '../model/timeline.ts'

interface NameHistoryProps {
  readonly history: OrganisationHistory
  /** YYYY-MM-DD. */
  readonly today: string
}

/** Its names over time: a drawing for the eye, and the same in a table for everybody. */
export function NameHistory({ history, today }: NameHistoryProps) {
  const spans = nameSpans(history, today)
  if (spans.length < 2 && history.ending === undefined) return null
  return (
    <>
      <h2 class="nhsuk-heading-m">Its names over time</h2>
      <div class="lanyard-timeline">
        <Drawing spans={spans} ended={history.ending !== undefined} />
        <Table
          responsive
          head={['Number', 'Name', 'From', 'Until']}
          rows={spans.map(({ name, from, until }, index) => [
            String(index + 1),
            name,
            from === undefined ? 'Not recorded' : dayInWords(from),
            until === undefined ? 'Today' : dayInWords(until),
          ])}
        />
      </div>
    </>
  )
}

const width = 320
const bar = { top: 24, height: 28 }

function Drawing({
  spans,
  ended,
}: {
  readonly spans: readonly NameSpan[]
  readonly ended: boolean
}) {
  const last = spans.at(-1)
  const first = spans[0]
  return (
    <svg
      class="lanyard-timeline__drawing"
      viewBox={`0 0 ${width} 84`}
      width={width}
      height="84"
      aria-hidden="true"
      focusable="false"
    >
      {spans.map((span, index) => (
        <Span
          key={span.start}
          span={span}
          number={index + 1}
          isLast={span === last}
          ended={ended}
        />
      ))}
      <text x="0" y="74">
        {first?.from?.slice(0, 4) ?? 'Earlier'}
      </text>
      <text x={width} y="74" text-anchor="end">
        {last?.until?.slice(0, 4) ?? 'Today'}
      </text>
    </svg>
  )
}

function Span({
  span,
  number,
  isLast,
  ended,
}: {
  readonly span: NameSpan
  readonly number: number
  readonly isLast: boolean
  readonly ended: boolean
}) {
  const x = span.start * width
  const length = Math.max(4, (span.end - span.start) * width)
  return (
    <g>
      <rect
        class={`lanyard-timeline__span lanyard-timeline__span--${number % 2 === 1 ? 'odd' : 'even'}`}
        {...{ x, y: bar.top, width: length, height: bar.height }}
      />
      <text class="lanyard-timeline__number" x={x + length / 2} y="16" text-anchor="middle">
        {number}
      </text>
      {isLast && ended && (
        <rect class="lanyard-timeline__end" x={width - 4} y={bar.top - 6} width="4" height="40" />
      )}
    </g>
  )
}
