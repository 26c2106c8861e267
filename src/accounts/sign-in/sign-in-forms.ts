/** What is posted to get in, and to change how. */
import { z } from 'zod'
import { paths } from '../../paths.ts'
import { isOwnPath } from '../../web/own-path.ts'
import {
  chosenField,
  type DateParts,
  dateField,
  dayOfParts,
  type FieldError,
  type FormResult,
  isBlankDate,
  textField,
} from '../../web/posted-form.ts'
import type { AddressToAdd } from './addresses-actions.ts'
import { addressKinds, parseAddress } from './model/email-address.ts'
import { parseEmailCode } from './model/email-code.ts'

const exampleAddress = 'Enter an e-mail address in the right form, like name@example.com'

/** The page to go on to: only ever one of ours. */
export function nextOf(given: unknown, otherwise = paths.passport()): string {
  const next = textField(given, 'next')
  return isOwnPath(next) ? next : otherwise
}

/** The made-up person that was chosen, in the demonstration. */
export function chosenPerson(body: unknown): string | undefined {
  return z.uuid().safeParse(textField(body, 'person')).data
}

export interface EnteredSignIn {
  readonly email: string
  readonly sharedComputer: boolean
  readonly next: string
}

export interface SignInBy extends Omit<EnteredSignIn, 'email'> {
  readonly address: string
}

export const freshSignIn = (query: unknown): EnteredSignIn => ({
  email: '',
  sharedComputer: false,
  next: nextOf(query),
})

export function signInForm(body: unknown): FormResult<SignInBy, EnteredSignIn> {
  const email = textField(body, 'email')
  const sharedComputer = isShared(body)
  const entered = { email, sharedComputer, next: nextOf(body) }
  const address = parseAddress(email)
  if (address !== undefined) {
    return { ok: true, value: { address, sharedComputer, next: entered.next }, entered }
  }
  const message = email === '' ? 'Enter your e-mail address' : exampleAddress
  return { ok: false, errors: [{ field: 'email', message }], entered }
}

export function isShared(body: unknown): boolean {
  return chosenField(body, 'shared', ['yes']).length > 0
}

export type CodeForm = FormResult<string, string>

export function codeForm(body: unknown): CodeForm {
  const entered = textField(body, 'code')
  const value = parseEmailCode(entered)
  if (value !== undefined) return { ok: true, value, entered }
  const message = entered === '' ? 'Enter the code' : 'The code must be 6 digits'
  return { ok: false, errors: [{ field: 'code', message }], entered }
}

/** The same whether the code was wrong or nobody has the address. */
export function wrongCode({ triesLeft }: { readonly triesLeft: number }): FieldError[] {
  const more = triesLeft === 1 ? 'once more' : `${triesLeft} more times`
  const message = `The code is not right. Check the newest e-mail. You can try ${more}.`
  return [{ field: 'code', message }]
}

export interface EnteredAddress {
  readonly email: string
  readonly kind: string
  readonly ends: DateParts
}

export const freshAddress = (query: unknown): EnteredAddress => ({
  email: '',
  kind: textField(query, 'kind'),
  ends: { day: '', month: '', year: '' },
})

export function addressForm(
  body: unknown,
  { today, own }: { readonly today: string; readonly own: readonly string[] },
): FormResult<AddressToAdd, EnteredAddress> {
  const entered = {
    email: textField(body, 'email'),
    kind: textField(body, 'kind'),
    ends: dateField(body, 'ends'),
  }
  const address = parseAddress(entered.email)
  const [kind] = chosenField(body, 'kind', addressKinds)
  const ends = kind === 'work' ? readEnd(entered.ends, today) : { endsOn: undefined, errors: [] }
  const errors: FieldError[] = []
  if (address === undefined) errors.push({ field: 'email', message: addressFault(entered.email) })
  if (address !== undefined && own.includes(address)) {
    errors.push({ field: 'email', message: 'You have added this e-mail address already' })
  }
  if (kind === undefined) errors.push({ field: 'kind', message: 'Select whose address it is' })
  errors.push(...ends.errors)
  if (address === undefined || kind === undefined || errors.length > 0) {
    return { ok: false, errors, entered }
  }
  return { ok: true, value: { address, kind: kindOf(kind), endsOn: ends.endsOn }, entered }
}

function kindOf(chosen: string): AddressToAdd['kind'] {
  return chosen === 'work' ? 'work' : 'personal'
}

function addressFault(email: string): string {
  return email === '' ? 'Enter an e-mail address' : exampleAddress
}

function readEnd(
  parts: DateParts,
  today: string,
): { readonly endsOn: string | undefined; readonly errors: readonly FieldError[] } {
  if (isBlankDate(parts)) return { endsOn: undefined, errors: [] }
  const endsOn = dayOfParts(parts)
  const fault = (message: string) => ({ endsOn, errors: [{ field: 'ends-day', message }] })
  if (endsOn === undefined) return fault('The last day must be a real date')
  if (endsOn < today) return fault('The last day must be today or later')
  return { endsOn, errors: [] }
}

/** What makes a recovery sheet the same one when its form is sent twice. */
export function seedOf(body: unknown): Buffer | undefined {
  const seed = textField(body, 'sheet')
  return /^[\w-]{43}$/.test(seed) ? Buffer.from(seed, 'base64url') : undefined
}
