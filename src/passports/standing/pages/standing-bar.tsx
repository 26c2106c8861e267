/** Standings as one drawn bar. The words beside it say the same, so it is hidden from readers. */
import { type Tally, type TallyKind, tallyOrder } from '../../model/tally-standings.ts'

const width = 300
const height = 16

export function StandingBar({ tally }: { readonly tally: Tally }) {
  const total = tallyOrder.reduce((sum, kind) => sum + tally[kind], 0)
  if (total === 0) return null
  return (
    <svg
      class="lanyard-bar"
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {segments(tally, total).map(({ kind, from, to }) => (
        <rect
          key={kind}
          class={`lanyard-bar__part lanyard-bar__part--${kind}`}
          x={from.toFixed(1)}
          y="0"
          width={(to - from).toFixed(1)}
          height={height}
        />
      ))}
    </svg>
  )
}

interface Segment {
  readonly kind: TallyKind
  readonly from: number
  readonly to: number
}

function segments(tally: Tally, total: number): Segment[] {
  let at = 0
  return tallyOrder.flatMap((kind) => {
    const from = at
    at += (tally[kind] / total) * width
    return tally[kind] === 0 ? [] : [{ kind, from, to: at }]
  })
}
