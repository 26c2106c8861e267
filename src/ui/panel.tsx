import { type Attributes, classNames, modifier } from './attributes.ts'
import { Heading, type HeadingOptions } from './heading.tsx'
import { type Option, optionsOf, type Wording, wordingOf } from './wording.ts'

interface PanelProps extends Wording {
  readonly heading: Option<HeadingOptions>
  readonly variant?: 'interruption' | undefined
  readonly id?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** The end of a task that went well: what is done, and its reference. */
export function Panel(props: PanelProps) {
  const said = wordingOf(props)
  const classes = classNames(
    'nhsuk-panel',
    modifier('nhsuk-panel', props.variant, props.classes),
    props.classes,
  )
  return (
    <div class={classes} id={props.id} {...props.attributes}>
      <Heading
        {...optionsOf(props.heading)}
        sizes={['m', 'l', 'xl']}
        className="nhsuk-panel__heading"
        classPrefix="nhsuk-panel__heading--"
      />
      {said && <div class="nhsuk-panel__body">{said}</div>}
    </div>
  )
}
