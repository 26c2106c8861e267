import { hasPermission, type Person } from '../../../actor.ts'
import { recordEvent } from '../../../audit/audit-store.ts'
import { asActor } from '../../../database/as-actor.ts'
import { NotFound } from '../../../errors.ts'
import type { Site } from '../../../web/site.ts'
import { hashOf } from '../model/corridor-code.ts'
import { getVisitTo, openVisit } from '../visits-store.ts'
import { corridorKey } from './show-code.ts'

type Shown = { readonly code: string } | { readonly secret: string }

/** The visit's id; undefined for whatever does not work, and nothing more is ever said of why. */
export function openByCode(site: Site, actor: Person, shown: Shown): Promise<string | undefined> {
  const key = corridorKey(site)
  const hashes =
    'code' in shown ? { code: hashOf(key, shown.code) } : { secret: hashOf(key, shown.secret) }
  return asActor(site.db, actor, async (db) => {
    const id = await openVisit(db, hashes)
    if (id === undefined) return undefined
    const { holderId: about, opened } = await getVisitTo(db, { id, assessorId: actor.id })
    const { organisation } = opened
    await recordEvent(db, actor, 'sign-off.code-opened', `visit:${id}`, { organisation, about })
    return id
  })
}

/** Throws NotFound for somebody who signs off nowhere. */
export function refuseNoAssessor(actor: Person): void {
  if (!hasPermission(actor, 'assess')) throw new NotFound('signs off nowhere')
}
