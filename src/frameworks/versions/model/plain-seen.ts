import { hash } from 'node:crypto'
import type { StatementFate } from './list-fate-states.ts'

/** Names a list of statements that was seen, so that no other list is accepted in its place. */
export function plainSeen(fates: readonly StatementFate[]): string {
  return hash('sha256', fates.map(({ statement }) => statement.code).join(' ')).slice(0, 16)
}
