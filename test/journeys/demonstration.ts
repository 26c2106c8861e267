/** The demonstration as script/server serves it, with Chromium before it. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { launch, type Server, started, stop } from '../server.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { openBrowser, type Screen, type Visitor, visitor } from './at-a-browser.ts'

export interface Arrival {
  readonly journey: string
  readonly screen: Screen
  readonly script?: boolean
}

/** Call it once at the top of a journey; the server and the browser end with it. */
export function demonstration(settings: () => Promise<Record<string, string>> = async () => ({})): {
  readonly arrive: (arrival: Arrival) => Promise<Visitor>
  /** Where it is served, once it is. */
  readonly origin: () => string
} {
  let server: Server | undefined
  let browser: Browser | undefined
  const visitors: Visitor[] = []

  beforeAll(async () => {
    server = await started(
      await launch({ DATA_DIR: await temporaryFolder(), ...(await settings()) }),
    )
    browser = await openBrowser()
  })

  afterAll(async () => {
    for (const one of visitors) await one.leaves()
    await browser?.close()
    if (server !== undefined) await stop(server.child, 'SIGTERM')
  })

  async function arrive(arrival: Arrival): Promise<Visitor> {
    if (browser === undefined || server === undefined) throw new Error('nothing is served yet')
    const arrived = await visitor(browser, { origin: server.url, ...arrival })
    visitors.push(arrived)
    return arrived
  }

  return { arrive, origin: () => server?.url ?? '' }
}
