/** Servers of the bench, each in a process of its own, and a load on them. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'

export interface BenchResult {
  readonly bench: string
  readonly case: string
  readonly perSecond: number
  /** Null where there is nothing to compare with. */
  readonly ratioToLimit: number | null
  /** Where a time or a size says more than a rate. */
  readonly milliseconds?: number | undefined
  readonly megabytes?: number | undefined
}

export interface Served {
  readonly url: string
  readonly child: ChildProcess
  readonly stop: () => Promise<void>
}

const root = join(import.meta.dirname, '..')

/** A data folder that PostgreSQL's user can reach, gone afterwards. */
export function benchFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(process.getuid?.() === 0 ? '/tmp' : tmpdir(), 'lanyard-bench-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** Starts `node --import tsx FILE` with a free PORT and waits for its /health. */
export async function serve(file: string, env: Record<string, string> = {}): Promise<Served> {
  const port = await freePort()
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, file)], {
    cwd: root,
    env: { ...process.env, PORT: String(port), LOG_LEVEL: 'silent', ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://127.0.0.1:${port}`
  while (!(await fetch(`${url}/health`).catch(() => undefined))?.ok) {
    if (child.exitCode !== null) throw new Error(`${file} ended before it served`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return { url, child, stop: () => stopped(child) }
}

function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

export interface Load {
  readonly perSecond: number
  readonly p95: number
}

/** Ten requests in flight for some seconds. Any answer but 200 is a fault of the bench. */
export async function load(
  url: string,
  { seconds = 4, headers = {} }: { seconds?: number; headers?: Record<string, string> } = {},
): Promise<Load> {
  const result = await autocannon({ url, connections: 10, duration: seconds, headers })
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${url} answered ${result.non2xx} times with something else than 200`)
  }
  return { perSecond: result.requests.average, p95: result.latency.p97_5 }
}
