/** What an organisation accepts, as a manager fills it in. */
import { type LevelSlug, levelSlugs } from '../../frameworks/model/framework.ts'
import { addYears } from '../../language/days.ts'
import {
  chosenField,
  dateField,
  dayOfParts,
  type FieldError,
  type FormResult,
  textField,
  tooLong,
} from '../../web/posted-form.ts'
import { dayErrors, monthErrors, oneLine, topUpErrors } from './acceptance-fields.ts'
import {
  type AcceptanceRule,
  decisionOutcomes,
  type ItemKind,
  itemKindNames,
  itemKinds,
  type PolicyWords,
} from './model/acceptance-policy.ts'
import {
  type ExceptionEntered,
  type KindEntered,
  mostExceptions,
  type PolicyEntered,
  usualExceptions,
} from './model/policy-entered.ts'

/** "Say nothing" leaves it to a person, each time. */
const ruleAnswers = [...decisionOutcomes, 'say-nothing'] as const

export interface PolicyDraft {
  readonly rules: readonly AcceptanceRule[]
  readonly alsoLocal: readonly string[]
  readonly fromOn: string
  readonly version: number
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

/** How many exceptions the form had room for. */
function roomIn(body: unknown): number {
  const sent = Number(textField(body, 'exceptions'))
  return Number.isInteger(sent) && sent > 0 ? Math.min(sent, mostExceptions) : usualExceptions
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
    exceptions: Array.from({ length: roomIn(body) }, (_, index) => String(index + 1)).map(
      (number) => ({
        ...kind(`x${number}`),
        kind: textField(body, `x${number}-kind`),
        what: oneLine(textField(body, `x${number}-what`)),
        level: textField(body, `x${number}-level`),
      }),
    ),
    alsoLocal: textField(body, 'also-local'),
    from: dateField(body, 'from'),
    version: textField(body, 'version'),
  }
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
