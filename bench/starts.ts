import { readFileSync } from 'node:fs'
import { type BenchResult, benchFolder, load, type Served, serve } from './http-load.ts'

const idleSeconds = 60

/** How long a first and a later start take, and what memory the server (without PostgreSQL) holds. */
export async function run(): Promise<readonly BenchResult[]> {
  const folder = benchFolder()
  const env = { DEMO: '1', DATA_DIR: folder.path }
  try {
    const first = await timed(() => serve('src/main.ts', env))
    await first.served.stop()
    const later = await timed(() => serve('src/main.ts', env))
    const before = megabytesOf(later.served)
    await load(`${later.served.url}/frameworks/ahp-support-worker/2026/statements?q=carer`)
    const under = megabytesOf(later.served)
    await new Promise((resolve) => setTimeout(resolve, idleSeconds * 1000))
    const after = megabytesOf(later.served)
    await later.served.stop()
    return [
      time('first start on an empty folder', first.milliseconds),
      time('later start', later.milliseconds),
      memory('memory before load', before),
      memory('memory under load', under),
      memory(`memory after ${idleSeconds} s idle`, after),
    ]
  } finally {
    folder.remove()
  }
}

async function timed(start: () => Promise<Served>) {
  const began = performance.now()
  const served = await start()
  return { served, milliseconds: performance.now() - began }
}

function megabytesOf({ child }: Served): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
  return Number(status.match(/VmRSS:\s+(\d+) kB/)?.[1]) / 1024
}

function time(name: string, milliseconds: number): BenchResult {
  const perSecond = 1000 / milliseconds
  return { bench: 'starts', case: name, perSecond, ratioToLimit: null, milliseconds }
}

function memory(name: string, megabytes: number): BenchResult {
  return { bench: 'starts', case: name, perSecond: 0, ratioToLimit: null, megabytes }
}
