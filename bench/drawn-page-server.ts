/** A page of the framework drawn anew for each request: what the cache saves. */
import Fastify from 'fastify'
import { readEditionContent } from '../src/frameworks/frameworks-content.ts'
import { DomainPage } from '../src/frameworks/pages/domain-page.tsx'
import { renderPage } from '../src/web/send-page.ts'

const ref = 'ahp-support-worker/2026'
const { edition } = readEditionContent(ref)
const domain = edition.domains.find(({ number }) => number === 3)
if (domain === undefined) throw new Error('there is no domain 3')
const stored = { ref, edition, digest: '', status: 'published' as const }

const app = Fastify({ logger: false })
app.get('/health', async () => ({ status: 'ok' }))
app.get('/page', async (_, reply) =>
  reply.type('text/html; charset=utf-8').send(renderPage(DomainPage({ stored, domain }))),
)
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' })
process.once('SIGTERM', () => app.close().then(() => process.exit(0)))
