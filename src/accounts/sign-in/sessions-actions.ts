/** Sessions: started by every way of signing in, made sure of again, listed and ended. */
import { createHash, randomBytes } from 'node:crypto'
import type { Job, Person, Proof } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Database, Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import { sessionEnd } from './model/session.ts'
import * as store from './sessions-store.ts'

/** Acts while nobody is signed in yet. Every way of signing in opens its transaction as this. */
export const signInJob: Job = { kind: 'job', name: 'sign-in' }

export interface SessionStart {
  readonly personId: string
  readonly proof: Proof
  readonly sharedComputer: boolean
  /** As `nameDevice` says it. */
  readonly device: string
  readonly now: Date
  /** The token that the browser brought along, whose session ends: a token is never adopted. */
  readonly earlierToken?: string | undefined
}

/** Starts a session, as `signInJob`, and gives its token: new each time, and never the browser's. */
export async function startSession(db: Transaction, start: SessionStart): Promise<string> {
  const { earlierToken, now, ...session } = start
  const token = newToken()
  await store.removeSessionsEndedBy(db, now)
  if (earlierToken !== undefined) await endSessionOf(db, earlierToken)
  const expiresAt = sessionEnd(now)
  await store.insertSession(db, { ...session, now, expiresAt, tokenHash: hashOf(token) })
  await recordEvent(db, signInJob, 'session.started', `person:${start.personId}`, {
    proof: start.proof,
    sharedComputer: start.sharedComputer,
  })
  return token
}

/**
 * Notes, as `signInJob`, that the person of a session showed again that it is them, and gives the
 * token that the session has from now on. Undefined where the session has ended.
 */
export async function recordStepUp(
  db: Transaction,
  { token, how, now }: { readonly token: string; readonly how: Proof; readonly now: Date },
): Promise<string | undefined> {
  const next = newToken()
  const step = { tokenHash: hashOf(token), newTokenHash: hashOf(next), how, now }
  const stepped = await store.setSteppedUp(db, step)
  if (stepped === undefined) return undefined
  await recordEvent(db, signInJob, 'session.stepped-up', `person:${stepped.personId}`, { how })
  return next
}

/** A reading, and a writing once a minute at most: to know when a shared computer was last used. */
export function personOfSession(
  db: Database,
  token: string,
  now: Date,
): Promise<Person | undefined> {
  const tokenHash = hashOf(token)
  return asActor(db, signInJob, async (db) => {
    const found = await store.findSessionPerson(db, tokenHash, now)
    if (found === undefined) return undefined
    const unseen = now.getTime() - found.seenAt.getTime()
    if (unseen >= 60_000) await store.setSeen(db, tokenHash, now)
    return found.person
  })
}

export function signOut(db: Database, token: string): Promise<void> {
  return asActor(db, signInJob, (db) => endSessionOf(db, token))
}

/** Throws NotFound for a session that is not the person's own. */
export function endSession(db: Database, person: Person, id: string): Promise<void> {
  return asActor(db, person, async (db) => {
    if (!(await store.removeSessionOf(db, { id, personId: person.id }))) {
      throw new NotFound(`session ${id}`)
    }
    await recordEvent(db, person, 'session.ended', `person:${person.id}`, { sessions: 1 })
  })
}

/** All but the one that the person acts in. */
export function endOtherSessions(db: Database, person: Person): Promise<number> {
  return asActor(db, person, async (db) => {
    const ended = { personId: person.id, except: person.session?.id }
    const sessions = await store.removeSessionsOf(db, ended)
    await recordEvent(db, person, 'session.ended', `person:${person.id}`, { sessions })
    return sessions
  })
}

async function endSessionOf(db: Transaction, token: string): Promise<void> {
  const ended = await store.removeSession(db, hashOf(token))
  if (ended === undefined) return
  await recordEvent(db, signInJob, 'session.ended', `person:${ended.personId}`, { sessions: 1 })
}

function newToken(): string {
  return randomBytes(32).toString('base64url')
}

export function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
