/** What is posted about drafts and their review, as values or errors. */
import { z } from 'zod'
import { emailAddress } from '../../mail/letter.ts'
import {
  dateField,
  dayOfParts,
  type FieldError,
  type FormResult,
  textField,
  tooLong,
} from '../../web/posted-form.ts'
import { type DraftRole, draftRoles } from '../authoring/model/draft.ts'
import { severities } from '../model/wording-finding.ts'
import type { Accepted } from './model/accept-suggestions.ts'
import type { FindingsFilter } from './model/choose-findings.ts'
import { commentLimit } from './model/comment.ts'
import { type ReviewAnswer, reviewAnswers } from './model/review.ts'
import type { AskEntered, PublishEntered, WithdrawEntered } from './model/review-entered.ts'

export function askForm(
  body: unknown,
): FormResult<{ readonly address: string; readonly role: DraftRole }, AskEntered> {
  const entered = { email: textField(body, 'email'), role: textField(body, 'role') }
  const address = emailAddress.safeParse(entered.email.toLowerCase()).data
  const role = draftRoles.find((known) => known === entered.role)
  const errors = [
    ...(address === undefined
      ? [{ field: 'email', message: 'Enter an e-mail address, such as name@example.org' }]
      : []),
    ...(role === undefined
      ? [{ field: 'role', message: 'Select whether they are to write or to review' }]
      : []),
  ]
  return address === undefined || role === undefined
    ? { ok: false, errors, entered }
    : { ok: true, value: { address, role }, entered }
}

export interface CommentEntered {
  readonly id: string
  readonly words: string
}

/** `id` comes with the form, so that sent twice it is one comment. */
export function commentForm(body: unknown): FormResult<CommentEntered, CommentEntered> {
  const entered = { id: textField(body, 'id'), words: textField(body, 'words') }
  const id = z.uuid().safeParse(entered.id).data
  const errors = wordsErrors(entered.words, {
    ...{ field: 'words', name: 'Your comment', limit: commentLimit },
    missing: 'Enter what you want to say',
  })
  if (id === undefined) errors.push({ field: 'words', message: 'Send your comment again' })
  return id === undefined || errors.length > 0
    ? { ok: false, errors, entered }
    : { ok: true, value: { ...entered, id }, entered }
}

function wordsErrors(
  words: string,
  of: { field: string; name: string; limit: number; missing: string },
): FieldError[] {
  if (words === '') return [{ field: of.field, message: of.missing }]
  return tooLong(words, of.limit, of.field, of.name)
}

/** What cannot be meant is left out. */
export function findingsFilterForm(query: unknown): FindingsFilter & { readonly page: number } {
  const severity = severities.find((known) => known === textField(query, 'severity'))
  const code = textField(query, 'code')
  const page = Number(textField(query, 'page'))
  return {
    severity,
    code: /^[a-z0-9-]{1,100}$/.test(code) ? code : undefined,
    page: Number.isInteger(page) && page > 0 && page < 1000 ? page : 1,
  }
}

const accepted = z.tuple([z.string(), z.string(), z.int(), z.string(), z.string()])

/** One page shows no more. */
export const suggestionsAtOnce = 40

/** Those that were chosen: the button of one, or the fields of a list. */
export function acceptedForm(body: unknown): Accepted[] {
  const names = ['change', ...Array.from({ length: suggestionsAtOnce }, (_, at) => `change-${at}`)]
  return names.flatMap((name) => readAccepted(rawField(body, name)) ?? [])
}

/** As it was written: a quoted word may begin or end with a space. */
function rawField(body: unknown, name: string): string {
  const value = z.record(z.string(), z.unknown()).catch({}).parse(body)[name]
  return typeof value === 'string' ? value.toWellFormed() : ''
}

function readAccepted(written: string): Accepted | undefined {
  if (written === '') return undefined
  try {
    const [code, at, start, quote, suggestion] = accepted.parse(JSON.parse(written))
    return { code, at, start, quote, suggestion }
  } catch {
    return undefined
  }
}

/** Which finding of a draft is meant. */
export interface FindingAsked {
  readonly code: string
  readonly at: string
  readonly start: string
}

export function findingAsked(from: unknown): FindingAsked {
  return {
    code: textField(from, 'code'),
    at: textField(from, 'at'),
    start: textField(from, 'start'),
  }
}

export function reasonForm(
  body: unknown,
  missing: string,
): FormResult<{ readonly reason: string }, { readonly reason: string }> {
  const entered = { reason: textField(body, 'reason') }
  const errors = wordsErrors(entered.reason, {
    ...{ field: 'reason', name: 'Your reason', limit: 1000, missing },
  })
  return errors.length > 0 ? { ok: false, errors, entered } : { ok: true, value: entered, entered }
}

export function sendForm(
  body: unknown,
): FormResult<{ readonly message: string | undefined }, { readonly message: string }> {
  const entered = { message: textField(body, 'message') }
  const errors = tooLong(entered.message, 1000, 'message', 'What you tell them')
  if (errors.length > 0) return { ok: false, errors, entered }
  return { ok: true, value: { message: entered.message || undefined }, entered }
}

export interface AnswerEntered {
  readonly answer: string
  readonly reason: string
  readonly revision: string
}

export function answerForm(body: unknown): FormResult<
  {
    readonly answer: ReviewAnswer
    readonly reason?: string | undefined
    readonly revision: number
  },
  AnswerEntered
> {
  const entered = {
    answer: textField(body, 'answer'),
    reason: textField(body, 'reason'),
    revision: textField(body, 'revision'),
  }
  const answer = reviewAnswers.find((known) => known === entered.answer)
  const errors = [
    ...(answer === undefined ? [{ field: 'answer', message: 'Select ready or not yet' }] : []),
    ...(answer === 'not-yet' && entered.reason === ''
      ? [{ field: 'reason', message: 'Enter what is to be mended first' }]
      : []),
    ...tooLong(entered.reason, 1000, 'reason', 'Your reason'),
  ]
  if (answer === undefined || errors.length > 0) return { ok: false, errors, entered }
  const reason = entered.reason || undefined
  return { ok: true, value: { answer, reason, revision: revisionField(body) }, entered }
}

/** That whoever sent it had read; 0 fits none. */
export function revisionField(body: unknown): number {
  const written = textField(body, 'revision')
  return /^\d{1,9}$/.test(written) ? Number(written) : 0
}

export function publishForm(
  body: unknown,
): FormResult<{ readonly notice: string; readonly revision: number }, PublishEntered> {
  const entered = {
    notice: textField(body, 'notice'),
    understood: textField(body, 'understood'),
  }
  const errors = [
    ...wordsErrors(entered.notice, {
      ...{ field: 'notice', name: 'What is new', limit: 2000 },
      missing: 'Enter what is new in this edition, in a few sentences',
    }),
    ...(entered.understood === 'yes'
      ? []
      : [
          {
            field: 'understood',
            message: 'Tick the box to say that you know it can never be changed',
          },
        ]),
  ]
  if (errors.length > 0) return { ok: false, errors, entered }
  return { ok: true, value: { notice: entered.notice, revision: revisionField(body) }, entered }
}

export interface WithdrawValue {
  readonly fromDay: string
  readonly reason: string
  readonly instead?: string | undefined
  readonly noneLeft?: string | undefined
}

/** `left`: other published editions, one of which is used instead. Without any, words are asked. */
export function withdrawForm(
  body: unknown,
  { left, today, latest }: { left: readonly string[]; today: string; latest: string },
): FormResult<WithdrawValue, WithdrawEntered> {
  const entered = {
    from: dateField(body, 'from'),
    reason: textField(body, 'reason'),
    instead: textField(body, 'instead'),
    noneLeft: textField(body, 'none-left'),
  }
  const fromDay = dayOfParts(entered.from)
  const instead = left.find((ref) => ref === entered.instead)
  const errors = [
    ...dayErrors(fromDay, { today, latest }),
    ...wordsErrors(entered.reason, {
      ...{ field: 'reason', name: 'Why', limit: 1000, missing: 'Enter why it is withdrawn' },
    }),
    ...(left.length > 0 && instead === undefined
      ? [{ field: 'instead', message: 'Select the edition to use instead' }]
      : []),
    ...(left.length === 0
      ? wordsErrors(entered.noneLeft, {
          ...{ field: 'none-left', name: 'What people are to do', limit: 1000 },
          missing: 'Enter what people are to do when no edition is left',
        })
      : []),
  ]
  if (fromDay === undefined || errors.length > 0) return { ok: false, errors, entered }
  const noneLeft = left.length === 0 ? entered.noneLeft : undefined
  return { ok: true, value: { fromDay, reason: entered.reason, instead, noneLeft }, entered }
}

function dayErrors(
  day: string | undefined,
  { today, latest }: { readonly today: string; readonly latest: string },
): FieldError[] {
  if (day === undefined) return [{ field: 'from', message: 'Enter a real date' }]
  if (day < today) return [{ field: 'from', message: 'The day must be today or later' }]
  if (day > latest) return [{ field: 'from', message: 'The day must be within five years' }]
  return []
}
