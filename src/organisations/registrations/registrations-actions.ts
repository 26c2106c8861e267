/** A person says that they are registered; somebody at their employer looks it up. */
import type { CheckOutcome } from '../../accounts/model/account.ts'
import { hasPermission, type Person } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Database } from '../../database/database.ts'
import { Conflict, NotFound } from '../../errors.ts'
import {
  insertRegistration,
  insertRegistrationCheck,
  listRegistrations,
  setRegistrationEnded,
} from './registrations-store.ts'

export interface Recorded {
  readonly regulator: string
  readonly number: string
  readonly profession: string
}

/** A changed number is a new record, which nobody has checked. The same again changes nothing. */
export function recordRegistration(
  db: Database,
  actor: Person,
  { now, ...recorded }: Recorded & { readonly now: Date },
): Promise<void> {
  return asActor(db, actor, async (db) => {
    const personId = actor.id
    const standing = await listRegistrations(db, { personId })
    const { regulator, number, profession } = recorded
    const before = standing.find((one) => one.regulator === regulator)
    if (before?.number === number && before.profession === profession) return
    await setRegistrationEnded(db, { personId, by: { regulator }, at: now })
    const id = await insertRegistration(db, { personId, ...recorded })
    if (id === undefined) throw new Conflict('You recorded this just now in another window.')
    await recordEvent(db, actor, 'registration.recorded', `registration:${id}`, { about: personId })
  })
}

/** They are not on that register any more. Throws NotFound for somebody else's. */
export function endRegistration(
  db: Database,
  actor: Person,
  { id, now }: { readonly id: string; readonly now: Date },
): Promise<void> {
  return asActor(db, actor, async (db) => {
    const ended = await setRegistrationEnded(db, { personId: actor.id, by: { id }, at: now })
    if (ended === undefined) throw new NotFound(`registration ${id}`)
    await recordEvent(db, actor, 'registration.ended', `registration:${id}`, { about: actor.id })
  })
}

export interface Checked {
  /** Comes with the form: sent twice it is recorded once. */
  readonly id: string
  readonly organisation: string
  readonly personId: string
  readonly registrationId: string
  readonly outcome: CheckOutcome
  readonly on: string
}

/** What was found on the public register, by hand. Only of a number that still stands. */
export function checkRegistration(db: Database, actor: Person, checked: Checked): Promise<void> {
  const { organisation, personId, registrationId, outcome, on } = checked
  requireChecker(actor, organisation)
  return asActor(db, actor, async (db) => {
    if (personId === actor.id) throw new Conflict('A colleague checks your registration.')
    const standing = await listRegistrations(db, { personId, checkedAt: organisation })
    if (!standing.some(({ id }) => id === registrationId)) {
      throw new Conflict('The number was changed while you looked. Check the new one.')
    }
    await insertRegistrationCheck(db, { ...checked, by: actor.id })
    await recordEvent(db, actor, 'registration.checked', `registration:${registrationId}`, {
      ...{ organisation, about: personId, outcome, on },
    })
  })
}

/** Throws NotFound for whoever neither manages people there nor answers for sign-offs. */
export function requireChecker(actor: Person, organisation: string): void {
  const may = (['manage-team', 'issue'] as const).some((one) =>
    hasPermission(actor, one, organisation),
  )
  if (!may) throw new NotFound(`checks no registrations at ${organisation}`)
}
