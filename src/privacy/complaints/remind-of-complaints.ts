/** Warns those who answer on the twentieth day that a complaint waits. */
import { asActor } from '../../database/as-actor.ts'
import type { Transaction } from '../../database/database.ts'
import type { Work } from '../../jobs/jobs.ts'
import { dayOf } from '../../language/days.ts'
import { paths } from '../../paths.ts'
import type { Site } from '../../web/site.ts'
import { insertWarning, listAnswererAddresses, listUnacknowledged } from './complaints-store.ts'
import { acknowledgeBy, type Complaint, isWarningDue } from './model/complaint.ts'
import { waitingLetter } from './model/letters.ts'

export function remindOfComplaints(site: Site): Work {
  return {
    queue: 'remind-of-complaints',
    every: '0 8 * * *',
    run: ({ actor }) =>
      asActor(site.db, actor, async (db) => {
        const today = dayOf(site.now())
        for (const complaint of await listUnacknowledged(db)) {
          const receivedOn = dayOf(complaint.receivedAt)
          if (isWarningDue({ receivedOn, steps: complaint.steps }, today)) {
            await warn(db, site, { complaint, receivedOn })
          }
        }
      }),
  }
}

/** Once: the letters and the mark that they were sent are kept together, or neither. */
async function warn(
  db: Transaction,
  { post, config }: Site,
  { complaint, receivedOn }: { readonly complaint: Complaint; readonly receivedOn: string },
): Promise<void> {
  if (!(await insertWarning(db, complaint.id))) return
  const { reference, organisation, id } = complaint
  const address = `${config.baseUrl}${paths.complaint(id)}`
  const words = waitingLetter({ reference, address }, acknowledgeBy(receivedOn))
  for (const to of await listAnswererAddresses(db, { organisation })) {
    await post(db, { to, ...words })
  }
}
