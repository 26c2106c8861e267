/** What is chosen before a code is shown, and what an assessor confirms in the corridor. */
import type { Section, Statement } from '../../frameworks/model/framework.ts'
import { addMonths, addYears } from '../../language/days.ts'
import {
  chosenField,
  type FieldError,
  type FormResult,
  partsOfDay,
  readId,
  textField,
} from '../../web/posted-form.ts'
import type { VisitEntered } from '../sign-offs/model/entered.ts'
import { type Signed, signForm } from '../sign-offs/signing-forms.ts'
import { parseCorridorCode } from './model/corridor-code.ts'
import { mostInVisit } from './model/order-to-look.ts'

interface ChosenSections {
  readonly id: string
  readonly sections: readonly string[]
}

/** Undefined where the form was not ours. */
export function chooseSectionsForm(
  body: unknown,
  offered: readonly Pick<Section, 'code'>[],
): ChosenSections | undefined {
  const id = readId(textField(body, 'id'))
  const sections = offered.map(({ code }) => code)
  return id === undefined ? undefined : { id, sections: chosenField(body, 'sections', sections) }
}

export function codeForm(body: unknown): FormResult<string, string> {
  const entered = textField(body, 'code')
  const code = parseCorridorCode(entered)
  if (code !== undefined) return { ok: true, value: code, entered }
  return { ok: false, errors: [{ field: 'code', message: 'Enter the six figures' }], entered }
}

/** The same for every code that opens nothing, whatever the cause. */
export const noSuchCode: FieldError = { field: 'code', message: 'That code does not work' }

/** The usual time until a review: half a year where harm is likely, else a year. */
export function usualReview(statements: readonly Statement[], today: string): string {
  const higher = statements.some(({ highRisk }) => highRisk)
  return higher ? addMonths(today, 6) : addYears(today, 1)
}

export function freshVisit(setting: string | undefined, today: string): VisitEntered {
  return {
    ...{ codes: [], method: 'observed', setting: setting ?? '', note: '', findings: [] },
    ...{ assessed: partsOfDay(today), review: { day: '', month: '', year: '' } },
    reviewed: 'usual',
  }
}

/** Seen today: a visit is of this day. */
export function visitForm(
  body: unknown,
  { statements, today }: { readonly statements: readonly Statement[]; readonly today: string },
): FormResult<Signed, VisitEntered> {
  const reviewed = textField(body, 'reviewed') === 'other' ? 'other' : 'usual'
  const codes = chosenField(
    body,
    'codes',
    statements.map(({ code }) => code),
  )
  const chosen = statements.filter(({ code }) => codes.includes(code))
  const usual = partsOfDay(usualReview(chosen, today))
  const withReview =
    reviewed === 'other'
      ? body
      : {
          ...Object(body),
          ...{ 'review-day': usual.day, 'review-month': usual.month, 'review-year': usual.year },
        }
  const form = signForm(withReview, { statements, today, assessedOn: today })
  const entered = { ...form.entered, reviewed }
  const tooMany = codes.length > mostInVisit ? [manyError] : []
  if (form.ok && tooMany.length === 0) return { ok: true, value: form.value, entered }
  return { ok: false, errors: [...tooMany, ...(form.ok ? [] : form.errors)], entered }
}

const manyError: FieldError = {
  field: 'codes',
  message: `Tick ${mostInVisit} statements or fewer: only what you saw in this visit`,
}
