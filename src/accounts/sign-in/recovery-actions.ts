/** A printed sheet of ten codes, for the day on which every other way in is lost. */
import { createHash, hkdfSync } from 'node:crypto'
import type { Person } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Transaction } from '../../database/database.ts'
import { Conflict } from '../../errors.ts'
import type { Site } from '../../web/site.ts'
import {
  formatPaperCode,
  makePaperCode,
  type PaperCode,
  paperCodeBytes,
  parsePaperCode,
} from './model/paper-code.ts'
import { codesOnSheet, type RecoverySheet } from './model/recovery-sheet.ts'
import { hashPaperSecret, isPaperSecret, type SaltedHash } from './paper-code-hash.ts'
import {
  findSheet,
  findUnusedCode,
  insertSheet,
  replaceCodes,
  setCodeUsed,
} from './recovery-store.ts'
import { signInJob } from './sessions-actions.ts'
import { tellOthers } from './tell-others.ts'

/**
 * Makes the sheet that comes of `seed`, which the form carries and we do not keep: sending the form
 * twice makes and shows the same sheet. Throws Conflict where a newer one was made since.
 */
export async function makeSheet(
  site: Site,
  person: Person,
  { seed, device }: { readonly seed: Buffer; readonly device: string },
): Promise<readonly string[]> {
  const id = createHash('sha256').update(seed).digest()
  const codes = codesOf(site, person, seed)
  const hashed = await Promise.all(codes.map((code) => hashOne(site, code)))
  await asActor(site.db, person, async (db) => {
    const personId = person.id
    if (await insertSheet(db, { id, personId, now: site.now() })) {
      await replaceCodes(db, { sheetId: id, personId, codes: hashed })
      const { session } = person
      const details = { codes: codesOnSheet, stepUp: session?.stepUp }
      await recordEvent(db, person, 'recovery-sheet.made', `person:${personId}`, details)
      await tellOthers(db, site, { personId, change: 'sheet-made', device })
    } else if (!(await findSheet(db, { personId }))?.id.equals(id)) {
      throw new Conflict(
        'You have made a newer recovery sheet since. Use that one, or make another.',
      )
    }
  })
  return codes.map(formatPaperCode)
}

export function findOwnSheet(site: Site, person: Person): Promise<RecoverySheet | undefined> {
  return asActor(site.db, person, (db) => findSheet(db, { personId: person.id }))
}

/** Burns the code and says whose it was. For `letIn`. */
export async function showRecoveryCode(
  db: Transaction,
  site: Site,
  typed: string,
): Promise<{ readonly personId: string; readonly proof: 'recovery-sheet' } | undefined> {
  const code = parsePaperCode(typed)
  const kept = code && (await findUnusedCode(db, code))
  const right = await isSecretOfEither(site, code?.secret ?? '', kept)
  if (kept === undefined || !right) {
    const whose = kept === undefined ? 'recovery-code:unknown' : `person:${kept.personId}`
    await recordEvent(db, signInJob, 'recovery-code.refused', whose)
    return undefined
  }
  await setCodeUsed(db, { finder: kept.finder, now: site.now() })
  const { personId } = kept
  await recordEvent(db, signInJob, 'recovery-code.used', `person:${personId}`)
  return { personId, proof: 'recovery-sheet' }
}

/** A sheet is kept as a keyed hash alone, which no other key can make again. */
async function isSecretOfEither(
  { keyEncryptionKey, previousKeyEncryptionKey }: Site,
  secret: string,
  kept: SaltedHash | undefined,
): Promise<boolean> {
  const right = await isPaperSecret(keyEncryptionKey, secret, kept)
  if (previousKeyEncryptionKey === undefined) return right
  return (await isPaperSecret(previousKeyEncryptionKey, secret, kept)) || right
}

async function hashOne({ keyEncryptionKey }: Site, { finder, secret }: PaperCode) {
  return { finder, ...(await hashPaperSecret(keyEncryptionKey, secret)) }
}

/** Of the seed and of the site's own secret: whoever has one of them alone has no code. */
function codesOf({ keyEncryptionKey }: Site, { id }: Person, seed: Buffer): PaperCode[] {
  const use = `lanyard recovery sheet of ${id}`
  const size = codesOnSheet * paperCodeBytes
  const bytes = new Uint8Array(hkdfSync('sha256', seed, keyEncryptionKey, use, size))
  return Array.from({ length: codesOnSheet }, (_, place) =>
    makePaperCode(bytes.subarray(place * paperCodeBytes, (place + 1) * paperCodeBytes)),
  )
}
