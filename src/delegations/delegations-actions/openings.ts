/** A worker gives a code away; a registrant of another employer opens it, and may ask them. */
import { createHash, randomInt, randomUUID } from 'node:crypto'
import type { Person } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Database } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import type { Site } from '../../web/site.ts'
import { insertOpening, openWorker, setOpeningEnded } from '../openings-store.ts'

const days = 7
/** No letter that looks like a figure: fifty bits, read out over the phone. */
const alphabet = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'
const length = 10

/** The code, shown once: only its mark is kept. */
export function giveCode(
  { db, now }: Pick<Site, 'db' | 'now'>,
  actor: Person,
  { workerAt }: { readonly workerAt?: string | undefined },
): Promise<string> {
  const code = Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('')
  const expiresAt = new Date(now().getTime() + days * 86_400_000)
  return asActor(db, actor, async (db) => {
    const id = randomUUID()
    await insertOpening(db, { id, workerId: actor.id, workerAt, codeHash: markOf(code), expiresAt })
    await recordEvent(db, actor, 'delegation.code-given', `opening:${id}`)
    return code
  })
}

/** Throws NotFound for somebody else's. */
export function endCode(db: Database, actor: Person, id: string): Promise<void> {
  return asActor(db, actor, async (db) => {
    const ended = await setOpeningEnded(db, { id, workerId: actor.id })
    if (!ended) throw new NotFound(`opening ${id}`)
    await recordEvent(db, actor, 'delegation.code-ended', `opening:${id}`)
  })
}

/** Undefined for whatever does not work, and nothing more is ever said of why. */
export function openByCode(
  db: Database,
  actor: Person,
  { code, organisation }: { readonly code: string; readonly organisation: string },
): Promise<string | undefined> {
  return asActor(db, actor, async (db) => {
    const workerId = await openWorker(db, { codeHash: markOf(code), organisation })
    if (workerId === undefined) return undefined
    const details = { about: workerId }
    await recordEvent(db, actor, 'delegation.code-opened', `person:${workerId}`, details)
    return workerId
  })
}

function markOf(code: string): Buffer {
  const plain = code.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return createHash('sha256').update(`delegation:${plain}`).digest()
}
