import { Button } from '../../../ui/button.tsx'

/** A provider, as a page offers it. */
export interface OfferedProvider {
  readonly slug: string
  readonly name: string
}

/** A form a provider. What is chosen goes with it, so that the page works without script. */
export function ProviderButtons({
  providers,
  action,
  csrfToken,
  words,
  next,
}: {
  readonly providers: readonly OfferedProvider[]
  readonly action: (slug: string) => string
  readonly csrfToken: string
  readonly words: (name: string) => string
  readonly next?: string | undefined
}) {
  return providers.map(({ slug, name }) => (
    <form key={slug} method="post" action={action(slug)} novalidate>
      <input type="hidden" name="_csrf" value={csrfToken} />
      {next !== undefined && <input type="hidden" name="next" value={next} />}
      <Button text={words(name)} variant="secondary" preventDoubleClick />
    </form>
  ))
}
