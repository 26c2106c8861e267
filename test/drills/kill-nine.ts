/** kill -9 at random while people write: what was acknowledged is there, whole, and the audit verifies. */
import { type ChildProcess, spawn } from 'node:child_process'
import { openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Kysely } from 'kysely'
import type pg from 'pg'
import { verifyAudit } from '../../src/audit/verify-audit.ts'
import { actorDialect } from '../../src/database/actor-dialect.ts'
import { readPostmaster, roleNames } from '../../src/database/embedded/cluster.ts'
import { closeClient, openClient, openPool } from '../../src/database/pg-connection.ts'
import type { Tables } from '../../src/database/tables.ts'
import { ended, freePort, root } from '../server.ts'
import { acts, type Done, signInWith, signOffFirst, type Worker } from './acts.ts'
import { caller } from './caller.ts'
import { listLost, listTorn } from './evidence.ts'
import { type Chance, chance } from './random.ts'

export interface Drill {
  readonly dataDir: string
  readonly rounds: number
  readonly seed: number
  readonly say: (words: string) => void
}

export interface Drilled {
  readonly killed: { readonly service: number; readonly database: number }
  readonly acknowledged: Readonly<Record<string, number>>
  readonly lost: readonly Done[]
  readonly torn: readonly string[]
  /** Services that neither came up nor gave up, with what they said. */
  readonly stuck: readonly string[]
  /** What `audit verify` said after each kill, where it was not "valid". */
  readonly audit: readonly string[]
  readonly events: number
  readonly batches: number
}

/** For what takes a second on an idle machine, and must not be given up on a busy one. */
const patient = 180_000

/** One service at work and one that is nearly ready, over one database. */
export async function killNine({ dataDir, rounds, seed, say }: Drill): Promise<Drilled> {
  const random = chance(seed)
  const services = await openServices(dataDir)
  const done: Done[] = []
  const audit: string[] = []
  const killed = { service: 0, database: 0 }
  const pgData = join(dataDir, 'postgres-18')
  const writing = startWriting(await makeWorkers(services.port, pgData), random, done)
  try {
    for (let round = 1; round <= rounds; round += 1) {
      await untilMore(done)
      await delay(random.below(150))
      // At least every third kill is the service's; more where another one is ready in time.
      const service = round % 3 === 0 || (services.hasNext() && random.below(2) === 0)
      killed[service ? 'service' : 'database'] += 1
      await (service ? services.kill() : killDatabase(pgData))
      await services.wellAgain()
      const { outcome, findings } = await inDatabase(pgData, ({ db }) => verifyAudit({ db, now }))
      say(`${round}: ${service ? 'service' : 'database'}, ${done.length} acknowledged`)
      if (outcome !== 'valid') audit.push(`round ${round}: ${outcome} ${JSON.stringify(findings)}`)
    }
    await writing.stop()
    return await inDatabase(pgData, async ({ db, owner }) => {
      const lost = await listLost(owner, done)
      const torn = await listTorn(owner)
      const { events, batches } = await verifyAudit({ db, now })
      const { stuck } = services
      return { killed, acknowledged: countBy(done), lost, torn, stuck, audit, events, batches }
    })
  } finally {
    // Also after a fault: the folder goes next, and whoever writes in it would hide what happened.
    await writing.stop()
    await services.close()
  }
}

const now = () => new Date()

interface Service {
  readonly child: ChildProcess
  readonly port: number
  readonly ready: Promise<boolean>
  isReady: boolean
}

async function launchService(dataDir: string, stuck: string[]): Promise<Service> {
  const port = await freePort()
  const log = openSync(logOf(dataDir, port), 'a')
  const { BASE_URL: _, ...outside } = process.env
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(root, 'test/drills/drilled-server.ts')],
    {
      cwd: root,
      env: {
        ...outside,
        ...{ DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'error' },
        ...{ DEMO: '1', BASE_URL: 'http://localhost:3000' },
      },
      stdio: ['pipe', log, log],
    },
  )
  const ready = untilReady(child, port).catch(() => {
    stuck.push(endOfLogs(dataDir, port))
    child.kill('SIGKILL')
    return false
  })
  const service: Service = { child, port, ready, isReady: false }
  service.ready.then((ready) => {
    service.isReady = ready
  })
  return service
}

function logOf(dataDir: string, port: number): string {
  return join(dataDir, `service-${port}.log`)
}

/** With the end of what it and its database said: the folder is gone afterwards. */
function endOfLogs(dataDir: string, port: number): string {
  const logs = [logOf(dataDir, port), join(dataDir, 'postgres.log')]
  return logs.map((log) => readFileSync(log, 'utf8').slice(-2000)).join('\n')
}

/** False where it gave up, as it says. Throws where it does neither. */
async function untilReady(child: ChildProcess, port: number): Promise<boolean> {
  const patience = performance.now() + patient
  while (child.exitCode === null && child.signalCode === null) {
    if (await isWell(port)) return true
    if (performance.now() > patience) throw new Error('neither ready nor over')
    await delay(50)
  }
  return false
}

async function isWell(port: number): Promise<boolean> {
  const answer = await fetch(`http://localhost:${port}/health`, {
    signal: AbortSignal.timeout(3000),
  }).catch(() => undefined)
  return answer?.ok ?? false
}

async function openServices(dataDir: string) {
  const stuck: string[] = []
  const launch = () => launchService(dataDir, stuck)
  let at = await launch()
  if (!(await at.ready)) throw new Error('the service did not start')
  let next = await launch()

  async function kill(): Promise<void> {
    at.child.kill('SIGKILL')
    await ended(at.child)
    // One that started while the database was being killed may have given up, as it says.
    while (!(await next.ready)) next = await launch()
    at = next
    next = await launch()
  }

  async function wellAgain(): Promise<void> {
    const patience = performance.now() + patient
    while (!(await isWell(at.port))) {
      if (at.child.exitCode !== null) throw new Error(`the service ended: ${at.child.exitCode}`)
      if (performance.now() > patience) {
        throw new Error(`the service did not recover\n${endOfLogs(dataDir, at.port)}`)
      }
      await delay(10)
    }
  }

  async function close(): Promise<void> {
    for (const { child } of [at, next]) {
      child.kill('SIGTERM')
      await ended(child)
    }
  }

  return { port: () => at.port, hasNext: () => next.isReady, stuck, kill, wellAgain, close }
}

async function killDatabase(pgData: string): Promise<void> {
  const postmaster = await readPostmaster(pgData)
  if (postmaster !== undefined) process.kill(postmaster.pid, 'SIGKILL')
}

/** Tries until the database that was killed is there again. */
async function inDatabase<Value>(
  pgData: string,
  read: (opened: { db: Kysely<Tables>; owner: pg.Client }) => Promise<Value>,
): Promise<Value> {
  for (let tries = 0; ; tries += 1) {
    const postmaster = await readPostmaster(pgData)
    const at = { host: postmaster?.socketDir ?? '', port: postmaster?.port ?? 0 }
    const database = 'lanyard'
    const owner = await openClient({ ...at, database, user: roleNames.owner }).catch(
      () => undefined,
    )
    if (owner === undefined) {
      if (tries > 1000) throw new Error('the database did not come back')
      await delay(20)
      continue
    }
    const pool = openPool({ ...at, database, user: roleNames.app, max: 1 })
    try {
      return await read({ db: new Kysely<Tables>({ dialect: actorDialect(pool) }), owner })
    } finally {
      await pool.end()
      await closeClient(owner)
    }
  }
}

/** Those of the demonstration who work with somebody who signs off; each has a credential first. */
async function makeWorkers(port: () => number, pgData: string): Promise<Worker[]> {
  const rows = await inDatabase(pgData, async ({ owner }) => {
    const found = await owner.query<{
      id: string
      level: string
      organisation: string
      assessor: string
      codes: string[]
    }>(`
      select person.id, person.level, mine.organisation, min(held.person_id::text) as assessor,
        (select array_agg(code) from statement where edition = 'ahp-support-worker/2026'
          and section = '2.1' and statement.level = person.level) as codes
      from person join membership mine on mine.person_id = person.id
      join permission_grant held on held.organisation = mine.organisation
        and held.permission = 'assess' and held.person_id <> person.id
      where person.level is not null group by 1, 2, 3`)
    return found.rows
  })
  const workers = rows.map(({ assessor, ...row }) => ({
    ...row,
    caller: caller(port),
    assessor: { id: assessor, caller: caller(port) },
  }))
  const firmly = { next: () => 0.99, below: () => 2, pick: lastOf }
  for (const worker of workers) {
    await signInWith(worker.assessor.caller, worker.assessor.id)
    await signInWith(worker.caller, worker.id)
    const signed = await signOffFirst(worker, firmly)
    if (!signed.some(({ act }) => act === 'sign')) throw new Error('nothing could be signed off')
  }
  return workers
}

function lastOf<Thing>(things: readonly Thing[]): Thing {
  const last = things.at(-1)
  if (last === undefined) throw new Error('nothing to choose from')
  return last
}

function startWriting(workers: readonly Worker[], random: Chance, done: Done[]) {
  let isOver = false
  const write = async (worker: Worker) => {
    while (!isOver) {
      const act = random.pick(acts)
      // An answer that does not come was never an acknowledgement.
      done.push(...(await act(worker, random).catch(() => [])))
      await delay(5)
    }
  }
  const all = Promise.all(workers.map(write))
  return {
    stop: async () => {
      isOver = true
      await all
    },
  }
}

/** Between two kills something is done, so that each has something to lose. */
async function untilMore(done: readonly Done[]): Promise<void> {
  const before = done.length
  const patience = performance.now() + patient
  while (done.length < before + 5) {
    if (performance.now() > patience) throw new Error('nothing is acknowledged any more')
    await delay(5)
  }
}

function countBy(done: readonly Done[]): Record<string, number> {
  const groups = Map.groupBy(done, ({ act }) => act)
  return Object.fromEntries([...groups].map(([act, of]) => [act, of.length]))
}
