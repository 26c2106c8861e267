import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { LevelSlug, PartySlug, PillarSlug } from '../model/framework.ts'
import type { OverlayContent, OverlayKind, OverlayPlace } from './model/overlay.ts'

export interface OverlaysTables {
  framework_overlay: {
    id: string
    slug: string
    organisation: string
    edition: string
    kind: OverlayKind
    title: string
    about: string
    prefix: string
    begun_by: string
    begun_at: ColumnType<Date, Date | undefined, never>
  }
  overlay_statement: {
    overlay_id: string
    code: string
    place: OverlayPlace
    level: LevelSlug
    capability: string
    text: string
    pillars: PillarSlug[]
    parties: PartySlug[]
    revision: Generated<number>
  }
  overlay_column: { overlay_id: string; slug: string; title: string; position: number }
  overlay_cell: { overlay_id: string; column_slug: string; statement: string; text: string }
  overlay_version: {
    overlay_id: string
    slug: string
    number: number
    edition: string
    content: JSONColumnType<OverlayContent>
    published_by: string
    published_at: ColumnType<Date, Date | undefined, never>
  }
  overlay_withdrawal: {
    overlay_id: string
    number: number
    reason: string
    withdrawn_by: string
    withdrawn_at: ColumnType<Date, Date | undefined, never>
  }
}
