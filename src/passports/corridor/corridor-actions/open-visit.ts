import { hasPermission, type Person } from '../../../actor.ts'
import { recordEvent } from '../../../audit/audit-store.ts'
import { asActor } from '../../../database/as-actor.ts'
import type { Transaction } from '../../../database/database.ts'
import { NotFound } from '../../../errors.ts'
import { paths } from '../../../paths.ts'
import type { Site } from '../../../web/site.ts'
import { getSigningAmong } from '../../sign-offs/signings-store.ts'
import { hashOf } from '../model/corridor-code.ts'
import { getVisitTo, openCode } from '../visits-store.ts'
import { corridorKey } from './show-code.ts'

type Shown = { readonly code: string } | { readonly secret: string }

/**
 * The page that it opens: the visit, or what waits in it for a second assessor once it was signed.
 * Undefined for whatever does not work, and nothing more is ever said of why.
 */
export function openByCode(site: Site, actor: Person, shown: Shown): Promise<string | undefined> {
  const key = corridorKey(site)
  const hashes =
    'code' in shown ? { code: hashOf(key, shown.code) } : { secret: hashOf(key, shown.secret) }
  return asActor(site.db, actor, async (db) => {
    const { second, visit } = await openCode(db, hashes)
    if (second !== null) return openedSecond(db, actor, second)
    return visit === null ? undefined : openedVisit(db, actor, visit)
  })
}

async function openedVisit(db: Transaction, actor: Person, id: string): Promise<string> {
  const { holderId: about, opened } = await getVisitTo(db, { id, assessorId: actor.id })
  const { organisation } = opened
  await recordEvent(db, actor, 'sign-off.code-opened', `visit:${id}`, { organisation, about })
  return paths.visit(id)
}

/** The same code, on a second phone, after the first assessor signed. */
async function openedSecond(db: Transaction, actor: Person, id: string): Promise<string> {
  const { organisation, holderId } = await getSigningAmong(db, { id, personId: actor.id })
  const details = { organisation, about: holderId }
  await recordEvent(db, actor, 'sign-off.second-opened', `signing:${id}`, details)
  return paths.second(id)
}

/** Throws NotFound for somebody who signs off nowhere. */
export function refuseNoAssessor(actor: Person): void {
  if (!hasPermission(actor, 'assess')) throw new NotFound('signs off nowhere')
}
