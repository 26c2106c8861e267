import type { FastifyInstance } from 'fastify'
import type { Job } from '../actor.ts'
import { asActor } from '../database/as-actor.ts'
import { listShownLetters } from '../mail/demonstration-store.ts'
import { paths } from '../paths.ts'
import { accountOf, sendPage } from '../web/send-page.ts'
import type { Site } from '../web/site.ts'
import { DemonstrationPostPage } from './pages/demonstration-post-page.tsx'

const reader: Job = { kind: 'job', name: 'demonstration-post' }

/** Only the demonstration has it: it shows every letter to everyone. */
export function demonstrationPostRoute(app: FastifyInstance, { db, config }: Site): void {
  app.get(paths.demonstrationPost(), async (request, reply) => {
    const letters = await asActor(db, reader, listShownLetters)
    const account = accountOf(request, reply)
    return sendPage(
      reply,
      <DemonstrationPostPage letters={letters} baseUrl={config.baseUrl} account={account} />,
    )
  })
}
