/** The SQL of what happened to an organisation. The register is public: it needs no actor to read. */
import { sql } from 'kysely'
import type { Database, Transaction } from '../database/database.ts'
import type { EventKind, EventPart } from './model/organisation-history.ts'

type Db = Database | Transaction

export interface RecordedPart {
  readonly slug: string
  /** Its name on the day. */
  readonly name: string
  readonly part: EventPart
}

export interface RecordedEvent {
  readonly id: string
  readonly kind: EventKind
  readonly on: string
  readonly source?: string | undefined
  readonly parts: readonly RecordedPart[]
}

/** The earliest first. */
export async function listEvents(db: Db, slug: string): Promise<RecordedEvent[]> {
  const rows = await db
    .selectFrom('organisation_event as event')
    .innerJoin('organisation_event_part as own', 'own.event_id', 'event.id')
    .where('own.organisation', '=', slug)
    .orderBy('happened_on')
    .orderBy('recorded_at')
    .select(['event.id', 'event.kind', 'happened_on', 'source', parts.as('parts')])
    .execute()
  return rows.map(({ happened_on, source, ...event }) => ({
    ...event,
    on: happened_on,
    source: source ?? undefined,
  }))
}

const parts = sql<RecordedPart[]>`(
  select jsonb_agg(jsonb_build_object(
    'slug', part.organisation, 'part', part.part, 'name', (
      select name from organisation_name named
      where named.organisation = part.organisation
        and (valid_from is null or valid_from <= event.happened_on)
      order by valid_from desc nulls last limit 1)) order by part.organisation)
  from organisation_event_part part where part.event_id = event.id)`
