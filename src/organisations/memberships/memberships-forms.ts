/** The forms of those who manage people. */
import { type IdentityCheckWay, identityCheckWays } from '../../accounts/model/account.ts'
import type { Permission } from '../../actor.ts'
import { addYears } from '../../language/days.ts'
import {
  chosenField,
  type FieldError,
  type FormResult,
  partsOfDay,
  textField,
  tooLong,
} from '../../web/posted-form.ts'
import { dayAnswer } from '../day-answer.ts'
import type { GivenEntered, IdentityEntered, JobEntered, LastDayEntered } from './model/entered.ts'
import { grantMonths, usualGrantMonths } from './model/review-grants.ts'

const titleLimit = 100

export const freshGiving: GivenEntered = { permission: '', months: String(usualGrantMonths) }

export function giveForm(
  body: unknown,
  offered: readonly Permission[],
): FormResult<{ readonly permission: Permission; readonly months: number }, GivenEntered> {
  const entered = {
    permission: textField(body, 'permission'),
    months: textField(body, 'months'),
  }
  const permission = offered.find((one) => one === entered.permission)
  const months = grantMonths.find((one) => String(one) === entered.months)
  const errors = [
    ...(permission === undefined
      ? [{ field: 'permission', message: 'Select what they should be able to do' }]
      : []),
    ...(months === undefined ? [{ field: 'months', message: 'Select for how long' }] : []),
  ]
  if (permission === undefined || months === undefined) return { ok: false, errors, entered }
  return { ok: true, value: { permission, months }, entered }
}

export function lastDayForm(body: unknown, today: string): FormResult<string, LastDayEntered> {
  const { day, parts, errors } = dayAnswer(body, {
    ...{ field: 'last-day', what: 'the last day', outside: 'The last day must be within a year' },
    ...{ earliest: addYears(today, -1), latest: addYears(today, 1) },
  })
  const entered = { lastDay: parts }
  if (day === undefined || errors.length > 0) return { ok: false, errors, entered }
  return { ok: true, value: day, entered }
}

export function freshLastDay(today: string): LastDayEntered {
  return { lastDay: partsOfDay(today) }
}

export interface JobAnswers {
  readonly jobTitle: string
  readonly teamIds: readonly string[]
  readonly from: string
}

/** A title and teams; with `starts` also the first day. */
export function jobForm(
  body: unknown,
  rules: {
    readonly teams: readonly { readonly id: string }[]
    readonly today: string
    readonly starts: boolean
  },
): FormResult<JobAnswers, JobEntered> {
  const starts = rules.starts ? startAnswer(body, rules.today) : undefined
  const entered = {
    jobTitle: textField(body, 'job-title').replaceAll('\n', ' '),
    teams: chosenField(
      body,
      'teams',
      rules.teams.map(({ id }) => id),
    ),
    from: starts?.parts ?? partsOfDay(rules.today),
  }
  const errors = [...titleErrors(entered.jobTitle), ...(starts?.errors ?? [])]
  if (errors.length > 0) return { ok: false, errors, entered }
  const from = starts?.day ?? rules.today
  return { ok: true, value: { jobTitle: entered.jobTitle, teamIds: entered.teams, from }, entered }
}

export function titleErrors(jobTitle: string): FieldError[] {
  if (!/\p{L}/u.test(jobTitle)) return [{ field: 'job-title', message: 'Enter the job title' }]
  return tooLong(jobTitle, titleLimit, 'job-title', 'The job title')
}

export function startAnswer(body: unknown, today: string) {
  return dayAnswer(body, {
    ...{ field: 'from', what: 'the first day' },
    ...{ earliest: addYears(today, -50), latest: addYears(today, 1) },
    outside: 'The first day must be in the past, or within a year',
  })
}

export function identityForm(
  body: unknown,
  today: string,
): FormResult<{ readonly how: IdentityCheckWay; readonly on: string }, IdentityEntered> {
  const on = checkedOnAnswer(body, today)
  const entered = { how: textField(body, 'how'), on: on.parts }
  const how = identityCheckWays.find((way) => way === entered.how)
  const errors = [
    ...(how === undefined ? [{ field: 'how', message: 'Select how you checked' }] : []),
    ...on.errors,
  ]
  if (how === undefined || on.day === undefined || errors.length > 0) {
    return { ok: false, errors, entered }
  }
  return { ok: true, value: { how, on: on.day }, entered }
}

export function checkedOnAnswer(body: unknown, today: string) {
  return dayAnswer(body, {
    ...{ field: 'on', what: 'the day when you checked' },
    ...{ earliest: addYears(today, -1), latest: today },
    outside: 'The day when you checked must be in the last year, and not in the future',
  })
}
