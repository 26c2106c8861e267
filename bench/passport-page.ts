import { type BenchResult, benchFolder, type Load, load, serve } from './http-load.ts'

/** A full passport (64 statements shown, 384 entries held), signed in, beside a constant body. */
export async function run(): Promise<readonly BenchResult[]> {
  const folder = benchFolder()
  const site = await serve('bench/passport-page-server.ts', { DEMO: '1', DATA_DIR: folder.path })
  try {
    const answer = await fetch(`${site.url}/bench/cookie`)
    // Written by the server of this bench, and by nobody else.
    const { cookie } = (await answer.json()) as { cookie: string }
    const of = (path: string) => load(`${site.url}${path}`, { seconds: 3, headers: { cookie } })
    await of('/passport')
    const constant = mean([await of('/bench/constant'), await of('/bench/constant')])
    const ours = mean([await of('/passport'), await of('/passport')])
    return [
      row('same transaction, constant body', constant, 1),
      row('passport by domain', ours, ours.perSecond / constant.perSecond),
    ]
  } finally {
    await site.stop()
    folder.remove()
  }
}

function mean(loads: readonly Load[]): Load {
  const average = (of: (load: Load) => number) =>
    loads.reduce((sum, load) => sum + of(load), 0) / loads.length
  return { perSecond: average((load) => load.perSecond), p95: average((load) => load.p95) }
}

/** The time beside the rate is the one that 97.5 of a hundred requests stay under. */
function row(name: string, { perSecond, p95 }: Load, ratioToLimit: number): BenchResult {
  return { bench: 'passport-page', case: name, perSecond, ratioToLimit, milliseconds: p95 }
}
