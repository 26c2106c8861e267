/** A course as somebody wrote it, in a form or in a row of a file: a draft, or what to mend. */
import { addDays, addYears } from '../../../language/days.ts'
import { findPatientData } from '../../../language/find-patient-data.ts'
import { readDayWritten } from '../../../passports/bring/model/read-day-written.ts'
import {
  type CourseDraft,
  type CourseLevel,
  type CourseMode,
  type CourseNation,
  courseLevelNames,
  courseLevels,
  courseModes,
  courseNations,
  modeNames,
  nationNames,
} from './course.ts'
import { readCodes } from './read-codes.ts'

export const courseFields = [
  'title',
  'about',
  'covers',
  'level',
  'mode',
  'place',
  'nation',
  'hours',
  'cost',
  'starts',
  'until',
  'link',
] as const
export type CourseField = (typeof courseFields)[number]

export type CourseTexts = Readonly<Record<CourseField, string>>

export interface CourseProblem {
  readonly field: CourseField
  readonly message: string
}

export interface CourseRules {
  /** Every statement code of the edition of now. */
  readonly codes: ReadonlySet<string>
  /** YYYY-MM-DD */
  readonly today: string
}

export type ReadCourse =
  | { readonly ok: true; readonly draft: CourseDraft }
  | { readonly ok: false; readonly problems: readonly CourseProblem[] }

/** A value, or why there is none. */
type Read<Value> = { readonly value: Value } | { readonly problem: string }

export function readCourse(texts: CourseTexts, rules: CourseRules): ReadCourse {
  const level = readChoice(texts.level || 'any', courseLevels, courseLevelNames, 'Level')
  const days = readDays(texts, rules)
  const read = {
    title: readTitle(texts.title),
    about: readWords(texts.about, 1000, 'What it is about'),
    covers: readCovers(texts.covers, 'value' in level ? level.value : 'any', rules),
    level,
    mode: readChoice(texts.mode, courseModes, modeNames, 'How it is taught'),
    place: readPlace(texts),
    nation: readChoice(texts.nation, courseNations, nationNames, 'Nation'),
    hours: readHours(texts.hours),
    cost: readCost(texts.cost),
    starts: days.starts,
    until: days.until,
    link: readLink(texts.link),
  } as const satisfies Record<CourseField, Read<unknown>>
  const problems = courseFields.flatMap((field) => {
    const one = read[field]
    return 'problem' in one ? [{ field, message: one.problem }] : []
  })
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, draft: draftOf(read) }
}

/** Called once nothing is wrong. */
function draftOf(read: {
  readonly title: Read<string>
  readonly about: Read<string | null>
  readonly covers: Read<readonly string[]>
  readonly level: Read<CourseLevel>
  readonly mode: Read<CourseMode>
  readonly place: Read<string | null>
  readonly nation: Read<CourseNation>
  readonly hours: Read<number>
  readonly cost: Read<number>
  readonly starts: Read<string | null>
  readonly until: Read<string>
  readonly link: Read<string | null>
}): CourseDraft {
  return {
    title: told(read.title),
    summary: told(read.about),
    codes: told(read.covers),
    level: told(read.level),
    mode: told(read.mode),
    place: told(read.place),
    nation: told(read.nation),
    minutes: told(read.hours),
    pence: told(read.cost),
    starts_on: told(read.starts),
    listed_until: told(read.until),
    link: told(read.link),
  }
}

function told<Value>(read: Read<Value>): Value {
  if ('problem' in read) throw new Error(`a draft of what is wrong: ${read.problem}`)
  return read.value
}

/** What a spreadsheet takes for a formula (OWASP, CSV injection). */
const formula = /^[=+\-@＝＋－＠]/

function readTitle(text: string): Read<string> {
  if (!/\p{L}/u.test(text)) return { problem: 'Enter what the course is called' }
  const words = readWords(text, 120, 'What the course is called')
  return 'problem' in words ? words : { value: text }
}

function readWords(text: string, limit: number, name: string): Read<string | null> {
  if (text === '') return { value: null }
  if (formula.test(text)) return { problem: `${name} must not begin with = + - or @` }
  if (text.length > limit) return { problem: `${name} must be ${limit} characters or fewer` }
  const [patient] = findPatientData(text, 'text')
  return patient === undefined ? { value: text } : { problem: patient.message }
}

function readCovers(text: string, level: CourseLevel, rules: CourseRules): Read<readonly string[]> {
  const { codes, unknown, elsewhere } = readCodes(text, level, rules.codes)
  if (unknown.length > 0) {
    return { problem: `No statement has the code ${unknown.slice(0, 10).join(', ')}` }
  }
  if (elsewhere.length > 0) {
    return { problem: `${elsewhere.slice(0, 10).join(', ')} is of another level than the course` }
  }
  if (codes.length === 0) return { problem: 'Enter the codes of what it covers, such as 3.9' }
  if (codes.length > 60) return { problem: 'A course must cover 60 statements or fewer' }
  return { value: codes }
}

/** By its slug, or by the words that people see. */
function readChoice<Value extends string>(
  text: string,
  values: readonly Value[],
  names: Readonly<Record<Value, string>>,
  name: string,
): Read<Value> {
  const plain = (words: string) =>
    words
      .toLowerCase()
      .replace(/[^a-z]+/g, ' ')
      .trim()
  const found = values.find((value) =>
    [value, names[value]].some((one) => plain(one) === plain(text)),
  )
  if (found !== undefined) return { value: found }
  const offered = values.map((value) => names[value]).join('; ')
  return { problem: `${name} must be one of: ${offered}` }
}

function readPlace({ place, mode }: CourseTexts): Read<string | null> {
  const online = 'value' in readChoice(mode, ['online'], modeNames, '')
  if (place === '' && !online) return { problem: 'Enter the town or place where it is taught' }
  return readWords(place, 120, 'The place')
}

function readHours(text: string): Read<number> {
  const hours = /^(\d{0,4}(?:\.\d{1,2})?)\s*(?:h|hrs?|hours?)?$/i.exec(text)?.[1]
  const minutes = Math.round(Number(hours) * 60)
  if (hours === undefined || hours === '' || minutes < 5) {
    return { problem: 'Enter how many hours it takes, such as 3 or 7.5' }
  }
  return { value: minutes }
}

const mostPence = 5_000_000

function readCost(text: string): Read<number> {
  if (/^(free|none|no cost)$/i.test(text)) return { value: 0 }
  const written = /^£?\s*(\d{1,3}(?:,\d{3})*|\d+)(\.\d{1,2})?$/.exec(text)
  if (written === null) return { problem: 'Enter what it costs, such as £25, or Free' }
  const pence = Math.round(Number(`${written[1]?.replaceAll(',', '')}${written[2] ?? ''}`) * 100)
  return pence > mostPence ? { problem: 'The cost must be £50,000 or less' } : { value: pence }
}

/** When nobody says until when: it is listed for a year. */
const listedYears = 1
const furthestYears = 3

function readDays(
  { starts, until }: CourseTexts,
  { today }: CourseRules,
): { readonly starts: Read<string | null>; readonly until: Read<string> } {
  const start = readDay(starts, today, 'The day it starts')
  const last = readDay(until, today, 'The last day to ask for it')
  if ('problem' in start || 'problem' in last) {
    return { starts: start, until: 'problem' in last ? last : { value: last.value ?? today } }
  }
  const listed = last.value ?? start.value ?? addDays(addYears(today, listedYears), -1)
  if (start.value !== null && listed > start.value) {
    return {
      starts: start,
      until: { problem: 'The last day to ask for it must be before it starts' },
    }
  }
  return { starts: start, until: { value: listed } }
}

function readDay(text: string, today: string, name: string): Read<string | null> {
  if (text === '') return { value: null }
  const day = readDayWritten(text, 'day-first')
  if (day === undefined) {
    return { problem: `“${text.slice(0, 40)}” is no day of the calendar. Write it like 31/1/2027` }
  }
  if (day < today) return { problem: `${name} must be today or later` }
  if (day > addYears(today, furthestYears)) {
    return { problem: `${name} must be within ${furthestYears} years` }
  }
  return { value: day }
}

function readLink(text: string): Read<string | null> {
  if (text === '') return { value: null }
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isWeb = url?.protocol === 'https:' && url.username === '' && url.hostname.includes('.')
  if (!isWeb || text.length > 300) {
    return { problem: 'The link must be a web address that begins with https://' }
  }
  return { value: text }
}
