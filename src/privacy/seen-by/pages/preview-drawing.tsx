/** What each sees, drawn: a row a kind of record, a column a person. The table beside it says the same. */
import type { Extent } from '../model/preview.ts'

export interface Column {
  readonly short: string
  /** In the order of the rows. */
  readonly extents: readonly Extent[]
}

const labels = 104
const heads = 92
const pitch = 24
const radius = 7.5
const brand = '#0b4f4a'
const muted = '#4c6272'

export function PreviewDrawing({
  rows,
  columns,
}: {
  readonly rows: readonly string[]
  readonly columns: readonly Column[]
}) {
  const width = labels + columns.length * pitch + 44
  const height = heads + rows.length * pitch + 4
  return (
    <svg
      class="lanyard-seen"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
      focusable="false"
    >
      {rows.map((row, index) => (
        <g key={row}>
          <path stroke="#d8dde0" d={`M0 ${yOf(index) + pitch / 2}h${width - 44}`} />
          <text x="0" y={yOf(index) + 4} font-size="12" fill="#212b32">
            {row}
          </text>
        </g>
      ))}
      {columns.map(({ short, extents }, index) => (
        <g key={`${index} ${short}`}>
          <text
            transform={`translate(${xOf(index) + 4} ${heads - 10}) rotate(-55)`}
            font-size="12"
            font-weight="bold"
            fill="#212b32"
          >
            {short}
          </text>
          {extents.map((extent, row) => (
            <Mark key={rows[row]} extent={extent} x={xOf(index)} y={yOf(row)} />
          ))}
        </g>
      ))}
    </svg>
  )
}

function xOf(column: number): number {
  return labels + column * pitch + pitch / 2
}

function yOf(row: number): number {
  return heads + row * pitch + pitch / 2
}

interface MarkProps {
  readonly extent: Extent
  readonly x: number
  readonly y: number
}

/** Told apart by shape as well as by colour. */
function Mark({ extent, x, y }: MarkProps) {
  switch (extent) {
    case 'all':
      return <circle cx={x} cy={y} r={radius} fill={brand} stroke={brand} stroke-width="2" />
    case 'some':
      return (
        <g>
          <circle cx={x} cy={y} r={radius} fill="#fff" stroke={brand} stroke-width="2" />
          <path fill={brand} d={`M${x} ${y - radius}a${radius} ${radius} 0 0 0 0 ${2 * radius}z`} />
        </g>
      )
    case 'none':
      return <circle cx={x} cy={y} r={radius} fill="#fff" stroke={muted} stroke-width="2" />
    case 'nothing-kept':
      return <path stroke={muted} stroke-width="2" d={`M${x - 4} ${y}h8`} />
    default:
      return extent satisfies never
  }
}

/** The same marks in a line, for the words that say what they mean. */
export function MarkKey({ extent }: { readonly extent: Extent }) {
  return (
    <svg class="lanyard-seen-key" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <Mark extent={extent} x={10} y={10} />
    </svg>
  )
}
