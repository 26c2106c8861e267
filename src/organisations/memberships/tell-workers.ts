/** A worker is told when others end their job, or give or end what they may do. */
import { z } from 'zod'
import { type Person, permissions } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Transaction } from '../../database/database.ts'
import type { Work } from '../../jobs/jobs.ts'
import { dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import type { Site } from '../../web/site.ts'
import { type WorkChange, workerLetter } from './model/worker-letters.ts'
import { getEmployer } from './people-store.ts'
import { listWorkerAddresses } from './worker-addresses-store.ts'

const permission = z.enum(permissions)
/** Ids, codes and days: who somebody is and where letters reach them is asked when it is sent. */
const told = z.object({
  personId: z.uuid(),
  organisation: z.string(),
  change: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('job-ended'), lastDay: z.iso.date(), goesOn: z.boolean() }),
    z.object({ kind: z.literal('job-continued') }),
    z.object({ kind: z.literal('permission-given'), permission }),
    z.object({ kind: z.literal('permission-ended'), permission }),
  ]),
})

/** In the change's own transaction. What somebody did themselves they know. */
export async function tellWorker(
  db: Transaction,
  { jobs }: Pick<Site, 'jobs'>,
  {
    actor,
    ...of
  }: {
    readonly actor: Person
    readonly personId: string
    readonly organisation: string
    readonly change: WorkChange
  },
): Promise<void> {
  if (of.personId !== actor.id) await jobs.send(db, 'tell-worker', of)
}

export function tellWorkers(site: Site): Work {
  return {
    queue: 'tell-worker',
    run: async ({ actor, details }) => {
      const { personId, organisation, change } = told.parse(details)
      await asActor(site.db, actor, async (db) => {
        const known = await listWorkerAddresses(db, { personId, organisation })
        const { name: organisationName } = await getEmployer(db, organisation)
        const letter = workerLetter({
          ...{ change, organisationName, today: dayOf(site.now()) },
          onlyWorkAddress: known.every(({ kind }) => kind === 'work'),
          account: `${site.config.baseUrl}${paths.account()}`,
          jobs: `${site.config.baseUrl}${paths.ownJobs()}`,
        })
        // Whoever leaves may soon not read what comes to work.
        const reached = change.kind === 'job-ended' ? known : known.slice(-1)
        for (const { address: to } of reached) await site.post(db, { to, ...letter })
      })
    },
  }
}
