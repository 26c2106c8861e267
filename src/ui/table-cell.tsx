import { h } from 'preact'
import { type Attributes, classNames, modifier } from './attributes.ts'
import { type Wording, wordingOf } from './wording.ts'

export interface TableCell extends Wording {
  readonly format?: 'numeric' | 'string' | undefined
  readonly align?: 'left' | 'centre' | 'right' | undefined
  readonly width?: string | undefined
  readonly href?: string | undefined
  readonly visuallyHiddenText?: string | undefined
  readonly colspan?: number | undefined
  readonly rowspan?: number | undefined
  readonly sortValue?: string | number | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

type SortOrder = 'ascending' | 'descending' | 'none'

export interface TableHead extends TableCell {
  /** With `href` the server sorts, else the browser where it has script. */
  readonly sort?: boolean | SortOrder | undefined
  readonly sortNext?: SortOrder | undefined
}

function CellContent({ cell }: { cell: TableCell }) {
  const said = (
    <>
      {wordingOf(cell)}
      {cell.visuallyHiddenText && (
        <span class="nhsuk-u-visually-hidden">
          {wordingOf(cell) && ' '}
          {cell.visuallyHiddenText}
        </span>
      )}
    </>
  )
  if (!cell.href) return said
  return (
    <a class="nhsuk-link" href={cell.href}>
      {said}
    </a>
  )
}

interface CellProps {
  readonly cell: TableCell
  readonly element: 'td' | 'th'
  readonly attributes: Attributes
  readonly responsive: boolean | undefined
  /** The heading of the cell's column, repeated in it on a phone. */
  readonly under?: TableHead | undefined
}

export function Cell({ cell, element, attributes, responsive, under }: CellProps) {
  const base = element === 'th' ? 'nhsuk-table__header' : 'nhsuk-table__cell'
  const aligned = cell.align && !cell.classes?.includes('nhsuk-u-text-align-')
  const classes = classNames(
    base,
    cell.format === 'numeric' && modifier(base, cell.format, cell.classes),
    aligned && `nhsuk-u-text-align-${cell.align}`,
    cell.width && `nhsuk-u-width-${cell.width}`,
    cell.classes,
  )
  const content = <CellContent cell={cell} />
  const isText = typeof wordingOf(cell) !== 'object'
  return h(
    element,
    {
      class: classes,
      ...attributes,
      colspan: responsive ? undefined : cell.colspan,
      rowspan: cell.rowspan,
      ...cell.attributes,
    },
    under && (
      <span class="nhsuk-table__heading" aria-hidden="true">
        <CellContent cell={{ ...under, href: undefined }} />{' '}
      </span>
    ),
    under && !isText ? <span>{content}</span> : content,
  )
}

/** A cell takes its column's format and alignment unless it has its own. */
export function settle(cell: TableCell, column: TableHead | undefined): TableCell {
  const ranged = cell.format === 'string' && column?.format === 'numeric' ? 'right' : column?.align
  return { ...cell, format: cell.format ?? column?.format, align: cell.align ?? ranged }
}
