/** What stewards and owners post about mappings, as values or errors. */
import { type FieldError, type FormResult, textField, tooLong } from '../../web/posted-form.ts'
import { type Edition, levelSlugs } from '../model/framework.ts'
import { checkMapping } from './model/check-mapping.ts'
import { listOwnCodes } from './model/list-codes.ts'
import { confidences, coverages, type MappingWords, relations } from './model/mapping.ts'

export interface MappingEntered {
  readonly from: string
  readonly level: string
  readonly to: string
  readonly relation: string
  readonly coverage: string
  readonly missing: string
  readonly confidence: string
  readonly why: string
}

const textLimit = 1000

export function enteredOf(mapping: Partial<MappingWords>): MappingEntered {
  return {
    from: mapping.from?.join(', ') ?? '',
    level: mapping.level ?? '',
    to: mapping.to ?? '',
    relation: mapping.relation ?? '',
    coverage: mapping.coverage ?? '',
    missing: mapping.missing ?? '',
    confidence: mapping.confidence ?? '',
    why: mapping.why ?? '',
  }
}

export function mappingForm(
  body: unknown,
  editions: { readonly from: Edition; readonly to: Edition },
): FormResult<MappingWords, MappingEntered> {
  const entered = readEntered(body)
  const relation = relations.find((one) => one === entered.relation)
  const coverage = coverages.find((one) => one === entered.coverage)
  const confidence = confidences.find((one) => one === entered.confidence)
  const errors = [
    ...chosen(relation, 'relation', 'Select how they go together'),
    ...chosen(coverage, 'coverage', 'Select how much of theirs ours takes in'),
    ...chosen(confidence, 'confidence', 'Select how sure you are'),
    ...(entered.why === '' ? [{ field: 'why', message: 'Enter why you decide this' }] : []),
    ...tooLong(entered.why, textLimit, 'why', 'Why'),
    ...tooLong(entered.missing, textLimit, 'missing', 'What is missing'),
  ]
  if (relation === undefined || coverage === undefined || confidence === undefined) {
    return { ok: false, errors, entered }
  }
  const value: MappingWords = {
    from: inOrder(entered.from, editions.from),
    level: levelSlugs.find((level) => level === entered.level),
    to: entered.to,
    ...{ relation, coverage, confidence, why: entered.why },
    missing: entered.missing || undefined,
  }
  const findings = checkMapping(value, editions)
  const all = [...errors, ...findings.map(({ at, message }) => ({ field: at, message }))]
  return all.length > 0 ? { ok: false, errors: all, entered } : { ok: true, value, entered }
}

function readEntered(body: unknown): MappingEntered {
  return {
    from: textField(body, 'from').slice(0, textLimit * 5),
    level: textField(body, 'level'),
    to: textField(body, 'to'),
    relation: textField(body, 'relation'),
    coverage: textField(body, 'coverage'),
    missing: textField(body, 'missing'),
    confidence: textField(body, 'confidence'),
    why: textField(body, 'why'),
  }
}

function chosen(value: string | undefined, field: string, message: string): FieldError[] {
  return value === undefined ? [{ field, message }] : []
}

/** Codes between commas or spaces, in the order of our edition; what it does not know comes last. */
function inOrder(written: string, edition: Edition): string[] {
  const own = listOwnCodes(edition)
  const codes = written.split(/[\s,]+/).filter((code) => code !== '')
  const known = codes.filter((code) => own.includes(code))
  const unknown = codes.filter((code) => !own.includes(code))
  return [...known.sort((one, other) => own.indexOf(one) - own.indexOf(other)), ...unknown]
}

export interface AnswerEntered {
  readonly outcome: string
  readonly reason: string
}

export function mappingAnswerForm<Outcome extends string>(
  body: unknown,
  { yes, no }: { readonly yes: Outcome; readonly no: Outcome },
): FormResult<{ readonly outcome: Outcome; readonly reason?: string | undefined }, AnswerEntered> {
  const entered = { outcome: textField(body, 'outcome'), reason: textField(body, 'reason') }
  const { reason } = entered
  const outcome = [yes, no].find((one) => one === entered.outcome)
  const errors = [
    ...chosen(outcome, 'outcome', 'Select what you decide'),
    ...(outcome === no && reason === ''
      ? [{ field: 'reason', message: 'Enter why, so that somebody can decide anew' }]
      : []),
    ...tooLong(reason, textLimit, 'reason', 'The reason'),
  ]
  if (outcome === undefined || errors.length > 0) return { ok: false, errors, entered }
  return { ok: true, value: { outcome, reason: reason || undefined }, entered }
}
