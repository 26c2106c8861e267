import type { Edition, PartySlug, Statement } from '../framework.ts'
import { statementsOf } from '../framework.ts'
import { sectionOf } from '../look-up.ts'
import { inWords, partyNames } from '../names.ts'
import type { Severity, WordingFinding } from '../wording-finding.ts'
import type { Check } from './check.ts'
import { asStatement } from './examples.ts'
import type { PartiesRule } from './framework-rules.ts'

/** R33, R34, R31: about whom is it? Everyone whom a statement concerns is listed with it. */
export const narrowParties: Check = {
  code: 'parties-narrow',
  question: 'Does each statement list everyone whom it is about?',
  requirements: ['R31', 'R33', 'R34'],
  fails: 'Shows a person and their carers how the chair is used.',
  passes: 'Shows a person at home how the new chair is used.',
  example: asStatement,
  find: ({ edition, rules }) => [
    ...(rules?.parties ?? []).flatMap((rule) => against(edition, rule)),
    ...statementsOf(edition).flatMap(inItsOwnWords),
  ],
}

function against(edition: Edition, rule: PartiesRule): WordingFinding[] {
  return statementsOf(edition)
    .filter(({ code }) => sectionOf(code) === rule.section)
    .filter(({ capability }) => rule.capability === undefined || capability === rule.capability)
    .map((statement) => ({ statement, left: without(statement, rule.parties) }))
    .filter(({ left }) => left.length > 0)
    .map(({ statement, left }) =>
      finding(statement, 'must', rule.requirement, `${listed(left)}: ${rule.because}`),
    )
}

function inItsOwnWords(statement: Statement): WordingFinding[] {
  if (statement.parties.length === 0) {
    return [finding(statement, 'must', 'R33', 'List whom it is about, the person first')]
  }
  const named = without(statement, partiesNamed(statement.text))
  const carers: readonly PartySlug[] = statement.parties.includes('family')
    ? without(statement, ['unpaid-carer', 'paid-carer'])
    : []
  return [
    ...(named.length > 0
      ? [finding(statement, 'must', 'R33', `${listed(named)}: its own words name them`)]
      : []),
    ...(carers.length > 0 && named.length === 0
      ? [finding(statement, 'should', 'R31', `${listed(carers)}: families are listed`)]
      : []),
  ]
}

const partyWords: readonly (readonly [RegExp, readonly PartySlug[]])[] = [
  [/\bfamil(y|ies)\b/iu, ['family']],
  [/\bpaid (and|or) unpaid carers?\b/iu, ['paid-carer', 'unpaid-carer']],
  [/(?<!paid )(?<!young )\bcarers?\b/iu, ['unpaid-carer']],
  [/\bcolleagues?\b/iu, ['colleague']],
  [/\blearners?\b/iu, ['learner']],
]

function partiesNamed(text: string): PartySlug[] {
  return partyWords.flatMap(([word, parties]) => (word.test(text) ? parties : []))
}

function without({ parties }: Statement, wanted: readonly PartySlug[]): PartySlug[] {
  return wanted.filter((party) => !parties.includes(party))
}

function listed(parties: readonly PartySlug[]): string {
  return `List ${inWords(parties.map((party) => partyNames[party]))} as well`
}

function finding(
  { code }: Statement,
  severity: Severity,
  requirement: string,
  message: string,
): WordingFinding {
  return {
    ...{ code: 'parties-narrow', at: `statement/${code}`, severity, requirement, message },
    suggestions: [],
  }
}
