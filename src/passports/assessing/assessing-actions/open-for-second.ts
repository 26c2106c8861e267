import type { Person } from '../../../actor.ts'
import { recordEvent } from '../../../audit/audit-store.ts'
import { asActor } from '../../../database/as-actor.ts'
import type { Site } from '../../../web/site.ts'
import { corridorKey } from '../../corridor/corridor-actions/show-code.ts'
import { hashOf } from '../../corridor/model/corridor-code.ts'
import { getSigningAmong } from '../../sign-offs/signings-store.ts'
import { openForSecond } from '../seconds-store.ts'

/**
 * The same code, on a second phone, after the first assessor signed: the first signing that waits.
 * Undefined for everything else, which is then a code like any other.
 */
export function openForSecondByCode(
  site: Site,
  actor: Person,
  shown: { readonly code: string } | { readonly secret: string },
): Promise<string | undefined> {
  const key = corridorKey(site)
  const hashes =
    'code' in shown ? { code: hashOf(key, shown.code) } : { secret: hashOf(key, shown.secret) }
  return asActor(site.db, actor, async (db) => {
    const id = await openForSecond(db, hashes)
    if (id === undefined) return undefined
    const { organisation, holderId } = await getSigningAmong(db, { id, personId: actor.id })
    const details = { organisation, about: holderId }
    await recordEvent(db, actor, 'sign-off.second-opened', `signing:${id}`, details)
    return id
  })
}
