/** What people ask of the stewards, as values or errors. */
import { type FieldError, type FormResult, textField, tooLong } from '../../web/posted-form.ts'
import type { RegisterWords } from '../model/kinds.ts'
import type { AskedOrganisation } from '../model/organisation-request.ts'
import {
  domainField,
  isDomain,
  registerErrors,
  wantedErrors,
  wantedOf,
} from '../organisation-forms.ts'
import type { AddEntered } from './pages/ask-to-add-page.tsx'
import type { ShownEntered } from './pages/shown-fields.tsx'

export const emptyVerify: ShownEntered = { register: '', number: '', domain: '', note: '' }
export const emptyAdd: AddEntered = { name: '', kind: '', nation: '', sector: '', ...emptyVerify }

export function askToAddForm(
  body: unknown,
  words: RegisterWords,
): FormResult<AskedOrganisation, AddEntered> {
  const wanted = wantedOf(body)
  const shown = shownOf(body)
  const entered = { ...wanted, ...shown }
  const errors = [...wantedErrors(wanted, words), ...shownErrors(shown, words)]
  if (errors.length > 0) return { ok: false, errors, entered }
  return { ok: true, value: { wanted, ...given(shown) }, entered }
}

export function askToVerifyForm(
  body: unknown,
  words: RegisterWords,
): FormResult<AskedOrganisation, ShownEntered> {
  const entered = shownOf(body)
  const nothing = entered.number === '' && entered.domain === '' && entered.note === ''
  const errors = [
    ...(nothing
      ? [{ field: 'number', message: 'Enter at least one thing that shows who you are' }]
      : []),
    ...shownErrors(entered, words),
  ]
  if (errors.length > 0) return { ok: false, errors, entered }
  return { ok: true, value: given(entered), entered }
}

function shownOf(body: unknown): ShownEntered {
  return {
    register: textField(body, 'register'),
    number: textField(body, 'number'),
    domain: domainField(body),
    note: textField(body, 'note'),
  }
}

function shownErrors(shown: ShownEntered, words: RegisterWords): FieldError[] {
  const { register, number, domain, note } = shown
  return [
    ...(register === '' && number === '' ? [] : registerErrors(shown, words)),
    ...(domain === '' || isDomain(domain)
      ? []
      : [{ field: 'domain', message: 'Its web address must be one, such as example.nhs.uk' }]),
    ...tooLong(note, 1000, 'note', 'What you write'),
  ]
}

function given({
  register,
  number,
  domain,
  note,
}: ShownEntered): Omit<AskedOrganisation, 'wanted'> {
  return {
    ...{ register: register || undefined, number: number || undefined },
    ...{ domain: domain || undefined, note: note || undefined },
  }
}
