import { z } from 'zod'
import { dayInWords } from '../../language/plain-dates.ts'
import {
  chosenField,
  type DateParts,
  dateField,
  dayOfParts,
  type FieldError,
  type FormResult,
  textField,
  tooLong,
} from '../../web/posted-form.ts'
import { type Edition, levelSlugs, statementsOf } from '../model/framework.ts'
import { fates, type SuccessionLine } from '../model/succession.ts'
import { checkFate } from './model/check-succession.ts'
import type { ChangeFilter } from './model/choose-changes.ts'
import { changeKinds } from './model/edition-change.ts'
import type { Area } from './model/passage.ts'

const areas = z.union([
  z.enum(['about', 'parts', 'levels', 'pillars', 'roles', 'glossary', 'terms']),
  z.templateLiteral(['domain-', z.int().min(1).max(999)]),
])

const chosen = z.object({
  kind: z.enum(changeKinds).optional().catch(undefined),
  area: areas.optional().catch(undefined),
  level: z.enum(levelSlugs).optional().catch(undefined),
  page: z.union([z.literal('all'), z.coerce.number().int().min(1).max(9999)]).catch(1),
})

/** A choice that is none of ours is no choice: an old link still shows something. */
export function changesForm(query: unknown): {
  readonly filter: ChangeFilter
  readonly page: number | 'all'
} {
  const { page, kind, area, level } = chosen.parse(query ?? {})
  return { filter: { kind, area: area satisfies Area | undefined, level }, page }
}

interface FateEntered {
  readonly fate: string
  readonly to: readonly string[]
  readonly others: string
  readonly reason: string
}

export function enteredFate(line: Partial<SuccessionLine> = {}): FateEntered {
  const { fate = '', to = [], reason = '' } = line
  return { fate, to, others: '', reason }
}

/** What a steward decided on the statement `from`, as far as it can be true of these two editions. */
export function fateForm(
  body: unknown,
  from: string,
  editions: { readonly earlier: Edition; readonly later: Edition },
): FormResult<SuccessionLine, FateEntered> {
  const codes = statementsOf(editions.later).map(({ code }) => code)
  const entered = {
    ...{ fate: textField(body, 'fate'), to: chosenField(body, 'to', codes) },
    ...{ others: textField(body, 'others'), reason: textField(body, 'reason') },
  }
  const { fate: sent, reason } = entered
  const fate = fates.find((known) => known === sent)
  if (fate === undefined) {
    return { ok: false, errors: [{ field: 'fate', message: 'Select what became of it' }], entered }
  }
  const typed = entered.others.split(/[\s,]+/).filter((code) => code !== '')
  const to = fate === 'retired' ? [] : [...new Set([...entered.to, ...typed])]
  const value: SuccessionLine = { from, fate, to, reason: reason === '' ? undefined : reason }
  const errors = [
    ...checkFate(value, editions).map(({ code, message }) => ({ field: fieldOf(code), message })),
    ...tooLong(reason, 1000, 'reason', 'The reason'),
  ]
  return errors.length > 0 ? { ok: false, errors, entered } : { ok: true, value, entered }
}

function fieldOf(code: string): string {
  if (code === 'reason-missing') return 'reason'
  if (code === 'target-missing') return 'others'
  return code.startsWith('not-') ? 'fate' : 'to'
}

export function seenField(body: unknown): number {
  return z.coerce.number().int().min(0).max(1e9).catch(-1).parse(textField(body, 'seen'))
}

/** The last day on which a sign-off of a statement that means something else counts. */
export function reconfirmByForm(
  body: unknown,
  { earliest, latest }: { readonly earliest: string; readonly latest: string },
): FormResult<string, DateParts> {
  const entered = dateField(body, 'reconfirm-by')
  const day = dayOfParts(entered)
  const wrong = (message: string): { ok: false; errors: FieldError[]; entered: DateParts } => ({
    ...{ ok: false, entered, errors: [{ field: 'reconfirm-by-day', message }] },
  })
  if (day === undefined) return wrong('Enter a day, such as 31 12 2027')
  if (day < earliest) {
    return wrong(`The day must be at least 3 months from today: ${dayInWords(earliest)} or later`)
  }
  if (day > latest) return wrong('The day must be within five years from now')
  return { ok: true, value: day, entered }
}
