import { dayInWords } from '../../language/plain-dates.ts'
import type { Registration, RegistrationCheck } from './account.ts'

/** Register, number and whether anybody has looked, wherever somebody's registration is shown. */
export function describeRegistration(registration: Registration | undefined): string {
  if (registration === undefined) return 'Not on a professional register'
  const { regulator, number, check } = registration
  return `${regulator} ${number}, ${describeCheck(check)}`
}

/** A number that nobody looked up is never shown as if somebody had. */
export function describeCheck(check: RegistrationCheck | undefined): string {
  if (check === undefined) return 'not checked'
  const { outcome, by, on } = check
  if (outcome === 'on-register') return `checked on ${dayInWords(on)} by ${by}`
  return `not found on the register on ${dayInWords(on)} by ${by}`
}
