/** Whom PostgreSQL runs as, and what that user can reach. PostgreSQL refuses to run as root. */
import { readFile, stat } from 'node:fs/promises'
import { userInfo } from 'node:os'
import path from 'node:path'

export interface ServerUser {
  readonly name: string
  readonly uid: number
  readonly gid: number
  /** Started by root for an unprivileged user; else it is our own user. */
  readonly differs: boolean
}

/** Root lends the cluster to its folder's owner, else to `postgres`, else to `nobody`. */
export async function serverUser(clusterDir: string): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return ownUser()
  const users = parsePasswd(await readFile('/etc/passwd', 'utf8'))
  const owner = (await stat(clusterDir).catch(() => undefined))?.uid
  const wanted = owner
    ? users.find((user) => user.uid === owner)
    : (users.find((user) => user.name === 'postgres') ??
      users.find((user) => user.name === 'nobody'))
  if (wanted) return wanted
  throw new Error(
    owner
      ? `${clusterDir} belongs to user id ${owner}, which /etc/passwd does not know`
      : 'PostgreSQL does not run as root, and /etc/passwd has neither postgres nor nobody',
  )
}

function ownUser(): ServerUser {
  try {
    const { username, uid, gid } = userInfo()
    return { name: username, uid, gid, differs: false }
  } catch (cause) {
    throw new Error(
      `PostgreSQL needs a user with a name: user id ${process.getuid?.()} is not in the passwd file`,
      { cause },
    )
  }
}

function parsePasswd(text: string): ServerUser[] {
  return text.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':')
    if (!name || !uid || !gid) return []
    return [{ name, uid: Number(uid) >>> 0, gid: Number(gid) >>> 0, differs: true }]
  })
}

/** The first directory on the way down to `target` that this user cannot pass, if any. */
export async function firstClosedDirectory(
  target: string,
  user: ServerUser,
): Promise<string | undefined> {
  for (const directory of directoriesDownTo(path.resolve(target))) {
    const found = await stat(directory).catch(() => undefined)
    if (!found?.isDirectory()) return undefined
    const bit = found.uid === user.uid ? 0o100 : found.gid === user.gid ? 0o010 : 0o001
    if ((found.mode & bit) === 0) return directory
  }
  return undefined
}

function directoriesDownTo(target: string): string[] {
  const parent = path.dirname(target)
  return parent === target ? [target] : [...directoriesDownTo(parent), target]
}
