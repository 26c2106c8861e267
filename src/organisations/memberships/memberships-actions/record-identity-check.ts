import type { IdentityCheckWay } from '../../../accounts/model/account.ts'
import type { Person } from '../../../actor.ts'
import { recordEvent } from '../../../audit/audit-store.ts'
import { asActor } from '../../../database/as-actor.ts'
import type { Database } from '../../../database/database.ts'
import { Conflict } from '../../../errors.ts'
import { insertIdentityCheck } from '../checks-store.ts'
import { standingOfAll } from '../model/person-at.ts'
import { getPersonAt } from '../people-store.ts'
import { requireManager } from './manage-jobs.ts'

/** `id` comes with the form: sent twice it is recorded once. */
export function recordIdentityCheck(
  db: Database,
  actor: Person,
  check: {
    readonly id: string
    readonly organisation: string
    readonly personId: string
    readonly how: IdentityCheckWay
    readonly on: string
    readonly today: string
  },
): Promise<void> {
  const { id, organisation, personId, how, on, today } = check
  requireManager(actor, organisation)
  return asActor(db, actor, async (db) => {
    const { name, jobs } = await getPersonAt(db, { personId, organisation })
    if (personId === actor.id) throw new Conflict('Another manager checks who you are.')
    if (standingOfAll(jobs, today) !== 'now') throw new Conflict(`${name} does not work here now.`)
    await insertIdentityCheck(db, { id, organisation, personId, how, on, by: actor.id })
    await recordEvent(db, actor, 'identity.checked', `person:${personId}`, {
      organisation,
      how,
      on,
    })
  })
}
