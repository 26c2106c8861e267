/** Words that are refused in whichever form of a framework they are typed, as errors of the form. */
import { type FieldError, sentField } from '../web/posted-form.ts'
import { checkTypedText, type TextKind } from './model/check-typed-text.ts'

interface TypedField {
  readonly field: string
  readonly label: string
  readonly kind: TextKind
}

/** Looks at what was sent: a form shows it again without what cannot be seen. */
export function typedErrors(body: unknown, { field, label, kind }: TypedField): FieldError[] {
  const fault = checkTypedText(sentField(body, field), kind)
  return fault === undefined ? [] : [{ field, message: `${label} ${fault}` }]
}
