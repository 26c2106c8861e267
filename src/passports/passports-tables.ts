import type { ColumnType, JSONColumnType } from 'kysely'
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
  }
  sign_off_answer: {
    request_id: string
    outcome: 'signed' | 'declined' | 'taken-back'
    reason: string | null
    at: Stamp
    holder_id: Asked
    assessor_id: Asked
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
  }
  sign_off: { id: string; signing_id: string; holder_id: string; edition: string; code: string }
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
}
