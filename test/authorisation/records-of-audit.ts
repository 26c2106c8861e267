/** One event sealed in the first of two batches, and the rest waiting. */
import { randomBytes } from 'node:crypto'
import { sealName } from '../../src/audit/audit-actions.ts'
import { makeKeyPair } from '../../src/keys/private-keys.ts'
import { seal } from '../../src/keys/sealing.ts'
import type { TestSite } from '../site.ts'

export const firstKey = 'ab'.repeat(32)

export async function sealOneEvent({ database, site }: TestSite) {
  const { superuserClient } = database
  // A leaving pack is sealed with it.
  const { publicKey, pkcs8 } = makeKeyPair()
  await superuserClient.query('insert into audit_key (id, public_key) values ($1, $2)', [
    firstKey,
    publicKey,
  ])
  await superuserClient.query('insert into audit_private_key values ($1, $2)', [
    firstKey,
    seal(site.keyEncryptionKey, pkcs8, sealName(firstKey)),
  ])
  await superuserClient.query(
    `insert into audit_batch (number, events, first_at, last_at, root, previous, sealed_at, key, signature)
      select number, 1, now(), now(), $1, $1, now(), $2, $3 from unnest(array[1, 2]) number`,
    [randomBytes(32), firstKey, randomBytes(64)],
  )
  const { rows } = await superuserClient.query<{ event_id: string }>(
    'select event_id from audit_waiting order by event_id limit 2',
  )
  const [sealed, waiting] = rows
  await superuserClient.query('insert into audit_seal values ($1, 1, 0)', [sealed?.event_id])
  return { sealedEvent: sealed?.event_id ?? '', waitingEvent: waiting?.event_id ?? '' }
}
