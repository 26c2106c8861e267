/** Choosing who sees where one stands, and stopping it. */
import type { Person } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Database, Transaction } from '../../database/database.ts'
import { NotFound } from '../../errors.ts'
import { dayOf } from '../../language/days.ts'
import { listOwnJobs } from '../../organisations/memberships/own-jobs-store.ts'
import { lockPassport } from '../../passports/passports-store.ts'
import type { Site } from '../../web/site.ts'
import { type Depth, lastDayFrom } from './model/standing-share.ts'
import { endStandingShares, insertStandingShare, listStandingShares } from './sharing-store.ts'

export interface Employer {
  readonly organisation: string
  readonly organisationName: string
}

/** Where they work today, by name. */
export async function listEmployers(
  db: Transaction,
  { personId, today }: { readonly personId: string; readonly today: string },
): Promise<Employer[]> {
  const jobs = await listOwnJobs(db, { personId })
  const now = jobs.filter(({ from, to }) => from <= today && (to === undefined || to >= today))
  const names = new Map(now.map((job) => [job.organisation, job.organisationName]))
  return [...names]
    .map(([organisation, organisationName]) => ({ organisation, organisationName }))
    .sort((one, other) => one.organisationName.localeCompare(other.organisationName, 'en-GB'))
}

/** The same again changes nothing. Throws NotFound for where they do not work. */
export function shareStanding(
  { db, now }: Pick<Site, 'db' | 'now'>,
  person: Person,
  { organisation, depth }: { readonly organisation: string; readonly depth: Depth },
): Promise<void> {
  const today = dayOf(now())
  const holderId = person.id
  return asActor(db, person, async (db) => {
    await lockPassport(db, holderId)
    const employers = await listEmployers(db, { personId: holderId, today })
    if (!employers.some((one) => one.organisation === organisation)) {
      throw new NotFound(`does not work at ${organisation}`)
    }
    const shares = await listStandingShares(db, { holderId })
    const same = shares.find((one) => one.organisation === organisation && one.live)
    const endsOn = lastDayFrom(today)
    if (same?.depth === depth && same.endsOn === endsOn) return
    await endStandingShares(db, { holderId, organisation })
    const id = await insertStandingShare(db, { holderId, organisation, depth, endsOn })
    const details = { about: holderId, with: organisation, depth, ends: endsOn }
    await recordEvent(db, person, 'standing.shared', `standing-share:${id}`, details)
  })
}

/** With one employer. Stopping what is stopped changes nothing. */
export function stopStanding(db: Database, person: Person, organisation: string): Promise<void> {
  return asActor(db, person, (db) => stopIn(db, person, organisation))
}

/** In the transaction of somebody who asks to close, with everybody. */
export async function stopIn(
  db: Transaction,
  person: Person,
  organisation?: string | undefined,
): Promise<void> {
  for (const id of await endStandingShares(db, { holderId: person.id, organisation })) {
    await recordEvent(db, person, 'standing.stopped', `standing-share:${id}`, { about: person.id })
  }
}
