import { h } from 'preact'
import { type Attributes, classNames } from './attributes.ts'
import { Caption, type CaptionProps } from './caption.tsx'
import { type Option, optionsOf, saidBy, type Wording, wordingOf } from './wording.ts'

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6

export interface HeadingOptions extends Wording {
  readonly level?: HeadingLevel | undefined
  readonly size?: string | undefined
  readonly caption?: Option<CaptionProps> | undefined
  readonly href?: string | undefined
  readonly visuallyHiddenText?: string | undefined
  readonly id?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export interface HeadingProps extends HeadingOptions {
  /** The parts below are for components whose label, legend or title is built like a heading. */
  readonly className?: string | undefined
  readonly classPrefix?: string | undefined
  readonly sizes?: readonly string[] | undefined
  readonly element?: string | undefined
}

const allSizes = ['xxs', 'xs', 's', 'm', 'l', 'xl']

function headingClasses(props: HeadingProps) {
  const { className = 'nhsuk-heading', size, classes, sizes = allSizes } = props
  const prefix = props.classPrefix ?? `${className}-`
  const sizedByCaller = allSizes.some((each) => classes?.includes(prefix + each))
  const allowed = size && sizes.includes(size) && !sizedByCaller ? size : undefined
  const whole = prefix === `${className}-`
  const sized = allowed && prefix + allowed
  return { allowed, classes: classNames(!(whole && sized) && className, sized, classes) }
}

function Content(props: HeadingProps) {
  const said = wordingOf(props)
  return (
    <>
      {props.href ? (
        <a class="nhsuk-link" href={props.href}>
          {said}
        </a>
      ) : (
        said
      )}
      {props.visuallyHiddenText && (
        <span class="nhsuk-u-visually-hidden">{` ${props.visuallyHiddenText}`}</span>
      )}
    </>
  )
}

export function Heading(props: HeadingProps) {
  if (!wordingOf(props)) return null
  const { allowed, classes } = headingClasses(props)
  const options = saidBy(optionsOf(props.caption))
  const caption = options && <Caption {...options} size={options.size ?? allowed} />
  const placement = options?.placement ?? 'start'
  const heading = h(
    props.element ?? `h${props.level ?? 1}`,
    { class: classes || undefined, id: props.id, ...props.attributes },
    placement === 'start' && caption,
    <Content {...props} />,
    placement === 'end' && caption,
  )
  return (
    <>
      {placement === 'before' && caption}
      {heading}
      {placement === 'after' && caption}
    </>
  )
}
