import type { NationSlug, SectorSlug } from '../../model/framework.ts'

/** A nation or a sector, and the frameworks of it that we know of. */
export interface Place {
  readonly slug: NationSlug | SectorSlug
  readonly name: string
  /** Editions, by `slug/version`. */
  readonly frameworks: readonly string[]
  /** Said where we know of none. */
  readonly none?: string | undefined
  /** What somebody can do all the same. */
  readonly instead: readonly string[]
}
