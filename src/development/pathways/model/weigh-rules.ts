/**
 * What of somebody's passport stands for each rule of a route. It says what they hold, and never
 * whether a provider would take them: only the provider can.
 */
import type { Entry } from '../../../passports/model/entry.ts'
import { isHeld, type Standing } from '../../../passports/model/evaluate-passport.ts'
import { qualificationLevel } from '../../goals/model/find-offer.ts'
import type { Matcher, Rule } from './route.ts'

export const outcomes = ['met', 'you-say-so', 'not-yet', 'ask'] as const
export type Outcome = (typeof outcomes)[number]

export interface Weighed {
  readonly rule: Rule
  readonly outcome: Outcome
  /** What stands for it: entries, those that others confirmed first; then statements; then jobs. */
  readonly entries: readonly Entry[]
  readonly statements: readonly Standing[]
  readonly employers: readonly string[]
}

export interface Held {
  readonly entries: readonly Entry[]
  readonly standings: readonly Standing[]
  /** Names of organisations here that say the holder works for them now. */
  readonly employers: readonly string[]
  /** YYYY-MM-DD */
  readonly today: string
}

export function weighRules(rules: readonly Rule[], held: Held): Weighed[] {
  return rules.map((rule) => weigh(rule, held))
}

/** The sections whose statements the rules name. */
export function sectionsOf(rules: readonly Rule[]): ReadonlySet<string> {
  return new Set(
    rules.flatMap(({ counts }) =>
      counts.flatMap((matcher) => ('section' in matcher ? [matcher.section] : [])),
    ),
  )
}

function weigh(rule: Rule, held: Held): Weighed {
  const any = (matches: (matcher: Matcher) => boolean) => rule.counts.some(matches)
  const entries = held.entries.filter((entry) =>
    any((matcher) => isEntryFor(matcher, entry, held.today)),
  )
  const standing = {
    entries: [...entries].sort((one, other) => strength(other) - strength(one)),
    statements: held.standings.filter((one) => any((matcher) => isStatementFor(matcher, one))),
    employers: any(isEmployment) ? held.employers : [],
  }
  return { rule, ...standing, outcome: outcomeOf(rule, standing, held) }
}

function outcomeOf(
  rule: Rule,
  { entries, statements, employers }: Omit<Weighed, 'rule' | 'outcome'>,
  held: Held,
): Outcome {
  const confirmed = entries.some(strength) || statements.some(isHeld) || employers.length > 0
  if (rule.old !== undefined) return 'ask'
  if (rule.asksNothing) return 'met'
  if (confirmed) return rule.partly ? 'ask' : 'met'
  if (entries.length > 0 || statements.length > 0) return rule.partly ? 'ask' : 'you-say-so'
  if (rule.counts.length === 0) return 'ask'
  // A level of another nation, or one that is not known, is compared by nobody here.
  return rule.counts.some((matcher) => mayStand(matcher, held.entries)) ? 'ask' : 'not-yet'
}

function isEntryFor(matcher: Matcher, entry: Entry, today: string): boolean {
  if ('section' in matcher) return false
  if ('qualification' in matcher) {
    if (entry.kind !== 'qualification' || !isNamed(entry, matcher.named)) return false
    return matcher.qualification === 0 || qualificationLevel(entry) >= matcher.qualification
  }
  if ('apprenticeship' in matcher) {
    const { standard, status } = entry.facts
    const finished = entry.kind === 'apprenticeship' && status === 'finished'
    return finished && standard === matcher.apprenticeship
  }
  if ('training' in matcher) {
    const lasts = entry.validUntil === undefined || entry.validUntil >= today
    return entry.kind === 'training' && entry.facts.subject === matcher.training && lasts
  }
  if (entry.kind !== matcher.experience) return false
  return !matcher.goingOn || entry.to === undefined || entry.to >= today
}

/** Signed off, or what the holder says they do. What is past its date stands for nothing. */
function isStatementFor(matcher: Matcher, standing: Standing): boolean {
  if (!('section' in matcher)) return false
  const { code } = standing.statement
  const of = code.startsWith(`${matcher.section}-`) || code.startsWith(`${matcher.section}.`)
  return of && (isHeld(standing) || standing.state === 'self-assessed')
}

function isNamed({ title }: Entry, named: string | undefined): boolean {
  return named === undefined || title.toLowerCase().includes(named)
}

function isEmployment(matcher: Matcher): boolean {
  return 'experience' in matcher && matcher.experience === 'employment'
}

/** A qualification of the right name whose level cannot be compared. */
function mayStand(matcher: Matcher, entries: readonly Entry[]): boolean {
  if (!('qualification' in matcher)) return false
  return entries.some(
    (entry) =>
      entry.kind === 'qualification' &&
      isNamed(entry, matcher.named) &&
      qualificationLevel(entry) === 0,
  )
}

function strength({ confirmation }: Entry): number {
  return confirmation === undefined ? 0 : 1
}
