import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { Proof } from '../actor.ts'
import type { Shown } from './model/signing.ts'
import type { SigningDraft } from './model/signing-draft.ts'

/** Filled in by the database, from the request. */
type Asked = ColumnType<string, never, never>
type Stamp = ColumnType<Date, Date | undefined, never>

/** Every table of a passport is appended to and never changed, but for drafts. */
export interface PassportsTables {
  self_assessment: {
    id: string
    holder_id: string
    edition: string
    code: string
    answer: string
    at: Stamp
  }
  private_note: {
    id: string
    holder_id: string
    edition: string
    section: string
    note: string
    at: Stamp
  }
  sign_off_request: {
    id: string
    holder_id: string
    assessor_id: string
    organisation: string
    edition: string
    section: string
    level: string
    codes: string[]
    message: string | null
    at: Stamp
    /** The same for those that were asked at once. */
    together: string | null
  }
  sign_off_answer: {
    request_id: string
    outcome: 'signed' | 'declined' | 'taken-back' | 'signed-by-other'
    reason: string | null
    at: Stamp
    holder_id: Asked
    assessor_id: Asked
    /** Filled in by the database, where a colleague who was asked too came first. */
    signed_by: ColumnType<string | null, never, never>
  }
  signing_draft: {
    request_id: string
    assessor_id: string
    entered: JSONColumnType<SigningDraft>
  }
  signing: {
    id: string
    request_id: string
    holder_id: string
    assessor_id: string
    organisation: string
    edition: string
    section: string
    level: string
    method: string
    assessed_on: string
    setting: string
    review_on: string | null
    note: string | null
    shown: JSONColumnType<Shown>
    at: Stamp
    stepped_up_how: Proof | null
    stepped_up_at: Date | null
    minutes: ColumnType<number | null, number | null | undefined, never>
    timed: ColumnType<'visit' | 'entered' | null, 'visit' | 'entered' | null | undefined, never>
  }
  sign_off: {
    id: string
    signing_id: string
    holder_id: string
    edition: string
    code: string
    parts: ColumnType<string[], string[] | undefined, never>
    needs_second: ColumnType<boolean, boolean | undefined, never>
  }
  sign_off_withdrawal: {
    sign_off_id: string
    holder_id: string
    cause: string
    explanation: string
    withdrawn_by: string
    at: Stamp
    stepped_up_how: Proof | null
    stepped_up_at: Date | null
    withdrawn_for: string | null
  }
  signing_credential: { signing_id: string; credential_id: string; holder_id: string; at: Stamp }
  share: { id: string; holder_id: string; token_hash: Buffer; expires_at: Date; at: Stamp }
  share_credential: { share_id: string; credential_id: string }
  share_end: { share_id: string; at: Stamp }
  corridor_visit: {
    id: string
    holder_id: string
    /** Kept from the application. */
    code_hash: Buffer | null
    secret_hash: Buffer | null
    edition: string
    level: string
    codes: string[]
    suggested: number
    made_at: Stamp
    expires_at: Date
    ended_at: Date | null
    assessor_id: string | null
    organisation: string | null
    opened_at: Date | null
    signed_at: Date | null
  }
  corridor_try: {
    id: Generated<string>
    assessor_id: string
    organisations: string[]
    at: Stamp
  }
  corridor_request: {
    request_id: string
    visit_id: string
    section: string
    outcome: 'signed' | 'declined'
  }
  sign_off_chance: {
    request_id: string
    holder_id: string
    assessor_id: string
    next_on: string | null
    occasion: string | null
    at: Stamp
  }
  signing_correction: {
    id: string
    signing_id: string
    holder_id: string
    assessor_id: string
    method: string
    assessed_on: string
    setting: string
    review_on: string
    note: string | null
    at: Stamp
    stepped_up_how: Proof
    stepped_up_at: Date
  }
  sign_off_renewal: {
    request_id: string
    signing_id: string
    holder_id: Asked
    assessor_id: Asked
    method: Asked
    setting: Asked
    assessed_on: Asked
    review_on: ColumnType<string | null, never, never>
    signed_by: Asked
  }
  review_reminder: { signing_id: string; kind: string; review_on: string; at: Stamp }
}
