import { paths } from '../../../paths.ts'
import { Details } from '../../../ui/details.tsx'
import { Input } from '../../../ui/input.tsx'
import { InsetText } from '../../../ui/inset-text.tsx'
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

export function NoLetter({ again, demo }: { readonly again: string; readonly demo: boolean }) {
  if (demo) return <InThePostBox />
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

function InThePostBox() {
  return (
    <InsetText>
      <p>
        This is a demonstration, which sends nothing. The e-mail is in its{' '}
        <a href={paths.demonstrationPost()}>post box</a>.
      </p>
    </InsetText>
  )
}
