import {
  chosenField,
  type FieldError,
  type FormResult,
  findingErrors,
  patientFindings,
  textField,
  tooLong,
} from '../../web/posted-form.ts'
import type { AskedWords, EnteredAnswer, EnteredObjection } from './model/entered.ts'
import type { OfferedRoles, OwnDetails } from './model/own-details.ts'
import { outcomes, type RightsOutcome } from './model/rights-request.ts'

const nameLimit = 120
const wordsLimit = 1000

export function ownDetailsForm(
  body: unknown,
  { levels, professions }: OfferedRoles,
): FormResult<OwnDetails, OwnDetails> {
  const name = textField(body, 'name').replace(/\s+/g, ' ')
  const entered = {
    name,
    level: levels.find(({ value }) => value === textField(body, 'level'))?.value,
    profession: professions.find(({ value }) => value === textField(body, 'profession'))?.value,
  }
  const errors = [
    ...(/\p{L}/u.test(name) ? [] : [{ field: 'name', message: 'Enter your name' }]),
    ...tooLong(name, nameLimit, 'name', 'Your name'),
  ]
  return errors.length > 0 ? { ok: false, errors, entered } : { ok: true, value: entered, entered }
}

export function correctionForm(body: unknown): FormResult<string, AskedWords> {
  const message = 'Write what is wrong, and what it should say'
  const { words, findings, errors } = readWords(body, message)
  const entered = { words, findings }
  return errors.length > 0 ? { ok: false, errors, entered } : { ok: true, value: words, entered }
}

export function objectionForm(
  body: unknown,
  organisations: readonly string[],
): FormResult<{ readonly organisation?: string; readonly words: string }, EnteredObjection> {
  const [organisation] = chosenField(body, 'organisation', organisations)
  const { words, findings, errors } = readWords(body, 'Write why you object')
  const entered = { organisation: organisation ?? '', words, findings }
  const whose: FieldError[] =
    organisations.length > 0 && organisation === undefined
      ? [{ field: 'organisation', message: 'Select which employer this is about' }]
      : []
  if (whose.length + errors.length > 0) return { ok: false, errors: [...whose, ...errors], entered }
  return { ok: true, value: { words, ...(organisation && { organisation }) }, entered }
}

export function answerForm(
  body: unknown,
): FormResult<{ readonly outcome: RightsOutcome; readonly words: string }, EnteredAnswer> {
  const chosen = textField(body, 'outcome')
  const outcome = outcomes.find((one) => one === chosen)
  const { words, findings, errors } = readWords(body, 'Write your answer, for the person to read')
  const entered = { outcome: chosen, words, findings }
  const choose = [{ field: 'outcome', message: 'Select what you did' }]
  if (outcome === undefined) return { ok: false, errors: [...choose, ...errors], entered }
  if (errors.length > 0) return { ok: false, errors, entered }
  return { ok: true, value: { outcome, words }, entered }
}

function readWords(body: unknown, ifEmpty: string): AskedWords & { errors: FieldError[] } {
  const words = textField(body, 'words')
  const findings = patientFindings(body, { words })
  const errors = [
    ...(words === '' ? [{ field: 'words', message: ifEmpty }] : []),
    ...tooLong(words, wordsLimit, 'words', 'Your words'),
    ...findingErrors(findings),
  ]
  return { words, findings, errors }
}
