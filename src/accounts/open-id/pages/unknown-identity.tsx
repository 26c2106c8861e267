import { paths } from '../../../paths.ts'

/** What somebody can do whose identity nobody here has linked. */
export function UnknownIdentity({ name }: { readonly name: string }) {
  return (
    <>
      <h2 class="nhsuk-heading-m">If you have an account here</h2>
      <p>
        Sign in another way. Then open <a href={paths.account()}>your account</a> and add {name}{' '}
        there.
      </p>
      <h2 class="nhsuk-heading-m">If you have been invited</h2>
      <p>Open the link in your invitation first. You can add {name} when your account is there.</p>
      <h2 class="nhsuk-heading-m">If you have neither</h2>
      <p>Ask your manager or learning team. They can set up an account with you.</p>
    </>
  )
}
