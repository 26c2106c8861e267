import type { ColumnType } from 'kysely'
import type { PasskeyPurpose } from './model/passkey.ts'

type Fixed<T> = ColumnType<T, T, never>

export interface PasskeysTables {
  passkey: {
    id: Fixed<string>
    person_id: Fixed<string>
    credential_id: Fixed<string>
    public_key: Fixed<Buffer>
    user_handle: Fixed<Buffer>
    counter: number
    transports: Fixed<string[]>
    backup_eligible: Fixed<boolean>
    backed_up: boolean
    name: string
    added_at: Fixed<Date>
    last_used_at: Date | null
  }
  passkey_challenge: {
    challenge_hash: Fixed<Buffer>
    browser_hash: Fixed<Buffer>
    purpose: Fixed<PasskeyPurpose>
    person_id: Fixed<string | null>
    user_handle: Fixed<Buffer | null>
    expires_at: Fixed<Date>
  }
}
