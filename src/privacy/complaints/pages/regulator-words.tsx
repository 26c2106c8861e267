import type { Regulator } from '../../purposes/model/purpose.ts'

/** Said wherever somebody complains or reads what came of it. */
export function RegulatorWords({ regulator }: { readonly regulator: Regulator }) {
  const { name, page, phone, post } = regulator
  return (
    <>
      <h2 class="nhsuk-heading-m">The regulator</h2>
      <p>
        You can also complain to the {name} at any time:{' '}
        <a href={page}>{page.replace('https://', '').replace(/\/$/, '')}</a>, or phone {phone}. They
        will often ask whether you complained to us first. {post}
      </p>
    </>
  )
}
