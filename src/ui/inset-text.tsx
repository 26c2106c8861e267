import { type Attributes, classNames } from './attributes.ts'
import type { Wording } from './wording.ts'

interface InsetTextProps extends Wording {
  readonly visuallyHiddenText?: string | undefined
  readonly id?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** `text` is put in a paragraph; children bring their own. */
export function InsetText(props: InsetTextProps) {
  return (
    <div class={classNames('nhsuk-inset-text', props.classes)} id={props.id} {...props.attributes}>
      <span class="nhsuk-u-visually-hidden">{`${props.visuallyHiddenText ?? 'Information'}: `}</span>
      {props.children ?? <p>{props.text}</p>}
    </div>
  )
}
