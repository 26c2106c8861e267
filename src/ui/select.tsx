import { type Attributes, classNames } from './attributes.ts'
import { FieldGroup, type FieldProps, isWrong } from './form-group.tsx'

export interface SelectOption {
  readonly text?: string | undefined
  readonly value?: string | number | undefined
  readonly selected?: boolean | undefined
  readonly disabled?: boolean | undefined
  readonly divider?: boolean | undefined
  readonly attributes?: Attributes | undefined
}

export interface SelectProps extends FieldProps {
  readonly items: readonly SelectOption[]
  /** The value that is chosen. */
  readonly value?: string | number | undefined
}

function Choice({ option, chosen }: { option: SelectOption; chosen: SelectProps['value'] }) {
  if (option.divider) return <hr />
  const matches = !!chosen && (option.value ?? option.text) === chosen
  return (
    <option
      value={option.value}
      selected={option.selected ?? matches}
      disabled={option.disabled}
      {...option.attributes}
    >
      {option.text}
    </option>
  )
}

export function Select(props: SelectProps) {
  const classes = classNames('nhsuk-select', isWrong(props) && 'nhsuk-select--error', props.classes)
  const { beforeInput, afterInput } = props.formGroup ?? {}
  return (
    <FieldGroup field={props}>
      {(id, describedBy) => {
        const select = (
          <select
            class={classes}
            id={id}
            name={props.name}
            disabled={props.disabled}
            aria-describedby={describedBy}
            {...props.attributes}
          >
            {props.items.map((option) => (
              <Choice key={option.value} option={option} chosen={props.value} />
            ))}
          </select>
        )
        if (!beforeInput && !afterInput) return select
        return (
          <div class="nhsuk-input-wrapper">
            {beforeInput}
            {select}
            {afterInput}
          </div>
        )
      }}
    </FieldGroup>
  )
}
