import { createHash, randomBytes } from 'node:crypto'
import type { Job, Person } from '../actor.ts'
import { recordEvent } from '../audit/audit-store.ts'
import { asActor } from '../database/as-actor.ts'
import type { Database } from '../database/database.ts'
import { NotFound } from '../errors.ts'
import {
  findSessionPerson,
  insertSession,
  listDemonstrationPeople,
  removeSession,
  removeSessionsEndedBy,
} from './accounts-store.ts'
import type { DemonstrationPerson } from './model/account.ts'

const signIn: Job = { kind: 'job', name: 'sign-in' }

/** A working day, and no longer: phones are shared and lost. */
const sessionHours = 12

/** Starts a session for a made-up person and gives its token. Called under DEMO alone. */
export function signInToDemonstration(db: Database, personId: string, now: Date): Promise<string> {
  const token = randomBytes(32).toString('base64url')
  return asActor(db, signIn, async (db) => {
    const people = await listDemonstrationPeople(db)
    if (!people.some(({ id }) => id === personId))
      throw new NotFound('no such demonstration person')
    await removeSessionsEndedBy(db, now)
    const expiresAt = new Date(now.getTime() + sessionHours * 3_600_000)
    await insertSession(db, { tokenHash: hashOf(token), personId, expiresAt })
    await recordEvent(db, signIn, 'session.started', `person:${personId}`)
    return token
  })
}

export function signOut(db: Database, token: string): Promise<void> {
  return asActor(db, signIn, (db) => removeSession(db, hashOf(token)))
}

export function personOfSession(
  db: Database,
  token: string,
  now: Date,
): Promise<Person | undefined> {
  return asActor(db, signIn, (db) => findSessionPerson(db, hashOf(token), now))
}

export function demonstrationPeople(db: Database): Promise<DemonstrationPerson[]> {
  return asActor(db, signIn, (db) => listDemonstrationPeople(db))
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
