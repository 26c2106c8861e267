/** What stewards post, as values or errors. */
import { addDays } from '../../language/days.ts'
import {
  chosenField,
  type DateParts,
  type FieldError,
  type FormResult,
  partsOfDay,
  readId,
  textField,
  tooLong,
} from '../../web/posted-form.ts'
import { dayAnswer } from '../day-answer.ts'
import { type Evidence, type EvidenceKind, evidenceKinds } from '../model/evidence.ts'
import type { RegisterWords } from '../model/kinds.ts'
import { makeSlug } from '../model/make-slug.ts'
import type { OrganisationRequest } from '../model/organisation-request.ts'
import { type AnswerOutcome, latestCheckAgain } from '../model/verification.ts'
import {
  domainField,
  isDomain,
  registerErrors,
  wantedErrors,
  wantedOf,
} from '../organisation-forms.ts'
import type { AddEntered, AddValue } from './pages/add-page.tsx'
import type { AnswerEntered } from './pages/proposal-page.tsx'
import type { ProposalEntered } from './pages/propose-page.tsx'
import type { WithdrawEntered } from './pages/withdraw-page.tsx'

const textLimit = 1000

/** Also as a query: whoever adds one first sees its address, which it keeps for ever. */
export function addForm(
  body: unknown,
  { words, today }: { readonly words: RegisterWords; readonly today: string },
): FormResult<AddValue, AddEntered> {
  const wanted = wantedOf(body)
  const opened = dayAnswer(body, {
    ...{ field: 'opened', what: 'the day when it opened', latest: today, optional: true },
    outside: 'The day when it opened must be today or in the past',
  })
  const request = textField(body, 'request')
  const entered = { ...wanted, opened: opened.parts, request }
  const errors = [...wantedErrors(wanted, words), ...opened.errors]
  if (errors.length > 0) return { ok: false, errors, entered }
  const slug = slugOf(body, makeSlug(wanted.name))
  const value = { ...wanted, slug, openedOn: opened.day, requestId: readId(request) }
  return { ok: true, value, entered }
}

/** The address that was shown on the page before, where it is one of this name. */
function slugOf(body: unknown, made: string): string {
  const shown = textField(body, 'slug')
  return new RegExp(`^${made}(-\\d{1,4})?$`).test(shown) ? shown : made
}

export interface ProposalValue {
  readonly evidence: readonly Evidence[]
  readonly checkAgainOn: string
  readonly requestId?: string | undefined
}

/** As the form stands at first, with what the organisation said of itself. */
export function freshProposal(
  today: string,
  request: OrganisationRequest | undefined,
): ProposalEntered {
  const { register = '', number = '', domain = '' } = request ?? {}
  return {
    kinds: [
      ...(number === '' ? [] : (['register-entry'] as const)),
      ...(domain === '' ? [] : (['web-domain'] as const)),
    ],
    ...{ register, number, domain, shownBy: '', note: '', seen: false },
    letter: { day: '', month: '', year: '' },
    checkAgain: partsOfDay(latestCheckAgain(today)),
    request: request?.id ?? '',
  }
}

export function proposalForm(
  body: unknown,
  { words, today }: { readonly words: RegisterWords; readonly today: string },
): FormResult<ProposalValue, ProposalEntered> {
  const letter = dayAnswer(body, {
    ...{ field: 'letter', what: 'the date of the letter', latest: today },
    outside: 'The date of the letter must be today or in the past',
  })
  const checkAgain = dayAnswer(body, {
    ...{ field: 'check-again', what: 'the day to check it again' },
    ...{ earliest: addDays(today, 1), latest: latestCheckAgain(today) },
    outside: 'The day to check it again must be in the next year',
  })
  const entered = enteredProposal(body, letter.parts, checkAgain.parts)
  const shows = (kind: EvidenceKind) => entered.kinds.includes(kind)
  const errors = [
    ...(entered.kinds.length === 0
      ? [{ field: 'evidence', message: 'Select what you have seen' }]
      : []),
    ...(shows('register-entry') ? registerErrors(entered, words) : []),
    ...(shows('web-domain') ? domainErrors(entered) : []),
    ...(shows('letter') ? letter.errors : []),
    ...tooLong(entered.note, textLimit, 'note', 'The note'),
    ...checkAgain.errors,
    ...seenErrors(entered.seen),
  ]
  if (errors.length > 0 || checkAgain.day === undefined) return { ok: false, errors, entered }
  const evidence = entered.kinds.map((kind) => evidenceOf(kind, entered, letter.day ?? today))
  const value = { evidence, checkAgainOn: checkAgain.day, requestId: readId(entered.request) }
  return { ok: true, value, entered }
}

function enteredProposal(body: unknown, letter: DateParts, checkAgain: DateParts): ProposalEntered {
  return {
    kinds: evidenceKinds.filter((kind) => chosenField(body, 'evidence', [kind]).length > 0),
    register: textField(body, 'register'),
    number: textField(body, 'number'),
    domain: domainField(body),
    shownBy: textField(body, 'shown-by'),
    ...{ letter, checkAgain },
    note: textField(body, 'note'),
    seen: textField(body, 'seen') === 'yes',
    request: textField(body, 'request'),
  }
}

function domainErrors({ domain, shownBy }: ProposalEntered): FieldError[] {
  const wrong = 'Enter its web address, such as example.nhs.uk'
  return [
    ...(isDomain(domain) ? [] : [{ field: 'domain', message: wrong }]),
    ...(shownBy === 'file' || shownBy === 'dns'
      ? []
      : [{ field: 'shown-by', message: 'Select how the web address was shown to be theirs' }]),
  ]
}

function seenErrors(seen: boolean): FieldError[] {
  return seen ? [] : [{ field: 'seen', message: 'Tick that you have seen the evidence yourself' }]
}

function evidenceOf(kind: EvidenceKind, entered: ProposalEntered, dated: string): Evidence {
  const note = entered.note || undefined
  switch (kind) {
    case 'register-entry':
      return { kind, note, register: entered.register, number: entered.number }
    case 'web-domain':
      return {
        kind,
        note,
        domain: entered.domain,
        shownBy: entered.shownBy === 'dns' ? 'dns' : 'file',
      }
    case 'letter':
      return { kind, note, dated }
  }
}

export interface AnswerValue {
  readonly outcome: AnswerOutcome
  readonly reason?: string | undefined
}

export function answerForm(
  body: unknown,
  offered: readonly AnswerOutcome[],
): FormResult<AnswerValue, AnswerEntered> {
  const entered = {
    outcome: textField(body, 'outcome'),
    reason: textField(body, 'reason'),
    seen: textField(body, 'seen') === 'yes',
  }
  const { reason, seen } = entered
  const outcome = offered.find((one) => one === entered.outcome)
  const errors = [
    ...(outcome === undefined ? [{ field: 'outcome', message: 'Select what you decide' }] : []),
    ...(outcome === 'confirmed' ? seenErrors(seen) : []),
    ...(outcome === 'refused' && reason === ''
      ? [{ field: 'reason', message: 'Enter why you refuse' }]
      : []),
    ...tooLong(reason, textLimit, 'reason', 'The reason'),
  ]
  if (outcome === undefined || errors.length > 0) return { ok: false, errors, entered }
  return { ok: true, value: { outcome, reason: reason || undefined }, entered }
}

export function withdrawForm(
  body: unknown,
  today: string,
): FormResult<{ readonly from: string; readonly reason: string }, WithdrawEntered> {
  const from = dayAnswer(body, {
    ...{ field: 'from', what: 'the day from which it does not count', latest: today },
    outside: 'The day must be today or in the past',
  })
  const reason = textField(body, 'reason')
  const understood = textField(body, 'understood') === 'yes'
  const entered = { from: from.parts, reason, understood }
  const errors = [
    ...from.errors,
    ...(reason === '' ? [{ field: 'reason', message: 'Enter why it is withdrawn' }] : []),
    ...tooLong(reason, textLimit, 'reason', 'The reason'),
    ...(understood
      ? []
      : [{ field: 'understood', message: 'Tick that you understand that this cannot be undone' }]),
  ]
  if (from.day === undefined || errors.length > 0) return { ok: false, errors, entered }
  return { ok: true, value: { from: from.day, reason }, entered }
}

/** Why a request is refused, for whoever asked. */
export function refusalForm(body: unknown): FormResult<string, string> {
  const reason = textField(body, 'reason')
  const errors = [
    ...(reason === '' ? [{ field: 'reason', message: 'Enter why you refuse' }] : []),
    ...tooLong(reason, textLimit, 'reason', 'The reason'),
  ]
  return errors.length > 0
    ? { ok: false, errors, entered: reason }
    : { ok: true, value: reason, entered: reason }
}
