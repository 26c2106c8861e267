import { h } from 'preact'
import { type Attributes, classNames } from './attributes.ts'
import { type Wording, wordingOf } from './wording.ts'

export interface CaptionProps extends Wording {
  readonly size?: string | undefined
  readonly placement?: 'before' | 'after' | 'start' | 'end' | undefined
  readonly element?: string | undefined
  readonly id?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

const sizes = ['m', 'l', 'xl', 'xxl']

function captionClasses({ size, placement, classes }: CaptionProps): string {
  const sized = size !== undefined && sizes.includes(size)
  const sizedByCaller = sizes.some((each) => classes?.includes(`nhsuk-caption-${each}`))
  return classNames(
    sized && !sizedByCaller ? `nhsuk-caption-${size}` : 'nhsuk-caption',
    (placement === 'after' || placement === 'end') && 'nhsuk-caption--bottom',
    classes,
  )
}

export function Caption(props: CaptionProps) {
  return h(
    props.element ?? 'span',
    { class: captionClasses(props), id: props.id, ...props.attributes },
    wordingOf(props),
  )
}
