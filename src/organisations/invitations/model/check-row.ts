/** Is one row of the file right, and what does it ask for? */
import type { Permission } from '../../../actor.ts'
import { addYears, readDay } from '../../../language/days.ts'
import { invitablePermissions } from '../../memberships/model/may-grant.ts'
import { permissionWords, readPermission } from '../../memberships/model/permission-words.ts'
import type { PersonRow } from './people-file.ts'

/** Somebody to invite. */
export interface Invitee {
  readonly name: string
  /** Nobody's, where they are enrolled face to face with a printed code. */
  readonly email?: string | undefined
  readonly jobTitle: string
  readonly teamIds: readonly string[]
  readonly permissions: readonly Permission[]
  /** ISO date. */
  readonly startsOn: string
}

export interface RowRules {
  readonly today: string
  readonly teams: readonly { readonly id: string; readonly name: string }[]
  readonly isEmail: (text: string) => boolean
}

export type CheckedRow =
  | { readonly ok: true; readonly row: PersonRow; readonly invitee: Invitee }
  | { readonly ok: false; readonly row: PersonRow; readonly problems: readonly string[] }

export const longestName = 100
const longestTitle = 100

/** How far off a first day may be, in years. */
const furthestStart = 1
const oldestStart = 50

type Read<Value> = { readonly value: Value; readonly problems: readonly string[] }

export function checkRow(row: PersonRow, rules: RowRules): CheckedRow {
  const email = readEmail(row.email, rules)
  const teams = readTeams(row.team, rules)
  const permissions = readPermissions(row.permissions)
  const startsOn = readStart(row.startsOn, rules.today)
  const problems = [
    ...textProblems(row.name, 'a name', longestName),
    ...email.problems,
    ...textProblems(row.jobTitle, 'a job title', longestTitle),
    ...teams.problems,
    ...permissions.problems,
    ...startsOn.problems,
  ]
  if (problems.length > 0) return { ok: false, row, problems }
  const { name, jobTitle } = row
  const invitee = {
    ...{ name, email: email.value, jobTitle, teamIds: teams.value },
    ...{ permissions: permissions.value, startsOn: startsOn.value },
  }
  return { ok: true, row, invitee }
}

export function textProblems(text: string, what: string, longest: number): string[] {
  if (!/\p{L}/u.test(text)) return [`Enter ${what}`]
  if (text.length > longest) return [`Make ${what} ${longest} characters or fewer`]
  return []
}

const noEmail = /^(no ?e-?mail|none|no|n\/a|-)$/i

function readEmail(text: string, { isEmail }: RowRules): Read<string | undefined> {
  if (text === '') {
    return { value: undefined, problems: ['Enter an e-mail address, or write: no e-mail'] }
  }
  if (noEmail.test(text)) return { value: undefined, problems: [] }
  const value = text.toLowerCase()
  if (isEmail(value)) return { value, problems: [] }
  return { value, problems: [`“${text}” is not an e-mail address. Mend it, or write: no e-mail`] }
}

function readTeams(text: string, { teams }: RowRules): Read<readonly string[]> {
  const names = partsOf(text)
  const found = names.map((name) => ({
    name,
    team: teams.find((team) => team.name.toLowerCase() === name.toLowerCase()),
  }))
  return {
    value: found.flatMap(({ team }) => (team === undefined ? [] : [team.id])),
    problems: found
      .filter(({ team }) => team === undefined)
      .map(
        ({ name }) => `You have no team “${name}”. Add it to your organisation, or leave it out`,
      ),
  }
}

function readPermissions(text: string): Read<readonly Permission[]> {
  const asked = partsOf(text).map((name) => ({ name, permission: readPermission(name) }))
  const value = asked.flatMap(({ permission }) => (permission === undefined ? [] : [permission]))
  const problems = asked.flatMap(({ name, permission }) => {
    if (permission === undefined) {
      const known = invitablePermissions.map((one) => permissionWords[one].label).join(', ')
      return [`“${name}” is not a permission. You can write: ${known}`]
    }
    if (invitablePermissions.includes(permission)) return []
    const { label } = permissionWords[permission]
    return [
      `“${label}” is never given by invitation. Give it on the person’s page once they joined`,
    ]
  })
  return { value: [...new Set(value)], problems }
}

function partsOf(text: string): string[] {
  return text.split(/[,;|/]/).flatMap((part) => (part.trim() === '' ? [] : [part.trim()]))
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function readStart(text: string, today: string): Read<string> {
  if (text === '') return { value: today, problems: [] }
  const value = readWrittenDay(text)
  if (value === undefined) {
    return {
      value: today,
      problems: [`“${text}” is not a date. Write it as 2027-01-31 or 31/1/2027`],
    }
  }
  if (value > addYears(today, furthestStart)) {
    return { value, problems: [`“${text}” is more than a year away`] }
  }
  if (value < addYears(today, -oldestStart)) {
    return { value, problems: [`“${text}” is too long ago. Check the year`] }
  }
  return { value, problems: [] }
}

/** Dates as spreadsheets in the UK write them: the day before the month. */
export function readWrittenDay(text: string): string | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (iso !== null) return readDay(partsAt(iso, { year: 1, month: 2, day: 3 }))
  const british = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})$/.exec(text)
  if (british !== null) return readDay(partsAt(british, { day: 1, month: 2, year: 3 }))
  const named = /^(\d{1,2})[ -]([a-z]{3})[a-z]*[ -](\d{4}|\d{2})$/i.exec(text)
  if (named === null) return undefined
  const month = months.indexOf((named[2] ?? '').toLowerCase()) + 1
  return month === 0
    ? undefined
    : readDay({ ...partsAt(named, { day: 1, month: 1, year: 3 }), month })
}

function partsAt(
  found: RegExpExecArray,
  places: { readonly day: number; readonly month: number; readonly year: number },
) {
  const year = Number(found[places.year])
  return {
    day: Number(found[places.day]),
    month: Number(found[places.month]),
    year: year < 100 ? 2000 + year : year,
  }
}
