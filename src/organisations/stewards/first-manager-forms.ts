import { parseAddress } from '../../accounts/sign-in/model/email-address.ts'
import { type FormResult, textField } from '../../web/posted-form.ts'
import { longestName, textProblems } from '../invitations/model/check-row.ts'
import { titleErrors } from '../memberships/memberships-forms.ts'
import type { FirstManagerEntered } from './pages/first-manager-page.tsx'

export function firstManagerForm(
  body: unknown,
): FormResult<FirstManagerEntered, FirstManagerEntered> {
  const line = (name: string) => textField(body, name).replace(/\s+/g, ' ')
  const entered = { name: line('name'), email: line('email'), jobTitle: line('job-title') }
  const email = parseAddress(entered.email)
  const emailMessage = 'Enter their e-mail address, such as name@example.nhs.uk'
  const errors = [
    ...textProblems(entered.name, 'a name', longestName).map((message) => ({
      field: 'name',
      message,
    })),
    ...(email === undefined ? [{ field: 'email', message: emailMessage }] : []),
    ...titleErrors(entered.jobTitle),
  ]
  if (email === undefined || errors.length > 0) return { ok: false, errors, entered }
  return { ok: true, value: { ...entered, email }, entered }
}
