/** Starts Lanyard. Stops cleanly on SIGTERM and SIGINT. */
import './node-version.ts'
import { createApp } from './app.ts'
import { readConfig } from './config.ts'
import { ContentFault } from './content/read-content.ts'
import { openSite } from './open-site.ts'

async function start(): Promise<void> {
  const config = readConfig(process.env)
  const { site, close } = await openSite(config, (words) => process.stderr.write(`${words}\n`))
  const app = await createApp(site)
  const stop = async () => {
    await app.close()
    await close()
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => stop().then(() => process.exit(0), failed))
  }
  await app.listen({ port: config.port, host: config.host })
  process.stderr.write(`Lanyard is at ${config.baseUrl}${config.demo ? ' (demonstration)' : ''}\n`)
}

function failed(error: unknown): never {
  const expected = error instanceof ContentFault
  const detail = error instanceof Error ? (expected ? error.message : error.stack) : String(error)
  process.stderr.write(`Lanyard did not start:\n${detail}\n`)
  process.exit(1)
}

start().catch(failed)
