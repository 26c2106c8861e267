/** What several forms ask about an organisation. */
import { type FieldError, textField, tooLong } from '../web/posted-form.ts'
import type { RegisterWords, Word } from './model/kinds.ts'
import type { WantedOrganisation } from './model/organisation-request.ts'

const nameLimit = 200

export function wantedOf(body: unknown): WantedOrganisation {
  return {
    name: textField(body, 'name').replaceAll('\n', ' '),
    kind: textField(body, 'kind'),
    nation: textField(body, 'nation'),
    sector: textField(body, 'sector'),
  }
}

export function wantedErrors(wanted: WantedOrganisation, words: RegisterWords): FieldError[] {
  return [
    ...(wanted.name === '' ? [{ field: 'name', message: 'Enter its name' }] : []),
    ...tooLong(wanted.name, nameLimit, 'name', 'Its name'),
    ...oneOf(words.kinds, wanted.kind, { field: 'kind', message: 'Select what kind it is' }),
    ...oneOf(words.nations, wanted.nation, { field: 'nation', message: 'Select its nation' }),
    ...oneOf(words.sectors, wanted.sector, { field: 'sector', message: 'Select its sector' }),
  ]
}

function oneOf(words: readonly Word[], slug: string, error: FieldError): FieldError[] {
  return words.some((word) => word.slug === slug) ? [] : [error]
}

export function registerErrors(
  { register, number }: { readonly register: string; readonly number: string },
  words: RegisterWords,
): FieldError[] {
  return [
    ...oneOf(words.registers, register, { field: 'register', message: 'Select the register' }),
    ...(number === '' ? [{ field: 'number', message: 'Enter its number in the register' }] : []),
    ...tooLong(number, 50, 'number', 'The number'),
  ]
}

const domainForm = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$/

export function isDomain(domain: string): boolean {
  return domain.length <= 253 && domainForm.test(domain)
}

/** As somebody may paste it: the host alone, in small letters. */
export function domainField(body: unknown): string {
  const typed = textField(body, 'domain').toLowerCase()
  return typed.replace(/^https?:\/\//, '').replace(/\/.*$/, '')
}
