import type { ColumnType } from 'kysely'
import type { Audience } from './model/audience.ts'
import type { Depth } from './model/standing-share.ts'

export interface StandingTables {
  standing_share: {
    id: ColumnType<string, string | undefined, never>
    holder_id: string
    organisation: string
    depth: Depth
    audience: Audience
    at: ColumnType<Date, Date | undefined, never>
    ends_on: string
    ended_at: Date | null
  }
}
