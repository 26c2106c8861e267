/** The form with which an organisation adopts an edition. */
import { addYears } from '../../language/days.ts'
import {
  dateField,
  dayOfParts,
  type FieldError,
  type FormResult,
  findingErrors,
  patientFindings,
  textField,
  tooLong,
} from '../../web/posted-form.ts'
import type { AdoptionEntered } from './model/adoption-entered.ts'

export interface AdoptionDraft {
  readonly edition: string
  /** YYYY-MM-DD */
  readonly from: string
  readonly reason: string
  /** The number of the decision that it follows. */
  readonly after: number
}

const longest = 500

export function freshAdoption(after: number): AdoptionEntered {
  return {
    ...{ edition: '', from: { day: '', month: '', year: '' }, reason: '', understood: false },
    ...{ after: String(after), findings: [] },
  }
}

export function adoptionForm(
  body: unknown,
  { editions, today }: { readonly editions: readonly string[]; readonly today: string },
): FormResult<AdoptionDraft, AdoptionEntered> {
  const reason = textField(body, 'reason')
  const entered = {
    ...{ edition: textField(body, 'edition'), from: dateField(body, 'from'), reason },
    ...{ understood: textField(body, 'understood') === 'yes', after: textField(body, 'after') },
    findings: patientFindings(body, { reason }),
  }
  const edition = editions.find((ref) => ref === entered.edition)
  const from = dayOfParts(entered.from)
  const errors: FieldError[] = [
    ...(edition === undefined ? [{ field: 'edition', message: 'Select an edition' }] : []),
    ...dayErrors(from, today),
    ...(reason === '' ? [{ field: 'reason', message: 'Enter why' }] : []),
    ...tooLong(reason, longest, 'reason', 'Why'),
    ...findingErrors(entered.findings),
    ...(entered.understood
      ? []
      : [{ field: 'understood', message: 'Tick to say that you have read what happens' }]),
  ]
  const after = /^\d{1,6}$/.test(entered.after) ? Number(entered.after) : undefined
  if (edition === undefined || from === undefined || after === undefined || errors.length > 0) {
    return { ok: false, errors, entered }
  }
  return { ok: true, value: { edition, from, reason, after }, entered }
}

/** Today or later, so that nobody is judged by words that they could not have read. */
function dayErrors(from: string | undefined, today: string): FieldError[] {
  const wrong = (message: string) => [{ field: 'from', message }]
  if (from === undefined) return wrong('Enter a real day, such as 1 4 2027')
  if (from < today) return wrong('The day must be today or later')
  if (from > addYears(today, 3)) return wrong('The day must be within three years')
  return []
}
