/** How a draft follows from the edition that came of it: that edition with its amendments undone. */
import type { Amendment } from './amendment.ts'

export interface PageMap {
  readonly page: number
  /** What stands on that page of the consulted document: `part/1`, `section/3.9`, … */
  readonly targets: readonly string[]
}

export interface Derivation {
  /** The edition that the amendments lead to. */
  readonly leadsTo: string
  readonly amendments: readonly Amendment[]
  readonly pages: readonly PageMap[]
}
