import { Input } from '../../../ui/input.tsx'
import { type FieldFault, faultOf } from '../../../ui/own-layout.tsx'
import { Select } from '../../../ui/select.tsx'
import { Textarea } from '../../../ui/textarea.tsx'
import type { RegisterWords } from '../../model/kinds.ts'

/** Where a steward can look. Each part may be left empty. */
export interface ShownEntered {
  readonly register: string
  readonly number: string
  readonly domain: string
  readonly note: string
}

/** Where a steward can see that an organisation is who it says. */
export function ShownFields({
  entered,
  words,
  errors,
}: {
  readonly entered: ShownEntered
  readonly words: RegisterWords
  readonly errors: readonly FieldFault[] | undefined
}) {
  const registers = words.registers.map(({ slug, name, entry }) => ({
    value: slug,
    text: `${name}: ${entry}`,
  }))
  return (
    <>
      <Select
        name="register"
        label={{ text: 'Is it in a public register?', size: 'm' }}
        errorMessage={faultOf(errors, 'register')}
        value={entered.register}
        items={[{ value: '', text: 'No, or I do not know' }, ...registers]}
      />
      <Input
        name="number"
        label={{ text: 'Its number in that register', size: 'm' }}
        errorMessage={faultOf(errors, 'number')}
        value={entered.number}
        width={20}
        autocomplete="off"
        spellcheck={false}
      />
      <Input
        name="domain"
        label={{ text: 'Its own web address, if it has one', size: 'm' }}
        hint="For example, example.nhs.uk. It does not need one."
        errorMessage={faultOf(errors, 'domain')}
        value={entered.domain}
        autocomplete="off"
        spellcheck={false}
      />
      <Textarea
        name="note"
        label={{ text: 'Anything else that helps', size: 'm' }}
        hint="Stewards read this. You can leave it empty."
        errorMessage={faultOf(errors, 'note')}
        rows={3}
        value={entered.note}
      />
    </>
  )
}
