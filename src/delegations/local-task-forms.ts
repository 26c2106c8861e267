/** A task that an organisation adds for itself. */
import { type Edition, statementsOf } from '../frameworks/model/framework.ts'
import { addDays, addYears } from '../language/days.ts'
import {
  dateField,
  dayOfParts,
  type FieldError,
  type FormResult,
  findingErrors,
  partsOfDay,
  patientFindings,
  readId,
  textField,
  tooLong,
} from '../web/posted-form.ts'
import type { LocalTaskEntered } from './model/entered.ts'
import type { LocalTask } from './model/task.ts'

const longest = { title: 120, about: 1000, codes: 12 }

export function freshLocalTask(id: string, organisation: string, today: string): LocalTaskEntered {
  const ends = partsOfDay(addDays(today, 182))
  return { ...{ id, organisation, title: '', about: '', codes: '', ends }, findings: [] }
}

export function localTaskForm(
  body: unknown,
  {
    editionOf,
    organisations,
    today,
  }: {
    /** Of an organisation: what it works by. */
    readonly editionOf: (organisation: string) => {
      readonly edition: Edition
      readonly ref: string
    }
    readonly organisations: readonly string[]
    readonly today: string
  },
): FormResult<LocalTask, LocalTaskEntered> {
  const entered = enteredOf(body)
  const { title, about } = entered
  const codes = codesIn(entered.codes)
  const id = readId(entered.id)
  const organisation = organisations.find((one) => one === entered.organisation)
  // Where none was chosen, the form is looked over by the first, and is not taken.
  const { edition, ref } = editionOf(organisation ?? organisations[0] ?? '')
  const endsOn = dayOfParts(entered.ends)
  const errors = [
    ...(title === '' ? [{ field: 'title', message: 'Enter what the task is called' }] : []),
    ...tooLong(title, longest.title, 'title', 'The name of the task'),
    ...(about === '' ? [{ field: 'about', message: 'Enter what the task is' }] : []),
    ...tooLong(about, longest.about, 'about', 'What the task is'),
    ...codeErrors(codes, edition),
    ...endErrors(endsOn, today),
    ...findingErrors(entered.findings),
  ]
  if (!id || !organisation || !endsOn || errors.length > 0) return { ok: false, errors, entered }
  return {
    ok: true,
    value: { id, organisation, title, about, edition: ref, codes, endsOn },
    entered,
  }
}

function enteredOf(body: unknown): LocalTaskEntered {
  const [title, about] = [textField(body, 'title'), textField(body, 'about')]
  return {
    ...{ id: textField(body, 'id'), organisation: textField(body, 'organisation'), title, about },
    ...{ codes: textField(body, 'codes'), ends: dateField(body, 'ends') },
    findings: patientFindings(body, { title, about }),
  }
}

function codesIn(entered: string): string[] {
  return [...new Set(entered.split(/[\s,;]+/).filter(Boolean))]
}

/** Every one of them stands in the edition of now: nothing is guessed. */
function codeErrors(codes: readonly string[], edition: Edition): FieldError[] {
  const field = 'codes'
  if (codes.length === 0) {
    return [{ field, message: 'Enter the codes of the statements, such as 3.11-entry' }]
  }
  if (codes.length > longest.codes) {
    return [{ field, message: `Enter ${longest.codes} codes or fewer` }]
  }
  const there = new Set(statementsOf(edition).map(({ code }) => code))
  const wrong = codes.filter((code) => !there.has(code)).map((code) => code.slice(0, 40))
  if (wrong.length === 0) return []
  return [{ field, message: `There is no statement ${wrong.join(', ')} in the edition of now` }]
}

function endErrors(endsOn: string | undefined, today: string): FieldError[] {
  const field = 'ends'
  if (endsOn === undefined) return [{ field, message: 'Enter a last day, such as 27 3 2027' }]
  if (endsOn < today) return [{ field, message: 'The last day must be today or later' }]
  if (endsOn <= addYears(today, 1)) return []
  return [{ field, message: 'The last day must be within a year: then look at it again' }]
}
