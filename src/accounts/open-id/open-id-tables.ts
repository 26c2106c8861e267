import type { ColumnType } from 'kysely'
import type { OpenIdPurpose } from './model/open-id.ts'

type Fixed<T> = ColumnType<T, T, never>

export interface OpenIdTables {
  open_id_identity: {
    id: Fixed<string>
    person_id: Fixed<string>
    issuer: Fixed<string>
    subject: Fixed<string>
    provider: Fixed<string>
    linked_at: Fixed<Date>
    last_used_at: Date | null
  }
  open_id_login: {
    state_hash: Fixed<Buffer>
    browser_hash: Fixed<Buffer>
    provider: Fixed<string>
    purpose: Fixed<OpenIdPurpose>
    person_id: Fixed<string | null>
    nonce: Fixed<string>
    code_verifier: Fixed<string>
    next: Fixed<string>
    shared_computer: Fixed<boolean>
    started_at: Fixed<Date>
    expires_at: Fixed<Date>
  }
}
