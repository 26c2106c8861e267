/** One PostgreSQL cluster a run, with a migrated template that each worker's database is cloned from. */
import { execFileSync } from 'node:child_process'
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import type { Binaries } from '../src/database/embedded/binaries.ts'
import {
  isOurPostmaster,
  readPostmaster,
  stopPostmaster,
} from '../src/database/embedded/cluster.ts'
import { createDatabase, prepareDatabase } from '../src/database/embedded/prepare-database.ts'
import { type Embedded, startEmbedded } from '../src/database/embedded-postgres.ts'
import { migrations } from '../src/database/migrations/list.ts'
import { migrate } from '../src/database/migrations.ts'
import { closeClient, openClient } from '../src/database/pg-connection.ts'
import { installJobs } from '../src/jobs/install-jobs.ts'

declare module 'vitest' {
  interface ProvidedContext {
    readonly cluster: { readonly socketDir: string; readonly port: number }
  }
}

export const TEMPLATE = 'lanyard_template'

// Root's own temp may be private, and PostgreSQL does not run as root.
const temp = process.getuid?.() === 0 ? '/tmp' : tmpdir()

/** What vitest asks a global setup to export. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweepKilledRuns()
  const folder = await mkdtemp(path.join(temp, `lanyard-test-${process.pid}-`))
  await chmod(folder, 0o711)
  const cluster = await startEmbedded({
    dataDir: folder,
    explicit: true,
    binaries: otherBinaries(process.env.LANYARD_TEST_PG_BIN),
  })
  const teardown = async () => {
    await cluster.release()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await makeTemplate(cluster)
  } catch (error) {
    await teardown()
    throw error
  }
  project.provide('cluster', { socketDir: cluster.socketDir, port: cluster.port })
  return teardown
}

/** Such as Debian's /usr/lib/postgresql/15/bin. */
function otherBinaries(bin: string | undefined): Binaries | undefined {
  if (!bin) return undefined
  const version = execFileSync(path.join(bin, 'postgres'), ['--version'], { encoding: 'utf8' })
  return { bin, major: Number(version.match(/ (\d+)/)?.[1]) }
}

/** Nobody misses what a test wrote after a power cut, and no query of a test is worth compiling. */
const needless = ['fsync', 'synchronous_commit', 'full_page_writes', 'jit']

async function makeTemplate(cluster: Embedded): Promise<void> {
  const superuser = await openClient(cluster.connectAs('superuser', 'postgres'))
  for (const setting of needless) await superuser.query(`alter system set ${setting} = off`)
  await superuser.query('select pg_reload_conf()')
  await prepareDatabase(superuser, 'lanyard')
  await createDatabase(superuser, TEMPLATE)
  const owner = await openClient(cluster.connectAs('owner', TEMPLATE))
  await migrate(owner, migrations)
    .then(() => installJobs(owner))
    .finally(() => closeClient(owner))
  // A clone is refused while anyone is connected to what it is cloned from.
  await superuser.query(`alter database ${TEMPLATE} allow_connections false`)
  await closeClient(superuser)
}

/** A run that was killed leaves its server running, as the product's does. */
async function sweepKilledRuns(): Promise<void> {
  for (const name of await readdir(temp)) {
    const pid = Number(name.match(/^lanyard-test-(\d+)-/)?.[1])
    if (!pid || isRunning(pid)) continue
    const folder = path.join(temp, name)
    for (const inside of await readdir(folder).catch(() => [])) {
      const pgData = path.join(folder, inside)
      const postmaster = await readPostmaster(pgData)
      if (!postmaster || !(await isOurPostmaster(postmaster.pid, pgData))) continue
      await stopPostmaster(pgData, postmaster)
    }
    await rm(folder, { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
