import { parseAddress } from '../../accounts/sign-in/model/email-address.ts'
import { type FormResult, textField, tooLong } from '../../web/posted-form.ts'
import { longestName, textProblems } from '../invitations/model/check-row.ts'
import { titleErrors } from '../memberships/memberships-forms.ts'
import { type NamingShownBy, namingShownBy } from '../model/manager-naming.ts'
import type { FirstManagerEntered, NamingEntered } from './pages/first-manager-page.tsx'

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

const reasonLimit = 1000

/** What shows that the organisation wants them. Fields are named after the invitation, too. */
export function namingForm(
  body: unknown,
  invitation: string,
): FormResult<{ readonly shownBy: NamingShownBy; readonly reason: string }, NamingEntered> {
  const entered = { shownBy: textField(body, 'shown-by'), reason: textField(body, 'reason') }
  const { reason } = entered
  const shownBy = namingShownBy.find((one) => one === entered.shownBy)
  const errors = [
    ...(shownBy === undefined
      ? [{ field: 'shown-by', message: 'Select what shows that the organisation wants them' }]
      : []),
    ...(reason === '' ? [{ field: 'reason', message: 'Enter why it needs a manager' }] : []),
    ...tooLong(reason, reasonLimit, 'reason', 'Why it needs a manager'),
  ].map(({ field, message }) => ({ field: `${field}-${invitation}`, message }))
  if (shownBy === undefined || errors.length > 0) return { ok: false, errors, entered }
  return { ok: true, value: { shownBy, reason }, entered }
}
