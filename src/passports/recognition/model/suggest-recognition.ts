/** What a policy says of one item. A machine suggests; a person decides, and that is another type. */
import type { LevelSlug } from '../../../frameworks/model/framework.ts'
import { addMonths } from '../../../language/days.ts'
import { dayInWords } from '../../../language/plain-dates.ts'
import {
  type AcceptanceRule,
  countRestrictions,
  type DecisionOutcome,
  type ItemKind,
  itemKindNames,
  specificity,
} from './acceptance-policy.ts'

/** Whoever issued it, as our register has them. */
export interface Issuer {
  readonly slug: string
  readonly kind: string
  readonly sector: string
  readonly nation: string
}

/** `seen`: nothing can be verified, and a person has seen the original. */
export type ItemVerdict = 'valid' | 'seen' | 'invalid' | 'unknown'

export interface RecognitionItem {
  readonly kind: ItemKind
  readonly title: string
  readonly section?: string | undefined
  readonly level?: LevelSlug | undefined
  readonly issuer?: Issuer | undefined
  /** YYYY-MM-DD: when it was assessed or done. */
  readonly on?: string | undefined
  readonly verdict: ItemVerdict
  /** For an invalid or unknown one: why, in a sentence. */
  readonly verdictWords?: string | undefined
}

export interface Suggestion {
  readonly suggests: DecisionOutcome | 'unknown'
  readonly why: string
  readonly topUp?: string | undefined
  readonly rule?: AcceptanceRule | undefined
}

/** `rules` are the policy's and those of its agreements. Undefined: it has not said what it accepts. */
export function suggestRecognition(
  item: RecognitionItem,
  rules: readonly AcceptanceRule[] | undefined,
  today: string,
): Suggestion {
  if (item.verdict === 'invalid') {
    return { suggests: 'do-not-accept', why: item.verdictWords ?? 'It is not valid.' }
  }
  if (rules === undefined) {
    return { suggests: 'unknown', why: 'Nothing has been published on what is accepted here.' }
  }
  const about = rules.filter((rule) => isAbout(rule, item))
  const rule = chooseRule(about.filter((rule) => listLacks(rule, item, today).length === 0))
  if (rule === undefined) return withoutRule(about, item, today)
  if (rule.outcome === 'do-not-accept') {
    return { suggests: 'do-not-accept', why: 'The policy says that this is not accepted.', rule }
  }
  return accepting(rule, item)
}

function accepting(rule: AcceptanceRule, item: RecognitionItem): Suggestion {
  const { topUp } = rule
  if (item.verdict === 'valid' || (item.verdict === 'seen' && rule.seenIsEnough)) {
    const suggests = rule.outcome
    return { suggests, why: 'The policy accepts this.', topUp, rule }
  }
  const checked = item.verdictWords ?? 'Nobody has checked this yet.'
  const then = rule.seenIsEnough
    ? 'The policy accepts it if a person sees the original.'
    : 'The policy accepts it only where it is verified.'
  return { suggests: 'unknown', why: `${checked} ${then}`, topUp, rule }
}

function withoutRule(
  about: readonly AcceptanceRule[],
  item: RecognitionItem,
  today: string,
): Suggestion {
  const nearest = chooseRule(about.filter(({ outcome }) => outcome !== 'do-not-accept'))
  if (nearest === undefined) {
    const name = itemKindNames[item.kind].toLowerCase()
    return { suggests: 'unknown', why: `The policy says nothing about ${name} like this.` }
  }
  const lacks = listLacks(nearest, item, today)
  // What cannot be known is no reason to refuse.
  const unknown = lacks.some(({ known }) => !known)
  const why = lacks.map(({ words }) => words).join(' ')
  return { suggests: unknown ? 'unknown' : 'do-not-accept', why, rule: nearest }
}

/** The one that names the thing most closely; of these, the more careful. */
function chooseRule(rules: readonly AcceptanceRule[]): AcceptanceRule | undefined {
  return rules.toSorted(compareRules)[0]
}

const careful: Readonly<Record<DecisionOutcome, number>> = {
  'do-not-accept': 0,
  'accept-with-top-up': 1,
  accept: 2,
}

function compareRules(one: AcceptanceRule, other: AcceptanceRule): number {
  const refuses = ({ outcome }: AcceptanceRule) => (outcome === 'do-not-accept' ? 0 : 1)
  return (
    specificity(other) - specificity(one) ||
    refuses(one) - refuses(other) ||
    countRestrictions(other) - countRestrictions(one) ||
    careful[one.outcome] - careful[other.outcome] ||
    one.id.localeCompare(other.id)
  )
}

/** Whether a rule is about this thing, whoever it is from and however old. */
function isAbout(rule: AcceptanceRule, item: RecognitionItem): boolean {
  const { sections, levels, subjects, organisations } = rule
  return (
    rule.kind === item.kind &&
    (sections.length === 0 || (item.section !== undefined && sections.includes(item.section))) &&
    (levels.length === 0 || (item.level !== undefined && levels.includes(item.level))) &&
    (subjects.length === 0 || subjects.some((subject) => isSame(subject, item.title))) &&
    (organisations.length === 0 ||
      (item.issuer !== undefined && organisations.includes(item.issuer.slug)))
  )
}

function isSame(subject: string, title: string): boolean {
  return title.toLowerCase().includes(subject.toLowerCase())
}

interface Lack {
  readonly words: string
  readonly known: boolean
}

/** The restrictions that an item does not meet. Of one that a person sees, who issued it is for them to see too. */
function listLacks(rule: AcceptanceRule, item: RecognitionItem, today: string): Lack[] {
  return [...listIssuerLacks(rule, item), ...listAgeLacks(rule, item, today)]
}

function listIssuerLacks(rule: AcceptanceRule, { issuer }: RecognitionItem): Lack[] {
  const { issuerKinds, sectors, nations } = rule
  if (issuerKinds.length + sectors.length + nations.length === 0) return []
  if (issuer === undefined) {
    return [{ words: 'We cannot tell who issued it. Ask to see the original.', known: false }]
  }
  const lacks = [
    [issuerKinds, issuer.kind, 'It is not from a kind of organisation that the policy names.'],
    [sectors, issuer.sector, 'It is not from a sector that the policy names.'],
    [nations, issuer.nation, 'It is not from a nation that the policy names.'],
  ] as const
  return lacks.flatMap(([allowed, own, words]) =>
    allowed.length === 0 || allowed.includes(own) ? [] : [{ words, known: true }],
  )
}

function listAgeLacks(
  { withinMonths }: AcceptanceRule,
  { on }: RecognitionItem,
  today: string,
): Lack[] {
  if (withinMonths === undefined) return []
  if (on === undefined) return [{ words: 'It does not say when it was done.', known: false }]
  if (addMonths(on, withinMonths) >= today) return []
  const words = `It was done on ${dayInWords(on)}, and the policy asks for the last ${withinMonths} months.`
  return [{ words, known: true }]
}
