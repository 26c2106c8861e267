import type { ColumnType, JSONColumnType } from 'kysely'
import type { Derivation } from './model/derivation.ts'
import type { Edition } from './model/framework.ts'

export interface FrameworksTables {
  edition: {
    ref: string
    slug: string
    version: string
    title: string
    digest: string
    content: JSONColumnType<Edition>
    derivation: JSONColumnType<Derivation> | null
    loaded_at: ColumnType<Date, Date | undefined, never>
  }
  edition_status: {
    edition: string
    status: string
    at: ColumnType<Date, Date | undefined, never>
  }
  statement: {
    edition: string
    code: string
    position: number
    section: string
    domain: number
    level: string
    capability: string
    text: string
    pillars: string[]
    professions: string[]
    search: ColumnType<never, unknown, never>
  }
}
