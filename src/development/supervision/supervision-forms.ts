/** What is posted about supervision, to a value or to what is wrong with it. */
import { addDays, addYears } from '../../language/days.ts'
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
  readId,
  textField,
  tooLong,
} from '../../web/posted-form.ts'
import { type AgendaOffer, offerStatement } from './model/agenda.ts'
import { type ActionFields, actionStates, doers } from './model/session.ts'
import type {
  ActionEntered,
  AgendaEntered,
  WordsEntered,
  WriteEntered,
} from './model/supervision-entered.ts'

const noteLimit = 5000
const lineLimit = 500

interface DayBounds {
  readonly field: string
  readonly blank: string
  readonly first?: string | undefined
  readonly last?: string | undefined
  readonly outside: string
}

/** Empty where the day is right. */
export function dayErrors(parts: DateParts, { field, blank, ...bounds }: DayBounds): FieldError[] {
  if (isBlankDate(parts)) return blank === '' ? [] : [{ field, message: blank }]
  const day = dayOfParts(parts)
  if (day === undefined) return [{ field, message: 'Enter a real day, for example 14 3 2027' }]
  const { first = '', last = '9999', outside } = bounds
  return day < first || day > last ? [{ field, message: outside }] : []
}

export interface Planned {
  readonly id: string
  readonly plannedOn: string
}

/** A day of the next year; or of the last, where they have met already. */
export function planForm(
  body: unknown,
  { today, past }: { readonly today: string; readonly past: boolean },
): FormResult<Planned, DateParts> {
  const entered = dateField(body, 'planned')
  const bounds = {
    ...{ field: 'planned', blank: 'Enter the day you will meet', last: addYears(today, 1) },
    ...(past
      ? { first: addYears(today, -1), outside: 'The day must be within a year of today' }
      : { first: today, outside: 'The day must be today or in the next year' }),
  }
  const errors = dayErrors(entered, bounds)
  const plannedOn = dayOfParts(entered)
  const id = readId(textField(body, 'id')) ?? ''
  if (errors.length > 0 || plannedOn === undefined) return { ok: false, errors, entered }
  return { ok: true, value: { id, plannedOn }, entered }
}

export interface AgendaChosen {
  readonly points: readonly AgendaOffer[]
  /** Of one's own points, those that the page showed. */
  readonly shown: readonly string[]
  readonly words: string
}

export function agendaForm(
  body: unknown,
  {
    offers,
    own,
    statements,
  }: {
    readonly offers: readonly AgendaOffer[]
    readonly own: readonly AgendaOffer[]
    readonly statements: readonly { readonly code: string; readonly text: string }[]
  },
): FormResult<AgendaChosen, AgendaEntered> {
  const all = [...own, ...offers.filter(({ key }) => !own.some((one) => one.key === key))]
  const keys = all.map(({ key }) => key)
  const chosen = chosenField(body, 'points', keys)
  const shown = chosenField(body, 'shown', keys)
  const statement = textField(body, 'statement')
  const words = textField(body, 'words')
  const findings = patientFindings(body, { words })
  const entered = { chosen, statement, words, findings }
  const errors = [
    ...tooLong(words, lineLimit, 'words', 'What you want to talk about'),
    ...findingErrors(findings),
  ]
  if (errors.length > 0) return { ok: false, errors, entered }
  const more = statements.filter(({ code }) => code === statement).map(offerStatement)
  const points = [...all.filter(({ key }) => chosen.includes(key)), ...more]
  return { ok: true, value: { points, shown, words }, entered }
}

export interface WriteUp {
  readonly happenedOn: string
  readonly minutes: number
  readonly seen: string
  readonly note: string
  readonly noteVersion: number
}

export function writeForm(body: unknown, today: string): FormResult<WriteUp, WriteEntered> {
  const happened = dateField(body, 'happened')
  const minutes = textField(body, 'minutes')
  const note = textField(body, 'note')
  const seen = textField(body, 'seen')
  const noteVersion = Number(textField(body, 'note-version')) || 0
  const findings = patientFindings(body, { note })
  const entered = { happened, minutes, note, noteVersion, seen, findings }
  const length = /^\d{1,3}$/.test(minutes) ? Number(minutes) : 0
  const errors = [
    ...dayErrors(happened, {
      ...{ field: 'happened', blank: 'Enter the day you met', first: addYears(today, -1) },
      ...{ last: today, outside: 'The day must be today or in the last year' },
    }),
    ...(length >= 5 && length <= 600
      ? []
      : [{ field: 'minutes', message: 'Enter how many minutes, from 5 to 600' }]),
    ...tooLong(note, noteLimit, 'note', 'Your note'),
    ...findingErrors(findings),
  ]
  const happenedOn = dayOfParts(happened)
  if (errors.length > 0 || happenedOn === undefined) return { ok: false, errors, entered }
  return { ok: true, value: { happenedOn, minutes: length, note, seen, noteVersion }, entered }
}

export function actionForm(
  body: unknown,
  { today, dueBefore }: { readonly today: string; readonly dueBefore?: string | undefined },
): FormResult<ActionFields, ActionEntered> {
  const words = textField(body, 'words')
  const due = dateField(body, 'due')
  const doer = doers.find((one) => one === textField(body, 'doer'))
  const state = actionStates.find((one) => one === textField(body, 'state')) ?? 'open'
  const findings = patientFindings(body, { words })
  const entered = { words, due, doer: doer ?? '', state, findings }
  const dueOn = dayOfParts(due)
  // A day that stood there already may have passed: nobody has to move it to say that it is done.
  const kept = dueOn !== undefined && dueOn === dueBefore
  const errors = [
    ...(words === '' ? [{ field: 'words', message: 'Enter what will be done' }] : []),
    ...tooLong(words, lineLimit, 'words', 'What will be done'),
    ...(doer === undefined ? [{ field: 'doer', message: 'Select who does it' }] : []),
    ...dayErrors(due, {
      ...{ field: 'due', blank: '', first: kept ? '' : today, last: addYears(today, 2) },
      outside: 'The day must be today or in the next two years',
    }),
    ...findingErrors(findings),
  ]
  if (errors.length > 0 || doer === undefined) return { ok: false, errors, entered }
  return { ok: true, value: { words, doer, dueOn, state }, entered }
}

/** A text on its own: a correction or a reflection. */
export function wordsForm(
  body: unknown,
  { limit, blank }: { readonly limit: number; readonly blank: string },
): FormResult<{ readonly id: string; readonly words: string }, WordsEntered> {
  const words = textField(body, 'words')
  const id = readId(textField(body, 'id'))
  const findings = patientFindings(body, { words })
  const entered = { id: id ?? '', words, findings }
  const errors = [
    ...(words === '' ? [{ field: 'words', message: blank }] : []),
    ...tooLong(words, limit, 'words', 'What you write'),
    ...findingErrors(findings),
  ]
  if (errors.length > 0 || id === undefined) return { ok: false, errors, entered }
  return { ok: true, value: { id, words }, entered }
}

/** "Person organisation": a colleague as a form names them. */
export function colleagueKey(colleague: {
  readonly id: string
  readonly organisation: string
}): string {
  return `${colleague.id} ${colleague.organisation}`
}

interface OfferEntered {
  readonly worker: string
  readonly supervisor: string
}

/** Who is supervised, and by whom: without a supervisor, by whoever sends it. */
export function offerForm<One extends { readonly id: string; readonly organisation: string }>(
  body: unknown,
  {
    found,
    supervisors,
  }: {
    readonly found: readonly (One & { readonly key: string })[]
    readonly supervisors: readonly One[]
  },
): FormResult<{ readonly worker: One; readonly supervisor?: One | undefined }, OfferEntered> {
  const entered = { worker: textField(body, 'worker'), supervisor: textField(body, 'supervisor') }
  const worker = found.find(({ key }) => key === entered.worker)
  const supervisor = supervisors.find(
    ({ id, organisation }) => id === entered.supervisor && organisation === worker?.organisation,
  )
  if (worker === undefined) {
    return {
      ok: false,
      errors: [{ field: 'worker', message: 'Select who is supervised' }],
      entered,
    }
  }
  if (supervisor === undefined && entered.supervisor !== '') {
    const message = 'Select somebody who works at the same place'
    return { ok: false, errors: [{ field: 'supervisor', message }], entered }
  }
  return { ok: true, value: { worker, supervisor }, entered }
}

/** Where a new action is usually due: in a month. */
export function usualDue(today: string): string {
  return addDays(today, 28)
}
