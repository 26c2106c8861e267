/** One PostgreSQL cluster on disk: making it, launching its server, telling whether it runs. */
import { execFile, spawn } from 'node:child_process'
import { chown, mkdtemp, open, readFile, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Binaries } from './binaries.ts'
import { hasCode, syncFolder } from './folders.ts'
import { replaceFile } from './replace-file.ts'
import type { ServerUser } from './server-user.ts'

export interface Cluster {
  readonly binaries: Binaries
  readonly user: ServerUser
  readonly dataDir: string
  /** PostgreSQL's own folder, inside the data folder. */
  readonly pgData: string
  readonly socketDir: string
  readonly port: number
  readonly logFile: string
}

export const roleNames = {
  superuser: 'lanyard_superuser',
  owner: 'lanyard_owner',
  app: 'lanyard_app',
} as const

export type Role = keyof typeof roleNames

/** Makes the cluster if it is not there. Two may try at once: the first rename wins. */
export async function makeCluster(cluster: Cluster): Promise<void> {
  if (await exists(path.join(cluster.pgData, 'PG_VERSION'))) return
  const partial = await mkdtemp(`${cluster.pgData}.making-${process.pid}-`)
  try {
    await initdb(cluster, partial)
    await rename(partial, cluster.pgData)
    // PostgreSQL syncs what is inside its folder, not the folder's name.
    await syncFolder(cluster.dataDir)
    await syncFolder(path.dirname(cluster.dataDir))
  } catch (error) {
    await rm(partial, { recursive: true, force: true })
    if (!hasCode(error, 'ENOTEMPTY', 'EEXIST')) throw error
  }
}

async function exists(file: string): Promise<boolean> {
  try {
    await stat(file)
    return true
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return false
    throw new Error(`The database in ${path.dirname(file)} belongs to another user`, {
      cause: error,
    })
  }
}

async function initdb(cluster: Cluster, folder: string): Promise<void> {
  const { user, binaries } = cluster
  if (user.differs) await chown(folder, user.uid, user.gid)
  const builtin = binaries.major >= 17 ? ['--locale-provider=builtin'] : []
  const settings = ['--auth=peer', '--encoding=UTF8', '--locale=C.UTF-8', '--no-instructions']
  const given = ['-D', folder, '-U', roleNames.superuser, ...settings, ...builtin]
  await promisify(execFile)(path.join(binaries.bin, 'initdb'), given, asUser(user)).catch(
    (cause) => {
      throw new Error(`initdb could not make ${cluster.pgData}: ${cause.stderr || cause.message}`, {
        cause,
      })
    },
  )
}

function asUser(user: ServerUser) {
  const env = { LC_ALL: 'C', TZ: 'UTC' }
  return user.differs ? { cwd: '/', env, uid: user.uid, gid: user.gid } : { cwd: '/', env }
}

export interface Launch {
  /** Set when the postmaster has ended. */
  ended: boolean
}

/** Starts a postmaster that outlives us. It may lose to another one, and then simply ends. */
export async function launch(cluster: Cluster): Promise<Launch> {
  await writeAccess(cluster)
  const log = await openLog(cluster.logFile)
  const launched: Launch = { ended: false }
  const postmaster = spawn(path.join(cluster.binaries.bin, 'postgres'), serverOptions(cluster), {
    ...asUser(cluster.user),
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  })
  postmaster.on('exit', () => {
    launched.ended = true
  })
  postmaster.on('error', () => {
    launched.ended = true
  })
  postmaster.unref()
  await log.close()
  return launched
}

function serverOptions(cluster: Cluster): string[] {
  const settings: Record<string, string> = {
    listen_addresses: '',
    unix_socket_permissions: '0700',
    port: String(cluster.port),
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    // A failed statement is the application's to report; its text may hold personal data.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    // Without it macOS keeps an acknowledged write in the drive's own memory.
    ...(process.platform === 'darwin' && { wal_sync_method: 'fsync_writethrough' }),
  }
  const set = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return ['-D', cluster.pgData, '-k', cluster.socketDir, ...set]
}

/** No passwords: the kernel says who is at the other end of the socket. Two may start at once. */
async function writeAccess(cluster: Cluster): Promise<void> {
  const people = new Set(['root', cluster.user.name])
  const lines = [...people].flatMap((person) =>
    Object.values(roleNames).map((role) => `lanyard "${person}" ${role}\n`),
  )
  await replaceFile(path.join(cluster.pgData, 'pg_ident.conf'), lines.join(''))
  await replaceFile(path.join(cluster.pgData, 'pg_hba.conf'), 'local all all peer map=lanyard\n')
}

async function openLog(file: string) {
  const size = (await stat(file).catch(() => undefined))?.size ?? 0
  if (size > 1_000_000) await rename(file, `${file}.old`)
  return open(file, 'a', 0o600)
}

export async function logTail(cluster: Cluster): Promise<string> {
  const text = await readFile(cluster.logFile, 'utf8').catch(() => '')
  return text.slice(-1500).trim()
}

export interface Postmaster {
  readonly pid: number
  readonly socketDir: string
  readonly port: number
}

/** What postmaster.pid says, once it says all of it. */
export async function readPostmaster(pgData: string): Promise<Postmaster | undefined> {
  const text = await readFile(path.join(pgData, 'postmaster.pid'), 'utf8').catch(() => '')
  const [pid, , , port, socketDir] = text.split('\n')
  if (!pid || !port || !socketDir) return undefined
  return { pid: Number(pid), port: Number(port), socketDir }
}

/** A pid alone proves nothing: it may be a zombie, or somebody else's by now. */
export async function isOurPostmaster(pid: number, pgData: string): Promise<boolean> {
  if (process.platform === 'linux') {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    return command.split('\0').includes(pgData)
  }
  const listed = await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]).catch(
    () => undefined,
  )
  return listed?.stdout.includes(pgData) ?? false
}

/**
 * PostgreSQL refuses to start while the pid in its lock files belongs to any process of its user.
 * Moved aside first, so that a lock written meanwhile by another starter is never deleted.
 */
export async function clearStaleLocks(cluster: Cluster, stale: Postmaster): Promise<void> {
  const locks = [
    path.join(cluster.pgData, 'postmaster.pid'),
    path.join(stale.socketDir, `.s.PGSQL.${stale.port}.lock`),
  ]
  for (const lock of locks) {
    const aside = `${lock}.stale-${process.pid}`
    if (!(await rename(lock, aside).then(isTrue, isFalse))) continue
    const first = (await readFile(aside, 'utf8')).split('\n')[0]
    if (Number(first) === stale.pid) await rm(aside)
    else await rename(aside, lock)
  }
}

const isTrue = () => true
const isFalse = () => false

/** Fast shutdown; done when the lock file is gone, or is another server's. */
export async function stopPostmaster(pgData: string, postmaster: Postmaster): Promise<void> {
  process.kill(postmaster.pid, 'SIGINT')
  const deadline = performance.now() + 15_000
  while (performance.now() < deadline) {
    if ((await readPostmaster(pgData))?.pid !== postmaster.pid) return
    await delay(3)
  }
  throw new Error(`PostgreSQL (process ${postmaster.pid}) did not stop within 15 seconds`)
}
