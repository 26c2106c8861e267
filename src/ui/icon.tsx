import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export type IconName =
  | 'arrow-left'
  | 'arrow-right'
  | 'arrow-right-circle'
  | 'chevron-right-circle'
  | 'cross'
  | 'minus'
  | 'plus'
  | 'search'
  | 'tick'
  | 'user'

interface IconProps {
  readonly name: IconName
  /** Set only where the icon says something that no text beside it says. */
  readonly title?: string | undefined
  readonly classes?: string | undefined
}

const images = fileURLToPath(import.meta.resolve('nhsuk-frontend/dist/nhsuk/assets/images/x'))
const shapes = new Map<IconName, string>()

/** The drawing inside the SVG file that nhsuk-frontend ships, so that we keep no copy of it. */
function shapeOf(name: IconName): string {
  const known = shapes.get(name)
  if (known) return known
  const file = readFileSync(images.replace(/x$/, `nhsuk-icon-${name}.svg`), 'utf8')
  const shape = /<path[^>]*>/.exec(file)?.[0] ?? ''
  shapes.set(name, shape)
  return shape
}

export function Icon({ name, title, classes }: IconProps) {
  return (
    <svg
      class={`nhsuk-icon nhsuk-icon--${name}${classes ? ` ${classes}` : ''}`}
      xmlns="http://www.w3.org/2000/svg"
      viewBox="0 0 24 24"
      width="16"
      height="16"
      focusable="false"
      role={title ? 'img' : undefined}
      aria-label={title}
      aria-hidden={title ? undefined : 'true'}
      // The shape is the package's own file, never a value from a person.
      dangerouslySetInnerHTML={{ __html: shapeOf(name) }}
    />
  )
}
