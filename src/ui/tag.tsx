import { type Attributes, classNames, modifier } from './attributes.ts'
import { type Wording, wordingOf } from './wording.ts'

const colours = [
  'white',
  'grey',
  'green',
  'aqua-green',
  'blue',
  'purple',
  'pink',
  'red',
  'orange',
  'yellow',
] as const

export interface TagProps extends Wording {
  readonly colour?: (typeof colours)[number] | false | undefined
  readonly border?: boolean | undefined
  readonly id?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export function Tag(props: TagProps) {
  const { border, classes } = props
  const coloured = colours.some((colour) => classes?.includes(`nhsuk-tag--${colour}`))
  const colour = props.colour && coloured ? undefined : props.colour
  return (
    <strong
      class={classNames(
        'nhsuk-tag',
        modifier('nhsuk-tag', colour === false ? 'no-colour' : colour, classes),
        modifier('nhsuk-tag', border === false && 'no-border', classes),
        classes,
      )}
      id={props.id}
      {...props.attributes}
    >
      {wordingOf(props)}
    </strong>
  )
}
