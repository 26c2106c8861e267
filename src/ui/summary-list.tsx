import { type Attributes, classNames, modifier } from './attributes.ts'
import { Card, type CardProps } from './card.tsx'
import { CardAction, type CardActionOptions } from './card-action.tsx'
import { type Option, optionsOf, type Wording, wordingOf } from './wording.ts'

interface SummaryCell extends Wording {
  readonly width?: string | undefined
  readonly id?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export interface SummaryRow {
  readonly key: Option<SummaryCell>
  readonly value?: Option<SummaryCell> | undefined
  readonly actions?: readonly CardActionOptions[] | undefined
  readonly border?: boolean | undefined
  readonly id?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export interface SummaryListProps {
  readonly rows: readonly SummaryRow[]
  readonly border?: boolean | undefined
  readonly lastRowBorder?: boolean | undefined
  readonly card?: Omit<CardProps, 'children'> | undefined
  readonly id?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

function cell(base: string, option: Option<SummaryCell> | undefined) {
  const { width, classes, id, attributes } = optionsOf(option) ?? {}
  return {
    class: classNames(base, width && `nhsuk-u-width-${width}`, classes),
    id,
    ...attributes,
  }
}

type OfCard = Pick<SummaryListProps, 'card'>

function RowActions({ actions, card }: Pick<SummaryRow, 'actions'> & OfCard) {
  const [first, ...more] = actions ?? []
  if (!first) return null
  return (
    <dd class="nhsuk-summary-list__actions">
      {more.length === 0 ? (
        <CardAction {...first} of={card?.heading} />
      ) : (
        <ul class="nhsuk-summary-list__actions-list">
          {actions?.map((action) => (
            <li key={action.href} class="nhsuk-summary-list__actions-list-item">
              <CardAction {...action} of={card?.heading} />
            </li>
          ))}
        </ul>
      )}
    </dd>
  )
}

interface RowProps extends OfCard {
  readonly row: SummaryRow
  readonly besideActions: boolean
  readonly unbordered: boolean
}

function Row({ row, besideActions, unbordered, card }: RowProps) {
  const base = 'nhsuk-summary-list__row'
  const classes = classNames(
    base,
    besideActions && !row.actions?.length && `${base}--no-actions`,
    unbordered && modifier(base, 'no-border', row.classes),
    row.classes,
  )
  return (
    <div class={classes} id={row.id} {...row.attributes}>
      <dt {...cell('nhsuk-summary-list__key', row.key)}>{wordingOf(optionsOf(row.key))}</dt>
      <dd {...cell('nhsuk-summary-list__value', row.value)}>{wordingOf(optionsOf(row.value))}</dd>
      <RowActions actions={row.actions} card={card} />
    </div>
  )
}

function listClasses({ border, lastRowBorder, classes }: SummaryListProps): string {
  const base = 'nhsuk-summary-list'
  const lastOnly = border !== false && lastRowBorder === false
  return classNames(
    base,
    modifier(base, border === false && 'no-border', classes),
    modifier(base, lastOnly && 'no-last-row-border', classes),
    classes,
  )
}

export function SummaryList(props: SummaryListProps) {
  const { rows, card } = props
  const besideActions = rows.some((row) => row.actions?.length)
  const classes = listClasses(props)
  const last = rows.length - 1
  const list = (
    <dl class={classes} id={props.id} {...props.attributes}>
      {rows.map((row, index) => {
        const settled = props.lastRowBorder === false && index === last
        const unbordered = row.border === false && !settled
        return <Row key={index} {...{ row, besideActions, unbordered, card }} />
      })}
    </dl>
  )
  return card ? <Card {...card}>{list}</Card> : list
}
