/** The forms of learning: what a provider offers, what a worker looks and asks for, what a manager answers. */
import { z } from 'zod'
import { readCsv } from '../../organisations/invitations/model/read-csv.ts'
import {
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
import type { CourseSearch } from './courses-store.ts'
import { type Course, type CourseDraft, courseModes, courseNations } from './model/course.ts'
import { type ReadFile, readCourseFile } from './model/course-file.ts'
import type { AnswerEntered, AskEntered } from './model/entered.ts'
import type { FindEntered } from './model/find-entered.ts'
import { gapKinds } from './model/find-gaps.ts'
import {
  type CourseRules,
  type CourseTexts,
  courseFields,
  readCourse,
} from './model/read-course.ts'

export const emptyCourse: CourseTexts = {
  ...{ title: '', about: '', covers: '', level: '', mode: '', place: '', nation: '' },
  ...{ hours: '', cost: '', starts: '', until: '', link: '' },
}

export function courseForm(
  body: unknown,
  rules: CourseRules,
): FormResult<CourseDraft, CourseTexts> {
  const entered = Object.fromEntries(
    courseFields.map((field) => [field, textField(body, field)]),
    // Every field was put in.
  ) as CourseTexts
  const read = readCourse(entered, rules)
  if (!read.ok) return { ok: false, errors: read.problems, entered }
  return { ok: true, value: read.draft, entered }
}

/** A form that says what is offered now. */
export function enteredOf(course: Course): CourseTexts {
  const day = (written: string | null) => written?.split('-').reverse().join('/') ?? ''
  return {
    title: course.title,
    about: course.summary ?? '',
    covers: course.codes.join(', '),
    ...{ level: course.level, mode: course.mode, place: course.place ?? '', nation: course.nation },
    hours: String(Math.round(course.minutes / 0.6) / 100),
    cost: course.pence === 0 ? 'Free' : `£${(course.pence / 100).toFixed(2)}`,
    ...{ starts: day(course.starts_on), until: day(course.listed_until) },
    link: course.link ?? '',
  }
}

const upload = z.object({
  pasted: z.string().optional().catch(undefined),
  file: z.instanceof(Uint8Array).optional().catch(undefined),
})

export type CourseFileForm =
  | (Extract<ReadFile, { readonly ok: true }> & { readonly pasted: string })
  | { readonly ok: false; readonly errors: readonly FieldError[]; readonly pasted: string }

const mostBytes = 5_000_000

export function courseFileForm(body: unknown): CourseFileForm {
  const { pasted = '', file } = upload.safeParse(body ?? {}).data ?? {}
  const [isPasted, isUploaded] = [pasted.trim() !== '', file !== undefined && file.length > 0]
  const wrong = (field: string, message: string): CourseFileForm => ({
    ...{ ok: false, errors: [{ field, message }], pasted: pasted.slice(0, 100_000) },
  })
  if (isPasted && isUploaded) return wrong('file', 'Choose a file or paste the rows, not both')
  if (!(isPasted || isUploaded)) return wrong('file', 'Choose a CSV file, or paste its rows')
  const field = isUploaded ? 'file' : 'pasted'
  if ((file?.length ?? 0) > mostBytes) return wrong(field, 'The file must be 5 MB or smaller')
  const csv = readCsv(file !== undefined && isUploaded ? file : pasted)
  if (!csv.ok) return wrong(field, csv.message)
  const read = readCourseFile(csv.rows)
  return read.ok ? { ...read, pasted } : wrong(field, read.message)
}

/** What is looked for: whatever is not understood is left out. */
export function findForm(query: unknown, sections: readonly string[]): FindEntered {
  const covers = textField(query, 'covers')
  const known = [...gapKinds, 'any', ...sections].includes(covers)
  return {
    covers: known ? covers : '',
    mode: courseModes.find((mode) => mode === textField(query, 'mode')),
    nation: courseNations.find((nation) => nation === textField(query, 'nation')),
    place: textField(query, 'place').slice(0, 60),
    hours: textField(query, 'hours'),
    cost: textField(query, 'cost'),
    page: pageIn(textField(query, 'page')),
  }
}

function pageIn(written: string): number {
  const page = Number(written)
  return Number.isInteger(page) && page >= 1 && page <= 1000 ? page : 1
}

export function searchOf(
  { mode, nation, place, hours, cost, page }: FindEntered,
  codes: readonly string[] | undefined,
): CourseSearch {
  const [most, pounds] = [Number(hours), Number(cost)]
  return {
    ...{ codes, mode, nation, place: place === '' ? undefined : place, page },
    mostMinutes: hours !== '' && most > 0 && most <= 10_000 ? most * 60 : undefined,
    mostPence: cost !== '' && pounds >= 0 && pounds <= 50_000 ? pounds * 100 : undefined,
  }
}

export function askForm(
  body: unknown,
  places: readonly { readonly slug: string }[],
): FormResult<{ readonly organisation: string; readonly words: string | undefined }, AskEntered> {
  const words = textField(body, 'words')
  const [only] = places.length === 1 ? places : []
  const organisation = only?.slug ?? textField(body, 'organisation')
  const findings = patientFindings(body, { words })
  const entered = { organisation, words, findings }
  const errors = [
    ...(places.some(({ slug }) => slug === organisation)
      ? []
      : [{ field: 'organisation', message: 'Select which employer to ask' }]),
    ...tooLong(words, 500, 'words', 'What you write'),
    ...findingErrors(findings),
  ]
  if (errors.length > 0) return { ok: false, errors, entered }
  return { ok: true, value: { organisation, words: words || undefined }, entered }
}

export function answerForm(
  body: unknown,
): FormResult<
  { readonly outcome: 'approved' | 'declined'; readonly reply: string | undefined },
  AnswerEntered
> {
  const written = textField(body, 'outcome')
  const outcome = (['approved', 'declined'] as const).find((one) => one === written)
  const reply = textField(body, 'reply')
  const findings = patientFindings(body, { reply })
  const entered = { outcome: written, reply, findings }
  const errors = [
    ...(outcome === undefined
      ? [{ field: 'outcome', message: 'Select yes, or not this time' }]
      : []),
    ...(outcome === 'declined' && reply === ''
      ? [{ field: 'reply', message: 'Enter why not, and what could happen instead' }]
      : []),
    ...tooLong(reply, 1000, 'reply', 'What you write'),
    ...findingErrors(findings),
  ]
  if (outcome === undefined || errors.length > 0) return { ok: false, errors, entered }
  return { ok: true, value: { outcome, reply: reply || undefined }, entered }
}

/** The day of being there: today, where nobody says another. */
export function attendedForm(
  body: unknown,
  { today, since }: { readonly today: string; readonly since: string },
): FormResult<string, DateParts> {
  const entered = dateField(body, 'on')
  const on = isBlankDate(entered) ? today : dayOfParts(entered)
  const wrong = (message: string) =>
    ({ ok: false, errors: [{ field: 'on', message }], entered }) as const
  if (on === undefined) return wrong('Enter a real day, for example 14 3 2027')
  if (on > today) return wrong('The day must be today or in the past')
  if (on < since) return wrong('The day must be after you asked for it')
  return { ok: true, value: on, entered }
}
