/** Where the key of the equality answers comes from. It is never logged. */
import { keyFile } from '../../keys/key-file.ts'

export interface EqualityKeySettings {
  readonly demo: boolean
  readonly dataDir: string
  readonly keyEncryptionKey?: string | undefined
  readonly equalityKey?: string | undefined
}

/** Undefined where a controller has not decided to ask equality questions. */
export async function openEqualityKey(settings: EqualityKeySettings): Promise<Buffer | undefined> {
  const { demo, dataDir, keyEncryptionKey, equalityKey } = settings
  if (demo) return keyFile(dataDir, 'equality-key')
  if (equalityKey === undefined) return undefined
  if (equalityKey.toLowerCase() === keyEncryptionKey?.toLowerCase()) {
    throw new Error(
      'EQUALITY_KEY is the same as KEY_ENCRYPTION_KEY: make another one with `openssl rand -hex 32`, so that whoever has one of them cannot open what the other locks.',
    )
  }
  return Buffer.from(equalityKey, 'hex')
}
