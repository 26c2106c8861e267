import { type Attributes, classNames } from './attributes.ts'
import { type Wording, wordingOf } from './wording.ts'

export interface ErrorMessageProps extends Wording {
  /** Read out before the message; `Error` unless said, and nothing when empty. */
  readonly visuallyHiddenText?: string | false | undefined
  readonly id?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export function ErrorMessage(props: ErrorMessageProps) {
  const { visuallyHiddenText = 'Error' } = props
  return (
    <span
      class={classNames('nhsuk-error-message', props.classes)}
      id={props.id}
      {...props.attributes}
    >
      {visuallyHiddenText && (
        <span class="nhsuk-u-visually-hidden">{`${visuallyHiddenText}: `}</span>
      )}
      {wordingOf(props)}
    </span>
  )
}
