import type { ColumnType } from 'kysely'
import type { EvidenceKind } from './model/evidence.ts'
import type { EventKind, EventPart } from './model/organisation-history.ts'

type Generated<T> = ColumnType<T, T | undefined, T>
type Stamp = ColumnType<Date, Date | undefined, never>

export interface OrganisationsTables {
  organisation: {
    slug: string
    name: string
    kind: string
    nation: string
    sector: string
    opened_on: string | null
    ended_on: ColumnType<string | null, never, never>
    added_at: ColumnType<Date, never, never>
  }
  organisation_name: {
    organisation: string
    name: string
    valid_from: string | null
    searched: ColumnType<string, never, never>
  }
  organisation_event: {
    id: string
    kind: EventKind
    happened_on: string
    source: string | null
    recorded_by: string | null
    recorded_at: Stamp
  }
  organisation_event_part: { event_id: string; organisation: string; part: EventPart }
  organisation_area: {
    organisation: string
    area: string
    valid_from: string | null
    valid_to: string | null
  }
  verification_proposal: {
    id: string
    organisation: string
    proposed_by: string | null
    steward: string | null
    check_again_on: string
    proposed_on: string
    proposed_at: Stamp
    brought_over: ColumnType<string | null, never, never>
  }
  verification_evidence: {
    id: string
    proposal_id: string
    kind: EvidenceKind
    register: string | null
    number: string | null
    domain: string | null
    shown_by: 'file' | 'dns' | null
    dated: string | null
    note: string | null
  }
  verification_answer: {
    proposal_id: string
    organisation: string
    proposed_by: string | null
    answered_by: string | null
    steward: string | null
    outcome: 'confirmed' | 'refused' | 'taken-back'
    reason: string | null
    answered_on: string
    answered_at: Stamp
  }
  verification_withdrawal: {
    proposal_id: string
    withdrawn_from: string
    reason: string
    withdrawn_by: string
    withdrawn_at: Stamp
  }
  organisation_request: {
    id: string
    organisation: string | null
    name: string | null
    kind: string | null
    nation: string | null
    sector: string | null
    register: string | null
    number: string | null
    domain: string | null
    note: string | null
    asked_by: string
    asked_at: Stamp
  }
  organisation_request_answer: {
    request_id: string
    outcome: 'done' | 'refused'
    organisation: string | null
    reason: string | null
    answered_by: string
    answered_at: Stamp
  }
  manager_naming: {
    grant_id: string
    organisation: string
    named_by: string
    named_at: Stamp
    shown_by: 'letter' | 'own-address' | 'public-number'
    reason: string
  }
  site: {
    id: Generated<string>
    organisation: string
    name: string
    address: string | null
    valid_from: Generated<string>
    valid_to: string | null
  }
  team: {
    id: Generated<string>
    organisation: string
    site_id: string | null
    name: string
    valid_from: Generated<string>
    valid_to: string | null
  }
}
