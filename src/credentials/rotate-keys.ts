/** Another key-encryption key: whatever the one before it sealed is sealed anew, all of it or nothing. */
import type { Job } from '../actor.ts'
import { sealName } from '../audit/audit-actions.ts'
import { recordEvent } from '../audit/audit-store.ts'
import { asActor } from '../database/as-actor.ts'
import type { Database, Transaction } from '../database/database.ts'
import { evidenceSealName, reseal } from '../keys/sealing.ts'
import { resealLetter } from '../mail/post-office.ts'
import { listSealedLetters, setSealedLetter } from '../mail/sealed-letters-store.ts'
import {
  listSealedKeys,
  lockSealedKeys,
  type SealedKey,
  type SealedKind,
  sealedKinds,
  setSealedKey,
} from './sealed-keys-store.ts'

const rotator: Job = { kind: 'job', name: 'rotate-keys' }
const atOnce = 1000

interface Keys {
  readonly current: Buffer
  readonly previous: Buffer
}

/** How many of each were sealed anew. Run again, it is none. */
export type Rotated = Readonly<Record<SealedKind | 'letter', number>>

/** Throws, and changes nothing, where something was sealed with neither key. */
export function rotateKeys(db: Database, keys: Keys): Promise<Rotated> {
  return asActor(db, rotator, async (db) => {
    await lockSealedKeys(db)
    const rotated = { issuer: 0, holder: 0, audit: 0, evidence: 0, letter: 0 }
    for (const kind of sealedKinds) rotated[kind] = await rotateKind(db, keys, kind)
    rotated.letter = await rotateLetters(db, keys)
    const count = Object.values(rotated).reduce((sum, one) => sum + one, 0)
    if (count > 0) {
      await recordEvent(db, rotator, 'key-encryption-key.rotated', 'service:keys', rotated)
    }
    return rotated
  })
}

async function rotateKind(db: Transaction, keys: Keys, kind: SealedKind): Promise<number> {
  let count = 0
  for (let after = ''; ; ) {
    const page = await listSealedKeys(db, { kind, after, limit: atOnce })
    for (const key of page) {
      const sealed = resealed(`${kind} key ${key.id}`, () => reseal(keys, key.sealed, nameOf(key)))
      if (sealed === undefined) continue
      await setSealedKey(db, { ...key, sealed })
      count += 1
    }
    const last = page.at(-1)
    if (last === undefined) return count
    after = last.id
  }
}

/** What each is sealed for, so that it opens as nothing else. */
function nameOf({ kind, id }: SealedKey): string {
  if (kind === 'audit') return sealName(id)
  return kind === 'evidence' ? evidenceSealName(id) : id
}

async function rotateLetters(db: Transaction, keys: Keys): Promise<number> {
  let count = 0
  for (const { id, sealed } of await listSealedLetters(db)) {
    const again = resealed(`letter ${id}`, () => resealLetter(keys, sealed))
    if (again === undefined) continue
    await setSealedLetter(db, { id, sealed: again })
    count += 1
  }
  return count
}

function resealed<Sealed>(what: string, run: () => Sealed): Sealed {
  try {
    return run()
  } catch (cause) {
    throw new Error(
      `The ${what} was sealed with neither KEY_ENCRYPTION_KEY nor KEY_ENCRYPTION_KEY_PREVIOUS. Nothing was changed.`,
      { cause },
    )
  }
}
