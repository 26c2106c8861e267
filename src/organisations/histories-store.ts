/** The SQL of organisations over time. The register is public: it needs no actor to read. */
import { sql } from 'kysely'
import type { Database, Transaction } from '../database/database.ts'
import type {
  AreaSpan,
  DatedName,
  Ending,
  Histories,
  OrganisationHistory,
  VerifiedSpan,
} from './model/organisation-history.ts'

/** Public tables only: whoever asks gets the same. */
type Db = Database | Transaction

interface HistoryRow {
  readonly slug: string
  readonly kind: string
  readonly nation: string
  readonly sector: string
  readonly opened_on: string | null
  readonly names: DatedName[]
  readonly areas: AreaSpan[]
  readonly verified: VerifiedSpan[]
  readonly ending: Ending | null
  readonly latest_event_on: string | null
}

/** An organisation and, step by step, all that it became: in one question, since verifying asks it. */
export async function findHistories(db: Db, slug: string): Promise<Histories> {
  const { rows } = await sql<HistoryRow>`
    with recursive chain as (
      select slug from organisation where slug = ${slug}
      union
      select next.organisation from chain
      join organisation_event_part ended on ended.organisation = chain.slug and ended.part = 'ended'
      join organisation_event_part next on next.event_id = ended.event_id and next.part <> 'ended')
    select slug, kind, nation, sector, opened_on,
      ${names} as names, ${areas} as areas, ${verified} as verified, ${ending} as ending,
      ${latestEvent} as latest_event_on
    from organisation where slug in (select slug from chain)`.execute(db)
  return new Map(rows.map((row) => [row.slug, historyOf(row)]))
}

const names = sql`(
  select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('name', named.name, 'from', valid_from))
                   order by valid_from nulls first)
  from organisation_name named where named.organisation = slug)`

const areas = sql`coalesce((
  select jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
      'area', span.area, 'name', area.name, 'from', valid_from, 'to', valid_to))
    order by valid_from nulls first, area.name)
  from organisation_area span join organisation area on area.slug = span.area
  where span.organisation = organisation.slug), '[]')`

const verified = sql`coalesce((
  select jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
      'id', proposal.id, 'from', answered_on, 'checkAgainOn', check_again_on,
      'steward', proposal.steward,
      'withdrawn', case when withdrawn_from is not null
        then jsonb_build_object('from', withdrawn_from, 'reason', withdrawal.reason) end))
    order by answered_on, answered_at)
  from verification_answer answer
  join verification_proposal proposal on proposal.id = answer.proposal_id
  left join verification_withdrawal withdrawal on withdrawal.proposal_id = answer.proposal_id
  where answer.organisation = slug and outcome = 'confirmed'), '[]')`

const ending = sql`(
  select jsonb_build_object('kind', event.kind, 'on', happened_on, 'into', coalesce((
    select jsonb_agg(next.organisation order by next.organisation)
    from organisation_event_part next
    where next.event_id = event.id and next.part <> 'ended'), '[]'))
  from organisation_event_part ended join organisation_event event on event.id = ended.event_id
  where ended.organisation = slug and ended.part = 'ended')`

const latestEvent = sql`(
  select max(happened_on) from organisation_event_part own
  join organisation_event event on event.id = own.event_id
  where own.organisation = organisation.slug)`

function historyOf(row: HistoryRow): OrganisationHistory {
  const { opened_on, latest_event_on, ending, ...history } = row
  return {
    ...history,
    openedOn: opened_on ?? undefined,
    ending: ending ?? undefined,
    latestEventOn: latest_event_on ?? undefined,
  }
}
