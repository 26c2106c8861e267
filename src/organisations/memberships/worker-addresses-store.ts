import { sql } from 'kysely'
import type { AddressKind } from '../../accounts/sign-in/model/email-address.ts'
import type { Transaction } from '../../database/database.ts'

export interface WorkerAddress {
  readonly address: string
  readonly kind: AddressKind
}

/** As `job:tell-worker`: where letters still reach them, their own address first. */
export async function listWorkerAddresses(
  db: Transaction,
  { personId, organisation }: { readonly personId: string; readonly organisation: string },
): Promise<WorkerAddress[]> {
  const { rows } = await sql<WorkerAddress>`
    select address, kind from addresses_of_worker(${personId}, ${organisation})`.execute(db)
  return rows
}
