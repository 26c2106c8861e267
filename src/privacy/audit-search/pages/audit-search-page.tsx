import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { DateInput } from '../../../ui/date-input.tsx'
import { Details } from '../../../ui/details.tsx'
import { faultOf, OwnLayout, type OwnPageProps } from '../../../ui/own-layout.tsx'
import { Pagination } from '../../../ui/pagination.tsx'
import { Select } from '../../../ui/select.tsx'
import { type Act, type ActKey, formatKey } from '../model/act.ts'
import { ActList } from './act-list.tsx'

/** More than these are not listed to choose from. */
export const mostPeople = 500

interface Parts {
  readonly day: string
  readonly month: string
  readonly year: string
}

export interface AuditSearchPageProps extends OwnPageProps {
  readonly scopes: readonly { readonly scope: string; readonly name: string }[]
  /** Up to one more than are listed. */
  readonly people: readonly { readonly id: string; readonly name: string }[]
  readonly kinds: readonly { readonly slug: string; readonly words: string }[]
  readonly form: {
    readonly entered: {
      readonly scope: string
      readonly person: string
      readonly kind: string
      readonly from: Parts
      readonly to: Parts
    }
    readonly errors?: readonly { readonly field: string; readonly message: string }[]
  }
  /** Undefined where what was searched for was wrong. */
  readonly found: { readonly acts: readonly Act[]; readonly next: ActKey | undefined } | undefined
  readonly reader: string
}

export function AuditSearchPage(props: AuditSearchPageProps) {
  const { account, demo, form, scopes, found, reader } = props
  const title = 'What was done'
  const where = scopes.find(({ scope }) => scope === form.entered.scope)?.name
  return (
    <OwnLayout {...{ account, demo, title }} errors={form.errors} team>
      <h1 class="nhsuk-heading-l">{title}</h1>
      <p>
        Each change that was made, who made it and when. Nobody can change or remove a line, and the
        words that people wrote are not in it.
      </p>
      <Details summary="Who sees that you looked">
        <p>
          Your search is kept in this list. When you choose a person, they see in their own account
          that you looked.
        </p>
      </Details>
      <SearchFields {...props} />
      {found && <Found found={found} reader={reader} form={form} where={where ?? ''} />}
    </OwnLayout>
  )
}

function SearchFields({ scopes, people, kinds, form }: AuditSearchPageProps) {
  const { entered } = form
  return (
    <search>
      <form method="get" action={paths.auditSearch()} novalidate>
        {scopes.length > 1 && (
          <Select
            id="scope"
            name="scope"
            label="Where"
            value={entered.scope}
            items={scopes.map(({ scope, name }) => ({ value: scope, text: name }))}
          />
        )}
        {people.length > 0 && <Person people={people} chosen={entered.person} />}
        <Select
          id="kind"
          name="kind"
          label="Kind of change"
          value={entered.kind}
          items={[
            { value: '', text: 'Any' },
            ...kinds.map(({ slug, words }) => ({ value: slug, text: words })),
          ]}
        />
        <Day field="from" legend="From" form={form} />
        <Day field="to" legend="To" form={form} />
        <Button>Search</Button>
      </form>
    </search>
  )
}

function Person({
  people,
  chosen,
}: Pick<AuditSearchPageProps, 'people'> & { readonly chosen: string }) {
  const more = people.length > mostPeople
  return (
    <Select
      id="person"
      name="person"
      label="Person"
      hint={more ? `Only the first ${mostPeople} are listed here, by first name.` : undefined}
      value={chosen}
      items={[
        { value: '', text: 'Anybody' },
        ...people.slice(0, mostPeople).map(({ id, name }) => ({ value: id, text: name })),
      ]}
    />
  )
}

function Day({
  field,
  legend,
  form,
}: Pick<AuditSearchPageProps, 'form'> & {
  readonly field: 'from' | 'to'
  readonly legend: string
}) {
  const entered = form.entered[field]
  return (
    <DateInput
      id={field}
      fieldset={{ legend: { text: legend, size: 's' } }}
      hint={field === 'from' ? 'For example, 3 11 2026. Leave it empty for any day.' : undefined}
      errorMessage={faultOf(form.errors, field)}
      items={(['day', 'month', 'year'] as const).map((part) => ({
        name: `${field}-${part}`,
        id: `${field}-${part}`,
        label: part.charAt(0).toUpperCase() + part.slice(1),
        value: entered[part],
        width: part === 'year' ? 4 : 2,
      }))}
    />
  )
}

function Found({
  found,
  reader,
  form,
  where,
}: Pick<AuditSearchPageProps, 'reader' | 'form'> & {
  readonly found: NonNullable<AuditSearchPageProps['found']>
  readonly where: string
}) {
  const { acts, next } = found
  if (acts.length === 0) {
    return (
      <>
        <h2 class="nhsuk-heading-m">Nothing found</h2>
        <p>Choose other days, another kind of change, or anybody in place of one person.</p>
      </>
    )
  }
  return (
    <>
      <ActList acts={acts} reader={reader} caption={`${where}, the latest first`} />
      {next && (
        <Pagination
          ariaLabel="Earlier"
          next={{ href: paths.auditSearch(searchWords(form, next)), text: 'Earlier' }}
        />
      )}
    </>
  )
}

function searchWords({ entered }: AuditSearchPageProps['form'], next: ActKey): string {
  const { scope, person, kind, from, to } = entered
  const days = Object.entries({ from, to }).flatMap(([field, parts]) =>
    Object.entries(parts).map(([part, value]) => [`${field}-${part}`, value]),
  )
  const all = [['scope', scope], ['person', person], ['kind', kind], ...days]
  const given = all.filter(([, value]) => value !== '')
  return new URLSearchParams([...given, ['before', formatKey(next)]].map(pair)).toString()
}

function pair([name = '', value = '']: readonly (string | undefined)[]): [string, string] {
  return [name, value]
}
