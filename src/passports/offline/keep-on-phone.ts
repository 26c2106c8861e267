/** Somebody says that a phone is their own, so that it may keep their passport for when there is no signal. */
import type { Person } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Database } from '../../database/database.ts'
import { Conflict } from '../../errors.ts'

/** What is kept is on the phone alone: here stands only that it was said, where its holder can read it. */
export async function keepOnPhone(db: Database, actor: Person): Promise<void> {
  refuseSharedComputer(actor)
  await asActor(db, actor, (db) =>
    recordEvent(db, actor, 'phone.kept', `person:${actor.id}`, {
      session: actor.session?.id ?? '',
    }),
  )
}

/** Throws Conflict. */
export function refuseSharedComputer({ session }: Person): void {
  if (session?.sharedComputer !== true) return
  throw new Conflict('This is a shared computer, so nothing of yours is kept on it.')
}
