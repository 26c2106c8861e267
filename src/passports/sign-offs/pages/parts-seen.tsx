import type { Statement } from '../../../frameworks/model/framework.ts'
import { Checkboxes } from '../../../ui/checkboxes.tsx'
import { type FieldFault, faultOf } from '../../../ui/own-layout.tsx'
import { partsOf } from '../../model/check-parts.ts'
import type { SigningDraft } from '../../model/signing-draft.ts'
import { partsField } from '../model/parts-field.ts'

interface PartsSeenProps {
  readonly statement: Statement
  readonly entered: Pick<SigningDraft, 'parts'>
  readonly errors?: readonly FieldFault[] | undefined
}

/** Under a statement that asks for several things: which of them were seen. */
export function PartsSeen({ statement: { code, requires }, entered, errors }: PartsSeenProps) {
  if (requires === undefined) return null
  const legend =
    'all' in requires
      ? `Which parts of ${code} did you see? It needs all of them`
      : `Which parts of ${code} did you see? One is enough`
  return (
    <Checkboxes
      name={partsField(code)}
      idPrefix={partsField(code)}
      small
      fieldset={{ legend: { text: legend } }}
      errorMessage={faultOf(errors, partsField(code))}
      values={entered.parts?.[code]}
      items={partsOf(requires).map((text, place) => ({ value: String(place), text }))}
    />
  )
}
