/** What becomes of somebody's job here: another one, another title or team, an end. */
import { hasPermission, type Person } from '../../../actor.ts'
import { recordEvent } from '../../../audit/audit-store.ts'
import { asActor } from '../../../database/as-actor.ts'
import type { Database, Transaction } from '../../../database/database.ts'
import { Conflict, NotFound } from '../../../errors.ts'
import { addDays } from '../../../language/days.ts'
import type { Site } from '../../../web/site.ts'
import { listManagersAfter, lockManagers, setGrantsExpired } from '../grants-store.ts'
import { daysToTakeBackAnEnd, type Job, standingOfAll } from '../model/person-at.ts'
import { getPersonAt, insertJob, setJobTeams, setJobTitle, setLastDay } from '../people-store.ts'
import { tellWorker } from '../tell-workers.ts'

/** What a change needs that its worker is told of. */
export type ChangeSite = Pick<Site, 'db' | 'jobs'>

export interface JobHere {
  readonly organisation: string
  readonly personId: string
  /** Of the membership. */
  readonly jobId: string
}

/** Throws NotFound for whoever does not manage people there. */
export function requireManager(actor: Person, organisation: string): void {
  if (!hasPermission(actor, 'manage-team', organisation)) {
    throw new NotFound(`does not manage people at ${organisation}`)
  }
}

/** Another job for somebody who works here, as on a ward and in the bank. */
export function addJob(
  db: Database,
  actor: Person,
  job: {
    readonly organisation: string
    readonly personId: string
    readonly jobTitle: string
    readonly teamIds: readonly string[]
    readonly from: string
    readonly today: string
  },
): Promise<void> {
  const { organisation, personId, jobTitle, teamIds, from, today } = job
  requireManager(actor, organisation)
  return asActor(db, actor, async (db) => {
    const person = await getPersonAt(db, { personId, organisation })
    if (standingOfAll(person.jobs, today) !== 'now') {
      throw new Conflict(`${person.name} does not work here now. Invite them again.`)
    }
    if (personId === actor.id) throw new Conflict('Another manager adds a job for you.')
    const id = await insertJob(db, { personId, organisation, jobTitle, from })
    if (id === undefined) throw new Conflict(`${person.name} has this job already.`)
    await setJobTeams(db, { id, organisation, teamIds })
    await recordEvent(db, actor, 'membership.added', `membership:${id}`, {
      ...{ organisation, about: personId, from },
    })
  })
}

export function changeJob(
  db: Database,
  actor: Person,
  { jobTitle, teamIds, ...here }: JobHere & { jobTitle: string; teamIds: readonly string[] },
): Promise<void> {
  requireManager(actor, here.organisation)
  return asActor(db, actor, async (db) => {
    const { organisation, jobId: id } = here
    await lockManagers(db, organisation)
    const { job, others } = await getJob(db, here)
    if (here.personId === actor.id && job.jobTitle !== jobTitle) {
      throw new Conflict('Another manager changes the title of your own job.')
    }
    if (others.some(({ jobTitle: title, from }) => title === jobTitle && from === job.from)) {
      throw new Conflict('They have another job with this title from the same day.')
    }
    if (job.jobTitle !== jobTitle) await setJobTitle(db, { id, organisation, jobTitle })
    await setJobTeams(db, { id, organisation, teamIds })
    await recordEvent(db, actor, 'membership.changed', `membership:${id}`, {
      ...{ organisation, about: here.personId },
    })
  })
}

export type EndResult = { readonly outcome: 'ended' } | { readonly outcome: 'last-manager' }

/** On its last day; what it lets them do ends with it, unless another job here goes on. */
export function endJob(
  site: ChangeSite,
  actor: Person,
  { lastDay, ...here }: JobHere & { readonly lastDay: string },
): Promise<EndResult> {
  if (here.personId !== actor.id) requireManager(actor, here.organisation)
  return asActor(site.db, actor, async (db) => {
    const { organisation, personId, jobId: id } = here
    await lockManagers(db, organisation)
    const { job, others } = await getJob(db, here)
    if (job.to === lastDay) return { outcome: 'ended' }
    const goesOn = others.some(({ to }) => to === undefined || to > lastDay)
    if (!goesOn && (await isLastManager(db, { organisation, personId, day: lastDay }))) {
      return { outcome: 'last-manager' }
    }
    await setLastDay(db, { id, organisation, lastDay, endedBy: actor.id })
    if (!goesOn) await setGrantsExpired(db, { personId, organisation, on: lastDay })
    await recordEvent(db, actor, 'membership.ended', `membership:${id}`, {
      ...{ organisation, about: personId, lastDay },
    })
    const change = { kind: 'job-ended', lastDay, goesOn } as const
    await tellWorker(db, site, { actor, personId, organisation, change })
    return { outcome: 'ended' }
  })
}

/** The end was a slip, or somebody stays after all. Permissions are given anew, and do not come back. */
export function continueJob(
  site: ChangeSite,
  actor: Person,
  { today, ...here }: JobHere & { readonly today: string },
): Promise<void> {
  requireManager(actor, here.organisation)
  return asActor(site.db, actor, async (db) => {
    const { organisation, jobId: id } = here
    const { job } = await getJob(db, here)
    if (!mayTakeBackEnd(job, today) || here.personId === actor.id) {
      throw new Conflict('This job has ended. Invite the person again, so that they can say yes.')
    }
    await setLastDay(db, { id, organisation })
    const { personId } = here
    await recordEvent(db, actor, 'membership.continued', `membership:${id}`, {
      ...{ organisation, about: personId },
    })
    const change = { kind: 'job-continued' } as const
    await tellWorker(db, site, { actor, personId, organisation, change })
  })
}

/** Not what the person ended themselves, and not what is long over: then they are asked again. */
export function mayTakeBackEnd({ to, endedByPerson }: Job, today: string): boolean {
  if (to === undefined || endedByPerson) return false
  return to >= addDays(today, -daysToTakeBackAnEnd)
}

async function getJob(db: Transaction, { organisation, personId, jobId }: JobHere) {
  const { jobs } = await getPersonAt(db, { personId, organisation })
  const job = jobs.find(({ id }) => id === jobId)
  if (job === undefined) throw new NotFound(`job ${jobId}`)
  return { job, others: jobs.filter(({ id }) => id !== jobId) }
}

/** Would nobody be left to manage people there, from the day after? */
export async function isLastManager(
  db: Transaction,
  at: { readonly organisation: string; readonly personId: string; readonly day: string },
): Promise<boolean> {
  const { organisation, personId, day } = at
  const managers = await listManagersAfter(db, { organisation, day })
  const now = await listManagersAfter(db, { organisation, day: addDays(day, -1) })
  const isOne = managers.includes(personId) || now.includes(personId)
  return isOne && managers.every((id) => id === personId)
}
