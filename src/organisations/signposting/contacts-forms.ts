import { addMonths } from '../../language/days.ts'
import { findPatientData } from '../../language/find-patient-data.ts'
import { type FormResult, textField, tooLong } from '../../web/posted-form.ts'
import { type ContactDraft, contactPurposes } from './model/contact.ts'
import { isPrivateMailbox, mayNamePerson } from './model/doubt-contact.ts'
import type { ContactEntered } from './model/entered.ts'

/** Half a year on, somebody should try the number again. */
const reviewMonths = 6

/** Saving it says that it was checked today. */
export function contactForm(
  body: unknown,
  today: string,
): FormResult<ContactDraft, ContactEntered> {
  const field = (name: string) => textField(body, name)
  const entered = {
    ...{ purpose: field('purpose'), role: field('role'), phone: field('phone') },
    ...{ email: field('email'), web: field('web'), hours: field('hours') },
  }
  const { role, phone, email, web, hours } = entered
  const isDoubtful = doubtsOf({ role, email }).length > 0
  const isSure = field('public') === 'yes'
  const purpose = contactPurposes.find((one) => one === entered.purpose)
  const errors = [
    ...(purpose === undefined ? [{ field: 'purpose', message: 'Select what it is for' }] : []),
    ...(/\p{L}/u.test(role)
      ? tooLong(role, 120, 'role', 'The name')
      : [
          {
            field: 'role',
            message: 'Enter the role or service, such as Freedom to Speak Up guardian',
          },
        ]),
    ...(phone === '' && email === '' && web === ''
      ? [{ field: 'phone', message: 'Enter a phone number, an e-mail address or a web address' }]
      : []),
    ...(phone === '' || /^[+\d][\d ()-]{2,39}$/.test(phone)
      ? []
      : [{ field: 'phone', message: 'The phone number must be one, such as 01632 960 001' }]),
    ...(email === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)
      ? tooLong(email, 120, 'email', 'The e-mail address')
      : [
          {
            field: 'email',
            message: 'The e-mail address must be one, such as name@example.nhs.uk',
          },
        ]),
    ...(web === '' || isWeb(web)
      ? []
      : [{ field: 'web', message: 'The web address must begin with https://' }]),
    ...tooLong(hours, 120, 'hours', 'When it is open'),
    ...[role, hours]
      .flatMap((words) => findPatientData(words, 'role'))
      .map(({ at, message }) => ({ field: at, message })),
    ...(isSure ? [] : doubtsOf(entered)),
  ]
  if (purpose === undefined || errors.length > 0)
    return { ok: false, errors, entered: { ...entered, isDoubtful } }
  const value = {
    ...{ purpose, role, phone: phone || null, email: email || null, web: web || null },
    ...{ hours: hours || null, checked_on: today, review_on: addMonths(today, reviewMonths) },
  }
  return { ok: true, value, entered: { ...entered, isDoubtful } }
}

/** A warning and no refusal: whoever keeps it may say that it is for everybody to read. */
function doubtsOf({ role, email }: Pick<ContactEntered, 'role' | 'email'>) {
  return [
    ...(isPrivateMailbox(email)
      ? [{ field: 'email', message: 'This looks like a private mailbox. Use an address of work' }]
      : []),
    ...(mayNamePerson(role)
      ? [{ field: 'role', message: 'This looks like a person’s name. Enter the role or service' }]
      : []),
  ]
}

function isWeb(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined
  return url?.protocol === 'https:' && url.username === '' && text.length <= 300
}
