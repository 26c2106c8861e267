/** The forms of an organisation's rule, and of second assessors. */
import { type LevelSlug, levelSlugs } from '../../frameworks/model/framework.ts'
import {
  chosenField,
  type FieldError,
  type FormResult,
  findingErrors,
  patientFindings,
  textField,
  tooLong,
} from '../../web/posted-form.ts'
import { type RuleLine, type RuleTerms, secondKinds, whoKinds } from './model/assessing-rule.ts'
import {
  isSpecial,
  type LineEntered,
  type RuleEntered,
  specialLines,
} from './model/rule-entered.ts'
import type { SecondEntered } from './model/second-entered.ts'

export interface RuleDraft extends RuleTerms {
  /** That it takes the place of. */
  readonly version: number
}

interface Offered {
  readonly domains: readonly number[]
  readonly professions: readonly string[]
}

export function ruleForm(body: unknown, offered: Offered): FormResult<RuleDraft, RuleEntered> {
  const entered: RuleEntered = {
    version: textField(body, 'version'),
    second: textField(body, 'second'),
    base: enteredLine(body, 'all', offered),
    special: specialLines.map((number) => enteredLine(body, `x${number}`, offered)),
  }
  const second = secondKinds.find((kind) => kind === entered.second)
  const { lines, errors } = readLines(entered)
  const all = [
    ...errors,
    ...(second === undefined
      ? [{ field: 'second', message: 'Select whether a second assessor is needed' }]
      : []),
  ]
  if (second === undefined || all.length > 0 || !/^\d{1,6}$/.test(entered.version)) {
    return { ok: false, errors: all, entered }
  }
  return { ok: true, value: { version: Number(entered.version), lines, second }, entered }
}

function readLines({ base, special }: RuleEntered) {
  const lines: RuleLine[] = []
  const errors: FieldError[] = []
  for (const [place, line] of special.entries()) {
    const field = `x${specialLines[place]}`
    const read = lineOf(line)
    if (read !== undefined && !isSpecial(read)) {
      errors.push({ field: `${field}-domain`, message: 'Select which statements this is about' })
    } else if (read === undefined && isUsed(line)) {
      errors.push({ field: `${field}-who`, message: 'Select who may sign these' })
    } else if (read !== undefined && lines.some((other) => isSame(other, read))) {
      errors.push({
        field: `${field}-domain`,
        message: 'These statements stand in another line already',
      })
    } else if (read !== undefined) lines.push(read)
  }
  const all = lineOf(base)
  if (all === undefined) errors.push({ field: 'all-who', message: 'Select who may sign off' })
  return { lines: all === undefined ? lines : [...lines, all], errors }
}

function isUsed({ domain, level, highRisk, professions }: LineEntered): boolean {
  return domain !== '' || level !== '' || highRisk || professions.length > 0
}

function isSame(one: RuleLine, other: RuleLine): boolean {
  return one.domain === other.domain && one.level === other.level && one.highRisk === other.highRisk
}

function lineOf(line: LineEntered): RuleLine | undefined {
  const who = whoKinds.find((kind) => kind === line.who)
  if (who === undefined) return undefined
  return {
    domain: line.domain === '' ? undefined : Number(line.domain),
    // Only levels are offered.
    level: line.level === '' ? undefined : (line.level as LevelSlug),
    highRisk: line.highRisk,
    who,
    professions: who === 'registered' ? line.professions : [],
  }
}

function enteredLine(body: unknown, prefix: string, offered: Offered): LineEntered {
  const domains = offered.domains.map(String)
  const [domain = ''] = prefix === 'all' ? [] : chosenField(body, `${prefix}-domain`, domains)
  const [level = ''] = prefix === 'all' ? [] : chosenField(body, `${prefix}-level`, levelSlugs)
  return {
    ...{ domain, level },
    highRisk: prefix !== 'all' && textField(body, `${prefix}-high-risk`) === 'yes',
    who: textField(body, `${prefix}-who`),
    professions: chosenField(body, `${prefix}-professions`, offered.professions),
  }
}

export interface Seconded {
  readonly codes: readonly string[]
  readonly reason?: string | undefined
}

const reasonLimit = 1000

/** A reason for what is left out, and none where nothing is. */
export function secondForm(
  body: unknown,
  offered: readonly string[],
): FormResult<Seconded, SecondEntered> {
  const codes = chosenField(body, 'codes', offered)
  const reason = textField(body, 'reason')
  const findings = patientFindings(body, { reason })
  const entered = { codes, reason, findings }
  const left = codes.length < offered.length
  const errors = [
    ...(left && reason === ''
      ? [{ field: 'reason', message: 'Write why, for what you leave out. They will read it' }]
      : []),
    ...tooLong(reason, reasonLimit, 'reason', 'Your words'),
    ...findingErrors(findings),
  ]
  if (errors.length > 0) return { ok: false, errors, entered }
  return { ok: true, value: { codes, reason: left ? reason : undefined }, entered }
}
