/** The key that seals private keys: where it comes from, and that it is the right one. It is never logged. */
import type { Database } from '../database/database.ts'
import { keyFile } from '../keys/key-file.ts'
import { unseal } from '../keys/sealing.ts'
import { findBaseAddress, findLatestKey } from './issuers-store.ts'

export interface KeySettings {
  readonly demo: boolean
  readonly dataDir: string
  readonly baseUrl: string
  /** 64 hexadecimal digits; ignored by the demonstration, which keeps a key of its own. */
  readonly keyEncryptionKey?: string | undefined
}

/** Refuses the start when the keys in the database could not be used, or name another address. */
export async function prepareKeys(db: Database, settings: KeySettings): Promise<Buffer> {
  await refuseOtherAddress(db, settings)
  const key = settings.demo
    ? await keyFile(settings.dataDir, 'key-encryption-key')
    : givenKey(settings)
  await refuseOtherKey(db, key, settings.demo)
  return key
}

async function refuseOtherAddress(db: Database, settings: KeySettings): Promise<void> {
  const stored = await findBaseAddress(db)
  if (stored === undefined || stored === settings.baseUrl) return
  throw new Error(
    `BASE_URL is ${settings.baseUrl}, but the keys here were made at ${stored}, and every credential ` +
      `issued with them names that address for ever. Start with BASE_URL=${stored}. If this is only ` +
      `a demonstration, you can also delete DATA_DIR (${settings.dataDir}) and start afresh.`,
  )
}

function givenKey({ keyEncryptionKey }: KeySettings): Buffer {
  if (keyEncryptionKey === undefined) {
    throw new Error(
      'KEY_ENCRYPTION_KEY is not set: it seals the private keys of issuers and holders. Make one ' +
        'with `openssl rand -hex 32`, and keep it outside the database and its backups.',
    )
  }
  return Buffer.from(keyEncryptionKey, 'hex')
}

/** Better no start than a service that finds out at the first sign-off. */
async function refuseOtherKey(db: Database, key: Buffer, demo: boolean): Promise<void> {
  const latest = await findLatestKey(db)
  if (latest === undefined) return
  try {
    unseal(key, latest.sealedPrivateKey, latest.id)
  } catch (cause) {
    const where = demo ? 'the file key-encryption-key in DATA_DIR' : 'KEY_ENCRYPTION_KEY'
    throw new Error(`The private keys here were sealed with another key: put back ${where}.`, {
      cause,
    })
  }
}
