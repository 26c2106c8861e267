/** The forms that stand on pages, with what a browser would send of them. */
import type { ActorName } from '../authorisation/people.ts'
import { type OpenPage, pageUrl } from './every-page.ts'
import { type Element, readMarkup } from './read-markup.ts'

export interface PageForm {
  readonly actor: ActorName
  readonly method: string
  readonly action: string
  /** As they stand. */
  readonly fields: Readonly<Record<string, string>>
  /** The names of those into which anything can be written, also with a browser's tools. */
  readonly written: readonly string[]
}

const chosen = new Set(['checkbox', 'radio'])
const never = new Set(['submit', 'button', 'file', 'image', 'reset'])

export function formsOf(page: OpenPage): PageForm[] {
  const forms: PageForm[] = []
  let inside: Element[] | undefined
  for (const element of readMarkup(page.reply.body)) {
    if (element.name === 'form') inside = [element]
    else if (element.name === '/form' && inside !== undefined) forms.push(formOf(page, inside))
    else inside?.push(element)
    if (element.name === '/form') inside = undefined
  }
  return forms
}

/** What somebody would write into a box that is empty. */
function plausible(field: string): string {
  const known: Readonly<Record<string, string>> = { email: 'ada@example.org', person: '' }
  if (/-(day|month)$/.test(field)) return '1'
  if (field.endsWith('-year')) return String(new Date().getUTCFullYear())
  return known[field] ?? 'Ada Example'
}

function formOf({ url, actor }: OpenPage, [form, ...inside]: readonly Element[]): PageForm {
  const controls = inside.filter(
    ({ name, attributes }) =>
      /^(input|textarea|select)$/.test(name) && !never.has(attributes.get('type') ?? ''),
  )
  const named = controls.map(({ name, attributes, text }) => ({
    field: attributes.get('name') ?? '',
    type: name === 'input' ? (attributes.get('type') ?? 'text') : name,
    value: name === 'textarea' ? text : (attributes.get('value') ?? ''),
    checked: attributes.has('checked'),
  }))
  const sent = named.filter(({ type, checked }) => !chosen.has(type) || checked)
  const firsts = named.filter(({ type }) => type === 'radio')
  const fields = [...firsts.reverse(), ...sent].map(({ field, value }) => [field, value] as const)
  return {
    actor,
    method: (form?.attributes.get('method') ?? 'get').toUpperCase(),
    action: form?.attributes.get('action') ?? pageUrl(url),
    fields: Object.fromEntries(fields.map(([name, value]) => [name, value || plausible(name)])),
    written: [
      ...new Set(
        named
          .filter(({ field, type }) => !chosen.has(type) && field !== '_csrf' && field !== '')
          .map(({ field }) => field),
      ),
    ],
  }
}
