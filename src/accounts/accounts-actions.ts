import { asActor } from '../database/as-actor.ts'
import type { Database } from '../database/database.ts'
import { NotFound } from '../errors.ts'
import { listDemonstrationPeople } from './accounts-store.ts'
import type { DemonstrationPerson } from './model/account.ts'
import { type SessionStart, signInJob, startSession } from './sign-in/sessions-actions.ts'

export { personOfSession, signOut } from './sign-in/sessions-actions.ts'

type Browser = Pick<SessionStart, 'device' | 'earlierToken' | 'sharedComputer'>

/** Starts a session for a made-up person and gives its token. Called under DEMO alone. */
export function signInToDemonstration(
  db: Database,
  personId: string,
  now: Date,
  browser: Browser = { device: 'A test', sharedComputer: false },
): Promise<string> {
  return asActor(db, signInJob, async (db) => {
    const people = await listDemonstrationPeople(db)
    if (!people.some(({ id }) => id === personId))
      throw new NotFound('no such demonstration person')
    return startSession(db, { ...browser, personId, proof: 'demonstration', now })
  })
}

export function demonstrationPeople(db: Database): Promise<DemonstrationPerson[]> {
  return asActor(db, signInJob, (db) => listDemonstrationPeople(db))
}
