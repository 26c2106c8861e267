/** What an organisation accepts from elsewhere: rules as data, each with a plain sentence of it. */
import type { LevelSlug } from '../../../frameworks/model/framework.ts'

export const itemKinds = ['sign-off', 'training', 'qualification', 'experience'] as const
export type ItemKind = (typeof itemKinds)[number]

export const itemKindNames: Readonly<Record<ItemKind, string>> = {
  'sign-off': 'Sign-offs',
  training: 'Training',
  qualification: 'Qualifications',
  experience: 'Experience',
}

export const decisionOutcomes = ['accept', 'accept-with-top-up', 'do-not-accept'] as const
export type DecisionOutcome = (typeof decisionOutcomes)[number]

export const outcomeNames: Readonly<Record<DecisionOutcome, string>> = {
  accept: 'Accepted',
  'accept-with-top-up': 'Accepted with a top-up',
  'do-not-accept': 'Not accepted',
}

/** An empty list, or nothing, sets no limit. */
export interface AcceptanceRule {
  /** Of its own within a policy. */
  readonly id: string
  // What it is about: whoever names the thing more closely comes first.
  readonly kind: ItemKind
  readonly sections: readonly string[]
  readonly levels: readonly LevelSlug[]
  readonly subjects: readonly string[]
  /** Slugs: set by an agreement alone. */
  readonly organisations: readonly string[]
  // Which of those: restrictions.
  readonly issuerKinds: readonly string[]
  readonly sectors: readonly string[]
  readonly nations: readonly string[]
  readonly withinMonths?: number | undefined
  /** Enough that a person has seen the original, where nothing can be verified. */
  readonly seenIsEnough: boolean
  readonly outcome: DecisionOutcome
  /** With `accept-with-top-up`. */
  readonly topUp?: string | undefined
}

export interface AcceptancePolicy {
  readonly id: string
  readonly organisation: string
  readonly version: number
  readonly rules: readonly AcceptanceRule[]
  /** What stays local here besides what always does. */
  readonly alsoLocal: readonly string[]
  /** YYYY-MM-DD. */
  readonly fromOn: string
  readonly at: Date
}

interface Word {
  readonly slug: string
  readonly name: string
}

/** The names of what rules speak of by slug. */
export interface PolicyWords {
  readonly kinds: readonly Word[]
  readonly sectors: readonly Word[]
  readonly nations: readonly Word[]
}

/** The policy that holds on a day: the latest that has begun. */
export function policyOn<Policy extends Pick<AcceptancePolicy, 'fromOn' | 'version'>>(
  policies: readonly Policy[],
  today: string,
): Policy | undefined {
  return policies
    .filter(({ fromOn }) => fromOn <= today)
    .reduce<Policy | undefined>(
      (best, one) => (best === undefined || one.version > best.version ? one : best),
      undefined,
    )
}

/** How closely a rule names the thing. Restrictions do not count: to lift one never costs an acceptance. */
export function specificity({ organisations, sections, subjects, levels }: AcceptanceRule): number {
  const named = sections.length + subjects.length > 0
  return (organisations.length > 0 ? 4 : 0) + (named ? 2 : 0) + (levels.length > 0 ? 1 : 0)
}

export function countRestrictions(rule: AcceptanceRule): number {
  const { issuerKinds, sectors, nations, withinMonths, seenIsEnough } = rule
  const lists = [issuerKinds, sectors, nations].filter((list) => list.length > 0).length
  return lists + (withinMonths === undefined ? 0 : 1) + (seenIsEnough ? 0 : 1)
}

const levelNames: Readonly<Record<LevelSlug, string>> = {
  entry: 'entry',
  intermediate: 'intermediate',
  'assistant-practitioner': 'assistant practitioner',
}

const verbs: Readonly<Record<DecisionOutcome, string>> = {
  accept: 'We accept',
  'accept-with-top-up': 'We accept, with a top-up,',
  'do-not-accept': 'We do not accept',
}

/** "We accept sign-offs of section 3.9, from a council, done in the last 24 months and verified." */
export function ruleSentence(rule: AcceptanceRule, words: PolicyWords): string {
  const { outcome, topUp } = rule
  const parts = [`${verbs[outcome]} ${thing(rule)}`, whence(rule, words), proofWords(rule)]
  const sentence = `${parts.filter((part) => part !== '').join(', ')}.`
  return topUp === undefined ? sentence : `${sentence} The top-up: ${topUp}.`
}

function thing({ kind, sections, subjects, levels }: AcceptanceRule): string {
  const name = itemKindNames[kind].toLowerCase()
  const level =
    levels.length === 0 ? '' : ` at ${either(levels.map((one) => levelNames[one]))} level`
  if (kind === 'sign-off') {
    const of = sections.length === 0 ? '' : ` of section ${either(sections)}`
    return `${name}${of}${level}`
  }
  return subjects.length === 0 ? name : `${name} in ${either(subjects)}`
}

function whence(
  { issuerKinds, sectors, nations, organisations }: AcceptanceRule,
  words: PolicyWords,
) {
  if (organisations.length > 0) return 'from them, as agreed'
  const from = [
    ...(issuerKinds.length === 0
      ? []
      : [`from these kinds of organisation: ${either(named(issuerKinds, words.kinds))}`]),
    ...(sectors.length === 0 ? [] : [`in these sectors: ${either(named(sectors, words.sectors))}`]),
    ...(nations.length === 0 ? [] : [`in these nations: ${either(named(nations, words.nations))}`]),
  ]
  return from.length === 0 ? 'from anywhere' : from.join(', ')
}

function proofWords({ withinMonths, seenIsEnough, outcome }: AcceptanceRule): string {
  const fresh = withinMonths === undefined ? [] : [`done in the last ${withinMonths} months`]
  const proof = seenIsEnough ? 'verified, or the original seen by a person' : 'verified'
  return [...fresh, ...(outcome === 'do-not-accept' ? [] : [proof])].join(' and ')
}

function named(slugs: readonly string[], words: readonly Word[]): string[] {
  return slugs.map((slug) => words.find((word) => word.slug === slug)?.name ?? slug)
}

export function either(words: readonly string[]): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}
