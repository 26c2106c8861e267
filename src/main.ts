/** Starts Lanyard. Stops cleanly on SIGTERM and SIGINT. */
import './node-version.ts'
import { createApp } from './app.ts'
import { readConfig } from './config.ts'
import { openSite } from './open-site.ts'

async function start(): Promise<void> {
  const config = readConfig(process.env, 'server')
  const { site, startWork, close } = await openSite(config, (words) =>
    process.stderr.write(`${words}\n`),
  )
  const app = await createApp(site)
  // Node itself would print all of an error, with what the database was given.
  process.on('uncaughtException', (err) => {
    app.log.fatal({ err }, 'Lanyard ends by a fault that nobody caught')
    process.exit(1)
  })
  const stopWork = await startWork(app.log)
  const stop = async () => {
    await app.close()
    await stopWork()
    await close()
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => stop().then(() => process.exit(0), failed))
  }
  await app.listen({ port: config.port, host: config.host })
  process.stderr.write(`Lanyard is at ${config.baseUrl}${config.demo ? ' (demonstration)' : ''}\n`)
}

/** What stops a start is told in words; where it happened is for whoever looks for a fault. */
function failed(error: unknown): never {
  const words = error instanceof Error ? error.message : String(error)
  const where = error instanceof Error && process.env.LOG_LEVEL === 'debug' ? error.stack : ''
  process.stderr.write(`Lanyard did not start:\n${words}\n${where}`)
  process.exit(1)
}

start().catch(failed)
