import { type Attributes, classNames, modifier } from './attributes.ts'
import { Icon } from './icon.tsx'
import { type Wording, wordingOf } from './wording.ts'

interface ActionLinkProps extends Wording {
  readonly href?: string | undefined
  readonly type?: 'button' | 'submit' | undefined
  readonly variant?: 'reverse' | undefined
  readonly id?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** The one thing that a person most likely came to do next. */
export function ActionLink(props: ActionLinkProps) {
  const shared = {
    class: classNames(
      'nhsuk-action-link',
      modifier('nhsuk-action-link', props.variant, props.classes),
      props.classes,
    ),
    id: props.id,
  }
  const content = (
    <>
      <Icon name="arrow-right-circle" />
      <span class="nhsuk-action-link__text">{wordingOf(props)}</span>
    </>
  )
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
