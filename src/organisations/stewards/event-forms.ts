/** What a steward records of an organisation, as they enter it: other organisations by name or address. */
import type { Transaction } from '../../database/database.ts'
import { type DateParts, type FieldError, textField, tooLong } from '../../web/posted-form.ts'
import { dayAnswer } from '../day-answer.ts'
import { type EventKind, eventKinds } from '../model/organisation-history.ts'
import { findByNameOrSlug } from '../register-store.ts'
import type { EventEntered } from './pages/event-page.tsx'
import type { RecordedEvent } from './register-actions.ts'

export type ReadEvent =
  | { readonly ok: true; readonly event: RecordedEvent; readonly entered: EventEntered }
  | {
      readonly ok: false
      readonly errors: readonly FieldError[]
      readonly entered: EventEntered
    }

export function readEventKind(value: string | undefined): EventKind | undefined {
  return eventKinds.find((kind) => kind === value)
}

export const emptyEvent: EventEntered = {
  on: { day: '', month: '', year: '' },
  ...{ source: '', name: '', others: '', into: '' },
}

/** `slug` is the organisation on whose page the form stands. */
export async function readEvent(
  db: Transaction,
  body: unknown,
  {
    kind,
    slug,
    today,
  }: { readonly kind: EventKind; readonly slug: string; readonly today: string },
): Promise<ReadEvent> {
  const on = dayAnswer(body, {
    ...{ field: 'on', what: 'the day when it happened', latest: today },
    outside: 'The day when it happened must be today or in the past',
  })
  const entered = enteredEvent(body, on.parts)
  const others = await resolve(db, 'others', linesFor(kind, entered))
  const into = await resolve(db, 'into', kind === 'merged' ? [entered.into] : [])
  const errors = [
    ...nameErrors(kind, entered.name),
    ...others.errors,
    ...into.errors,
    ...on.errors,
    ...sourceErrors(entered.source),
  ]
  if (on.day === undefined || errors.length > 0) return { ok: false, errors, entered }
  const sides = sidesOf(kind, { slug, others: others.slugs, into: into.slugs })
  const name = kind === 'renamed' ? entered.name : undefined
  const { source } = entered
  return { ok: true, event: { kind, ...sides, name, on: on.day, source }, entered }
}

function enteredEvent(body: unknown, on: DateParts): EventEntered {
  return {
    on,
    source: textField(body, 'source').replaceAll('\n', ' '),
    name: textField(body, 'name').replaceAll('\n', ' '),
    others: textField(body, 'others'),
    into: textField(body, 'into').replaceAll('\n', ' '),
  }
}

function sidesOf(
  kind: EventKind,
  { slug, others, into }: { slug: string; others: readonly string[]; into: readonly string[] },
): { readonly before: readonly string[]; readonly after: readonly string[] } {
  switch (kind) {
    case 'renamed':
      return { before: [slug], after: [slug] }
    case 'merged':
      return { before: [...new Set([slug, ...others])], after: into }
    case 'split':
      return { before: [slug], after: [...new Set(others)] }
    case 'closed':
      return { before: [slug], after: [] }
  }
}

function linesFor(kind: EventKind, { others }: EventEntered): readonly string[] {
  if (kind !== 'merged' && kind !== 'split') return []
  const lines = others.split('\n').map((line) => line.trim())
  const entered = lines.filter((line) => line !== '')
  // One alone may merge into another; a split always names what there is afterwards.
  return entered.length === 0 && kind === 'split' ? [''] : entered
}

const mostOthers = 20

async function resolve(
  db: Transaction,
  field: string,
  lines: readonly string[],
): Promise<{ readonly slugs: readonly string[]; readonly errors: readonly FieldError[] }> {
  if (lines.length > mostOthers) {
    return { slugs: [], errors: [{ field, message: `Enter ${mostOthers} or fewer` }] }
  }
  const slugs: string[] = []
  const errors: FieldError[] = []
  for (const line of lines) {
    const [first, second] = line === '' ? [] : await findByNameOrSlug(db, line)
    if (first !== undefined && second === undefined) slugs.push(first)
    else errors.push({ field, message: unresolved(line, second !== undefined) })
  }
  return { slugs, errors }
}

function unresolved(line: string, isAmbiguous: boolean): string {
  if (line === '') return 'Enter an organisation by its name or its address in the register'
  return isAmbiguous
    ? `There is more than one “${line}”: enter its address in the register`
    : `“${line}” is not in the register: check the name, or add it first`
}

function nameErrors(kind: EventKind, name: string): FieldError[] {
  if (kind !== 'renamed') return []
  if (name === '') return [{ field: 'name', message: 'Enter its new name' }]
  return tooLong(name, 200, 'name', 'Its new name')
}

function sourceErrors(source: string): FieldError[] {
  if (source === '') return [{ field: 'source', message: 'Enter where this was announced' }]
  return tooLong(source, 300, 'source', 'Where this was announced')
}
