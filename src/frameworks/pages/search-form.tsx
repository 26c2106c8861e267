import { paths } from '../../paths.ts'

/** One box and one button: works without script, and on every page that asks for words. */
export function SearchForm({ ref_, words }: { readonly ref_: string; readonly words?: string }) {
  return (
    <search>
      <form class="lanyard-search" method="get" action={paths.statements(ref_)}>
        <label class="nhsuk-label" for="q">
          Find statements about
        </label>
        <div class="lanyard-search__row">
          <input class="nhsuk-input" id="q" name="q" type="search" value={words} maxlength={200} />
          <button class="nhsuk-button nhsuk-button--small" type="submit">
            Search
          </button>
        </div>
      </form>
    </search>
  )
}
