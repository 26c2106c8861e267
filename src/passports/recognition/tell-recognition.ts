/** Those who decide are told when something is shared or replied; whoever shared it, when they decided. */
import { z } from 'zod'
import { asActor } from '../../database/as-actor.ts'
import type { Transaction } from '../../database/database.ts'
import type { Work } from '../../jobs/jobs.ts'
import { paths } from '../../paths.ts'
import type { Site } from '../../web/site.ts'
import { recognitionLetter } from './model/recognition-letters.ts'
import { findAddressOfRecognised, listAddressesToRecognise } from './recognition-letters-store.ts'

const about = { shareId: z.uuid(), organisation: z.string() }
const details = z.discriminatedUnion('told', [
  z.object({ told: z.literal('arrived'), ...about }),
  z.object({ told: z.literal('decided'), ...about, decisions: z.number() }),
  z.object({ told: z.literal('replied'), ...about, decisionId: z.uuid() }),
])
export type Telling = z.infer<typeof details>

/** Whoever decides on ten things one by one sends one letter. */
const minutesToDecide = 15

/** In the change's own transaction. */
export async function tellRecognition(
  db: Transaction,
  { jobs, now }: Pick<Site, 'jobs' | 'now'>,
  telling: Telling,
): Promise<void> {
  const later = new Date(now().getTime() + minutesToDecide * 60_000)
  const when = telling.told === 'decided' ? { startAfter: later } : {}
  await jobs.send(db, 'tell-recognition', telling, when)
}

export function tellOfRecognition(site: Site): Work {
  return {
    queue: 'tell-recognition',
    run: async ({ actor, details: given }) => {
      const telling = details.parse(given)
      const { told, shareId, organisation } = telling
      const page =
        told === 'decided'
          ? paths.ownRecognition(shareId)
          : paths.recognition(organisation, shareId)
      const letter = recognitionLetter(told, `${site.config.baseUrl}${page}`)
      await asActor(site.db, actor, async (db) => {
        for (const to of await addressesOf(db, telling)) await site.post(db, { to, ...letter })
      })
    },
  }
}

async function addressesOf(db: Transaction, telling: Telling): Promise<readonly string[]> {
  if (telling.told !== 'decided') return listAddressesToRecognise(db, telling)
  const address = await findAddressOfRecognised(db, telling)
  return address === undefined ? [] : [address]
}
