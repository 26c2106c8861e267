/** A registrant decides to ask: one delegation a task, all of them or none. */
import { randomUUID } from 'node:crypto'
import { findRegistration, listMemberships } from '../../accounts/accounts-store.ts'
import type { Person } from '../../actor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Transaction } from '../../database/database.ts'
import { Conflict, NotFound } from '../../errors.ts'
import type { ShelvedEdition } from '../../frameworks/edition-shelf.ts'
import { dayOf } from '../../language/days.ts'
import type { Site } from '../../web/site.ts'
import type { Decision } from '../delegation-forms.ts'
import {
  type AskableWorker,
  findAskableWorker,
  insertDelegation,
  lockDelegation,
} from '../delegations-store.ts'
import type { Arrangement, Delegation } from '../model/delegation.ts'
import type { OfferedTask } from '../model/task.ts'
import { readSeenHere } from '../read-standing.ts'
import { tellOthers } from './tell-others.ts'

export interface Asked {
  readonly workerId: string
  readonly organisation: string
  readonly tasks: readonly OfferedTask[]
  readonly decision: Decision
  readonly stored: ShelvedEdition
}

/** The ids of what was asked. Throws NotFound for whom they may not ask, Conflict without a registration. */
export function askWorker(site: Site, actor: Person, asked: Asked): Promise<readonly string[]> {
  const { workerId, organisation, decision } = asked
  return asActor(site.db, actor, async (db) => {
    await lockDelegation(db, decision.id)
    const delegator = await readDelegator(db, actor, organisation)
    const worker = await findAskableWorker(db, { workerId, organisation })
    if (worker === undefined) throw new NotFound(`worker ${workerId}`)
    const made: string[] = []
    for (const task of asked.tasks) {
      const one = await delegationOf(db, {
        ...asked,
        task,
        delegator,
        worker,
        today: dayOf(site.now()),
      })
      if (!(await insertDelegation(db, one))) continue
      made.push(one.id)
      const details = { about: workerId, task: one.task, statements: one.codes.length }
      await recordEvent(db, actor, 'delegation.asked', `delegation:${one.id}`, details)
    }
    const [first] = made
    if (first === undefined) return made
    await tellOthers(db, site, { delegationId: first, kind: 'asked', parts: ['worker'] })
    return made
  })
}

/** Throws NotFound where they do not work there, and Conflict where no registration stands. */
export async function readDelegator(db: Transaction, actor: Person, organisation: string) {
  const jobs = await listMemberships(db, actor.id)
  const job = jobs.find((one) => one.organisation === organisation)
  if (job?.permissions.includes('delegate') !== true) throw new NotFound('delegates nowhere')
  const registration = await findRegistration(db, { personId: actor.id, organisation })
  if (registration === undefined) {
    throw new Conflict(
      'Your professional registration is not on your account, so nothing was sent. Add it, then ask again.',
    )
  }
  return {
    ...{ id: actor.id, name: actor.name, organisation, jobTitle: job.jobTitle },
    ...{ employer: job.organisationName, registration },
  }
}

type Delegator = Awaited<ReturnType<typeof readDelegator>>

export function arrangementOf(
  { employer }: Pick<AskableWorker, 'employer'>,
  organisation: string,
): Arrangement {
  if (employer === undefined) return 'own-employer'
  return employer === organisation ? 'same-employer' : 'other-employer'
}

async function delegationOf(
  db: Transaction,
  made: Asked & {
    readonly task: OfferedTask
    readonly delegator: Delegator
    readonly worker: AskableWorker
    readonly today: string
  },
): Promise<Omit<Delegation, 'at'>> {
  const { workerId, organisation, stored, task, delegator, worker, today } = made
  const { id: offerId, ...decided } = made.decision
  const { codes } = task
  const { name, jobTitle, employer, employerName } = worker
  return {
    ...decided,
    ...{ id: randomUUID(), offerId, edition: stored.ref, task: task.key, title: task.title, codes },
    delegator,
    worker: { id: workerId, organisation: employer, name, jobTitle, employer: employerName },
    arrangement: arrangementOf(worker, organisation),
    seen: await readSeenHere(db, stored, { workerId, organisation, codes, today }),
  }
}
