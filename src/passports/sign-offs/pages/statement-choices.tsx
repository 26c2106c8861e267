import type { ComponentChildren } from 'preact'
import type { Statement } from '../../../frameworks/model/framework.ts'
import { Checkboxes } from '../../../ui/checkboxes.tsx'

interface StatementChoicesProps {
  readonly statements: readonly Statement[]
  readonly legend: string
  readonly hint?: string | undefined
  readonly chosen: readonly string[]
  readonly errorMessage?: string | undefined
  /** Something to know of a statement, such as the worker's own answer. */
  readonly about?: ((code: string, statement: Statement) => ComponentChildren) | undefined
  /** What is asked once it is ticked. */
  readonly then?: ((statement: Statement) => ComponentChildren) | undefined
}

/** Statements to tick, with their exact wording. */
export function StatementChoices({
  statements,
  chosen,
  about,
  then,
  ...asked
}: StatementChoicesProps) {
  return (
    <Checkboxes
      name="codes"
      idPrefix="codes"
      fieldset={{ legend: { text: asked.legend, size: 'm' } }}
      hint={asked.hint}
      errorMessage={asked.errorMessage}
      values={chosen}
      items={statements.map((statement) => ({
        value: statement.code,
        text: `${statement.text} (${statement.code})`,
        hint: about && { children: about(statement.code, statement) },
        conditional: then?.(statement),
      }))}
    />
  )
}
