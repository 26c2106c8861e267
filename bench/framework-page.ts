import { type BenchResult, benchFolder, load, serve } from './http-load.ts'

/** A public page of the framework from the cache, and drawn anew, beside its bytes from memory. */
export async function run(): Promise<readonly BenchResult[]> {
  const folder = benchFolder()
  const ours = await serve('src/main.ts', { DEMO: '1', DATA_DIR: folder.path })
  const page = `${ours.url}/frameworks/ahp-support-worker/2026/domains/3`
  const fixed = await serve('bench/fixed-bytes-server.ts', { BENCH_SOURCE: page })
  const drawn = await serve('bench/drawn-page-server.ts')
  try {
    const rates = await interleaved({
      memory: `${fixed.url}/page`,
      cached: page,
      drawn: `${drawn.url}/page`,
    })
    return [
      row('same bytes from memory', rates.memory, 1),
      row('from cache', rates.cached, rates.cached / rates.memory),
      row('drawn anew', rates.drawn, rates.drawn / rates.memory),
    ]
  } finally {
    await Promise.all([fixed.stop(), drawn.stop(), ours.stop()])
    folder.remove()
  }
}

type Rates = Readonly<Record<'memory' | 'cached' | 'drawn', number>>

/** In turns, so that a busy moment of the machine falls on all of them. */
async function interleaved(urls: Readonly<Record<keyof Rates, string>>): Promise<Rates> {
  const rates = { memory: 0, cached: 0, drawn: 0 }
  for (const name of ['memory', 'cached', 'drawn'] as const) await load(urls[name], { seconds: 1 })
  const rounds = 3
  for (let round = 0; round < rounds; round += 1) {
    for (const name of ['memory', 'cached', 'drawn'] as const) {
      rates[name] += (await load(urls[name], { seconds: 2 })).perSecond / rounds
    }
  }
  return rates
}

function row(name: string, perSecond: number, ratioToLimit: number): BenchResult {
  return { bench: 'framework-page', case: name, perSecond, ratioToLimit }
}
