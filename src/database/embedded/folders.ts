/** Where the cluster's files and its socket lie. */
import { createHash } from 'node:crypto'
import { chmod, chown, lstat, mkdir, open, readdir, realpath } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { firstClosedDirectory, type ServerUser } from './server-user.ts'

const repository = path.resolve(import.meta.dirname, '../../..')

/** A socket's address is 107 bytes at most; PostgreSQL adds a lock file beside it. */
const LONGEST_SOCKET_PATH = 103

/**
 * The folder that is used for `dataDir`: itself, or, where it was only a default and the server's
 * user cannot reach it, one of the system's.
 */
export async function dataFolder(
  dataDir: string,
  explicit: boolean,
  user: ServerUser,
  say: (sentence: string) => void,
): Promise<string> {
  if (explicit) await letIn(dataDir, user)
  const closed = await firstClosedDirectory(dataDir, user)
  if (closed === undefined) return makeDataFolder(dataDir, user)
  if (explicit) throw new Error(closedSentence(dataDir, closed, user))
  const fallback = await fallbackFolder()
  say(`The database is kept in ${fallback}, because user ${user.name} cannot enter ${closed}.`)
  return makeDataFolder(fallback, user)
}

/** The data folder that holds a cluster already, where there is one; it makes nothing. */
export async function findDataFolder(
  dataDir: string,
  explicit: boolean,
): Promise<string | undefined> {
  if (await holdsCluster(dataDir)) return dataDir
  if (explicit) return undefined
  const fallback = await fallbackFolder()
  return (await holdsCluster(fallback)) ? fallback : undefined
}

async function fallbackFolder(): Promise<string> {
  return path.join('/var/lib/lanyard', shortHash(await realpath(repository)))
}

async function holdsCluster(folder: string): Promise<boolean> {
  const names = await namesIn(folder)
  const clusters = names.filter((name) => name.startsWith('postgres-'))
  const made = clusters.map((name) => lstat(path.join(folder, name, 'PG_VERSION')))
  return (await Promise.allSettled(made)).some(({ status }) => status === 'fulfilled')
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ENOTDIR')) return []
    throw error
  }
}

/** A folder that was given to us for this (`mktemp -d`) may be entered; what is above it is not ours. */
async function letIn(dataDir: string, user: ServerUser): Promise<void> {
  if (!user.differs) return
  const found = await lstat(dataDir).catch(() => undefined)
  if (found?.isDirectory() && found.uid === 0) await chmod(dataDir, (found.mode & 0o777) | 0o011)
}

function closedSentence(dataDir: string, closed: string, user: ServerUser): string {
  return (
    `DATA_DIR ${dataDir} cannot be reached by user ${user.name}, whom PostgreSQL runs as: ` +
    `${closed} is closed to it. Choose another DATA_DIR, or open that directory (chmod o+x).`
  )
}

async function makeDataFolder(folder: string, user: ServerUser): Promise<string> {
  await makeFolders(folder, user.differs ? 0o711 : 0o700)
  const real = await realpath(folder)
  const closed = await firstClosedDirectory(real, user)
  if (closed !== undefined) throw new Error(closedSentence(folder, closed, user))
  return real
}

/** Makes what is missing on the way, with this mode whatever the umask. */
async function makeFolders(folder: string, mode: number): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode })
  if (first === undefined) return
  for (let made = path.resolve(folder); ; made = path.dirname(made)) {
    await chmod(made, mode)
    if (made === path.resolve(first)) return
  }
}

/** `run` in the data folder, else a short hashed folder in the system's temp. */
export async function socketFolder(dataDir: string, user: ServerUser): Promise<string> {
  const beside = path.join(dataDir, 'run')
  if (Buffer.byteLength(path.join(beside, '.s.PGSQL.5432')) <= LONGEST_SOCKET_PATH) {
    return makePrivateFolder(beside, user)
  }
  const temp = (await firstClosedDirectory(tmpdir(), user)) === undefined ? tmpdir() : '/tmp'
  return makePrivateFolder(path.join(temp, `lanyard-${shortHash(dataDir)}`), user)
}

/** A folder in a shared place may have been made by somebody else before us. */
async function makePrivateFolder(folder: string, user: ServerUser): Promise<string> {
  try {
    await mkdir(folder, { mode: 0o700 })
    await chmod(folder, 0o700)
    if (user.differs) await chown(folder, user.uid, user.gid)
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error
  }
  const found = await lstat(folder)
  if (!found.isDirectory()) throw new Error(`${folder} is not a directory`)
  // The process that is making it now may not have reached chown yet.
  if (user.differs && found.uid === 0) await chown(folder, user.uid, user.gid)
  else if (found.uid !== user.uid) throw new Error(`${folder} belongs to somebody else`)
  if ((found.mode & 0o777) !== 0o700) await chmod(folder, 0o700)
  return folder
}

export async function syncFolder(folder: string): Promise<void> {
  const opened = await open(folder, 'r')
  try {
    await opened.sync()
  } finally {
    await opened.close()
  }
}

export function hasCode(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}

export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
