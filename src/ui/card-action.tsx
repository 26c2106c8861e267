import { type Attributes, classNames } from './attributes.ts'
import { type Option, optionsOf, type Wording, wordingOf } from './wording.ts'

/** A link or button beside a card's heading or a row of a summary list. */
export interface CardActionOptions extends Wording {
  readonly href?: string | undefined
  readonly type?: 'button' | 'submit' | undefined
  readonly name?: string | undefined
  readonly value?: string | undefined
  /** What "Change" would change, for those who hear it alone. */
  readonly visuallyHiddenText?: string | undefined
  readonly id?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

interface CardActionProps extends CardActionOptions {
  /** The card's heading, read out after the action. */
  readonly of?: Option<Wording> | undefined
}

function ActionContent(props: CardActionProps) {
  const heading = wordingOf(optionsOf(props.of))
  const hidden = props.visuallyHiddenText
  return (
    <>
      {wordingOf(props)}
      {(hidden || heading) && (
        <span class="nhsuk-u-visually-hidden">
          {hidden && ` ${hidden}`}
          {heading && (
            <>
              {' ('}
              {heading}
              {')'}
            </>
          )}
        </span>
      )}
    </>
  )
}

export function CardAction(props: CardActionProps) {
  const shared = { class: classNames('nhsuk-link', props.classes), id: props.id }
  if (props.href === undefined || props.type) {
    return (
      <button
        {...shared}
        name={props.name}
        type={props.type ?? 'submit'}
        value={props.value}
        {...props.attributes}
      >
        <ActionContent {...props} />
      </button>
    )
  }
  return (
    <a {...shared} href={props.href} {...props.attributes}>
      <ActionContent {...props} />
    </a>
  )
}
