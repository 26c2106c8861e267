import { type Attributes, classNames, modifier } from './attributes.ts'
import { type Wording, wordingOf } from './wording.ts'

export interface BackLinkProps extends Wording {
  readonly href?: string | undefined
  /** Makes it a button, for a page that goes back by script or form. */
  readonly type?: 'button' | 'submit' | undefined
  readonly visuallyHiddenText?: string | undefined
  readonly variant?: 'reverse' | undefined
  readonly id?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export function BackLink(props: BackLinkProps) {
  const content = (
    <>
      {props.visuallyHiddenText && (
        <span class="nhsuk-u-visually-hidden">{`${props.visuallyHiddenText} `}</span>
      )}
      {wordingOf(props) ?? 'Back'}
    </>
  )
  const shared = {
    class: classNames(
      'nhsuk-back-link',
      modifier('nhsuk-back-link', props.variant, props.classes),
      props.classes,
    ),
    id: props.id,
  }
  if (props.href === undefined || props.type) {
    return (
      <button {...shared} type={props.type ?? 'submit'} {...props.attributes}>
        {content}
      </button>
    )
  }
  return (
    <a {...shared} href={props.href} {...props.attributes}>
      {content}
    </a>
  )
}
