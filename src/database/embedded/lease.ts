/**
 * Every process that uses the cluster holds one connection with a shared advisory lock. The last
 * one to leave gets the exclusive lock, and only it may stop the server.
 */
import { setTimeout as delay } from 'node:timers/promises'
import type pg from 'pg'
import { closeClient, openClient } from '../pg-connection.ts'
import {
  type Cluster,
  clearStaleLocks,
  isOurPostmaster,
  type Launch,
  launch,
  logTail,
  type Postmaster,
  readPostmaster,
  roleNames,
  stopPostmaster,
} from './cluster.ts'
import { hasCode } from './folders.ts'

export interface Lease {
  readonly client: pg.Client
  readonly postmaster: Postmaster
}

const LEASE_LOCK = 1
const PATIENCE = 20_000
const NO_ANSWER = ['ECONNREFUSED', 'ENOENT', 'ECONNRESET', 'EPIPE']
/** Starting up, stopping, or ended while we asked. */
const NOT_YET = ['57P03', '57P01', '57P02']
/** The old server's last processes have not let go yet, or another starter was first. */
const RETRY = /lock file|shared memory block/

/** Attaches to the running server, or starts one, until either works. */
export async function takeLease(cluster: Cluster): Promise<Lease> {
  let deadline = performance.now() + PATIENCE
  let launched: Launch | undefined
  let failures = 0
  for (;;) {
    const postmaster = await readPostmaster(cluster.pgData)
    const answer = postmaster ? await askForLease(postmaster) : 'no-answer'
    if (typeof answer === 'object') return answer
    if (answer === 'not-yet') deadline = performance.now() + PATIENCE
    if (performance.now() > deadline) throw await startFailure(cluster)
    if (launched?.ended) {
      failures += 1
      if (failures > 3 && !RETRY.test(await logTail(cluster))) throw await startFailure(cluster)
      launched = undefined
      await delay(Math.min(20 * failures, 200))
    } else if (!launched && answer === 'no-answer' && !(await isStarting(cluster, postmaster))) {
      launched = await launch(cluster)
    } else {
      await delay(5)
    }
  }
}

async function askForLease(postmaster: Postmaster): Promise<Lease | 'not-yet' | 'no-answer'> {
  let client: pg.Client | undefined
  try {
    client = await openClient({
      host: postmaster.socketDir,
      port: postmaster.port,
      user: roleNames.superuser,
      database: 'postgres',
      application_name: 'lanyard lease',
    })
    await client.query(`select pg_advisory_lock_shared(${LEASE_LOCK})`)
    return { client, postmaster }
  } catch (error) {
    if (client) await closeClient(client)
    if (hasCode(error, ...NOT_YET) || isCutOff(error)) return 'not-yet'
    if (hasCode(error, ...NO_ANSWER)) return 'no-answer'
    throw new Error(`PostgreSQL runs in ${postmaster.socketDir} but does not let us in`, {
      cause: error,
    })
  }
}

/** pg words an ended connection without a code. */
function isCutOff(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith('Connection terminated')
}

async function isStarting(cluster: Cluster, postmaster?: Postmaster): Promise<boolean> {
  if (!postmaster) return false
  if (await isOurPostmaster(postmaster.pid, cluster.pgData)) return true
  await clearStaleLocks(cluster, postmaster)
  return false
}

async function startFailure(cluster: Cluster): Promise<Error> {
  return new Error(
    `PostgreSQL does not start on ${cluster.pgData}. Its log (${cluster.logFile}) ends:\n${await logTail(cluster)}`,
  )
}

/** Gives the lease back, and stops the server if nobody else holds one. */
export async function leave(cluster: Cluster, lease: Lease): Promise<void> {
  try {
    await lease.client.query(`select pg_advisory_unlock_shared(${LEASE_LOCK})`)
    const { rows } = await lease.client.query<{ last: boolean }>(
      `select pg_try_advisory_lock(${LEASE_LOCK}) as last`,
    )
    if (rows[0]?.last) await stopPostmaster(cluster.pgData, lease.postmaster)
  } catch (error) {
    // A server that ended by itself meanwhile needs no stopping.
    if (!isCutOff(error) && !hasCode(error, ...NOT_YET, ...NO_ANSWER)) throw error
  } finally {
    await closeClient(lease.client)
  }
}
