/** `lanyard keys rotate`: seals with KEY_ENCRYPTION_KEY what KEY_ENCRYPTION_KEY_PREVIOUS sealed. */
import { readConfig } from '../config.ts'
import { openDatabase } from '../database/open-database.ts'
import { type Rotated, rotateKeys } from './rotate-keys.ts'

const usage = `Use: lanyard keys rotate
  Stop the service first. KEY_ENCRYPTION_KEY is the new key, KEY_ENCRYPTION_KEY_PREVIOUS the
  one before it; either may be given as a file, by NAME_FILE.
`

/** Exit code 0, 1 where it was refused, or 2 for wrong use. */
export async function keysCommand(
  args: readonly string[],
  env: Record<string, string | undefined>,
): Promise<number> {
  if (args.length !== 1 || args[0] !== 'rotate') return fail(usage, 2)
  const config = readConfig(env)
  if (config.demo) return fail('The demonstration has a key of its own, in DATA_DIR.', 1)
  const { keyEncryptionKey, keyEncryptionKeyPrevious } = config
  if (keyEncryptionKey === undefined) return fail(missing('KEY_ENCRYPTION_KEY', 'the new key'), 1)
  if (keyEncryptionKeyPrevious === undefined) {
    return fail(missing('KEY_ENCRYPTION_KEY_PREVIOUS', 'the key until now'), 1)
  }
  const current = Buffer.from(keyEncryptionKey, 'hex')
  const previous = Buffer.from(keyEncryptionKeyPrevious, 'hex')
  if (current.equals(previous)) {
    return fail('Both keys are the same: make a new one with `openssl rand -hex 32`.', 1)
  }
  const say = (words: string) => void process.stderr.write(`${words}\n`)
  const { db, close } = await openDatabase({ ...config, say })
  try {
    process.stdout.write(`${inWords(await rotateKeys(db, { current, previous }))}\n`)
    return 0
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error), 1)
  } finally {
    await close()
  }
}

function missing(name: string, what: string): string {
  return `${name} is not set: give ${what}, 64 hexadecimal digits.`
}

function inWords({ issuer, holder, audit, evidence, letter }: Rotated): string {
  const count = issuer + holder + audit + evidence + letter
  if (count === 0) return 'Nothing is sealed with the previous key. Nothing was changed.'
  return `Sealed with the new key: ${issuer} keys of organisations, ${holder} of people, ${audit} of the audit, ${evidence} of files of evidence, ${letter} letters that wait.`
}

function fail(words: string, code: 1 | 2): number {
  process.stderr.write(words.endsWith('\n') ? words : `${words}\n`)
  return code
}
