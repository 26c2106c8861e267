/** Who may sign off what, as an organisation says it: plain lines, of which the first that fits decides. */
import type { Edition, LevelSlug } from '../../../frameworks/model/framework.ts'
import { findStatement } from '../../../frameworks/model/look-up.ts'
import { inWords, levelName } from '../../../frameworks/model/names.ts'

/** An experienced person has the job of signing off; a registered one a checked registration too. */
export const whoKinds = ['experienced', 'registered'] as const
export type WhoKind = (typeof whoKinds)[number]

export const whoNames: Readonly<Record<WhoKind, string>> = {
  experienced: 'Anybody with the permission to sign off',
  registered: 'Only a registered professional, whose registration was checked there',
}

export const secondKinds = ['high-risk', 'none'] as const
export type SecondKind = (typeof secondKinds)[number]

export interface RuleLine {
  /** A domain's number; undefined is every domain. The same for the level. */
  readonly domain?: number | undefined
  readonly level?: LevelSlug | undefined
  readonly highRisk: boolean
  readonly who: WhoKind
  /** Slugs of registered professions; none is any of them. */
  readonly professions: readonly string[]
}

export interface RuleTerms {
  readonly lines: readonly RuleLine[]
  readonly second: SecondKind
}

export interface AssessingRule extends RuleTerms {
  readonly version: number
  readonly at: Date
}

/** Until an organisation says otherwise: whoever has the job of signing off, and nobody besides. */
export const unwrittenRule: RuleTerms = { lines: [], second: 'none' }

export type ProfessionNames = ReadonlyMap<string, string>

export interface Asked {
  readonly edition: Edition
  readonly code: string
}

/** What is known of somebody with the job of signing off: the professions that were checked there. */
export interface Qualified {
  readonly professions: readonly string[]
}

/** Undefined where nothing is said of it. */
function lineFor({ lines }: RuleTerms, { edition, code }: Asked): RuleLine | undefined {
  const { domain, statement } = findStatement(edition, code)
  return lines.find(
    (line) =>
      (line.domain === undefined || line.domain === domain.number) &&
      (line.level === undefined || code.endsWith(`-${line.level}`)) &&
      (!line.highRisk || statement.highRisk),
  )
}

export function mayAssess(rule: RuleTerms, asked: Asked, who: Qualified): boolean {
  return isMet(lineFor(rule, asked), who)
}

/** In words, for whoever may not. Undefined where they may. */
export function whyNotAssess(
  rule: RuleTerms,
  asked: Asked,
  { names, ...who }: Qualified & { readonly names: ProfessionNames },
): string | undefined {
  const line = lineFor(rule, asked)
  if (line === undefined || isMet(line, who)) return undefined
  const yours =
    who.professions.length === 0
      ? 'No registration of yours was checked here.'
      : `Yours that was checked here: ${inWords(who.professions.map((one) => nameOf(names, one)))}.`
  return `${asked.code} is signed here by ${whoWords(line, names)}. ${yours}`
}

export function needsSecond({ second }: RuleTerms, { edition, code }: Asked): boolean {
  return second === 'high-risk' && findStatement(edition, code).statement.highRisk
}

function isMet(line: RuleLine | undefined, held: Qualified): boolean {
  if (line === undefined || line.who === 'experienced') return true
  const { professions } = line
  if (professions.length === 0) return held.professions.length > 0
  return professions.some((profession) => held.professions.includes(profession))
}

/** "Higher-risk statements of domain 3, Entry". */
export function aboutWords(
  { domain, level, highRisk }: Pick<RuleLine, 'domain' | 'level' | 'highRisk'>,
  edition: Edition,
): string {
  const title = edition.domains.find(({ number }) => number === domain)?.title
  const of = domain === undefined ? '' : ` of domain ${domain}${title ? ` (${title})` : ''}`
  const at = level === undefined ? '' : `, ${levelName(edition, level).toLowerCase()} level`
  if (!highRisk && of === '' && at === '') return 'All statements'
  return `${highRisk ? 'Higher-risk statements' : 'Statements'}${of}${at}`
}

export function whoWords(
  { who, professions }: Pick<RuleLine, 'who' | 'professions'>,
  names: ProfessionNames,
): string {
  if (who === 'experienced') return 'anybody who has the job of signing off'
  const which = professions.map((one) => nameOf(names, one))
  const one = 'a registered professional whose registration was checked here'
  return which.length === 0 ? one : `${one} (${which.join(' or ')})`
}

function nameOf(names: ProfessionNames, slug: string): string {
  return (names.get(slug) ?? slug).toLowerCase()
}
