import { paths } from '../../paths.ts'
import { Button } from '../../ui/button.tsx'
import { Input } from '../../ui/input.tsx'
import { PageLayout } from '../../ui/page-layout.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { Select } from '../../ui/select.tsx'
import { Tag } from '../../ui/tag.tsx'
import { nameOf, type RegisterWords, type Word } from '../model/kinds.ts'
import type { RegisterSearch } from '../model/register-search.ts'
import type { FoundOrganisation } from '../register-search-store.ts'

export interface RegisterPageProps {
  readonly words: RegisterWords
  readonly search: RegisterSearch
  /** As it was typed. */
  readonly name: string
  readonly found: readonly FoundOrganisation[]
  readonly count: number
  readonly pages: number
  readonly demo: boolean
}

/** The public register: every organisation that issues here, or did. */
export function RegisterPage(props: RegisterPageProps) {
  return (
    <PageLayout title="Register of organisations" demo={props.demo}>
      <h1 class="nhsuk-heading-l">Register of organisations</h1>
      <p>
        Look up who issued a credential. An organisation can issue here only after two stewards have
        checked who it is. Organisations that merged or closed stay listed, so that old credentials
        can still be checked.
      </p>
      <SearchForm {...props} />
      <h2 class="nhsuk-heading-m" id="found">
        {props.count === 1 ? '1 organisation' : `${props.count} organisations`}
      </h2>
      {props.found.length === 0 ? <NothingFound /> : <Found {...props} />}
      <Pages {...props} />
      <p>
        Is yours missing? <a href={paths.addOrganisation()}>Ask us to add your organisation</a>. You
        need to sign in.
      </p>
    </PageLayout>
  )
}

function SearchForm({ words, search, name }: RegisterPageProps) {
  return (
    <form method="get" action={paths.organisations()} class="lanyard-register-search">
      <Input
        name="name"
        label={{ text: 'Name', size: 's' }}
        hint="A part is enough. Earlier names are found too."
        value={name}
        autocomplete="off"
      />
      <WordSelect name="nation" label="Nation" words={words.nations} chosen={search.nation} />
      <WordSelect name="sector" label="Sector" words={words.sectors} chosen={search.sector} />
      <WordSelect name="kind" label="Kind" words={words.kinds} chosen={search.kind} />
      <Button text="Search" />
    </form>
  )
}

function WordSelect({
  name,
  label,
  words,
  chosen,
}: {
  readonly name: string
  readonly label: string
  readonly words: readonly Word[]
  readonly chosen: string | undefined
}) {
  const items = words.map(({ slug, name }) => ({ value: slug, text: name }))
  return (
    <Select
      name={name}
      label={{ text: label, size: 's' }}
      value={chosen}
      items={[{ value: '', text: 'All' }, ...items]}
    />
  )
}

function NothingFound() {
  return (
    <p>
      Nothing was found. Use fewer words, or <a href={paths.organisations()}>see all</a>.
    </p>
  )
}

function Found({ found, words }: RegisterPageProps) {
  return (
    <ul class="nhsuk-list lanyard-register">
      {found.map((one) => (
        <li key={one.slug} class="lanyard-register__organisation">
          <a href={paths.organisation(one.slug)}>{one.name}</a> <StandingTag found={one} />
          <span class="lanyard-register__about">
            {nameOf(words.kinds, one.kind)}, {nameOf(words.nations, one.nation)}
            {one.earlierNames.length > 0 && `. Earlier name: ${one.earlierNames.join(', ')}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

function StandingTag({ found }: { readonly found: FoundOrganisation }) {
  if (found.endedOn !== undefined) {
    return <Tag colour="grey" text={`Ended in ${found.endedOn.slice(0, 4)}`} />
  }
  return found.mayIssue ? (
    <Tag colour="green" text="Can issue" />
  ) : (
    <Tag colour="white" text="Cannot issue" />
  )
}

function Pages({ search, name, pages }: RegisterPageProps) {
  if (pages < 2) return null
  const { nation, sector, kind, page } = search
  const at = (number: number) =>
    paths.organisations({ name, nation, sector, kind, page: String(number) })
  return (
    <Pagination
      ariaLabel="Pages of the register"
      previous={page > 1 ? { href: at(page - 1), label: `${page - 1} of ${pages}` } : undefined}
      next={page < pages ? { href: at(page + 1), label: `${page + 1} of ${pages}` } : undefined}
    />
  )
}
