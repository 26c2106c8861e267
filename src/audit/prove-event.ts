/** What shows that one event stands in its batch, to somebody who has kept the batch's head. */
import { z } from 'zod'
import type { Transaction } from '../database/database.ts'
import { findSeal, listBatches, listSealedEvents } from './batches-store.ts'
import { leafOf, leafText } from './model/audited-event.ts'
import { type BatchHead, headText } from './model/batch.ts'
import { inclusionProof } from './model/merkle-tree.ts'

export interface EventProof {
  /** Hash this as a leaf (RFC 6962 §2.1). */
  readonly leaf: string
  readonly index: number
  readonly proof: readonly string[]
  readonly head: BatchHead
  /** What the key of the head has signed. */
  readonly signed: string
  readonly signature: string
}

/** Undefined where no batch holds it, or where one of the batch's events has gone. */
export async function proveEvent(db: Transaction, id: string): Promise<EventProof | undefined> {
  const seal = z.uuid().safeParse(id).success ? await findSeal(db, id) : undefined
  if (seal === undefined) return undefined
  const before = seal.batch - 1
  const [batch] = await listBatches(db, { after: before, limit: 1 })
  const sealed = await listSealedEvents(db, { from: seal.batch, to: seal.batch })
  const events = sealed.flatMap(({ event }) => event ?? [])
  const event = events[seal.position]
  if (batch === undefined || event === undefined || events.length < batch.events) return undefined
  const { signature, ...head } = batch
  return {
    leaf: leafText(event),
    index: seal.position,
    proof: inclusionProof(events.map(leafOf), seal.position).map((hash) => hash.toString('hex')),
    head,
    signed: headText(head),
    signature: signature.toString('base64url'),
  }
}
