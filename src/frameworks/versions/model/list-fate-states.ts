/** How far the decisions about an edition's statements have come. */
import type { Finding } from '../../../finding.ts'
import { type Edition, type Statement, statementsOf } from '../../model/framework.ts'
import { checkSuccession } from './check-succession.ts'
import { digestTexts, type FateDecision } from './fate-decision.ts'
import { type ProposedFate, proposeSuccession } from './propose-succession.ts'

export interface StatementFate {
  readonly statement: Statement
  readonly proposal: ProposedFate
  readonly decision?: FateDecision | undefined
  /** Out of date: what it was decided on reads otherwise now. */
  readonly state: 'waiting' | 'decided' | 'out-of-date'
}

export interface FateQuestion {
  readonly earlier: Edition
  readonly later: Edition
  readonly decisions: readonly FateDecision[]
}

/** In the order of the earlier edition. */
export function listFateStates({ earlier, later, decisions }: FateQuestion): StatementFate[] {
  const decided = new Map(decisions.map((decision) => [decision.from, decision]))
  const proposals = new Map(proposeSuccession(earlier, later).map((one) => [one.from, one]))
  const digest = digestTexts({ earlier, later })
  return statementsOf(earlier).flatMap((statement): StatementFate[] => {
    const proposal = proposals.get(statement.code)
    if (proposal === undefined) return []
    const decision = decided.get(statement.code)
    if (decision === undefined) return [{ statement, proposal, state: 'waiting' }]
    const state = digest(decision) === decision.digest ? 'decided' : 'out-of-date'
    return [{ statement, proposal, decision, state }]
  })
}

/** Those that nobody decided, in which nothing at all differs. */
export function listPlain(fates: readonly StatementFate[]): StatementFate[] {
  return fates.filter(({ state, proposal }) => state !== 'decided' && proposal.isPlain)
}

/** All that stands in the way of publishing. */
export function checkFates(question: FateQuestion, fates: readonly StatementFate[]): Finding[] {
  const { earlier, later, decisions } = question
  const outdated = fates.filter(({ state }) => state === 'out-of-date')
  return [
    ...checkSuccession({ earlier, later, lines: decisions }),
    ...outdated.map(({ statement: { code } }) => ({
      ...{ code: 'out-of-date', at: `statement/${code}` },
      message: `Look at ${code} again: what stands in the draft changed since you decided.`,
    })),
  ]
}
