/** The jobs as the application has them: sent with a change, worked off by this process. */
import { CompiledQuery } from 'kysely'
import { type JobWithMetadata, PgBoss } from 'pg-boss'
import type { Transaction } from '../database/database.ts'
import type { Jobs, Work } from './jobs.ts'
import { queues } from './queues.ts'

/** Plain SQL as the application's role, outside any change: pg-boss's tables alone need it. */
export type ExecuteSql = (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>

/** What a fault is told to; fastify's logger will do. */
export interface JobLog {
  readonly warn: (facts: object, words: string) => void
  readonly error: (facts: object, words: string) => void
}

export interface OpenJobs {
  readonly jobs: Jobs
  /** Starts to work; gives how to stop, which waits for what is being done. */
  readonly start: (list: readonly Work[], log: JobLog) => Promise<() => Promise<void>>
  /** Works off what is waiting in one queue now, and gives how many jobs were done. */
  readonly workOff: (work: Work, log: JobLog) => Promise<number>
}

const longestStop = 15_000
const atOnce = { includeMetadata: true, batchSize: 5 } as const

export function openJobs(executeSql: ExecuteSql): OpenJobs {
  const boss = new PgBoss({
    db: { executeSql },
    migrate: false,
    createSchema: false,
    // Only the owner may rebuild an index, and only a monitor may see what holds back a vacuum.
    reindex: false,
    monitorVacuum: false,
    maintenanceIntervalSeconds: 3600,
  })
  const send: Jobs['send'] = async (db, queue, details, { startAfter } = {}) => {
    await boss.send(queue, details, {
      db: { executeSql: inTransaction(db) },
      ...(startAfter === undefined ? {} : { startAfter }),
    })
  }
  return {
    jobs: { send },
    start: (list, log) => start(boss, list, log),
    workOff: (work, log) => workOff(boss, work, log),
  }
}

function inTransaction(db: Transaction): ExecuteSql {
  return async (text, values = []) => {
    const { rows } = await db.executeQuery(CompiledQuery.raw(text, values))
    return { rows: [...rows] }
  }
}

async function start(
  boss: PgBoss,
  list: readonly Work[],
  log: JobLog,
): Promise<() => Promise<void>> {
  boss.on('error', tellingOnce(log))
  boss.on('warning', ({ message }) => log.warn({}, message))
  // Before the first look at the clock, which comes with the start.
  await setClock(boss, list)
  await boss.start()
  for (const work of list) {
    const options = { ...atOnce, pollingIntervalSeconds: 1, burstWhenBatchFull: true } as const
    await boss.work(work.queue, options, async (jobs: JobWithMetadata<object>[]) => {
      await Promise.all(jobs.map((job) => runOne(boss, work, job, log)))
    })
  }
  return () => stop(boss, list)
}

/** What comes by the clock is what the list says now, not what an earlier program said. */
async function setClock(boss: PgBoss, list: readonly Work[]): Promise<void> {
  for (const { name } of await boss.getSchedules()) {
    const wanted = list.some(({ queue, every }) => queue === name && every !== undefined)
    if (!wanted) await boss.unschedule(name)
  }
  for (const { queue, every } of list) {
    if (every !== undefined) await boss.schedule(queue, every, {}, { tz: 'Europe/London' })
  }
}

/** Waits for jobs that are being done, but not for ever: the others are tried again later. */
async function stop(boss: PgBoss, list: readonly Work[]): Promise<void> {
  const stopped = Promise.all(list.map(({ queue }) => boss.offWork(queue))).then(() =>
    boss.stop({ graceful: false, close: false }),
  )
  let timer: NodeJS.Timeout | undefined
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, longestStop)
  })
  await Promise.race([stopped, enough])
  clearTimeout(timer)
}

async function workOff(boss: PgBoss, work: Work, log: JobLog): Promise<number> {
  let done = 0
  for (;;) {
    const jobs = await boss.fetch<object>(work.queue, atOnce)
    if (jobs.length === 0) return done
    await Promise.all(jobs.map((job) => runOne(boss, work, job, log)))
    done += jobs.length
  }
}

/** A job that is done is deleted, with what it held; one that failed is kept, without the fault's words. */
async function runOne(
  boss: PgBoss,
  { queue, run }: Work,
  job: JobWithMetadata<object>,
  log: JobLog,
): Promise<void> {
  try {
    await run({ id: job.id, details: job.data, actor: { kind: 'job', name: queue } })
    await boss.deleteJob(queue, job)
  } catch (err) {
    const facts = { queue, job: job.id, attempt: job.retryCount + 1, err }
    if (job.retryCount < queues[queue].retryLimit) log.warn(facts, 'job failed, to be tried again')
    else log.error(facts, 'job failed for good')
    await boss.fail(queue, job, { why: 'the log says it, under the number of this job' })
  }
}

const oneMinute = 60_000

/** While the database is away every worker finds out by itself: that is told once a minute. */
function tellingOnce(log: JobLog): (err: Error) => void {
  let last = Number.NEGATIVE_INFINITY
  return (err) => {
    if (performance.now() - last < oneMinute) return
    last = performance.now()
    log.error({ err }, 'jobs cannot be fetched')
  }
}
