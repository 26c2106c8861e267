import { type Attributes, classNames } from './attributes.ts'
import { Icon, type IconName } from './icon.tsx'
import { type Wording, wordingOf } from './wording.ts'

export interface ButtonProps extends Wording {
  readonly variant?:
    | 'brand'
    | 'login'
    | 'reverse'
    | 'secondary'
    | 'secondary-solid'
    | 'warning'
    | undefined
  readonly small?: boolean | undefined
  readonly icon?:
    | { readonly name: IconName; readonly placement: 'start' | 'end' }
    | IconName
    | undefined
  /** Makes it a link that looks like a button. */
  readonly href?: string | undefined
  readonly type?: 'button' | 'submit' | 'reset' | undefined
  readonly name?: string | undefined
  readonly value?: string | number | undefined
  readonly disabled?: boolean | undefined
  readonly preventDoubleClick?: boolean | undefined
  readonly ariaLabel?: string | undefined
  readonly id?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

function buttonClasses({ variant, icon, small, classes }: ButtonProps): string {
  return classNames(
    'nhsuk-button',
    variant && `nhsuk-button--${variant}`,
    icon && 'nhsuk-button--icon',
    small && 'nhsuk-button--small',
    classes,
  )
}

function ButtonContent(props: ButtonProps) {
  if (!props.icon) return <>{wordingOf(props)}</>
  const { name, placement } =
    typeof props.icon === 'string' ? { name: props.icon, placement: 'start' } : props.icon
  const said = wordingOf(props)
  return (
    <>
      {placement === 'start' && <Icon name={name} />}
      {said && <span class="nhsuk-button__content">{said}</span>}
      {placement === 'end' && <Icon name={name} />}
    </>
  )
}

/** One primary button a page: others are `secondary`. */
export function Button(props: ButtonProps) {
  const shared = {
    class: buttonClasses(props),
    id: props.id,
    'data-module': 'nhsuk-button',
    'data-prevent-double-click':
      props.preventDoubleClick === undefined ? undefined : String(props.preventDoubleClick),
    'aria-label': props.ariaLabel,
  }
  if (props.href !== undefined && !props.type) {
    return (
      // biome-ignore lint/a11y/useSemanticElements: it goes to a page, and its script answers the space key
      <a {...shared} href={props.href} role="button" draggable={false} {...props.attributes}>
        <ButtonContent {...props} />
      </a>
    )
  }
  return (
    <button
      {...shared}
      name={props.name}
      type={props.type ?? 'submit'}
      value={props.value}
      disabled={props.disabled}
      aria-disabled={props.disabled ? 'true' : undefined}
      {...props.attributes}
    >
      <ButtonContent {...props} />
    </button>
  )
}
