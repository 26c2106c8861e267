import type { ComponentChildren } from 'preact'
import { type Attributes, classNames, modifier } from './attributes.ts'
import { FieldGroup, type FieldProps, isWrong } from './form-group.tsx'
import { type Option, saidBy, type Wording, wordingOf } from './wording.ts'

interface Affix extends Wording {
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export interface InputProps extends FieldProps {
  readonly type?: string | undefined
  readonly value?: string | number | undefined
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | 30 | undefined
  readonly large?: boolean | undefined
  /** For codes that are read letter by letter. */
  readonly code?: boolean | undefined
  readonly prefix?: Option<Affix> | undefined
  readonly suffix?: Option<Affix> | undefined
  readonly spellcheck?: boolean | undefined
  readonly autocomplete?: string | undefined
  readonly autocapitalize?: string | undefined
  readonly inputmode?: string | undefined
  readonly pattern?: string | undefined
  readonly placeholder?: string | undefined
}

function inputClasses(props: InputProps): string {
  const { classes } = props
  const widened = classes?.includes('nhsuk-input--width-')
  return classNames(
    'nhsuk-input',
    modifier('nhsuk-input', props.large && 'large', classes),
    modifier('nhsuk-input', props.code && 'code', classes),
    isWrong(props) && 'nhsuk-input--error',
    !!props.width && !widened && `nhsuk-input--width-${props.width}`,
    classes,
  )
}

/** As attributes, because some of these names are not among Preact's types for inputs. */
function inputAttributes(props: InputProps): Attributes {
  return {
    type: props.type ?? 'text',
    spellcheck: props.spellcheck === undefined ? undefined : String(props.spellcheck),
    value: props.value,
    disabled: props.disabled,
    autocomplete: props.autocomplete,
    autocapitalize: props.autocapitalize,
    pattern: props.pattern,
    placeholder: props.placeholder,
    inputmode: props.inputmode,
    ...props.attributes,
  }
}

function AffixPart({ affix, name }: { affix: Affix | undefined; name: 'prefix' | 'suffix' }) {
  if (!affix) return null
  return (
    <div
      class={classNames(`nhsuk-input-wrapper__${name}`, affix.classes)}
      aria-hidden="true"
      {...affix.attributes}
    >
      {wordingOf(affix)}
    </div>
  )
}

function Wrapped({ field, children }: { field: InputProps; children: ComponentChildren }) {
  const prefix = saidBy(field.prefix)
  const suffix = saidBy(field.suffix)
  const { beforeInput, afterInput } = field.formGroup ?? {}
  if (!prefix && !suffix && !beforeInput && !afterInput) return <>{children}</>
  return (
    <div class={classNames('nhsuk-input-wrapper', field.large && 'nhsuk-input-wrapper--large')}>
      {beforeInput}
      <AffixPart affix={prefix} name="prefix" />
      {children}
      <AffixPart affix={suffix} name="suffix" />
      {afterInput}
    </div>
  )
}

export function Input(props: InputProps) {
  return (
    <FieldGroup field={props}>
      {(id, describedBy) => (
        <Wrapped field={props}>
          <input
            class={inputClasses(props)}
            id={id}
            name={props.name}
            aria-describedby={describedBy}
            {...inputAttributes(props)}
          />
        </Wrapped>
      )}
    </FieldGroup>
  )
}
