import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { type FieldFault, OwnForm, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { CodeInput, NoLetter } from './code-input.tsx'

interface ConfirmCodePageProps extends OwnPageProps {
  readonly next: string
  readonly address: string
  readonly entered?: string | undefined
  readonly errors?: readonly FieldFault[] | undefined
}

export function ConfirmCodePage(props: ConfirmCodePageProps) {
  const { account, demo, errors, next, address, entered } = props
  const again = paths.confirmItIsYou(next)
  return (
    <OwnLayout
      {...{ account, demo, errors }}
      title="Check your e-mail"
      back={{ href: again, text: 'Confirm in another way' }}
      notInMenu
    >
      <h1 class="nhsuk-heading-l">Check your e-mail</h1>
      <p>
        We have sent an e-mail to <strong class="lanyard-breaks">{address}</strong>. Type the code
        from it here.
      </p>
      <OwnForm action={paths.confirmByEmail()} csrfToken={account.csrfToken}>
        <input type="hidden" name="next" value={next} />
        <CodeInput {...{ entered, errors }} />
        <Button text="Continue" />
      </OwnForm>
      <NoLetter again={again} demo={demo} />
    </OwnLayout>
  )
}

/** Typed wrongly too often, used, too old, or never asked for. */
export function NoOwnCodePage({ again, ...own }: OwnPageProps & { readonly again: string }) {
  return (
    <OwnLayout {...own} title="That code no longer works" notInMenu>
      <h1 class="nhsuk-heading-l">That code no longer works</h1>
      <p>A code works once, for 10 minutes, and can be typed 5 times.</p>
      <Button href={again} text="Ask for a new code" />
    </OwnLayout>
  )
}

export function TooManyCodesPage({ again, ...own }: OwnPageProps & { readonly again: string }) {
  return (
    <OwnLayout {...own} title="Too many codes were asked for" notInMenu>
      <h1 class="nhsuk-heading-l">Too many codes were asked for</h1>
      <p>
        We have stopped sending codes to this address for now. Try again in an hour, or{' '}
        <a href={again}>choose another way</a>.
      </p>
    </OwnLayout>
  )
}
