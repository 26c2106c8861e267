/** What people have written so far, before it is right. */
import type { Finding } from '../../../finding.ts'
import type { OverlayCell } from './overlay.ts'

export interface DetailsEntered {
  readonly organisation: string
  readonly edition: string
  readonly kind: string
  readonly title: string
  readonly about: string
  readonly prefix: string
}

export interface StatementEntered {
  readonly text: string
  readonly level: string
  /** Number of one of their own capabilities, or 'new'. */
  readonly capability: string
  readonly after: string
  readonly pillars: readonly string[]
  readonly parties: readonly string[]
  readonly revision: string
  readonly findings?: readonly Finding[] | undefined
}

/** What was read, and what is to stand there: '' for nothing. */
export interface CellEdit extends OverlayCell {
  readonly was: string
}

/** The field of a form that holds a cell. */
export function cellField(column: string, statement: string): string {
  return `cell-${column}-${statement.replaceAll('.', '_')}`
}
