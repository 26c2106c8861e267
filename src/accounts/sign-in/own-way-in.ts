import type { Transaction } from '../../database/database.ts'
import { listAddresses } from './addresses-store.ts'
import { findSheet } from './recovery-store.ts'

/**
 * Can this person get in without anything of their employer's: by a personal e-mail address or a
 * recovery sheet with codes left? The account is theirs, and stays when a job ends.
 */
export async function hasOwnWayIn(
  db: Transaction,
  { personId }: { readonly personId: string },
): Promise<boolean> {
  const addresses = await listAddresses(db, { personId })
  if (addresses.some(({ kind }) => kind === 'personal')) return true
  const sheet = await findSheet(db, { personId })
  return sheet !== undefined && sheet.left > 0
}
