/** What somebody searches for, from the address: a search can be kept as a link. */

import { type ActKind, listActKinds } from '../../audit/model/act-words.ts'
import {
  type DateParts,
  dateField,
  dayOfParts,
  type FieldError,
  isBlankDate,
  readId,
  textField,
} from '../../web/posted-form.ts'
import { type ActKey, parseKey } from './model/act.ts'

/** The events of an organisation, by slug, or of the service itself. */
export type Scope = string
export const serviceScope: Scope = '~service'

export function kindsIn(scope: Scope): ActKind[] {
  return listActKinds(scope === serviceScope ? 'service' : 'organisation')
}

export interface Search {
  readonly scope: Scope
  readonly person?: string | undefined
  readonly kind?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly before?: ActKey | undefined
}

export interface SearchEntered {
  readonly scope: string
  readonly person: string
  readonly kind: string
  readonly from: DateParts
  readonly to: DateParts
}

export type SearchForm = { readonly entered: SearchEntered } & (
  | { readonly ok: true; readonly search: Search }
  | { readonly ok: false; readonly errors: readonly FieldError[] }
)

/** `scopes` are those that the reader may see, at least one; another one is as if none was chosen. */
export function searchForm(query: unknown, scopes: readonly Scope[]): SearchForm {
  const asked = textField(query, 'scope')
  const entered = {
    scope: scopes.includes(asked) ? asked : (scopes[0] ?? serviceScope),
    person: readId(textField(query, 'person')) ?? '',
    kind: textField(query, 'kind'),
    from: dateField(query, 'from'),
    to: dateField(query, 'to'),
  }
  const [from, to] = [readDate(entered.from), readDate(entered.to)]
  const errors = [
    ...(from === 'not-a-day' ? [{ field: 'from', message: '“From” must be a real date' }] : []),
    ...(to === 'not-a-day' ? [{ field: 'to', message: '“To” must be a real date' }] : []),
    ...(from && to && to < from
      ? [{ field: 'to', message: '“To” must be the same day as “From” or after it' }]
      : []),
  ]
  if (errors.length > 0) return { ok: false, entered, errors }
  const kind = kindsIn(entered.scope).find(({ slug }) => slug === entered.kind)?.slug
  const before = parseKey(textField(query, 'before'))
  const person = entered.person === '' ? undefined : entered.person
  return { ok: true, entered, search: { scope: entered.scope, person, kind, from, to, before } }
}

function readDate(parts: DateParts): string | undefined {
  return isBlankDate(parts) ? undefined : (dayOfParts(parts) ?? 'not-a-day')
}
