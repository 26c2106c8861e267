/** What a holder does to their evidence. A file is sealed with a key of its own. */
import { randomBytes } from 'node:crypto'
import type { Person } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Database, Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import { evidenceSealName, seal, unseal } from '../../keys/sealing.ts'
import type { Site } from '../../web/site.ts'
import { getEntry } from '../entries/entries-store.ts'
import { lockPassport } from '../passports-store.ts'
import {
  countEvidence,
  getEvidence,
  getEvidenceFile,
  insertEvidence,
  insertEvidenceFile,
  removeEvidence,
} from './evidence-store.ts'
import { type About, type Evidence, mostBytes, mostEvidence } from './model/evidence.ts'
import type { RenewedFile } from './renew-file.ts'

const keyBytes = 32

export interface EvidenceDraft {
  readonly id: string
  readonly about: About
  readonly words: string
  readonly file?: RenewedFile | undefined
}

export type KeptEvidence = 'kept' | 'full'

/** Posting the same again keeps one. Throws NotFound for an entry of somebody else. */
export function addEvidence(
  { db, keyEncryptionKey }: Pick<Site, 'db' | 'keyEncryptionKey'>,
  person: Person,
  { id, about, words, file }: EvidenceDraft,
): Promise<KeptEvidence> {
  const which = { id, holderId: person.id }
  return asActor(db, person, async (db) => {
    await lockPassport(db, person.id)
    if ('entryId' in about) await getEntry(db, { id: about.entryId, holderId: person.id })
    const held = await countEvidence(db, which)
    const bytes = held.bytes + (file?.bytes.length ?? 0)
    if (held.count >= mostEvidence || bytes > mostBytes) return 'full'
    const kept = file && { type: file.type, size: file.bytes.length, scan: file.scan }
    if (!(await insertEvidence(db, which, { about, words, file: kept }))) {
      // Throws NotFound where the id is somebody else's.
      await getEvidence(db, which)
      return 'kept'
    }
    if (file) await insertEvidenceFile(db, which, sealFile(keyEncryptionKey, id, file.bytes))
    await recordEvent(db, person, 'evidence.added', `evidence:${id}`, kept && { scan: kept.scan })
    return 'kept'
  })
}

export interface OpenedEvidence {
  readonly evidence: Evidence
  readonly bytes: Buffer
}

/** As the holder, or as whom they show it to. Throws NotFound. */
export async function openEvidence(
  db: Transaction,
  keyEncryptionKey: Buffer,
  which: { readonly id: string; readonly holderId: string },
): Promise<OpenedEvidence> {
  const evidence = await getEvidence(db, which)
  const { sealedKey, sealed } = await getEvidenceFile(db, which)
  const key = unseal(keyEncryptionKey, sealedKey, evidenceSealName(which.id))
  return { evidence, bytes: unseal(key, sealed, evidenceSealName(which.id)) }
}

export function takeOutEvidence(db: Database, person: Person, id: string): Promise<Evidence> {
  const which = { id, holderId: person.id }
  return asActor(db, person, async (db) => {
    // So that it does not go while a request is made that shows it.
    await lockPassport(db, person.id)
    const evidence = await getEvidence(db, which)
    if (!(await removeEvidence(db, which))) throw new NotFound(`evidence ${id}`)
    await recordEvent(db, person, 'evidence.taken-out', `evidence:${id}`)
    return evidence
  })
}

function sealFile(keyEncryptionKey: Buffer, id: string, bytes: Uint8Array) {
  const key = randomBytes(keyBytes)
  return {
    sealedKey: seal(keyEncryptionKey, key, evidenceSealName(id)),
    sealed: seal(key, bytes, evidenceSealName(id)),
  }
}
