/** What people write and tick to change a term, as values or errors. */
import {
  chosenField,
  type FieldError,
  type FormResult,
  textField,
  tooLong,
} from '../../web/posted-form.ts'
import { textRules } from '../model/check-typed-text.ts'
import type { Edition, GlossaryEntry, PreferredTerm } from '../model/framework.ts'
import { typedErrors } from '../typed-errors.ts'
import type { FormRow, PlacesView, TermEntered } from './model/entered.ts'
import { findOccurrences } from './model/find-occurrences.ts'
import { listForms } from './model/list-forms.ts'
import type { DecidedOccurrence, TermPairs } from './model/occurrence.ts'
import { entryChanges, proposeEntries } from './model/propose-entries.ts'
import { keyOf, showOccurrences } from './model/show-occurrences.ts'

const reasonLimit = 500
const mostForms = 8

export function termForm(query: unknown): FormResult<TermEntered, TermEntered> {
  const entered = { old: oneLine(query, 'old'), new: oneLine(query, 'new') }
  const errors = [
    ...(entered.old === '' ? [{ field: 'old', message: 'Enter the old term' }] : []),
    ...(entered.new === '' ? [{ field: 'new', message: 'Enter the new term' }] : []),
    ...(entered.old !== '' && entered.old === entered.new
      ? [{ field: 'new', message: 'The new term must be another one' }]
      : []),
    ...tooLong(entered.old, textRules.name.most, 'old', 'The old term'),
    ...typedErrors(query, { field: 'new', label: 'The new term', kind: 'name' }),
  ]
  return errors.length > 0 ? { ok: false, errors, entered } : { ok: true, value: entered, entered }
}

/** The forms that we can think of, and two rows for others. */
export function offeredRows(edition: Edition, { old, new: fresh }: TermEntered): FormRow[] {
  const pairs = listForms(old, fresh)
  const found = new Set(
    findOccurrences(edition, pairs).map(({ before }) => before.toLowerCase().replaceAll('’', "'")),
  )
  const stands = (form: string) => [...found].some((one) => one.endsWith(form.toLowerCase()))
  const rows = pairs.map((pair) => ({ ...pair, use: stands(pair.before) && pair.after !== '' }))
  return [...rows, emptyRow, emptyRow]
}

const emptyRow: FormRow = { use: false, before: '', after: '' }

/** From an address or a form: it is the same question. */
export function termPairsForm(from: unknown): FormResult<TermPairs, readonly FormRow[]> {
  const rows = Array.from({ length: mostForms }, (_, at) => ({
    use: textField(from, `use-${at}`) === 'yes',
    before: oneLine(from, `before-${at}`),
    after: oneLine(from, `after-${at}`),
  }))
  const used = rows.map((row, at) => ({ ...row, at })).filter(({ use }) => use)
  const errors = [
    ...(used.length === 0
      ? [{ field: 'use-0', message: 'Select at least one form of the old term' }]
      : []),
    ...used.flatMap((row) => pairErrors(from, row)),
  ]
  const last = rows.findLastIndex(({ use, before }) => use || before !== '')
  const entered = rows.slice(0, Math.max(last + 1, 1))
  if (errors.length > 0) return { ok: false, errors, entered }
  return { ok: true, value: used.map(({ before, after }) => ({ before, after })), entered }
}

function pairErrors(
  from: unknown,
  { before, after, at }: FormRow & { readonly at: number },
): FieldError[] {
  return [
    ...(before === ''
      ? [{ field: `before-${at}`, message: 'Enter the old form, or take its tick away' }]
      : []),
    ...(after === ''
      ? [
          {
            field: `after-${at}`,
            message: `Enter what takes the place of "${before}", or take its tick away`,
          },
        ]
      : []),
    ...tooLong(before, textRules.name.most, `before-${at}`, 'The old form'),
    ...typedErrors(from, { field: `after-${at}`, label: 'The new form', kind: 'name' }),
  ]
}

function oneLine(from: unknown, name: string): string {
  return textField(from, name).replace(/\s+/g, ' ')
}

/** As it is first shown: all that the machine sees no reason to keep. */
export function viewPlaces(edition: Edition, words: TermPairs): PlacesView {
  const groups = showOccurrences(edition, findOccurrences(edition, words))
  const proposed = proposeEntries(edition, words)
  const ticked = groups.flatMap(({ occurrences }) =>
    occurrences.filter(({ keep }) => keep === undefined).map(keyOf),
  )
  const { because } = proposed.term
  const entries = { glossary: proposed.glossary !== undefined, meaning: '', term: true, because }
  return { words, groups, proposed, ticked: new Set(ticked), reasons: {}, entries }
}

/** The same page as the person left it, over the draft of now: what is new there is ticked as at first. */
export function viewPosted(edition: Edition, words: TermPairs, body: unknown): PlacesView {
  const first = viewPlaces(edition, words)
  const seen = new Set(textField(body, 'shown').split(' '))
  const all = first.groups.flatMap(({ occurrences }) => occurrences.map(keyOf))
  const chosen = new Set(chosenField(body, 'change', all))
  const ticked = all.filter((key) => (seen.has(key) ? chosen.has(key) : first.ticked.has(key)))
  const reasons = first.groups.map(({ key }) => [key, textField(body, `reason-${key}`)] as const)
  const entries = {
    glossary: textField(body, 'add-glossary') === 'yes',
    meaning: textField(body, 'meaning'),
    term: textField(body, 'add-term') === 'yes',
    because: textField(body, 'because'),
  }
  return { ...first, ticked: new Set(ticked), reasons: Object.fromEntries(reasons), entries }
}

/** A button of a group: all of it ticked, or none. Undefined where another button was pressed. */
export function groupPressed(view: PlacesView, body: unknown): PlacesView | undefined {
  const [all = '', key = ''] = textField(body, 'group').split(' ')
  const group = view.groups.find((one) => one.key === key)
  if (group === undefined || !['all', 'none'].includes(all)) return undefined
  const ticked = new Set(view.ticked)
  for (const one of group.occurrences) {
    if (all === 'all') ticked.add(keyOf(one))
    else ticked.delete(keyOf(one))
  }
  return { ...view, ticked }
}

/** True where the person saw what stands there now, and nothing else. */
export function isAsSeen(view: PlacesView, body: unknown): boolean {
  const seen = textField(body, 'shown')
    .split(' ')
    .filter((key) => key !== '')
  const now = view.groups.flatMap(({ occurrences }) => occurrences.map(keyOf))
  return seen.length === now.length && now.every((key, at) => seen[at] === key)
}

/** `body` is what the view was read from. */
export function placesErrors(
  { ticked, entries, reasons, proposed }: PlacesView,
  body: unknown,
): FieldError[] {
  const glossary = proposed.glossary !== undefined && entries.glossary
  return [
    ...(ticked.size === 0
      ? [{ field: 'places', message: 'Select at least one place to change' }]
      : []),
    ...(glossary && entries.meaning === ''
      ? [{ field: 'meaning', message: 'Enter what the new term means, or take the tick away' }]
      : []),
    ...(entries.term && entries.because === ''
      ? [{ field: 'because', message: 'Enter why the new term is used, or take the tick away' }]
      : []),
    ...typedErrors(body, { field: 'meaning', label: 'What it means', kind: 'text' }),
    ...typedErrors(body, { field: 'because', label: 'Why it is used', kind: 'text' }),
    ...Object.entries(reasons).flatMap(([key, reason]) =>
      tooLong(reason, reasonLimit, `reason-${key}`, 'The reason'),
    ),
  ]
}

/** What was decided, as the model takes it. */
export function decisionOf(edition: Edition, view: PlacesView) {
  const { words, groups, ticked, reasons, entries, proposed } = view
  const occurrences = groups.flatMap(({ key, occurrences }) =>
    occurrences.map(({ id, text, place: _, left: __, right: ___, ...found }): DecidedOccurrence => {
      // A glossary cannot have two entries by one name, whatever is ticked.
      const changed = ticked.has(keyOf({ id, text })) && found.keep !== 'explained-already'
      if (changed) return { ...found, decision: 'changed' }
      return { ...found, decision: 'kept', ...(reasons[key] && { reason: reasons[key] }) }
    }),
  )
  const glossary: GlossaryEntry | undefined =
    proposed.glossary && entries.glossary
      ? { ...proposed.glossary, meaning: entries.meaning }
      : undefined
  const term: PreferredTerm | undefined = entries.term
    ? { ...proposed.term, because: entries.because }
    : undefined
  return { words, occurrences, entries: entryChanges(edition, { glossary, term }) }
}
