/** The form of a rule as it was filled in, right or wrong. */
import type { AssessingRule, RuleLine } from './assessing-rule.ts'

export interface LineEntered {
  readonly domain: string
  readonly level: string
  readonly highRisk: boolean
  readonly who: string
  readonly professions: readonly string[]
}

export interface RuleEntered {
  /** That the form began from; 0 where none is written. */
  readonly version: string
  readonly second: string
  readonly base: LineEntered
  /** In the order in which they are asked. */
  readonly special: readonly LineEntered[]
}

/** For some statements only, before the line for all. */
export const specialLines = ['1', '2', '3', '4'] as const

const blank: LineEntered = { domain: '', level: '', highRisk: false, who: '', professions: [] }

/** The rule as it is; the first one is proposed, not chosen: two assessors where harm is likely. */
export function enteredOf(rule: AssessingRule | undefined): RuleEntered {
  const lines = rule?.lines ?? []
  const base = lines.find((line) => !isSpecial(line))
  const special = lines.filter(isSpecial).map(lineEntered)
  return {
    version: String(rule?.version ?? 0),
    second: rule?.second ?? 'high-risk',
    base: base === undefined ? { ...blank, who: 'experienced' } : lineEntered(base),
    special: specialLines.map((_, place) => special[place] ?? blank),
  }
}

export function isSpecial({ domain, level, highRisk }: RuleLine): boolean {
  return domain !== undefined || level !== undefined || highRisk
}

function lineEntered({ domain, level, highRisk, who, professions }: RuleLine): LineEntered {
  return {
    domain: domain === undefined ? '' : String(domain),
    level: level ?? '',
    highRisk,
    who,
    professions,
  }
}
