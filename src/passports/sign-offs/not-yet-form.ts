/** Declining kindly, and leaving out: a ready sentence, own words, and when the next chance is. */
import { addYears } from '../../language/days.ts'
import {
  chosenField,
  type DateParts,
  dateField,
  dayOfParts,
  type FieldError,
  type FormResult,
  findingErrors,
  isBlankDate,
  patientFindings,
  textField,
  tooLong,
} from '../../web/posted-form.ts'
import type { NotYetEntered } from './model/entered.ts'
import { composeNotYet, type NotYet, type NotYetWords } from './model/not-yet.ts'

const textLimit = 1000

export const freshNotYet: NotYetEntered = {
  ...{ reason: '', phrases: [], words: '', occasion: '', findings: [] },
  next: { day: '', month: '', year: '' },
}

/** What an assessor leaves out, they have most often not seen. */
export const freshRest: NotYetEntered = { ...freshNotYet, reason: 'not-seen' }

/** The opening comes first, then what was picked, then own words. */
export function notYetForm(
  body: unknown,
  { ready, today }: { readonly ready: NotYetWords; readonly today: string },
): FormResult<NotYet, NotYetEntered> {
  const entered = enteredNotYet(body, ready)
  const { reason: kind, phrases, words, findings, next } = entered
  const on = dayOfParts(next)
  const reason = composeNotYet(ready, { kind, phrases, words })
  const errors = [
    ...(reason === ''
      ? [
          {
            field: kind === 'own-words' ? 'words' : 'reason',
            message: 'Select what to say, or write your own words',
          },
        ]
      : []),
    ...tooLong(words, textLimit, 'words', 'Your words'),
    ...nextErrors(next, on, today),
    ...findingErrors(findings),
  ]
  if (errors.length > 0) return { ok: false, errors, entered }
  const occasion = ready.occasions.find(({ id }) => id === entered.occasion)?.text
  const chance = on === undefined && occasion === undefined ? undefined : { on, occasion }
  return { ok: true, value: { reason, chance }, entered }
}

/** Beside a signing: what to say of what is left out. Nothing is asked of whoever says nothing. */
export function restForm(
  body: unknown,
  offered: { readonly ready: NotYetWords; readonly today: string },
): FormResult<NotYet | undefined, NotYetEntered> {
  // The page carries the tick of the page before: what is ticked for these words is a second one.
  const ticks = [Object(body)['no-patient']].flat().slice(1)
  const form = notYetForm({ ...Object(body), 'no-patient': ticks }, offered)
  const { reason, phrases, words, occasion, next } = form.entered
  const said = [reason, words, occasion, ...phrases].some((one) => one !== '') || !isBlankDate(next)
  return said ? form : { ok: true, value: undefined, entered: form.entered }
}

function enteredNotYet(body: unknown, { kinds }: NotYetWords): NotYetEntered {
  const words = textField(body, 'words')
  const reason = textField(body, 'reason')
  const ready = kinds.flatMap(({ phrases }) => phrases.map(({ id }) => id))
  return {
    reason,
    phrases: chosenField(body, 'phrases', ready),
    words,
    occasion: textField(body, 'occasion'),
    next: dateField(body, 'next'),
    findings: patientFindings(body, { words }),
  }
}

function nextErrors(parts: DateParts, day: string | undefined, today: string): FieldError[] {
  const error = (message: string) => [{ field: 'next', message }]
  if (isBlankDate(parts)) return []
  if (day === undefined) return error('The next chance must be a real date, such as 27 3 2027')
  if (day < today) return error('The next chance must be today or in the future')
  if (day > addYears(today, 1)) return error('The next chance must be in the next 12 months')
  return []
}
