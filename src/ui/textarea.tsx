import type { Attributes } from './attributes.ts'
import { classNames } from './attributes.ts'
import { FieldGroup, type FieldProps, isWrong } from './form-group.tsx'

export interface TextareaProps extends FieldProps {
  readonly rows?: number | undefined
  readonly value?: string | undefined
  readonly spellcheck?: boolean | undefined
  readonly autocomplete?: string | undefined
  /** What a kind of text area adds to the group around it. */
  readonly groupAttributes?: Attributes | undefined
}

export function Textarea(props: TextareaProps) {
  const classes = classNames(
    'nhsuk-textarea',
    isWrong(props) && 'nhsuk-textarea--error',
    props.classes,
  )
  return (
    <FieldGroup field={props} attributes={props.groupAttributes}>
      {(id, describedBy) => (
        <>
          {props.formGroup?.beforeInput}
          <textarea
            class={classes}
            id={id}
            name={props.name}
            rows={props.rows ?? 5}
            spellcheck={props.spellcheck}
            disabled={props.disabled}
            aria-describedby={describedBy}
            autocomplete={props.autocomplete}
            value={props.value}
            {...props.attributes}
          />
          {props.formGroup?.afterInput}
        </>
      )}
    </FieldGroup>
  )
}
