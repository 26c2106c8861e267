/** What a rule would do where it is made: statements that nobody there could sign, or nobody twice. */
import type { Finding } from '../../../finding.ts'
import { type Edition, statementsOf } from '../../../frameworks/model/framework.ts'
import { mayAssess, needsSecond, type Qualified, type RuleTerms } from './assessing-rule.ts'

export function checkRule(
  rule: RuleTerms,
  { edition, assessors }: { readonly edition: Edition; readonly assessors: readonly Qualified[] },
): Finding[] {
  const counted = statementsOf(edition).map(({ code }) => ({
    may: assessors.filter((who) => mayAssess(rule, { edition, code }, who)).length,
    twice: needsSecond(rule, { edition, code }),
  }))
  const nobody = counted.filter(({ may }) => may === 0).length
  const alone = counted.filter(({ may, twice }) => twice && may === 1).length
  return [
    ...(nobody === 0 ? [] : [finding('nobody-may-sign', nobodyWords(nobody, counted.length))]),
    ...(alone === 0
      ? []
      : [
          finding(
            'nobody-second',
            `Only one person could sign ${statements(alone)} that would need two. ${alone === 1 ? 'It' : 'They'} could not count.`,
          ),
        ]),
  ]
}

function finding(code: string, message: string): Finding {
  return { code, at: 'lines', message }
}

function nobodyWords(nobody: number, all: number): string {
  if (nobody === all) return 'Nobody who works here today could sign off anything.'
  return `Nobody who works here today could sign off ${statements(nobody)} of ${all}.`
}

function statements(count: number): string {
  return count === 1 ? '1 statement' : `${count} statements`
}
