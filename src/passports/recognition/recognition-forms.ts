/** What a holder shares with an organisation, and what is decided and replied. */
import { addDays } from '../../language/days.ts'
import {
  chosenField,
  dateField,
  dayOfParts,
  type FormResult,
  findingErrors,
  patientFindings,
  readId,
  textField,
  tooLong,
} from '../../web/posted-form.ts'
import { dayErrors, readOutcome } from './acceptance-fields.ts'
import type { DecisionOutcome } from './model/acceptance-policy.ts'
import { type RefusalReason, refusalReasons } from './model/recognition-decision.ts'
import type { DecisionEntered, ReplyEntered, SetEntered } from './model/recognition-entered.ts'

export const purposes = ['apply', 'join'] as const
export type Purpose = (typeof purposes)[number]

/** A set may be open for half a year: longer than it takes to hire somebody. */
const longestDays = 182

/** Each is checked whenever somebody looks, at an issuer who may be far away. */
const mostBrought = 20

export interface SetForm {
  /** Made with the form, so that the same form posted twice shares one set. */
  readonly id: string
  readonly items: readonly string[]
  readonly purpose: Purpose
  readonly endsOn: string
}

export function setForm(
  body: unknown,
  offered: readonly string[],
  today: string,
): FormResult<SetForm, SetEntered> {
  const entered = {
    id: textField(body, 'id'),
    items: chosenField(body, 'items', offered),
    purpose: textField(body, 'purpose'),
    ends: dateField(body, 'ends'),
  }
  const id = readId(entered.id)
  const purpose = purposes.find((one) => one === entered.purpose)
  const endsOn = dayOfParts(entered.ends)
  const errors = [
    ...(entered.items.length === 0
      ? [{ field: 'items', message: 'Select at least one thing to share' }]
      : []),
    ...(entered.items.filter((key) => key.startsWith('received:')).length > mostBrought
      ? [
          {
            field: 'items',
            message: `Select at most ${mostBrought} that you brought from elsewhere`,
          },
        ]
      : []),
    ...(purpose === undefined ? [{ field: 'purpose', message: 'Select why you share it' }] : []),
    ...dayErrors('ends', entered.ends, { first: today, last: addDays(today, longestDays) }),
  ]
  if (id === undefined || purpose === undefined || endsOn === undefined || errors.length > 0) {
    return { ok: false, errors, entered }
  }
  return { ok: true, value: { id, items: entered.items, purpose, endsOn }, entered }
}

export interface DecisionForm {
  readonly outcome: DecisionOutcome
  readonly topUp?: string | undefined
  readonly reason?: RefusalReason | undefined
  readonly words?: string | undefined
  /** How many decisions stood on the page that was decided from. */
  readonly seen: number
}

export function decisionForm(body: unknown): FormResult<DecisionForm, DecisionEntered> {
  const [outcome, reason] = [textField(body, 'outcome'), textField(body, 'reason')]
  const [topUp, words] = [textField(body, 'top-up').replaceAll('\n', ' '), textField(body, 'words')]
  const sequence = textField(body, 'sequence')
  const findings = patientFindings(body, { words, 'top-up': topUp })
  const entered = { outcome, topUp, reason, words, sequence, findings }
  const decided = readOutcome(outcome)
  const why = refusalReasons.find((one) => one === reason)
  const seen = /^\d{1,6}$/.test(sequence) ? Number(sequence) : undefined
  const refuses = decided === 'do-not-accept'
  const errors = [
    ...(decided === undefined || seen === undefined
      ? [{ field: 'outcome', message: 'Select what you decide' }]
      : []),
    ...(decided === 'accept-with-top-up' && topUp === ''
      ? [{ field: 'top-up', message: 'Enter what the top-up is' }]
      : []),
    ...(refuses && why === undefined
      ? [{ field: 'reason', message: 'Select why you do not accept it' }]
      : []),
    ...(refuses && words === ''
      ? [{ field: 'words', message: 'Enter why, in words the person can use' }]
      : []),
    ...tooLong(topUp, 200, 'top-up', 'The top-up'),
    ...tooLong(words, 500, 'words', 'Your words'),
    ...findingErrors(findings),
  ]
  if (decided === undefined || seen === undefined || errors.length > 0) {
    return { ok: false, errors, entered }
  }
  const value = {
    ...{ outcome: decided, seen, words: words === '' ? undefined : words },
    topUp: decided === 'accept-with-top-up' ? topUp : undefined,
    reason: refuses ? why : undefined,
  }
  return { ok: true, value, entered }
}

export function replyForm(
  body: unknown,
  offered: readonly string[],
): FormResult<
  { readonly id: string; readonly decision: string; readonly words: string },
  ReplyEntered
> {
  const [decision = ''] = chosenField(body, 'decision', offered)
  const words = textField(body, 'words')
  const findings = patientFindings(body, { words })
  const entered = { id: textField(body, 'id'), decision, words, findings }
  const id = readId(entered.id)
  const errors = [
    ...(decision === '' || id === undefined
      ? [{ field: 'decision', message: 'Select which decision you reply to' }]
      : []),
    ...(words === '' ? [{ field: 'words', message: 'Enter your reply' }] : []),
    ...tooLong(words, 1000, 'words', 'Your reply'),
    ...findingErrors(findings),
  ]
  if (id === undefined || errors.length > 0) return { ok: false, errors, entered }
  return { ok: true, value: { id, decision, words }, entered }
}
