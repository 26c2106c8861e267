import type { ColumnType } from 'kysely'
import type { Proof } from '../../actor.ts'
import type { AddressKind } from './model/email-address.ts'

type Generated<T> = ColumnType<T, T | undefined, T>

export interface SignInTables {
  session: {
    id: Generated<string>
    token_hash: Buffer
    person_id: string
    proof: Proof
    stepped_up_how: Proof
    stepped_up_at: Date
    shared_computer: boolean
    /** A short name made of the user agent, which is not kept. */
    device: string
    created_at: Generated<Date>
    last_seen_at: Date
    expires_at: Date
  }
  known_device: { person_id: string; device: string; first_seen_at: Date }
  email_address: {
    id: string
    person_id: string
    address: string
    kind: AddressKind
    ends_on: string | null
    confirmed_at: Date
    reminded_at: Date | null
  }
  email_code: {
    id: string
    purpose: 'sign-in' | 'step-up' | 'add-address'
    address: string
    person_id: string | null
    browser_hash: Buffer | null
    session_id: string | null
    link_hash: Buffer | null
    code_hash: Buffer | null
    tries: Generated<number>
    shared_computer: Generated<boolean>
    next_path: string | null
    kind: AddressKind | null
    ends_on: string | null
    created_at: Date
    expires_at: Date
    used_at: Date | null
  }
  recovery_sheet: { id: Buffer; person_id: string; made_at: Date }
  recovery_code: {
    finder: string
    sheet_id: Buffer
    person_id: string
    salt: Buffer
    code_hash: Buffer
    used_at: Date | null
  }
}
