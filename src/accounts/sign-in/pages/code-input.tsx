import { Details } from '../../../ui/details.tsx'
import { Input } from '../../../ui/input.tsx'
import { type FieldFault, faultOf } from '../../../ui/own-layout.tsx'

/** The six digits of a letter: they can be pasted, and phones offer to fill them in. */
export function CodeInput({
  entered = '',
  errors,
}: {
  readonly entered?: string | undefined
  readonly errors?: readonly FieldFault[] | undefined
}) {
  return (
    <Input
      name="code"
      label={{ text: 'Code', size: 's' }}
      hint="6 digits. The code works once, for 10 minutes."
      errorMessage={faultOf(errors, 'code')}
      value={entered}
      autocomplete="one-time-code"
      inputmode="numeric"
      spellcheck={false}
      width={10}
      code
      large
    />
  )
}

export function NoLetter({ again }: { readonly again: string }) {
  return (
    <Details summary="I have not got the e-mail">
      <p>It can take a few minutes. Look in your junk or spam folder too.</p>
      <p>
        Check that the address above is right. You can <a href={again}>ask for another code</a>. An
        older code then stops working.
      </p>
    </Details>
  )
}
