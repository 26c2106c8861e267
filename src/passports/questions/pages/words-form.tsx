import { Button } from '../../../ui/button.tsx'
import {
  ConfirmNoPatient,
  type FieldFault,
  faultOf,
  noPatients,
  OwnForm,
} from '../../../ui/own-layout.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import type { WordsEntered } from '../model/entered.ts'

/** One field of words, about what the page shows now. */
export function WordsForm({
  action,
  csrfToken,
  about,
  field,
  label,
  hint,
  entered,
  errors,
  button,
}: {
  readonly action: string
  readonly csrfToken: string
  /** What it is about, by its id, so that a page of before changes nothing. */
  readonly about: { readonly name: 'pause' | 'proposal'; readonly id: string }
  readonly field: string
  readonly label: string
  readonly hint?: string | undefined
  readonly entered: WordsEntered
  readonly errors?: readonly FieldFault[] | undefined
  readonly button: string
}) {
  return (
    <OwnForm action={action} csrfToken={csrfToken}>
      <input type="hidden" name={about.name} value={about.id} />
      <Textarea
        name={field}
        label={{ text: label, size: 's' }}
        hint={[hint, noPatients].filter(Boolean).join(' ')}
        errorMessage={faultOf(errors, field)}
        rows={4}
        value={entered.words}
      />
      <ConfirmNoPatient findings={entered.findings} />
      <Button text={button} preventDoubleClick />
    </OwnForm>
  )
}
