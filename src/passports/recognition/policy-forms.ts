/** What an organisation accepts, as a manager fills it in; and an agreement with another. */
import { type LevelSlug, levelSlugs } from '../../frameworks/model/framework.ts'
import { addYears } from '../../language/days.ts'
import {
  chosenField,
  type DateParts,
  dateField,
  dayOfParts,
  type FieldError,
  type FormResult,
  isBlankDate,
  partsOfDay,
  readId,
  textField,
  tooLong,
} from '../../web/posted-form.ts'
import {
  type AcceptancePolicy,
  type AcceptanceRule,
  type DecisionOutcome,
  decisionOutcomes,
  type ItemKind,
  itemKindNames,
  itemKinds,
  type PolicyWords,
} from './model/acceptance-policy.ts'
import {
  type AgreementEntered,
  type AgreementTerms,
  type ExceptionEntered,
  exceptionNumbers,
  freshMonths,
  type KindEntered,
  type PolicyEntered,
} from './model/policy-entered.ts'

/** "Say nothing" leaves it to a person, each time. */
const ruleAnswers = [...decisionOutcomes, 'say-nothing'] as const

export interface PolicyDraft {
  readonly rules: readonly AcceptanceRule[]
  readonly alsoLocal: readonly string[]
  readonly fromOn: string
  readonly version: number
}

const noException: ExceptionEntered = {
  ...{ kind: '', what: '', level: '', outcome: '', months: '', seen: false, topUp: '' },
}

/** Where nothing is published yet: what most can say yes to. */
export function sensibleDefault(today: string): PolicyEntered {
  const kind = { outcome: 'accept', months: '36', seen: false, topUp: '' }
  return {
    ...{ issuerKinds: [], sectors: [], nations: [], alsoLocal: '', version: '0' },
    kinds: {
      'sign-off': { ...kind, months: '24' },
      training: { ...kind, seen: true },
      qualification: { ...kind, months: '', seen: true },
      experience: { ...kind, outcome: 'say-nothing', months: '', seen: true },
    },
    exceptions: exceptionNumbers.map(() => noException),
    from: partsOfDay(today),
  }
}

export function enteredPolicy(policy: AcceptancePolicy, today: string): PolicyEntered {
  const base = (kind: ItemKind) => policy.rules.find(({ id }) => id === kind)
  const scope = policy.rules.find(({ outcome }) => outcome !== 'do-not-accept')
  const others = policy.rules.filter(({ id, kind }) => id !== kind).map(enteredException)
  return {
    issuerKinds: scope?.issuerKinds ?? [],
    sectors: scope?.sectors ?? [],
    nations: scope?.nations ?? [],
    kinds: {
      'sign-off': enteredRule(base('sign-off')),
      training: enteredRule(base('training')),
      qualification: enteredRule(base('qualification')),
      experience: enteredRule(base('experience')),
    },
    exceptions: exceptionNumbers.map((_, index) => others[index] ?? noException),
    alsoLocal: policy.alsoLocal.join('\n'),
    from: partsOfDay(today),
    version: String(policy.version),
  }
}

function enteredRule(rule: AcceptanceRule | undefined): KindEntered {
  return {
    outcome: rule?.outcome ?? 'say-nothing',
    months: rule?.withinMonths === undefined ? '' : String(rule.withinMonths),
    seen: rule?.seenIsEnough ?? false,
    topUp: rule?.topUp ?? '',
  }
}

function enteredException(rule: AcceptanceRule): ExceptionEntered {
  const what = [...rule.sections, ...rule.subjects].join(', ')
  return { ...enteredRule(rule), kind: rule.kind, what, level: rule.levels[0] ?? '' }
}

export function policyForm(
  body: unknown,
  { words, sections, today }: { words: PolicyWords; sections: readonly string[]; today: string },
): FormResult<PolicyDraft, PolicyEntered> {
  const entered = readEntered(body, words)
  const alsoLocal = entered.alsoLocal.split('\n').map((line) => line.trim())
  const fromOn = dayOfParts(entered.from)
  const errors = [
    ...itemKinds.flatMap((kind) => kindErrors(kind, entered.kinds[kind])),
    ...entered.exceptions.flatMap((one, index) => exceptionErrors(one, `x${index + 1}`, sections)),
    ...tooLong(entered.alsoLocal, 1000, 'also-local', 'What else stays local'),
    ...dayErrors('from', entered.from, { first: today, last: addYears(today, 1) }),
  ]
  if (errors.length > 0 || fromOn === undefined) return { ok: false, errors, entered }
  const value = {
    rules: rulesOf(entered),
    alsoLocal: alsoLocal.filter((line) => line !== ''),
    fromOn,
    version: Number(entered.version) || 0,
  }
  return { ok: true, value, entered }
}

function readEntered(body: unknown, words: PolicyWords): PolicyEntered {
  const slugs = (list: PolicyWords['kinds']) => list.map(({ slug }) => slug)
  const kind = (name: string): KindEntered => ({
    outcome: textField(body, `${name}-outcome`),
    months: textField(body, `${name}-months`),
    seen: textField(body, `${name}-seen`) === 'yes',
    topUp: oneLine(textField(body, `${name}-top-up`)),
  })
  return {
    issuerKinds: chosenField(body, 'issuer-kinds', slugs(words.kinds)),
    sectors: chosenField(body, 'sectors', slugs(words.sectors)),
    nations: chosenField(body, 'nations', slugs(words.nations)),
    kinds: {
      'sign-off': kind('sign-off'),
      training: kind('training'),
      qualification: kind('qualification'),
      experience: kind('experience'),
    },
    exceptions: exceptionNumbers.map((number) => ({
      ...kind(`x${number}`),
      kind: textField(body, `x${number}-kind`),
      what: oneLine(textField(body, `x${number}-what`)),
      level: textField(body, `x${number}-level`),
    })),
    alsoLocal: textField(body, 'also-local'),
    from: dateField(body, 'from'),
    version: textField(body, 'version'),
  }
}

function oneLine(text: string): string {
  return text.replaceAll('\n', ' ')
}

function kindErrors(kind: ItemKind, { outcome, months, topUp }: KindEntered): FieldError[] {
  const about = itemKindNames[kind].toLowerCase()
  return [
    ...(ruleAnswers.some((answer) => answer === outcome)
      ? []
      : [{ field: `${kind}-outcome`, message: `Select what you do with ${about}` }]),
    ...monthErrors(`${kind}-months`, months),
    ...topUpErrors(`${kind}-top-up`, outcome, topUp),
  ]
}

function monthErrors(field: string, months: string): FieldError[] {
  if (months === '' || freshMonths.some((one) => String(one) === months)) return []
  return [{ field, message: 'Select how fresh it must be' }]
}

function topUpErrors(field: string, outcome: string, topUp: string): FieldError[] {
  if (outcome === 'accept-with-top-up' && topUp === '') {
    return [{ field, message: 'Enter what the top-up is' }]
  }
  return tooLong(topUp, 200, field, 'The top-up')
}

function exceptionErrors(
  { kind, what, level, outcome, months, topUp }: ExceptionEntered,
  name: string,
  sections: readonly string[],
): FieldError[] {
  if (kind === '' && what === '' && outcome === '') return []
  const unknown = kind === 'sign-off' ? listOf(what).filter((code) => !sections.includes(code)) : []
  return [
    ...(itemKinds.some((one) => one === kind)
      ? []
      : [{ field: `${name}-kind`, message: 'Select what the exception is about' }]),
    ...(listOf(what).length === 0
      ? [{ field: `${name}-what`, message: 'Enter which sections or subjects' }]
      : []),
    ...(unknown.length > 0
      ? [{ field: `${name}-what`, message: `There is no section ${unknown[0]?.slice(0, 40)}` }]
      : []),
    ...(level === '' || levelSlugs.some((one) => one === level)
      ? []
      : [{ field: `${name}-level`, message: 'Select a level' }]),
    ...(decisionOutcomes.some((one) => one === outcome)
      ? []
      : [{ field: `${name}-outcome`, message: 'Select what you do with it' }]),
    ...tooLong(what, 200, `${name}-what`, 'The sections or subjects'),
    ...monthErrors(`${name}-months`, months),
    ...topUpErrors(`${name}-top-up`, outcome, topUp),
  ]
}

function listOf(what: string): string[] {
  const parts = what.split(',').map((part) => part.trim())
  return parts.filter((part) => part !== '')
}

/** From whom is said once, for whatever is accepted. What is refused is refused from anybody. */
function rulesOf({ kinds, exceptions, issuerKinds, sectors, nations }: PolicyEntered) {
  const scope = { issuerKinds, sectors, nations }
  const base = itemKinds.map((kind) => {
    const named = { sections: [], levels: [], subjects: [] }
    return ruleOf(kinds[kind], { id: kind, kind, ...named, scope })
  })
  const special = exceptions.map((entered, index) => {
    const { kind, what, level } = entered
    const list = listOf(what)
    return ruleOf(entered, {
      id: `exception-${index + 1}`,
      // Checked before: one of the kinds and of the levels, where it is filled in.
      kind: kind as ItemKind,
      sections: kind === 'sign-off' ? list : [],
      subjects: kind === 'sign-off' ? [] : list,
      levels: level === '' || kind !== 'sign-off' ? [] : [level as LevelSlug],
      scope,
    })
  })
  return [...base, ...special].filter((rule) => rule !== undefined)
}

function ruleOf(
  { outcome: answer, months, seen, topUp }: KindEntered,
  {
    scope,
    ...named
  }: Pick<AcceptanceRule, 'id' | 'kind' | 'sections' | 'levels' | 'subjects'> & {
    readonly scope: Pick<AcceptanceRule, 'issuerKinds' | 'sectors' | 'nations'>
  },
): AcceptanceRule | undefined {
  const outcome = decisionOutcomes.find((one) => one === answer)
  if (outcome === undefined) return undefined
  const nobody = { issuerKinds: [], sectors: [], nations: [] }
  if (outcome === 'do-not-accept') {
    return { ...named, organisations: [], ...nobody, seenIsEnough: true, outcome }
  }
  return {
    ...{ ...named, organisations: [], ...scope, seenIsEnough: seen, outcome },
    ...(months === '' ? {} : { withinMonths: Number(months) }),
    ...(outcome === 'accept-with-top-up' ? { topUp } : {}),
  }
}

/** A day that is there in the calendar, within these two. */
export function dayErrors(
  field: string,
  parts: DateParts,
  { first, last }: { readonly first: string; readonly last: string },
): FieldError[] {
  if (isBlankDate(parts)) return [{ field, message: 'Enter a day' }]
  const day = dayOfParts(parts)
  if (day === undefined) {
    return [{ field, message: 'The day must be a real one, such as 27 3 2027' }]
  }
  if (day < first) return [{ field, message: `The day must not be before ${plain(first)}` }]
  return day > last ? [{ field, message: `The day must not be after ${plain(last)}` }] : []
}

function plain(day: string): string {
  const { day: date, month, year } = partsOfDay(day)
  return `${date} ${month} ${year}`
}

export interface AgreementDraft {
  readonly id: string
  /** A name or a slug, to be found in the register. */
  readonly other: string
  readonly takes: AgreementTerms
  readonly gives: AgreementTerms
  readonly fromOn: string
  readonly reviewOn: string
}

export function agreementForm(
  body: unknown,
  today: string,
): FormResult<AgreementDraft, AgreementEntered> {
  const terms = (name: string): AgreementTerms => ({
    kinds: chosenField(body, `${name}-kinds`, itemKinds),
    months: textField(body, `${name}-months`),
    topUp: oneLine(textField(body, `${name}-top-up`)),
  })
  const entered = {
    ...{ id: textField(body, 'id'), other: oneLine(textField(body, 'other')) },
    ...{ takes: terms('takes'), gives: terms('gives') },
    ...{ from: dateField(body, 'from'), review: dateField(body, 'review') },
  }
  const { takes, gives, other } = entered
  const [fromOn, reviewOn] = [dayOfParts(entered.from), dayOfParts(entered.review)]
  const id = readId(entered.id)
  const errors = [
    ...(other === '' ? [{ field: 'other', message: 'Enter the other organisation' }] : []),
    ...termErrors('takes', takes, 'you accept'),
    ...termErrors('gives', gives, 'they accept'),
    ...dayErrors('from', entered.from, { first: today, last: addYears(today, 1) }),
    ...dayErrors('review', entered.review, { first: fromOn ?? today, last: addYears(today, 3) }),
    ...(fromOn !== undefined && fromOn === reviewOn
      ? [{ field: 'review', message: 'The review must be after the day that it begins' }]
      : []),
  ]
  if (id === undefined || fromOn === undefined || reviewOn === undefined || errors.length > 0) {
    return { ok: false, errors, entered }
  }
  return { ok: true, value: { id, other, takes, gives, fromOn, reviewOn }, entered }
}

function termErrors(name: string, { kinds, months, topUp }: AgreementTerms, what: string) {
  return [
    ...(kinds.length === 0
      ? [{ field: `${name}-kinds`, message: `Select at least one thing that ${what}` }]
      : []),
    ...monthErrors(`${name}-months`, months),
    ...tooLong(topUp, 200, `${name}-top-up`, 'The top-up'),
  ]
}

/** What one accepts from the other: verified alone, since the other issues where it can be. */
export function rulesOfTerms(
  { kinds, months, topUp }: AgreementTerms,
  from: string,
): AcceptanceRule[] {
  return itemKinds
    .filter((kind) => kinds.includes(kind))
    .map((kind) => ({
      ...{ id: `agreed-${kind}`, kind, sections: [], levels: [], subjects: [] },
      ...{ organisations: [from], issuerKinds: [], sectors: [], nations: [] },
      ...(months === '' ? {} : { withinMonths: Number(months) }),
      seenIsEnough: false,
      outcome: topUp === '' ? ('accept' as const) : ('accept-with-top-up' as const),
      ...(topUp === '' ? {} : { topUp }),
    }))
}

/** The outcome that somebody chose, or nothing. */
export function readOutcome(value: string): DecisionOutcome | undefined {
  return decisionOutcomes.find((one) => one === value)
}
