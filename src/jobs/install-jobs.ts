/** pg-boss's own tables, made and brought forward by the database's owner; the application only uses them. */
import type pg from 'pg'
import { getConstructionPlans, getMigrationPlans, PgBoss } from 'pg-boss'
import pgBossPackage from 'pg-boss/package.json' with { type: 'json' }
import { inLockedTransaction } from '../database/migrations.ts'
import { type Queue, type QueueSettings, queues } from './queues.ts'

const needed = pgBossPackage.pgboss.schema

/** Two starters may do this at once: the second waits, and finds nothing left to do. */
export async function installJobs(owner: pg.ClientBase): Promise<void> {
  await inLockedTransaction(owner, async () => {
    await bringForward(owner, await installedVersion(owner))
    await owner.query(GRANTS)
    for (const [queue, settings] of Object.entries(queues)) await setQueue(owner, queue, settings)
  })
}

/** Is there anything that only the owner could still do? */
export async function jobsAreInstalled(client: pg.ClientBase): Promise<boolean> {
  if ((await installedVersion(client)) !== needed) return false
  const { rows } = await client.query<{ name: Queue }>('select name from pgboss.queue')
  const made = rows.map(({ name }) => name)
  return Object.keys(queues).every((queue) => made.some((name) => name === queue))
}

async function installedVersion(client: pg.ClientBase): Promise<number | undefined> {
  const { rows: found } = await client.query<{ there: boolean }>(
    `select exists (select from pg_class join pg_namespace on pg_namespace.oid = relnamespace
      where nspname = 'pgboss' and relname = 'version') as there`,
  )
  if (!found[0]?.there) return undefined
  const { rows } = await client.query<{ version: number }>('select version from pgboss.version')
  return rows[0]?.version
}

async function bringForward(owner: pg.ClientBase, version: number | undefined): Promise<void> {
  if (version === needed) return
  if (version !== undefined && version > needed) {
    throw new Error(
      `The jobs' tables are of a newer program (${version}, this one knows ${needed}).`,
    )
  }
  const plans =
    version === undefined ? getConstructionPlans('pgboss') : getMigrationPlans('pgboss', version)
  await owner.query(inThisTransaction(plans))
}

/** pg-boss's plans open and close a transaction of their own, which would end ours and its lock. */
function inThisTransaction(plans: string): string {
  return plans.replace(/^\s*BEGIN;/, '').replace(/COMMIT;\s*$/, '')
}

async function setQueue(
  owner: pg.ClientBase,
  queue: string,
  { once = false, ...settings }: QueueSettings,
): Promise<void> {
  const options = { ...settings, retryBackoff: true }
  await owner.query('select pgboss.create_queue($1, $2)', [
    queue,
    { ...options, policy: once ? 'exclusive' : 'standard' },
  ])
  const db = { executeSql: (text: string, values?: unknown[]) => owner.query(text, values) }
  await new PgBoss({ db }).updateQueue(queue, options)
}

/** What it works with, and no more: no queue is taken away, no version is set, nothing is made. */
const GRANTS = `
  grant usage on schema pgboss to lanyard_app;
  grant select, insert, update, delete on pgboss.job, pgboss.job_common to lanyard_app;
  grant select, insert, update, delete on pgboss.schedule to lanyard_app;
  grant select, insert, update on pgboss.queue to lanyard_app;
  grant select, update (cron_on, flow_on, monitor_backoff_on, reindex_on) on pgboss.version
    to lanyard_app;
  grant select, delete on pgboss.job_dependency to lanyard_app`
