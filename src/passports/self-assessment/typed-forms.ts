/** What script posts behind a page while somebody types: only what changed, and how long ago. */
import { type FieldError, textField } from '../../web/posted-form.ts'
import type { Answer } from '../model/answer.ts'
import { selfAssessForm } from '../passports-forms.ts'

export interface Typed {
  readonly answers: ReadonlyMap<string, Answer>
  readonly saidAt: ReadonlyMap<string, Date>
  /** Undefined where the note did not change; empty where it was emptied. */
  readonly note?: { readonly text: string; readonly at?: Date | undefined } | undefined
}

export type TypedForm =
  | { readonly ok: true; readonly value: Typed }
  | { readonly ok: false; readonly errors: readonly FieldError[] }

/** Sent at once, it is said now, and needs no clock. */
const atOnce = 5_000

export function typedForm(body: unknown, codes: readonly string[], now: Date): TypedForm {
  const form = selfAssessForm(body, codes)
  const { answers, note } = form.entered
  const noteChanged = typeof body === 'object' && body !== null && 'note' in body
  // Nothing but an emptied note is right here.
  if (!form.ok && !(noteChanged && note === '')) return { ok: false, errors: form.errors }
  const saidAt = [...answers.keys()].flatMap((code): [string, Date][] => {
    const at = timeOf(body, `answer-${code}`, now)
    return at === undefined ? [] : [[code, at]]
  })
  const said = { text: note, at: timeOf(body, 'note', now) }
  return {
    ok: true,
    value: { answers, saidAt: new Map(saidAt), note: noteChanged ? said : undefined },
  }
}

/** An age and not a time, because the phone's clock may be wrong. */
function timeOf(body: unknown, field: string, now: Date): Date | undefined {
  const age = textField(body, `age-${field}`)
  if (!/^\d{1,12}$/.test(age) || Number(age) < atOnce) return undefined
  return new Date(now.getTime() - Number(age))
}
