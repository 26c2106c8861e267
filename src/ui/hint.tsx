import { type Attributes, classNames } from './attributes.ts'
import { type Wording, wordingOf } from './wording.ts'

export interface HintProps extends Wording {
  readonly id?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export function Hint(props: HintProps) {
  return (
    <div class={classNames('nhsuk-hint', props.classes)} id={props.id} {...props.attributes}>
      {wordingOf(props)}
    </div>
  )
}
