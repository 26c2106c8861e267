import { randomUUID } from 'node:crypto'
import type { Person } from '../../../actor.ts'
import { recordEvent } from '../../../audit/audit-store.ts'
import { asActor } from '../../../database/as-actor.ts'
import type { Database } from '../../../database/database.ts'
import type { LevelSlug } from '../../../frameworks/model/framework.ts'
import { deriveKey } from '../../../keys/sealing.ts'
import type { Site } from '../../../web/site.ts'
import { codeMinutes, codeOf, hashOf, secretOf } from '../model/corridor-code.ts'
import { findOwnVisit, getOwnVisit, offerVisit, stopVisit } from '../visits-store.ts'

interface OfferedLook {
  /** Made with the form, so that the same form posted twice shows one code. */
  readonly id: string
  readonly edition: string
  readonly level: LevelSlug
  readonly codes: readonly string[]
  readonly suggested: number
}

/** Gives the id of the visit. */
export function showCode(site: Site, actor: Person, offered: OfferedLook): Promise<string> {
  const expiresAt = new Date(site.now().getTime() + codeMinutes * 60_000)
  return asActor(site.db, actor, async (db) => {
    const tries = [offered.id, ...Array.from({ length: 9 }, () => randomUUID())]
    for (const id of tries) {
      const { code, secret } = secretsOf(site, id)
      const key = corridorKey(site)
      const hashes = { code: hashOf(key, code), secret: hashOf(key, secret) }
      if (await offerVisit(db, { ...offered, id, holderId: actor.id, hashes, expiresAt })) {
        const { level, edition } = offered
        const details = { about: actor.id, level, edition, statements: offered.codes.length }
        await recordEvent(db, actor, 'sign-off.code-shown', `visit:${id}`, details)
        return id
      }
      if ((await findOwnVisit(db, { id, holderId: actor.id })) !== undefined) return id
    }
    throw new Error('no free code')
  })
}

/** Stopping twice, or after it was opened, changes nothing. */
export function stopCode(db: Database, actor: Person, id: string): Promise<void> {
  return asActor(db, actor, async (db) => {
    await getOwnVisit(db, { id, holderId: actor.id })
    if (!(await stopVisit(db, id))) return
    await recordEvent(db, actor, 'sign-off.code-stopped', `visit:${id}`, { about: actor.id })
  })
}

type Keyed = Pick<Site, 'keyEncryptionKey'>

export function corridorKey({ keyEncryptionKey }: Keyed): Buffer {
  return deriveKey(keyEncryptionKey, 'codes in the corridor')
}

export function secretsOf(site: Keyed, visit: string) {
  const key = corridorKey(site)
  return { code: codeOf(key, visit), secret: secretOf(key, visit) }
}
