/** Closing an account: asked for, undone, and in the end carried out. */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { listAddresses } from '../../accounts/sign-in/addresses-store.ts'
import { stillReaches } from '../../accounts/sign-in/model/email-address.ts'
import { removeSessionsOf } from '../../accounts/sign-in/sessions-store.ts'
import type { Job, Person } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Database, Transaction } from '../../database/database.ts'
import { Conflict } from '../../errors.ts'
import { dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import type { PersonalPart } from '../../personal-record.ts'
import type { Site } from '../../web/site.ts'
import { beginErasure, insertClosing, listDueClosings, setClosingUndone } from './closing-store.ts'
import { accountClosingLetter } from './model/account-closing-letter.ts'
import { daysToUndo } from './model/days-to-undo.ts'

export interface Leaving {
  readonly site: Site
  readonly parts: readonly PersonalPart[]
}

/** The database asks its own clock whether the day has come. */
const clocksApart = 60_000

/**
 * From now on nobody waits for this person, no link of theirs opens and they are signed in nowhere.
 * Asking twice changes nothing.
 */
export function askToClose({ site, parts }: Leaving, person: Person): Promise<void> {
  const { db, jobs, now } = site
  const askedAt = now()
  const eraseAfter = new Date(askedAt.getTime() + daysToUndo * 86_400_000)
  return asActor(db, person, async (db) => {
    const closing = { id: randomUUID(), personId: person.id, askedAt, eraseAfter }
    if (!(await insertClosing(db, closing))) return
    for (const part of parts) await part.closeFor?.(db, person)
    await removeSessionsOf(db, { personId: person.id })
    const startAfter = new Date(eraseAfter.getTime() + clocksApart)
    await jobs.send(db, 'erase-account', { personId: person.id }, { startAfter })
    await tellClosing(db, site, { personId: person.id, eraseAfter })
    await recordEvent(db, person, 'account.closing-asked', `person:${person.id}`, {
      eraseAfter: dayOf(eraseAfter),
    })
  })
}

async function tellClosing(
  db: Transaction,
  { post, config }: Site,
  { personId, eraseAfter }: { readonly personId: string; readonly eraseAfter: Date },
): Promise<void> {
  const letter = accountClosingLetter(eraseAfter, `${config.baseUrl}${paths.signIn()}`)
  const today = dayOf(eraseAfter)
  for (const known of await listAddresses(db, { personId })) {
    if (stillReaches(known, today)) await post(db, { to: known.address, ...letter })
  }
}

/** Throws Conflict where it is too late. */
export function keepAccount({ db, now }: Site, person: Person): Promise<void> {
  return asActor(db, person, async (db) => {
    if (!(await setClosingUndone(db, { personId: person.id }, now()))) {
      throw new Conflict('Your account is not closing any more. Nothing was changed just now.')
    }
    await recordEvent(db, person, 'account.closing-undone', `person:${person.id}`)
  })
}

export const erasureDetails = z.object({ personId: z.uuid() })

const eraser: Job = { kind: 'job', name: 'erase-account' }

/** All of it or nothing. False when it was undone, is not due yet, or is done. */
export function eraseAccount(
  db: Database,
  parts: readonly PersonalPart[],
  personId: string,
): Promise<boolean> {
  return asActor(db, eraser, async (db) => {
    if (!(await beginErasure(db, { personId }))) return false
    for (const part of parts.toReversed()) await part.eraseFor?.(db, { personId })
    await recordEvent(db, eraser, 'account.erased', `person:${personId}`)
    return true
  })
}

/** For a job that was lost: whoever's day has come is erased, each in a transaction of their own. */
export async function eraseDueAccounts(
  db: Database,
  parts: readonly PersonalPart[],
): Promise<number> {
  let erased = 0
  for (const personId of await asActor(db, eraser, listDueClosings)) {
    if (await eraseAccount(db, parts, personId)) erased += 1
  }
  return erased
}
