/** PgBouncer in transaction mode before a database: consecutive transactions share no session. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chown, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll } from 'vitest'
import { serverUser } from '../src/database/embedded/server-user.ts'
import { closeClient, openClient } from '../src/database/pg-connection.ts'
import { temporaryFolder } from './temporary-folder.ts'

const program = ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer', '/opt/homebrew/bin/pgbouncer']

export const pgBouncer = program.find((path) => existsSync(path))

/** Call it at the top of a `describe`; gives how to connect through it. Two server connections, so that clients share them. */
export async function openPgBouncer(to: pg.ClientConfig): Promise<pg.ClientConfig> {
  if (pgBouncer === undefined) throw new Error('PgBouncer is not installed')
  const folder = join(await temporaryFolder(), 'bouncer')
  const user = await serverUser(folder)
  await mkdir(folder)
  await writeFile(join(folder, 'bouncer.ini'), settings(folder, to))
  await chown(folder, user.uid, user.gid)
  const as = user.differs ? { uid: user.uid, gid: user.gid } : {}
  const child = spawn(pgBouncer, [join(folder, 'bouncer.ini')], { ...as, stdio: 'ignore' })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  afterAll(async () => {
    child.kill('SIGKILL')
    await ended
  })
  const through = { ...to, host: folder, port: 6432 }
  await untilItAnswers(through)
  return through
}

function settings(folder: string, to: pg.ClientConfig): string {
  return `[pgbouncer]
unix_socket_dir = ${folder}
listen_port = 6432
auth_type = any
pool_mode = transaction
default_pool_size = 2
[databases]
${to.database} = host=${to.host} port=${to.port} dbname=${to.database} user=${to.user}
`
}

async function untilItAnswers(config: pg.ClientConfig): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const client = await openClient(config).catch(() => undefined)
    if (client !== undefined) return closeClient(client)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('PgBouncer does not answer')
}
