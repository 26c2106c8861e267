import {
  type FormResult,
  findingErrors,
  patientFindings,
  textField,
  tooLong,
} from '../../web/posted-form.ts'
import type { NeedEntered, OfferEntered } from './model/entered.ts'
import { type SupportAnswer, type SupportKind, supportKinds } from './model/support.ts'

const longest = 600

export function needForm(
  body: unknown,
): FormResult<{ readonly kind: SupportKind; readonly words: string }, NeedEntered> {
  const written = textField(body, 'kind')
  const kind = supportKinds.find((one) => one === written)
  const words = textField(body, 'words')
  const findings = patientFindings(body, { words })
  const entered = { kind: written, words, findings }
  const errors = [
    ...(kind === undefined ? [{ field: 'kind', message: 'Select what kind of help it is' }] : []),
    ...(words === '' ? [{ field: 'words', message: 'Enter what helps you' }] : []),
    ...tooLong(words, longest, 'words', 'What helps you'),
    ...findingErrors(findings),
  ]
  if (kind === undefined || errors.length > 0) return { ok: false, errors, entered }
  return { ok: true, value: { kind, words }, entered }
}

export function offerForm(body: unknown): FormResult<string, OfferEntered> {
  const words = textField(body, 'words')
  const findings = patientFindings(body, { words })
  const entered = { words, findings }
  const errors = [
    ...(words === '' ? [{ field: 'words', message: 'Enter what you can offer' }] : []),
    ...tooLong(words, longest, 'words', 'What you offer'),
    ...findingErrors(findings),
  ]
  if (errors.length > 0) return { ok: false, errors, entered }
  return { ok: true, value: words, entered }
}

export function readAnswer(body: unknown): SupportAnswer | undefined {
  const answer = textField(body, 'answer')
  return (['taken-up', 'not-wanted'] as const).find((one) => one === answer)
}
