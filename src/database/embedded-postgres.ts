/** A real PostgreSQL in the data folder: started or joined, watched, and stopped by the last to leave. */
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type pg from 'pg'
import { type Binaries, findPackage, usableBinaries } from './embedded/binaries.ts'
import { type Cluster, makeCluster, type Role, roleNames } from './embedded/cluster.ts'
import { dataFolder, socketFolder } from './embedded/folders.ts'
import { type Lease, leave, takeLease } from './embedded/lease.ts'
import { serverUser } from './embedded/server-user.ts'

export interface EmbeddedSettings {
  readonly dataDir: string
  /** DATA_DIR was given: it is used or refused, never replaced. */
  readonly explicit: boolean
  /** Another PostgreSQL's programs (tests run on Debian's). */
  readonly binaries?: Binaries | undefined
  /** Told, in a sentence, what an operator should know. */
  readonly say?: ((sentence: string) => void) | undefined
}

export interface Embedded {
  /** The data folder in use, which is not the default one where that could not be reached. */
  readonly dataDir: string
  readonly socketDir: string
  readonly port: number
  connectAs(role: Role, database: string): pg.ClientConfig
  /** Called each time the server is back after it died under us. */
  onRestart(listener: () => void): void
  release(): Promise<void>
}

export async function startEmbedded(settings: EmbeddedSettings): Promise<Embedded> {
  const say = settings.say ?? ((sentence) => void process.stderr.write(`${sentence}\n`))
  const cluster = await prepareCluster(settings, say)
  await makeCluster(cluster)
  const held = watchLease(cluster, await takeLease(cluster), say)
  return {
    dataDir: cluster.dataDir,
    port: cluster.port,
    get socketDir() {
      return held.postmaster().socketDir
    },
    connectAs: (role, database) => {
      const { socketDir, port } = held.postmaster()
      return { host: socketDir, port, user: roleNames[role], database }
    },
    onRestart: held.onRestart,
    release: held.release,
  }
}

async function prepareCluster(
  settings: EmbeddedSettings,
  say: (sentence: string) => void,
): Promise<Cluster> {
  if (process.platform === 'win32') {
    throw new Error('The embedded database needs Unix sockets: use WSL, or set DATABASE_URL.')
  }
  const source = settings.binaries ?? (await findPackage())
  const asked = path.resolve(settings.dataDir)
  const name = `postgres-${source.major}`
  const first = await serverUser(path.join(asked, name))
  const dataDir = await dataFolder(asked, settings.explicit, first, say)
  const pgData = path.join(dataDir, name)
  const user = await serverUser(pgData)
  return {
    binaries: 'bin' in source ? source : await usableBinaries(source, user),
    user,
    dataDir,
    pgData,
    socketDir: await socketFolder(dataDir, user),
    port: 5432,
    logFile: path.join(dataDir, 'postgres.log'),
  }
}

/** Restarts or rejoins the server when the lease's connection ends without our asking. */
function watchLease(cluster: Cluster, first: Lease, say: (sentence: string) => void) {
  const listeners: (() => void)[] = []
  let latest = first
  let isHeld = true
  let released: Promise<void> | undefined
  let recovering: Promise<void> | undefined

  function watch(): void {
    latest.client.once('end', () => {
      isHeld = false
      if (!released) recovering = recover()
    })
  }

  async function recover(): Promise<void> {
    say('PostgreSQL ended; starting it again.')
    while (!released && !isHeld) {
      await takeLease(cluster).then(hold, async (error: unknown) => {
        say(String(error))
        await delay(1000)
      })
    }
  }

  function hold(lease: Lease): void {
    latest = lease
    isHeld = true
    watch()
    for (const listener of listeners) listener()
  }

  async function stop(): Promise<void> {
    await recovering
    if (isHeld) await leave(cluster, latest)
  }

  watch()
  return {
    postmaster: () => latest.postmaster,
    onRestart: (listener: () => void) => void listeners.push(listener),
    release: () => {
      released ??= stop()
      return released
    },
  }
}
