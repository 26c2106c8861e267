import type { FullPassport } from './full-passport.ts'
import { type BenchResult, benchFolder, freePort, load, serve } from './http-load.ts'

const pages = [
  { page: 'a full passport', path: '/passport', who: 'holder' },
  { page: 'one section of it', path: '/passport/assess/2.1/entry', who: 'holder' },
  { page: 'share links', path: '/passport/shares', who: 'holder' },
  { page: 'requests for sign-off', path: '/team/requests', who: 'assessor' },
] as const

/** What row-level security costs a page: the same page without it, in the same run, is the limit. */
export async function run(): Promise<readonly BenchResult[]> {
  const folder = benchFolder()
  const without = await freePort()
  const site = await serve('bench/second-wall-server.ts', {
    ...{ DEMO: '1', DATA_DIR: folder.path, WITHOUT_WALL_PORT: String(without) },
  })
  try {
    const answer = await fetch(`${site.url}/bench/cookies`)
    // Written by the server of this bench, and by nobody else.
    const cookies = (await answer.json()) as FullPassport
    const results: BenchResult[] = []
    for (const { page, path, who } of pages) {
      const headers = { cookie: cookies[who] }
      const rates = await inTurn(
        [`${site.url}${path}`, `http://127.0.0.1:${without}${path}`],
        headers,
      )
      const [walled = 0, open = 0] = rates
      results.push(
        row(`${page}, without`, open, 1),
        row(`${page}, with the wall`, walled, walled / open),
      )
    }
    return results
  } finally {
    await site.stop()
    folder.remove()
  }
}

/** Each in short turns, so that whatever else the machine does falls on both. The first is to warm up. */
async function inTurn(urls: readonly string[], headers: Record<string, string>): Promise<number[]> {
  const rates = urls.map((): number[] => [])
  for (let turn = 0; turn < 4; turn += 1) {
    for (const [place, url] of urls.entries()) {
      const { perSecond } = await load(url, { seconds: 3, headers })
      if (turn > 0) rates[place]?.push(perSecond)
    }
  }
  return rates.map((all) => all.reduce((sum, rate) => sum + rate, 0) / all.length)
}

function row(name: string, perSecond: number, ratioToLimit: number): BenchResult {
  return { bench: 'second-wall', case: name, perSecond, ratioToLimit }
}
