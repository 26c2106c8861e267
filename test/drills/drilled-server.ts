/** The server as src/main.ts starts it, and a sealer that never rests, so that a kill finds it at work. */
import { createApp } from '../../src/app.ts'
import { sealAudit } from '../../src/audit/audit-actions.ts'
import { readConfig } from '../../src/config.ts'
import { openSite } from '../../src/open-site.ts'

const config = readConfig(process.env, 'server')
const { site, startWork } = await openSite(config, () => {})
const app = await createApp(site)
await startWork(app.log)
await app.listen({ port: config.port, host: config.host })

// Whoever drills holds the other end: it is not left behind.
process.stdin.resume().once('end', () => process.exit(1))

for (;;) {
  // While the database is being killed there is nothing to seal.
  await sealAudit(site).catch(() => 0)
  await new Promise((resolve) => setTimeout(resolve, 20))
}
