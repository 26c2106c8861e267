/** Statements of the new edition that one of the old could have become: the likeliest, to tick. */
import { type Edition, levelOf, type Statement, statementsOf } from '../../model/framework.ts'
import { sectionOf } from '../../model/look-up.ts'
import type { StatementFate } from './list-fate-states.ts'

/** More than these would hide the one that is looked for; any other can be typed. */
const most = 12

/** What is proposed and decided first, then what stands under its number, then what is new. */
export function listCandidates(
  { statement, proposal, decision }: StatementFate,
  fates: readonly StatementFate[],
  later: Edition,
): Statement[] {
  const { code } = statement
  const level = statementsOf(later).filter((one) => levelOf(one.code) === levelOf(code))
  const near = new Set([...proposal.to, ...(decision?.to ?? [])])
  const led = new Set(fates.flatMap(({ proposal, decision }) => decision?.to ?? proposal.to))
  const ranked = [
    ...level.filter((one) => near.has(one.code)),
    ...level.filter((one) => sectionOf(one.code) === sectionOf(code)),
    ...level.filter((one) => !led.has(one.code)),
  ]
  return [...new Set(ranked)].slice(0, Math.max(most, near.size))
}
