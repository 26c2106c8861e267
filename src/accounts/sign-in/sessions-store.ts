import { sql } from 'kysely'
import type { Permission, Person, Proof } from '../../actor.ts'
import type { Transaction } from '../../database/database.ts'
import type { SignedInDevice } from './model/session.ts'

export interface NewSession {
  readonly tokenHash: Buffer
  readonly personId: string
  readonly proof: Proof
  readonly sharedComputer: boolean
  readonly device: string
  readonly now: Date
  readonly expiresAt: Date
}

export async function insertSession(db: Transaction, session: NewSession): Promise<void> {
  await db
    .insertInto('session')
    .values({
      token_hash: session.tokenHash,
      person_id: session.personId,
      proof: session.proof,
      stepped_up_how: session.proof,
      stepped_up_at: session.now,
      shared_computer: session.sharedComputer,
      device: session.device,
      created_at: session.now,
      last_seen_at: session.now,
      expires_at: session.expiresAt,
    })
    .execute()
}

/** Whose it was; undefined where there is none. */
export async function removeSession(
  db: Transaction,
  tokenHash: Buffer,
): Promise<{ readonly personId: string } | undefined> {
  return db
    .deleteFrom('session')
    .where('token_hash', '=', tokenHash)
    .returning('person_id as personId')
    .executeTakeFirst()
}

export async function removeSessionsEndedBy(db: Transaction, now: Date): Promise<void> {
  await db.deleteFrom('session').where('expires_at', '<=', now).execute()
}

/** Minutes without a request after which a session on a shared computer is over. */
const idleMinutes = 10

const isLive = (now: Date) => sql<boolean>`
  expires_at > ${now}
  and not (shared_computer and last_seen_at <= ${now}::timestamptz - make_interval(mins => ${idleMinutes}))`

/** Whose session it is, with what they may do: one round trip, asked on every signed-in request. */
export async function findSessionPerson(
  db: Transaction,
  tokenHash: Buffer,
  now: Date,
): Promise<{ readonly person: Person; readonly seenAt: Date } | undefined> {
  const found = sql<SessionRow>`select * from session_person(${tokenHash}, ${now}, ${idleMinutes})`
  const { rows } = await found.execute(db)
  const [first] = rows
  const person = personOf(rows)
  return first && person && { person, seenAt: first.last_seen_at }
}

export async function setSeen(db: Transaction, tokenHash: Buffer, now: Date): Promise<void> {
  await db
    .updateTable('session')
    .set({ last_seen_at: now })
    .where('token_hash', '=', tokenHash)
    // Another request may have said so in the meantime.
    .where('last_seen_at', '<', now)
    .execute()
}

interface SessionRow {
  readonly id: string
  readonly name: string
  readonly organisation: string | null
  readonly permissions: readonly Permission[]
  readonly session: string
  readonly shared_computer: boolean
  readonly stepped_up_how: Proof
  readonly stepped_up_at: Date
  readonly erase_after: Date | null
  readonly last_seen_at: Date
}

function personOf(rows: readonly SessionRow[]): Person | undefined {
  const first = rows[0]
  if (first === undefined) return undefined
  const permissions = rows.flatMap(({ organisation, permissions }) =>
    permissions.map((permission) => ({ organisation: organisation ?? '', permission })),
  )
  const session = {
    id: first.session,
    sharedComputer: first.shared_computer,
    stepUp: { how: first.stepped_up_how, at: first.stepped_up_at },
  }
  const closing = first.erase_after === null ? undefined : { eraseAfter: first.erase_after }
  const employers = rows.flatMap(({ organisation }) => organisation ?? [])
  return {
    kind: 'person',
    id: first.id,
    name: first.name,
    session,
    closing,
    employers,
    permissions,
  }
}

/** False where the session is over, or where its token was changed by another request just now. */
export async function setSteppedUp(
  db: Transaction,
  step: {
    readonly tokenHash: Buffer
    readonly newTokenHash: Buffer
    readonly how: Proof
    readonly now: Date
  },
): Promise<{ readonly personId: string } | undefined> {
  const row = await db
    .updateTable('session')
    .set({
      token_hash: step.newTokenHash,
      stepped_up_how: step.how,
      stepped_up_at: step.now,
      last_seen_at: step.now,
    })
    .where('token_hash', '=', step.tokenHash)
    .where(isLive(step.now))
    .returning('person_id as personId')
    .executeTakeFirst()
  return row
}

/** The latest first. */
export async function listSessions(
  db: Transaction,
  { personId, now }: { readonly personId: string; readonly now: Date },
): Promise<SignedInDevice[]> {
  return db
    .selectFrom('session')
    .where('person_id', '=', personId)
    .where(isLive(now))
    .orderBy('last_seen_at', 'desc')
    .select(['id', 'device', 'proof', 'shared_computer as sharedComputer'])
    .select(['created_at as startedAt', 'last_seen_at as seenAt'])
    .execute()
}

/** False where this person has no such session. */
export async function removeSessionOf(
  db: Transaction,
  { id, personId }: { readonly id: string; readonly personId: string },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('session')
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** How many were ended. Without `except`, all of them. */
export async function removeSessionsOf(
  db: Transaction,
  { personId, except }: { readonly personId: string; readonly except?: string | undefined },
): Promise<number> {
  let ending = db.deleteFrom('session').where('person_id', '=', personId)
  if (except !== undefined) ending = ending.where('id', '<>', except)
  const { numDeletedRows } = await ending.executeTakeFirst()
  return Number(numDeletedRows)
}

/** True the first time that somebody signs in on such a device, but for the very first device. */
export async function insertKnownDevice(
  db: Transaction,
  { personId, device, now }: { personId: string; device: string; now: Date },
): Promise<boolean> {
  const others = await db
    .selectFrom('known_device')
    .where('person_id', '=', personId)
    .select('device')
    .execute()
  if (others.some((known) => known.device === device)) return false
  await db
    .insertInto('known_device')
    .values({ person_id: personId, device, first_seen_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return others.length > 0
}
