import { classNames } from './attributes.ts'
import { Caption } from './caption.tsx'
import { Heading } from './heading.tsx'
import { type LabelOptions, withHeading } from './label.tsx'

const sizes = ['s', 'm', 'l', 'xl']

function legendClasses(size: string | undefined, classes: string | undefined): string {
  const prefix = 'nhsuk-fieldset__legend--'
  const sizedByCaller = sizes.some((each) => classes?.includes(prefix + each))
  const sized = size && sizes.includes(size) && !sizedByCaller && prefix + size
  return classNames('nhsuk-fieldset__legend', sized, classes)
}

export function Legend(props: LabelOptions) {
  const { isHeading, heading, said, visuallyHiddenText, size, caption } = withHeading(props)
  if (!said) return null
  const inside =
    caption?.placement === 'before' ? { ...caption, placement: 'start' as const } : caption
  const outer = { class: legendClasses(size, props.classes), id: props.id, ...props.attributes }
  const shared = {
    visuallyHiddenText,
    caption: inside?.placement === 'after' ? undefined : inside,
    children: said,
  }
  return (
    <>
      {isHeading ? (
        <legend {...outer}>
          <Heading
            {...shared}
            id={heading?.id}
            level={heading?.level}
            className="nhsuk-fieldset__heading"
            attributes={heading?.attributes}
          />
        </legend>
      ) : (
        <Heading
          {...shared}
          className={outer.class}
          id={props.id}
          attributes={props.attributes}
          element="legend"
        />
      )}
      {inside?.placement === 'after' && <Caption {...inside} />}
    </>
  )
}
