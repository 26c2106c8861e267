/** Lanyard as its users start it: script/server, in a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'

export interface Server {
  readonly child: ChildProcess
  readonly url: string
  /** All that it has said so far. */
  readonly output: () => string
}

export const root = join(import.meta.dirname, '..')

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

export async function launch(env: Record<string, string>): Promise<Server> {
  const port = await freePort()
  // Vitest sets a BASE_URL of its own.
  const { DEMO: _, BASE_URL: __, ...outside } = process.env
  const child = spawn(join(root, 'script/server'), [], {
    env: { ...outside, PORT: String(port), LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (words: Buffer) => {
      output += words.toString()
    })
  }
  return { child, url: `http://localhost:${port}`, output: () => output }
}

/** Waits until it answers that it is well. Throws with what it said when it ends first. */
export async function started(server: Server): Promise<Server> {
  // On a busy machine: idle, it takes three seconds.
  for (let tries = 0; tries < 1800; tries += 1) {
    if (server.child.exitCode !== null) throw new Error(`it ended: ${server.output()}`)
    const answer = await fetch(`${server.url}/health`).catch(() => undefined)
    if (answer?.ok) return server
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`it did not start: ${server.output()}`)
}

export function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode)
  return new Promise((resolve) => child.once('exit', (code) => resolve(code)))
}

export async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  child.kill(signal)
  return ended(child)
}
