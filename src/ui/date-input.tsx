import { type Attributes, classNames } from './attributes.ts'
import { ChoiceGroup, type ChoiceProps, isWrong } from './form-group.tsx'
import { Input, type InputProps } from './input.tsx'
import { optionsOf, wordingOf } from './wording.ts'

export interface DatePart extends InputProps {
  /** Marks the part that is wrong; the message stands above all three. */
  readonly error?: boolean | undefined
}

type Part = 'day' | 'month' | 'year'

export interface DateInputProps extends ChoiceProps {
  readonly id: string
  /** `false` leaves the part out. */
  readonly day?: DatePart | false | undefined
  readonly month?: DatePart | false | undefined
  readonly year?: DatePart | false | undefined
  /** In place of day, month and year. */
  readonly items?: readonly DatePart[] | undefined
  readonly values?: Readonly<Record<string, string | number | undefined>> | undefined
  /** Makes the names `prefix[day]` and so on. */
  readonly namePrefix?: string | undefined
  readonly disabled?: boolean | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

const parts: readonly Part[] = ['day', 'month', 'year']

function partsOf(props: DateInputProps): readonly DatePart[] {
  if (props.items?.length) return props.items
  const asked = parts.filter((part) => props[part] !== false)
  return asked.map((part) => ({ name: part, ...props[part] }))
}

function isPartWrong(part: DatePart): boolean {
  return !!part.error || !!part.classes?.includes('nhsuk-input--error')
}

function isYear(part: DatePart, props: DateInputProps): boolean {
  const named = props.year ? props.year.name : undefined
  return part.name === 'year' || (named !== undefined && part.name === named)
}

function DatePartInput({
  part,
  all,
  wrong,
}: {
  part: DatePart
  all: DateInputProps
  wrong: boolean
}) {
  const { name = '' } = part
  const label = optionsOf(part.label)
  return (
    <div class="nhsuk-date-input__item">
      <Input
        {...part}
        label={{
          ...label,
          text: wordingOf(label) ?? name.charAt(0).toUpperCase() + name.slice(1).toLowerCase(),
          classes: classNames('nhsuk-date-input__label', label?.classes),
        }}
        errorMessage={wrong}
        id={part.id ?? `${all.id}-${name}`}
        name={all.namePrefix ? `${all.namePrefix}[${name}]` : name}
        value={part.value ?? all.values?.[name]}
        width={part.width ?? (isYear(part, all) ? 4 : 2)}
        inputmode={part.inputmode ?? 'numeric'}
        disabled={part.disabled ?? all.disabled}
        classes={classNames('nhsuk-date-input__input', part.classes)}
      />
    </div>
  )
}

export function DateInput(props: DateInputProps) {
  const items = partsOf(props)
  const somePartWrong = items.some(isPartWrong)
  const allWrong = isWrong(props) && !somePartWrong
  // JAWS does not read out what describes a fieldset of text inputs unless it is a group.
  return (
    <ChoiceGroup
      choice={props}
      idPrefix={props.id}
      wrong={isWrong(props) || somePartWrong}
      role="group"
    >
      <div
        class={classNames('nhsuk-date-input', props.classes)}
        id={props.id}
        {...props.attributes}
      >
        {props.formGroup?.beforeInputs}
        {items.map((part) => {
          const marked = part.classes?.includes('nhsuk-input--error')
          const wrong = !marked && (!!part.error || (part.error !== false && allWrong))
          return <DatePartInput key={part.name} part={part} all={props} wrong={wrong} />
        })}
        {props.formGroup?.afterInputs}
      </div>
    </ChoiceGroup>
  )
}
