/** On which day a top-up was done. */
import { dateField, dayOfParts, type FormResult, readId, textField } from '../../web/posted-form.ts'
import { dayErrors } from './acceptance-fields.ts'
import type { TopUpEntered } from './model/recognition-entered.ts'

export function topUpForm(
  body: unknown,
  days: { readonly first: string; readonly last: string },
): FormResult<{ readonly id: string; readonly doneOn: string }, TopUpEntered> {
  const entered = { id: textField(body, 'id'), on: dateField(body, 'on') }
  const [id, doneOn] = [readId(entered.id), dayOfParts(entered.on)]
  const errors = dayErrors('on', entered.on, days)
  if (id === undefined || doneOn === undefined || errors.length > 0) {
    return { ok: false, errors, entered }
  }
  return { ok: true, value: { id, doneOn }, entered }
}
