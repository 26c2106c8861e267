/** What stewards plan for an edition, done to it: the demonstration's draft is made so. */

import type { Target } from '../../model/amendment.ts'
import { applyChange } from '../../model/apply-change.ts'
import { type Edition, type Section, type Statement, statementsOf } from '../../model/framework.ts'

export interface NextEdition {
  readonly write: readonly { readonly at: Target; readonly now: string }[]
  /** Codes of statements. */
  readonly takeOut: readonly string[]
  readonly sections: readonly Omit<Section, 'statements'>[]
  readonly move: readonly { readonly from: string; readonly to: string }[]
  readonly add: readonly Statement[]
}

/** Throws where the plan names what is not there. */
export function writeNextEdition(edition: Edition, plan: NextEdition): Edition {
  const written = plan.write.reduce(writeText, edition)
  const moved = plan.move.map(({ from, to }) => ({ ...getStatement(written, from), code: to }))
  const gone = new Set([...plan.takeOut, ...plan.move.map(({ from }) => from)])
  for (const code of gone) getStatement(written, code)
  const arriving = [...moved, ...plan.add]
  return {
    ...written,
    domains: written.domains.map((domain) => ({
      ...domain,
      sections: [
        ...domain.sections,
        ...plan.sections
          .filter(({ code }) => code.startsWith(`${domain.number}.`))
          .map((section) => ({ ...section, statements: [] })),
      ].map((section) => ({
        ...section,
        statements: [
          ...section.statements.filter(({ code }) => !gone.has(code)),
          ...arriving.filter(({ code }) => isIn(section.code, code)),
        ],
      })),
    })),
  }
}

function writeText(
  edition: Edition,
  { at, now }: { readonly at: Target; readonly now: string },
): Edition {
  const code = at.split('/')[1] ?? ''
  const before = getStatement(edition, code).text
  const outcome = applyChange(edition, { kind: 'set', target: at, before, after: now })
  if (!outcome.ok) throw new Error(outcome.faults.map(({ message }) => message).join('; '))
  return outcome.edition
}

function getStatement(edition: Edition, code: string): Statement {
  const statement = statementsOf(edition).find((statement) => statement.code === code)
  if (statement === undefined) throw new Error(`no statement ${code}`)
  return statement
}

/** `7.4-entry` and `7.4.2-entry` are in section 7.4; `7.41-entry` is not. */
function isIn(section: string, code: string): boolean {
  return code.startsWith(`${section}-`) || code.startsWith(`${section}.`)
}
