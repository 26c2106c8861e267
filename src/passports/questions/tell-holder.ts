/** A holder is told by letter when one of their sign-offs is paused, or is to be withdrawn. */
import { z } from 'zod'
import { asActor } from '../../database/as-actor.ts'
import type { Transaction } from '../../database/database.ts'
import type { Work } from '../../jobs/jobs.ts'
import { findOrganisationNames } from '../../organisations/register-search-store.ts'
import { paths } from '../../paths.ts'
import type { Site } from '../../web/site.ts'
import { type QuestionKind, questionKinds, questionLetter } from './model/holder-letters.ts'
import { listHolderAddresses } from './pauses-store.ts'

/** Ids, slugs and days: who somebody is and where letters reach them is asked when it is sent. */
const told = z.object({
  holderId: z.uuid(),
  signingId: z.uuid(),
  organisation: z.string(),
  kind: z.enum(questionKinds),
  until: z.iso.date().optional(),
})

/** In the change's own transaction. */
export async function tellHolder(
  db: Transaction,
  { jobs }: Pick<Site, 'jobs'>,
  of: {
    readonly holderId: string
    readonly signingId: string
    readonly organisation: string
    readonly kind: QuestionKind
    readonly until?: string | undefined
  },
): Promise<void> {
  await jobs.send(db, 'tell-holder', of)
}

export function tellHolders(site: Site): Work {
  return {
    queue: 'tell-holder',
    run: async ({ actor, details }) => {
      const { holderId, signingId, organisation, ...about } = told.parse(details)
      await asActor(site.db, actor, async (db) => {
        const names = await findOrganisationNames(db, [organisation])
        const by = names.get(organisation) ?? 'An organisation'
        const page = `${site.config.baseUrl}${paths.ownQuestion(signingId)}`
        for (const to of await listHolderAddresses(db, { holderId })) {
          await site.post(db, { to, ...questionLetter({ ...about, by }, page) })
        }
      })
    },
  }
}
