import { type Attributes, classNames, modifier } from './attributes.ts'
import { Card, type CardProps } from './card.tsx'
import { Heading, type HeadingOptions } from './heading.tsx'
import { Scroll } from './scroll.tsx'
import { Cell, settle, type TableCell, type TableHead } from './table-cell.tsx'
import { type Option, optionsOf, saidBy, wordingOf } from './wording.ts'

export interface TableProps {
  readonly caption?: Option<HeadingOptions> | undefined
  readonly head?: readonly Option<TableHead>[] | undefined
  readonly rows: readonly (readonly Option<TableCell>[])[]
  readonly firstCellIsHeader?: boolean | undefined
  /** On a phone each row becomes a block that repeats the column headings. */
  readonly responsive?: boolean | undefined
  readonly scroll?: boolean | undefined
  readonly compact?: boolean | undefined
  readonly striped?: boolean | undefined
  readonly border?: boolean | undefined
  readonly lastRowBorder?: boolean | undefined
  readonly variant?: 'reverse' | undefined
  readonly card?: Omit<CardProps, 'children'> | undefined
  readonly id?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

interface Sorting {
  readonly sortable: boolean
  readonly onServer: boolean
}

function sortingOf(head: readonly TableHead[]): Sorting {
  const sortable = head.some((cell) => cell.sort)
  return { sortable, onServer: sortable && head.some((cell) => cell.href) }
}

function tableClasses(props: TableProps, sortable: boolean): string {
  const { border, lastRowBorder, classes } = props
  const base = 'nhsuk-table'
  const lastOnly = border !== false && lastRowBorder === false
  const modifiers = [
    props.variant,
    props.compact && 'compact',
    props.responsive && 'responsive',
    border === false && 'no-border',
    lastOnly && 'no-last-row-border',
    sortable && 'sortable',
    props.striped && 'striped',
  ]
  return classNames(base, ...modifiers.map((name) => modifier(base, name, classes)), classes)
}

function headAttributes(cell: TableHead, { sortable, onServer }: Sorting): Attributes {
  const sort = cell.sort === true ? 'none' : cell.sort || undefined
  return {
    'data-sort': sort && sortable ? '' : undefined,
    'data-sort-next': onServer ? undefined : cell.sortNext,
    'aria-sort': sort === 'none' ? undefined : sort,
  }
}

interface PartProps {
  readonly table: TableProps
  readonly head: readonly TableHead[]
}

function Head({ table, head, sorting }: PartProps & { readonly sorting: Sorting }) {
  if (head.length === 0) return null
  const { responsive } = table
  return (
    <thead class="nhsuk-table__head" role={responsive ? 'rowgroup' : undefined}>
      <tr class="nhsuk-table__row" role={responsive ? 'row' : undefined}>
        {head.map((cell, index) => (
          <Cell
            key={index}
            cell={cell}
            element="th"
            responsive={responsive}
            attributes={{
              scope: 'col',
              role: responsive && 'columnheader',
              ...headAttributes(cell, sorting),
            }}
          />
        ))}
      </tr>
    </thead>
  )
}

function Row({ table, head, row }: PartProps & { readonly row: readonly Option<TableCell>[] }) {
  const { responsive, firstCellIsHeader } = table
  return (
    <tr class="nhsuk-table__row" role={responsive ? 'row' : undefined}>
      {row.map((option, index) => {
        const column = head[index]
        const cell = settle(optionsOf(option), column)
        const isHeader = index === 0 && !!firstCellIsHeader
        const attributes = {
          scope: isHeader ? 'row' : undefined,
          role: responsive && (isHeader ? 'rowheader' : 'cell'),
          'data-sort-value': cell.sortValue,
        }
        const under = responsive ? column : undefined
        const element = isHeader ? 'th' : 'td'
        return <Cell key={index} {...{ cell, element, attributes, responsive, under }} />
      })}
    </tr>
  )
}

function captionIdOf(table: TableProps, caption: HeadingOptions | undefined): string | undefined {
  if (caption?.id || !table.scroll) return caption?.id
  if (table.id) return `${table.id}-caption`
  const said = wordingOf(caption)
  if (typeof said !== 'string') return undefined
  return `table-${said.replaceAll(' ', '-').toLowerCase().slice(0, 40)}-caption`
}

function Caption({
  caption,
  id,
  sortable,
}: {
  caption: HeadingOptions
  id?: string | undefined
  sortable: boolean
}) {
  const hidden = caption.visuallyHiddenText ?? (sortable && 'Column headers are sortable')
  return (
    <Heading
      {...caption}
      id={id}
      visuallyHiddenText={hidden ? `(${hidden})` : undefined}
      sizes={['s', 'm', 'l', 'xl']}
      className="nhsuk-table__caption"
      classPrefix="nhsuk-table__caption--"
      element="caption"
    />
  )
}

export function Table(props: TableProps) {
  const head = props.head?.map((cell) => optionsOf(cell)) ?? []
  const sorting = sortingOf(head)
  const caption = saidBy(props.caption)
  const captionId = captionIdOf(props, caption)
  const inBrowser = sorting.sortable && !sorting.onServer
  const table = (
    <table
      class={tableClasses(props, sorting.sortable)}
      id={props.id}
      data-module={inBrowser ? 'nhsuk-table' : undefined}
      role={props.responsive ? 'table' : undefined}
      {...props.attributes}
    >
      {caption && <Caption caption={caption} id={captionId} sortable={sorting.sortable} />}
      <Head table={props} head={head} sorting={sorting} />
      <tbody class="nhsuk-table__body">
        {props.rows.map((row, index) => (
          <Row key={index} table={props} head={head} row={row} />
        ))}
      </tbody>
    </table>
  )
  const scrolled = props.scroll ? (
    <Scroll labelledBy={captionId} variant={props.variant}>
      {table}
    </Scroll>
  ) : (
    table
  )
  return props.card ? <Card {...props.card}>{scrolled}</Card> : scrolled
}
