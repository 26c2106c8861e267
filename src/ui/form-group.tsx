import type { ComponentChildren } from 'preact'
import { type Attributes, classNames } from './attributes.ts'
import { ErrorMessage, type ErrorMessageProps } from './error-message.tsx'
import { Fieldset, type FieldsetOptions } from './fieldset.tsx'
import { Hint, type HintProps } from './hint.tsx'
import { Label, type LabelProps } from './label.tsx'
import { type Option, optionsOf, saidBy } from './wording.ts'

interface FormGroupOptions {
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** What every question says about itself, whatever it is answered with. */
export interface Asked {
  readonly hint?: Option<HintProps> | undefined
  /** `true` shows the field as wrong where the message stands elsewhere. */
  readonly errorMessage?: boolean | Option<ErrorMessageProps> | undefined
}

/** A field with one control: its name, label and state. */
export interface FieldProps extends Asked {
  readonly name?: string | undefined
  /** The same as the name unless said. */
  readonly id?: string | undefined
  readonly label?: Option<LabelProps> | undefined
  readonly describedBy?: string | undefined
  readonly disabled?: boolean | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
  readonly formGroup?: (FormGroupOptions & BesideInput) | undefined
}

interface BesideInput {
  readonly beforeInput?: ComponentChildren
  readonly afterInput?: ComponentChildren
}

export function isWrong({ errorMessage }: Asked): boolean {
  return errorMessage === true || saidBy(errorMessage) !== undefined
}

/** The hint and the message of a question, and the ids under which its control names them. */
function describe(asked: Asked, prefix: string | undefined, describedBy: string | undefined) {
  const hint = saidBy(asked.hint)
  const error = saidBy(asked.errorMessage)
  const hintId = hint && (hint.id ?? `${prefix}-hint`)
  const errorId = error && (error.id ?? `${prefix}-error`)
  return {
    describedBy: classNames(describedBy, hintId, errorId) || undefined,
    parts: (
      <>
        {hint && <Hint {...hint} id={hintId} />}
        {error && <ErrorMessage {...error} id={errorId} />}
      </>
    ),
  }
}

function groupClasses(wrong: boolean, classes: string | undefined): string {
  return classNames('nhsuk-form-group', wrong && 'nhsuk-form-group--error', classes)
}

interface FieldGroupProps {
  readonly field: FieldProps
  /** Classes and attributes that the kind of field adds to the group. */
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
  readonly children: (id: string | undefined, describedBy: string | undefined) => ComponentChildren
}

/** Label, hint, message and one control. */
export function FieldGroup({ field, classes, attributes, children }: FieldGroupProps) {
  const id = field.id ?? field.name
  const { describedBy, parts } = describe(field, id, field.describedBy)
  const label = optionsOf(field.label)
  return (
    <div
      class={groupClasses(isWrong(field), classNames(field.formGroup?.classes, classes))}
      {...attributes}
      {...field.formGroup?.attributes}
    >
      {label && <Label {...label} for={label.for ?? id} />}
      {parts}
      {children(id, describedBy)}
    </div>
  )
}

export interface ChoiceProps extends Asked {
  readonly fieldset?: FieldsetOptions | undefined
  readonly describedBy?: string | undefined
  readonly formGroup?:
    | (FormGroupOptions & {
        readonly beforeInputs?: ComponentChildren
        readonly afterInputs?: ComponentChildren
      })
    | undefined
}

interface ChoiceGroupProps {
  readonly choice: ChoiceProps
  readonly idPrefix: string | undefined
  readonly wrong: boolean
  readonly role?: FieldsetOptions['role']
  readonly children: ComponentChildren
}

/** Legend, hint, message and several controls. */
export function ChoiceGroup({ choice, idPrefix, wrong, role, children }: ChoiceGroupProps) {
  const { fieldset, formGroup } = choice
  const outer = fieldset?.describedBy ?? choice.describedBy
  const { describedBy, parts } = describe(choice, idPrefix, outer)
  const inner = (
    <>
      {parts}
      {children}
    </>
  )
  return (
    <div class={groupClasses(wrong, formGroup?.classes)} {...formGroup?.attributes}>
      {fieldset ? (
        <Fieldset {...fieldset} role={fieldset.role ?? role} describedBy={describedBy}>
          {inner}
        </Fieldset>
      ) : (
        inner
      )}
    </div>
  )
}
