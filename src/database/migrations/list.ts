import { accounts } from './0001-accounts.ts'
import { frameworks } from './0002-frameworks.ts'
import { credentials } from './0003-credentials.ts'
import { passports } from './0004-passports.ts'
import { consultations } from './0005-consultations.ts'

export interface Migration {
  readonly name: string
  /** Plain SQL, run as the owner in one transaction. Never edited once merged. */
  readonly sql: string
}

/** Forward only, in this order. */
export const migrations: readonly Migration[] = [
  accounts,
  frameworks,
  credentials,
  passports,
  consultations,
]
