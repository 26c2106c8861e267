/** Nobody shuts themselves out: the last way in stays. */
import type { Person } from '../actor.ts'
import { recordEvent } from '../audit/audit-store.ts'
import type { Act } from '../audit/model/act-words.ts'
import { asActor } from '../database/as-actor.ts'
import type { Transaction } from '../database/database.ts'
import { Conflict, NotFound } from '../errors.ts'
import type { Site } from '../web/site.ts'
import type { AccountChange } from './sign-in/model/letters.ts'
import { tellOthers } from './sign-in/tell-others.ts'
import { countWaysIn, lockWaysIn } from './ways-in-store.ts'

/** Takes one way in away by `remove`, and throws Conflict, which undoes it, where it was the last. */
export async function keepAWayIn(
  db: Transaction,
  { config }: Site,
  personId: string,
  remove: () => Promise<void>,
): Promise<void> {
  const person = { personId, providers: config.openIdProviders.map(({ slug }) => slug) }
  await lockWaysIn(db, person)
  await remove()
  if ((await countWaysIn(db, person)) > 0) return
  throw new Conflict(
    'This is your only way to sign in, so it was not removed. Add another way first, then come back and remove it.',
  )
}

interface WayIn {
  readonly kind: 'identity' | 'passkey'
  readonly id: string
  readonly act: Act
  readonly change: AccountChange
  /** As `nameDevice` says it. */
  readonly device: string
  /** False where the person has none of this id. */
  readonly remove: (db: Transaction, own: { id: string; personId: string }) => Promise<boolean>
}

/** Throws NotFound for one that is not the person's own, and Conflict for their last. */
export function removeWayIn(
  site: Site,
  person: Person,
  { kind, id, act, change, device, remove }: WayIn,
): Promise<void> {
  const personId = person.id
  return asActor(site.db, person, (db) =>
    keepAWayIn(db, site, personId, async () => {
      if (!(await remove(db, { id, personId }))) throw new NotFound(`${kind} ${id}`)
      await recordEvent(db, person, act, `${kind}:${id}`, { stepUp: person.session?.stepUp })
      await tellOthers(db, site, { personId, change, device })
    }),
  )
}
