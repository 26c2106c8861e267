import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { OwnForm } from '../../../ui/own-layout.tsx'

/** A provider, as a page offers it. */
export interface OfferedProvider {
  readonly slug: string
  readonly name: string
}

interface Offered {
  readonly providers: readonly OfferedProvider[]
}

/** Buttons of the form about e-mail, so that "shared computer" is said once for all ways. */
export function SignInElsewhere({ providers, form }: Offered & { readonly form: string }) {
  if (providers.length === 0) return null
  return (
    <>
      <h2 class="nhsuk-heading-m">Or use an account you have elsewhere</h2>
      <p>On a shared computer, sign out there too when you finish.</p>
      {providers.map(({ slug, name }) => (
        <p key={slug}>
          <Button
            text={`Continue with ${name}`}
            attributes={{ form, formaction: paths.signInWith(slug) }}
          />
        </p>
      ))}
    </>
  )
}

export function ConfirmElsewhere({
  providers,
  csrfToken,
  next,
}: Offered & { readonly csrfToken: string; readonly next: string }) {
  if (providers.length === 0) return null
  return (
    <>
      <h2 class="nhsuk-heading-m">Use an account you have elsewhere</h2>
      <p>You sign in there once more, and then come back here.</p>
      {providers.map(({ slug, name }) => (
        <OwnForm key={slug} action={paths.confirmWith(slug)} csrfToken={csrfToken}>
          <input type="hidden" name="next" value={next} />
          <Button text={`Continue with ${name}`} />
        </OwnForm>
      ))}
    </>
  )
}

export function LinkElsewhere({ providers, csrfToken }: Offered & { readonly csrfToken: string }) {
  return providers.map(({ slug, name }) => (
    <OwnForm key={slug} action={paths.linkWith(slug)} csrfToken={csrfToken}>
      <Button text={`Link ${name}`} variant="secondary" />
    </OwnForm>
  ))
}
