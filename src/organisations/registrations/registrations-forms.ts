/** The form of who is registered, and of who looked them up. */
import { type CheckOutcome, checkOutcomes } from '../../accounts/model/account.ts'
import { type FormResult, textField } from '../../web/posted-form.ts'
import { checkedOnAnswer } from '../memberships/memberships-forms.ts'
import type { CheckEntered, RegistrationEntered } from './model/entered.ts'
import {
  findNumberFault,
  type ProfessionalRegister,
  type RegisteredProfession,
  tidyNumber,
} from './model/professional-register.ts'
import type { Recorded } from './registrations-actions.ts'

export const freshRegistration: RegistrationEntered = { profession: '', number: '' }

export function registrationForm(
  body: unknown,
  registers: readonly ProfessionalRegister[],
): FormResult<Recorded, RegistrationEntered> {
  const entered = {
    profession: textField(body, 'profession'),
    number: textField(body, 'number').replaceAll('\n', ' '),
  }
  const chosen = choiceOf(entered.profession, registers)
  const number = tidyNumber(entered.number)
  const fault = numberFault(chosen, number)
  const errors = [
    ...(chosen === undefined
      ? [{ field: 'profession', message: 'Select the register that you are on' }]
      : []),
    ...(fault === undefined ? [] : [{ field: 'number', message: fault }]),
  ]
  if (chosen === undefined || errors.length > 0) return { ok: false, errors, entered }
  const { register, profession } = chosen
  const value = { regulator: register.regulator, profession: profession.slug, number }
  return { ok: true, value, entered }
}

function choiceOf(chosen: string, registers: readonly ProfessionalRegister[]) {
  const [registerSlug, professionSlug] = chosen.split(':')
  const register = registers.find(({ slug }) => slug === registerSlug)
  const profession = register?.professions.find(({ slug }) => slug === professionSlug)
  return register && profession && { register, profession }
}

function numberFault(
  chosen:
    | { readonly register: ProfessionalRegister; readonly profession: RegisteredProfession }
    | undefined,
  number: string,
): string | undefined {
  if (number === '') return 'Enter your registration number'
  return chosen && findNumberFault(chosen.register, chosen.profession, number)
}

export function checkForm(
  body: unknown,
  today: string,
): FormResult<{ readonly outcome: CheckOutcome; readonly on: string }, CheckEntered> {
  const on = checkedOnAnswer(body, today)
  const entered = { outcome: textField(body, 'outcome'), on: on.parts }
  const outcome = checkOutcomes.find((one) => one === entered.outcome)
  const errors = [
    ...(outcome === undefined ? [{ field: 'outcome', message: 'Select what you found' }] : []),
    ...on.errors,
  ]
  if (outcome === undefined || on.day === undefined || errors.length > 0) {
    return { ok: false, errors, entered }
  }
  return { ok: true, value: { outcome, on: on.day }, entered }
}
