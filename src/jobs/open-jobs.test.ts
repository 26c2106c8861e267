import { join } from 'node:path'
import { Kysely } from 'kysely'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { testDatabase } from '../../test/database.ts'
import { openPgBouncer, pgBouncer } from '../../test/pgbouncer.ts'
import { temporaryFolder } from '../../test/temporary-folder.ts'
import type { Actor } from '../actor.ts'
import { actorDialect } from '../database/actor-dialect.ts'
import { asActor } from '../database/as-actor.ts'
import { readPostmaster } from '../database/embedded/cluster.ts'
import { openDatabase } from '../database/open-database.ts'
import { openPool } from '../database/pg-connection.ts'
import type { Tables } from '../database/tables.ts'
import type { WaitingJob, Work } from './jobs.ts'
import { type JobLog, openJobs } from './open-jobs.ts'
import { queues } from './queues.ts'

const { db, executeSql, superuserClient, appConfig } = await testDatabase()
const opened = openJobs(executeSql)
const someone: Actor = { kind: 'job', name: 'test' }
const patience = { timeout: 15_000, interval: 50 }

const told: { facts: object; words: string }[] = []
const tell = (facts: object, words: string) => void told.push({ facts, words })
const log: JobLog = { warn: tell, error: tell }

const running: (() => Promise<void>)[] = []
const start = async (...list: Work[]) => {
  running.push(await openJobs(executeSql).start(list, log))
}
const stopAll = async () => {
  for (const stop of running.splice(0)) await stop()
}

beforeEach(() => void told.splice(0))
afterEach(stopAll)

const send = (details: object, startAfter?: Date) =>
  asActor(db, someone, (transaction) =>
    opened.jobs.send(transaction, 'send-letter', details, { startAfter }),
  )
const doing = (run: Work['run']): Work => ({ queue: 'send-letter', run })

/** Keeps the details of what it was given, oldest first. */
function collector() {
  const done: WaitingJob[] = []
  return { done, work: doing(async (job) => void done.push(job)) }
}

async function jobsInTable(): Promise<{ state: string; retry_count: number; output: unknown }[]> {
  const { rows } = await superuserClient.query(
    'select state, retry_count, output from pgboss.job order by created_on',
  )
  return rows
}

/** As if the time to wait before the next try were over. */
const tryAgainNow = () => superuserClient.query('update pgboss.job set start_after = now()')

describe('a job', () => {
  it('is done once the change that asks for it is kept, by the job itself, and leaves nothing', async () => {
    const { done, work } = collector()
    await start(work)
    await send({ n: 1 })
    await expect.poll(() => done.length, patience).toBe(1)
    expect(done[0]).toMatchObject({
      details: { n: 1 },
      actor: { kind: 'job', name: 'send-letter' },
    })
    await stopAll()
    expect(await jobsInTable()).toEqual([])
  })

  it('is not there when the change is not kept', async () => {
    const attempt = asActor(db, someone, async (transaction) => {
      await opened.jobs.send(transaction, 'send-letter', { n: 1 })
      throw new Error('changed my mind')
    })
    await expect(attempt).rejects.toThrow('changed my mind')
    expect(await jobsInTable()).toEqual([])
  })

  it('waits for its time', async () => {
    const { done, work } = collector()
    await send({ n: 1 }, new Date(Date.now() + 3_600_000))
    expect(await opened.workOff(work, log)).toBe(0)
    await tryAgainNow()
    expect(await opened.workOff(work, log)).toBe(1)
    expect(done).toHaveLength(1)
  })

  it('waits for a process that works, through a restart', async () => {
    await send({ n: 1 })
    await send({ n: 2 })
    const { done, work } = collector()
    await start(work)
    await expect
      .poll(() => done.map(({ details }) => details), patience)
      .toEqual(expect.arrayContaining([{ n: 1 }, { n: 2 }]))
  })

  it('is done once when several processes work', async () => {
    const { done, work } = collector()
    await Promise.all([start(work), start(work), start(work)])
    for (let n = 0; n < 20; n++) await send({ n })
    await expect.poll(() => done.length, patience).toBe(20)
    await stopAll()
    expect(new Set(done.map(({ id }) => id)).size).toBe(20)
  })
})

describe('a job that fails', () => {
  const failing = doing(async () => {
    throw new Error('no answer')
  })

  it('is tried again later, and logged with its queue and number but not its details', async () => {
    await send({ secret: 'a word' })
    await opened.workOff(failing, log)
    expect(await opened.workOff(failing, log)).toBe(0)
    expect((await jobsInTable())[0]).toMatchObject({ state: 'retry' })
    expect(told).toHaveLength(1)
    expect(told[0]).toMatchObject({ facts: { queue: 'send-letter', attempt: 1 } })
    expect(JSON.stringify(told)).not.toContain('a word')
    const { done, work } = collector()
    await tryAgainNow()
    await opened.workOff(work, log)
    expect(done).toMatchObject([{ details: { secret: 'a word' } }])
  })

  it('is kept when it has failed for good, without the words of its fault', async () => {
    await send({ n: 1 })
    for (let tries = 0; tries <= queues['send-letter'].retryLimit; tries++) {
      await opened.workOff(failing, log)
      await tryAgainNow()
    }
    const [left] = await jobsInTable()
    expect(left).toMatchObject({ state: 'failed', retry_count: queues['send-letter'].retryLimit })
    expect(JSON.stringify(left?.output)).not.toContain('no answer')
    expect(told.at(-1)?.words).toBe('job failed for good')
    expect(await opened.workOff(failing, log)).toBe(0)
  })
})

describe('the database', () => {
  it('may be killed under the jobs: what was asked for is done when it is back', async () => {
    const dataDir = await temporaryFolder()
    const own = await openDatabase({ dataDir, dataDirGiven: true, say: () => {} })
    const { jobs, start: startOwn } = openJobs(own.executeSql)
    const { done, work } = collector()
    running.push(await startOwn([work], log), own.close)
    const postmaster = await readPostmaster(join(dataDir, 'postgres-18'))
    const ask = (n: number) =>
      asActor(own.db, someone, (transaction) => jobs.send(transaction, 'send-letter', { n }))
    await ask(1)
    process.kill(postmaster?.pid ?? 0, 'SIGKILL')
    await expect.poll(() => own.isAlive(), patience).toBe(true)
    await ask(2)
    await expect
      .poll(() => done.map(({ details }) => details), patience)
      .toEqual(expect.arrayContaining([{ n: 1 }, { n: 2 }]))
  })
})

describe.skipIf(pgBouncer === undefined)('behind PgBouncer in transaction mode', () => {
  it('jobs are kept with their change, done once, and come by the clock', async () => {
    const pool = openPool(await openPgBouncer(appConfig))
    running.push(() => pool.end())
    const through = new Kysely<Tables>({ dialect: actorDialect(pool) })
    const { jobs, start: startOwn } = openJobs((text, values) => pool.query(text, values))
    const { done, work } = collector()
    await superuserClient.query('update pgboss.version set cron_on = null')
    running.unshift(await startOwn([{ ...work, every: '* * * * *' }], log))
    for (let n = 0; n < 10; n++) {
      await asActor(through, someone, (transaction) => jobs.send(transaction, 'send-letter', { n }))
    }
    await expect.poll(() => done.length, patience).toBeGreaterThan(10)
    const numbered = done.filter(({ details }) => JSON.stringify(details) !== '{}')
    expect(new Set(numbered.map(({ id }) => id)).size).toBe(10)
  })
})

describe('stopping', () => {
  it('waits for what is being done', async () => {
    let finish = () => {}
    const finished = new Promise<void>((resolve) => {
      finish = resolve
    })
    const run = vi.fn(() => finished)
    await start(doing(run))
    await send({ n: 1 })
    await expect.poll(() => run.mock.calls.length, patience).toBe(1)
    const stopped = stopAll()
    finish()
    await stopped
    expect(await jobsInTable()).toEqual([])
  })
})

describe('work by the clock', () => {
  it('comes without being asked for', async () => {
    await superuserClient.query('update pgboss.version set cron_on = null')
    const { done, work } = collector()
    await start({ ...work, every: '* * * * *' })
    await expect.poll(() => done.length, patience).toBeGreaterThan(0)
  })

  it('comes no more when the list no longer says so', async () => {
    const { work } = collector()
    await start({ ...work, every: '0 3 * * *' })
    await stopAll()
    const schedules = () => executeSql('select name, cron, timezone from pgboss.schedule')
    expect((await schedules()).rows).toEqual([
      { name: 'send-letter', cron: '0 3 * * *', timezone: 'Europe/London' },
    ])
    await start(work)
    expect((await schedules()).rows).toEqual([])
  })
})

describe("the jobs' tables", () => {
  it.each([
    'create table pgboss.mine (n int)',
    'alter table pgboss.job add column n int',
    'drop table pgboss.schedule',
    'truncate pgboss.job',
    'delete from pgboss.queue',
    'update pgboss.version set version = 1',
    'insert into pgboss.version (version) values (1)',
    `select pgboss.delete_queue('send-letter')`,
    `select pgboss.create_queue('x', '{"policy": "standard", "partition": "true"}')`,
  ])('are not the application’s: %s', async (statement) => {
    await expect(executeSql(statement)).rejects.toThrow(/permission denied|must be owner/)
  })

  it('belong to the owner, who made every queue', async () => {
    const { rows } = await superuserClient.query(
      `select distinct tableowner from pg_tables where schemaname = 'pgboss'`,
    )
    expect(rows).toEqual([{ tableowner: 'lanyard_owner' }])
    const { rows: made } = await executeSql('select name from pgboss.queue')
    for (const name of Object.keys(queues)) expect(made).toContainEqual({ name })
  })
})
