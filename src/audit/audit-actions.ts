/** Sealing what has been done, and the keys it is sealed with. */
import { type KeyObject, sign } from 'node:crypto'
import type { Job } from '../actor.ts'
import { asActor } from '../database/as-actor.ts'
import type { Database, Transaction } from '../database/database.ts'
import { Conflict } from '../errors.ts'
import { makeKeyPair, openPrivateKey } from '../keys/private-keys.ts'
import { seal } from '../keys/sealing.ts'
import { recordEvent } from './audit-store.ts'
import {
  findLastBatch,
  getSealedAuditKey,
  insertAuditKey,
  insertBatch,
  insertSeals,
  listAuditKeys,
  listWaitingEvents,
  lockSealing,
} from './batches-store.ts'
import { type AuditedEvent, leafOf } from './model/audited-event.ts'
import {
  type AuditKey,
  type Batch,
  beforeTheFirst,
  endorse,
  headHash,
  keyId,
  signHead,
} from './model/batch.ts'
import { rootOf } from './model/merkle-tree.ts'

export interface Sealing {
  readonly db: Database
  readonly keyEncryptionKey: Buffer
  readonly now: () => Date
}

const sealer: Job = { kind: 'job', name: 'seal-audit' }

/** So many that a batch is read and hashed in well under a second. */
const batchLimit = 10_000

/** Seals all that waits and gives how many events it were: none while another sealer is at work. */
export async function sealAudit(site: Sealing, limit = batchLimit): Promise<number> {
  for (let sealed = 0; ; ) {
    const events = await sealBatch(site, limit)
    sealed += events
    if (events < limit) return sealed
  }
}

/** The key after the latest one, which says that it follows. Batches name the key they were signed with. */
export async function rotateAuditKey(site: Sealing): Promise<string> {
  return asActor(site.db, sealer, async (db) => {
    if (!(await lockSealing(db))) throw new Error('A batch is being sealed: try again in a moment.')
    const { key } = await makeKey(db, site, await openLastKey(db, site))
    return key.id
  })
}

export interface ServiceSigner {
  readonly key: AuditKey
  readonly sign: (text: Uint8Array) => Buffer
}

/**
 * Signs for the service with its latest key. What is signed begins with a line that says what it is,
 * as a head does, so that it passes for nothing else.
 */
export async function serviceSigner(site: Sealing): Promise<ServiceSigner> {
  const { key, privateKey } = await asActor(site.db, sealer, async (db) => {
    const known = await openLastKey(db, site)
    if (known !== undefined) return known
    if (!(await lockSealing(db))) throw new Conflict('Somebody was first. Try again in a moment.')
    return (await openLastKey(db, site)) ?? (await makeKey(db, site, undefined))
  })
  return { key, sign: (text) => sign(null, text, privateKey) }
}

function sealBatch(site: Sealing, limit: number): Promise<number> {
  return asActor(site.db, sealer, async (db) => {
    if (!(await lockSealing(db))) return 0
    const events = await listWaitingEvents(db, limit)
    if (events.length === 0) return 0
    const signer = (await openLastKey(db, site)) ?? (await makeKey(db, site, undefined))
    const before = await findLastBatch(db)
    const batch = makeBatch(events, { before, signer, now: site.now() })
    await insertBatch(db, batch)
    await insertSeals(
      db,
      batch.number,
      events.map(({ id }) => id),
    )
    return events.length
  })
}

interface Signer {
  readonly key: AuditKey
  readonly privateKey: KeyObject
}

function makeBatch(
  events: readonly AuditedEvent[],
  { before, signer, now }: { before: Batch | undefined; signer: Signer; now: Date },
): Batch {
  const times = events.map(({ at }) => at)
  const head = {
    number: (before?.number ?? 0) + 1,
    events: events.length,
    from: times.at(0) ?? '',
    to: times.at(-1) ?? '',
    root: rootOf(events.map(leafOf)).toString('hex'),
    previous: before === undefined ? beforeTheFirst : headHash(before),
    sealedAt: now.toISOString().replace('Z', '000Z'),
    key: signer.key.id,
  }
  return signHead(head, signer.privateKey)
}

async function openLastKey(db: Transaction, site: Sealing): Promise<Signer | undefined> {
  const key = (await listAuditKeys(db)).at(-1)
  if (key === undefined) return undefined
  const sealedPrivateKey = await getSealedAuditKey(db, key.id)
  const privateKey = openPrivateKey(site.keyEncryptionKey, {
    id: sealName(key.id),
    sealedPrivateKey,
  })
  return { key, privateKey }
}

async function makeKey(
  db: Transaction,
  { keyEncryptionKey }: Sealing,
  before: Signer | undefined,
): Promise<Signer> {
  const { publicKey, pkcs8 } = makeKeyPair()
  const id = keyId(publicKey)
  const key = {
    ...{ id, publicKey },
    endorsedBy: before?.key.id,
    endorsement: before && endorse(id, before.privateKey),
  }
  const sealedPrivateKey = seal(keyEncryptionKey, pkcs8, sealName(id))
  await insertAuditKey(db, key, sealedPrivateKey)
  await recordEvent(db, sealer, 'audit-key.made', `audit-key:${id}`)
  const privateKey = openPrivateKey(keyEncryptionKey, { id: sealName(id), sealedPrivateKey })
  return { key, privateKey }
}

/** What the sealed key is for, so that it opens as nothing else. */
export function sealName(key: string): string {
  return `audit-key:${key}`
}
