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
import { maySeeShare, type StandingSupervisor } from './model/audience.ts'
import { type Depth, lastDayFrom, type StandingShare } from './model/standing-share.ts'
import {
  endStandingShares,
  insertStandingShare,
  listStandingShares,
  listStandingSupervisors,
  type SharedWith,
} from './sharing-store.ts'

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

/**
 * The same again changes nothing, but lets whoever supervises since see it too. Throws NotFound for
 * where they do not work, and for supervisors where they have none.
 */
export function shareStanding(
  { db, now }: Pick<Site, 'db' | 'now'>,
  person: Person,
  { organisation, audience, depth }: SharedWith & { readonly depth: Depth },
): Promise<void> {
  const today = dayOf(now())
  const holderId = person.id
  return asActor(db, person, async (db) => {
    await lockPassport(db, holderId)
    const supervisors = await requireAudience(db, { holderId, organisation, audience, today })
    const chosen = { holderId, organisation, audience, depth, endsOn: lastDayFrom(today) }
    const shares = await listStandingShares(db, { holderId })
    if (shares.some((one) => isTheSame(one, chosen, supervisors))) return
    await endStandingShares(db, { holderId, organisation, audience })
    const id = await insertStandingShare(db, chosen)
    const details = { about: holderId, with: organisation, audience, depth, ends: chosen.endsOn }
    await recordEvent(db, person, 'standing.shared', `standing-share:${id}`, details)
  })
}

/** The supervisors that it is for: none where it is for managers. */
async function requireAudience(
  db: Transaction,
  { holderId, organisation, audience, today }: SharedWith & Of,
): Promise<StandingSupervisor[]> {
  const employers = await listEmployers(db, { personId: holderId, today })
  if (!employers.some((one) => one.organisation === organisation)) {
    throw new NotFound(`does not work at ${organisation}`)
  }
  if (audience === 'managers') return []
  const all = await listStandingSupervisors(db, { holderId })
  const there = all.filter((one) => one.organisation === organisation)
  if (there.length === 0) throw new NotFound(`nobody supervises them at ${organisation}`)
  return there
}

interface Of {
  readonly holderId: string
  readonly today: string
}

/** It counts, to the same day, and all whom it is for see it. */
function isTheSame(
  share: StandingShare,
  chosen: SharedWith & Pick<StandingShare, 'depth' | 'endsOn'>,
  supervisors: readonly StandingSupervisor[],
): boolean {
  const parts = ['organisation', 'audience', 'depth', 'endsOn'] as const
  return (
    share.live &&
    parts.every((part) => share[part] === chosen[part]) &&
    supervisors.every((one) => maySeeShare(share, one))
  )
}

/** For one audience at one employer. Stopping what is stopped changes nothing. */
export function stopStanding(db: Database, person: Person, shared: SharedWith): Promise<void> {
  return asActor(db, person, (db) => stopIn(db, person, shared))
}

/** In the transaction of somebody who asks to close, with everybody. */
export async function stopIn(db: Transaction, person: Person, shared?: SharedWith): Promise<void> {
  for (const id of await endStandingShares(db, { holderId: person.id, ...shared })) {
    await recordEvent(db, person, 'standing.stopped', `standing-share:${id}`, { about: person.id })
  }
}
