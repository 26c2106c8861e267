import { createHash, createHmac, hkdfSync } from 'node:crypto'
import { findNames } from '../../accounts/accounts-store.ts'
import type { Link, Person } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import { recordViewing } from '../../audit/viewings-store.ts'
import {
  findSharedCredentials,
  type StoredCredential,
} from '../../credentials/credentials-store.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Database } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import { dayOf } from '../../language/days.ts'
import type { Site } from '../../web/site.ts'
import { findLiveShare, insertShare, insertShareEnd, listSharedIds } from './shares-store.ts'

export interface ShareForm {
  /** Made with the form, so that the same form posted twice makes one link. */
  readonly id: string
  readonly credentials: readonly string[]
  readonly days: number
}

export interface MadeShare {
  readonly token: string
  readonly expiresAt: Date
}

/** The token is given back here and kept nowhere: the table holds its hash. */
export function shareCredentials(site: Site, actor: Person, share: ShareForm): Promise<MadeShare> {
  const { id, credentials, days } = share
  const token = tokenOf(site, id)
  const expiresAt = new Date(site.now().getTime() + days * 86_400_000)
  return asActor(site.db, actor, async (db) => {
    const made = { id, holderId: actor.id, tokenHash: hashOf(token), expiresAt, credentials }
    const first = await insertShare(db, made)
    if (first) {
      await recordEvent(db, actor, 'share.made', `share:${id}`, {
        ...{ about: actor.id, credentials: credentials.length, days },
      })
      return { token, expiresAt }
    }
    const held = await findLiveShare(db, { tokenHash: hashOf(token), now: site.now() })
    if (held?.holderId !== actor.id) throw new NotFound(`share ${id}`)
    return { token, expiresAt: held.expiresAt }
  })
}

/** Stopping it twice changes nothing. */
export function stopSharing(db: Database, actor: Person, id: string): Promise<void> {
  return asActor(db, actor, async (db) => {
    if (!(await insertShareEnd(db, { id, holderId: actor.id }))) throw new NotFound(`share ${id}`)
    await recordEvent(db, actor, 'share.stopped', `share:${id}`, { about: actor.id })
  })
}

export interface OpenedShare {
  readonly holderName: string
  readonly expiresAt: Date
  readonly credentials: readonly StoredCredential[]
}

const opener = { kind: 'job', name: 'open-share' } as const

/** What a live link shows. Throws NotFound for one that has ended, or that never was. */
export async function openShare(site: Site, token: string): Promise<OpenedShare> {
  const { db, now } = site
  const share = await asActor(db, opener, (db) =>
    findLiveShare(db, { tokenHash: hashOf(token), now: now() }),
  )
  if (share === undefined) throw new NotFound('no such link')
  const link: Link = { kind: 'link', id: share.id }
  return asActor(db, link, async (db) => {
    const credentials = await findSharedCredentials(
      db,
      await listSharedIds(db, { shareId: share.id }),
    )
    const names = await findNames(db, [share.holderId])
    const holderName = names.get(share.holderId)
    // Stopped between the two transactions: row-level security shows nothing any more.
    if (holderName === undefined) throw new NotFound('no such link')
    const { id: subjectId, holderId } = share
    const about = dayOf(share.at)
    await recordViewing(db, { holderId, viewer: link, what: 'share', subjectId, about })
    return { holderName, expiresAt: share.expiresAt, credentials }
  })
}

/**
 * Made from the form's id with a key of the service, so that a form posted twice shows the same
 * link. Neither the table nor the form is enough to make it.
 */
function tokenOf({ keyEncryptionKey }: Site, shareId: string): string {
  const key = hkdfSync('sha256', keyEncryptionKey, '', 'lanyard share link', 32)
  return createHmac('sha256', Buffer.from(key)).update(shareId).digest('base64url')
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
