/** The limit for a page: the same bytes, with the same framework, from memory. */
import Fastify from 'fastify'

const source = process.env.BENCH_SOURCE ?? ''
const page = await fetch(source, { headers: { 'accept-encoding': 'gzip' } })
const body = Buffer.from(await page.arrayBuffer())
const app = Fastify({ logger: false })
app.get('/health', async () => ({ status: 'ok' }))
app.get('/page', async (_, reply) => reply.type('text/html; charset=utf-8').send(body))
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' })
process.once('SIGTERM', () => app.close().then(() => process.exit(0)))
