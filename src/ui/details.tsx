import { type Attributes, classNames, modifier } from './attributes.ts'
import { type Option, optionsOf, type Wording, wordingOf } from './wording.ts'

interface Summary extends Wording {
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export interface DetailsProps extends Wording {
  readonly summary: Option<Summary>
  readonly open?: boolean | undefined
  readonly variant?: 'reverse' | undefined
  readonly id?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export function Details(props: DetailsProps) {
  const summary = optionsOf(props.summary)
  const classes = classNames(
    'nhsuk-details',
    modifier('nhsuk-details', props.variant, props.classes),
    props.classes,
  )
  return (
    <details class={classes} id={props.id} {...props.attributes} open={props.open}>
      <summary
        class={classNames('nhsuk-details__summary', summary.classes)}
        {...summary.attributes}
      >
        <span class="nhsuk-details__summary-text">{wordingOf(summary)}</span>
      </summary>
      <div class="nhsuk-details__text">{wordingOf(props)}</div>
    </details>
  )
}
