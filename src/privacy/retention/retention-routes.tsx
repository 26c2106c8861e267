/** How long each kind of record is kept, for everybody to read. */
import type { FastifyInstance } from 'fastify'
import { paths } from '../../paths.ts'
import { sendPage } from '../../web/send-page.ts'
import type { Site } from '../../web/site.ts'
import type { RetentionKind } from './model/retention.ts'
import { RetentionPage } from './pages/retention-page.tsx'

export function retentionRoutes(
  app: FastifyInstance,
  { config }: Site,
  kinds: readonly RetentionKind[],
): void {
  app.get(paths.retention(), { config: { public: true } }, (_, reply) =>
    sendPage(reply, <RetentionPage kinds={kinds} demo={config.demo} />),
  )
}
