import { h } from 'preact'
import type { Attributes } from './attributes.ts'
import { Caption, type CaptionProps } from './caption.tsx'
import { Heading, type HeadingLevel } from './heading.tsx'
import { type Option, optionsOf, saidBy, type Wording, wordingOf } from './wording.ts'

interface WrapperHeading extends Wording {
  readonly level?: HeadingLevel | undefined
  readonly size?: string | undefined
  readonly caption?: Option<CaptionProps> | undefined
  readonly visuallyHiddenText?: string | undefined
  readonly id?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** A label or legend, which may also be the page's or a section's heading. */
export interface LabelOptions extends Wording {
  readonly size?: string | undefined
  readonly heading?: boolean | Option<WrapperHeading> | undefined
  readonly isPageHeading?: boolean | undefined
  readonly caption?: Option<CaptionProps> | undefined
  readonly visuallyHiddenText?: string | undefined
  readonly id?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export interface LabelProps extends LabelOptions {
  readonly for?: string | undefined
}

/** A label's or legend's own options with those of its heading laid over them. */
export function withHeading(props: LabelOptions) {
  const { heading: asked, isPageHeading } = props
  const heading = typeof asked === 'boolean' ? undefined : optionsOf(asked)
  const isHeading = (isPageHeading && asked !== false) || (isPageHeading !== false && !!asked)
  const over = isHeading ? heading : undefined
  const size = over?.size ?? props.size
  const caption = saidBy(over?.caption ?? props.caption)
  return {
    isHeading,
    heading,
    said: wordingOf(over) ?? wordingOf(props) ?? wordingOf(heading),
    visuallyHiddenText: over?.visuallyHiddenText ?? props.visuallyHiddenText,
    size,
    caption: caption && { ...caption, size: caption.size ?? size },
  }
}

export function Label(props: LabelProps) {
  const { isHeading, heading, said, visuallyHiddenText, size, caption } = withHeading(props)
  if (!said) return null
  const inside = caption?.placement !== 'before' && caption?.placement !== 'after'
  const label = (
    <Heading
      id={props.id}
      visuallyHiddenText={visuallyHiddenText}
      caption={inside ? caption : undefined}
      size={size}
      sizes={['s', 'm', 'l', 'xl']}
      className="nhsuk-label"
      classPrefix="nhsuk-label--"
      classes={props.classes}
      attributes={{ for: props.for, ...props.attributes }}
      element="label"
    >
      {said}
    </Heading>
  )
  return (
    <>
      {caption?.placement === 'before' && <Caption {...caption} />}
      {isHeading
        ? h(
            `h${heading?.level ?? 1}`,
            { class: 'nhsuk-label-wrapper', id: heading?.id, ...heading?.attributes },
            label,
          )
        : label}
      {caption?.placement === 'after' && <Caption {...caption} />}
    </>
  )
}
