import { sql } from 'kysely'
import type pg from 'pg'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../test/temporary-folder.ts'
import { asActor } from './as-actor.ts'
import { type Embedded, startEmbedded } from './embedded-postgres.ts'
import type { Migration } from './migrations/list.ts'
import { openDatabase } from './open-database.ts'
import { closeClient, openClient } from './pg-connection.ts'

const notes: Migration = {
  name: '0001-notes',
  sql: `
    create table note (about text not null);
    alter table note enable row level security;
    create policy note_own on note
      using (about = nullif(current_setting('app.actor', true), ''))
      with check (about = nullif(current_setting('app.actor', true), ''));
    grant select, insert on note to lanyard_app`,
}
const more: Migration = { name: '0002-more', sql: 'create table more (n int)' }
const job = (name: string) => ({ kind: 'job', name }) as const
const say = () => {}

describe('openDatabase on an embedded database', async () => {
  const dataDir = await temporaryFolder()
  const settings = { dataDir, dataDirGiven: true, say, migrations: [notes] }
  const opened = await openDatabase(settings)
  const { db } = opened
  afterAll(opened.close)

  it('shows each actor what is theirs, and nobody anything', async () => {
    const add = sql`insert into note values ('job:a'), ('job:a')`
    await asActor(db, job('a'), (transaction) => add.execute(transaction))
    const count = sql<{ n: number }>`select count(*) as n from note`
    const seenBy = (name: string) =>
      asActor(db, job(name), async (transaction) => (await count.execute(transaction)).rows)
    expect(await seenBy('a')).toEqual([{ n: 2 }])
    expect(await seenBy('b')).toEqual([{ n: 0 }])
    expect((await count.execute(db)).rows).toEqual([{ n: 0 }])
    await expect(asActor(db, job('b'), (transaction) => add.execute(transaction))).rejects.toThrow(
      'row-level security',
    )
  })

  it.each([
    'alter table note disable row level security',
    'alter table note add column x int',
    'drop table note',
    'create table mine (n int)',
    'create temporary table mine (n int)',
    'create schema mine',
    'set role lanyard_owner',
    'set role lanyard_superuser',
    'set session_replication_role = replica',
    'delete from note',
    `copy note to program 'cat'`,
    `insert into migration values ('x', 'y')`,
    'create role somebody',
    'create database other',
  ])('refuses the application: %s', async (statement) => {
    await expect(sql.raw(statement).execute(db)).rejects.toThrow(
      /permission denied|must be owner|not permitted|only roles with/i,
    )
  })

  it('answers that it is alive, and is opened twice at once', async () => {
    const again = await openDatabase(settings)
    expect(await again.isAlive()).toBe(true)
    await again.close()
    await again.close()
    expect(await again.isAlive()).toBe(true)
    expect(await opened.isAlive()).toBe(true)
  })

  it('answers a date as it is written and a count as a number', async () => {
    const { rows } =
      await sql`select date '2026-03-29' as day, count(*) as n from (values (1)) v`.execute(db)
    expect(rows).toEqual([{ day: '2026-03-29', n: 1 }])
  })
})

describe('openDatabase on a server', async () => {
  const server = await startEmbedded({ dataDir: await temporaryFolder(), explicit: true, say })
  const superuser = await openClient(server.connectAs('superuser', 'postgres'))
  await superuser.query(`
    create role lanyard_owner login;
    create role lanyard_app login;
    create role lanyard_bypass bypassrls`)
  afterAll(async () => {
    await closeClient(superuser)
    await server.release()
  })

  let database = ''
  let count = 0
  beforeEach(async () => {
    count += 1
    database = `served_${count}`
    await superuser.query(`create database ${database} owner lanyard_owner`)
  })
  const urlOf = (role: 'superuser' | 'owner' | 'app') => urlTo(server, role, database)
  const open = (databaseUrl: string, databaseOwnerUrl?: string, migrations = [notes]) =>
    openDatabase({
      dataDir: '/unused',
      dataDirGiven: true,
      databaseUrl,
      databaseOwnerUrl,
      migrations,
    })

  it('migrates as the owner, and then needs the owner no more', async () => {
    await (await open(urlOf('app'), urlOf('owner'))).close()
    const opened = await open(urlOf('app'))
    expect(await opened.isAlive()).toBe(true)
    await opened.close()
  })

  it('says what is missing when migrations are pending and the owner is not given', async () => {
    await expect(open(urlOf('app'))).rejects.toThrow('(0001-notes): set DATABASE_OWNER_URL')
    await (await open(urlOf('app'), urlOf('owner'))).close()
    await expect(open(urlOf('app'), undefined, [notes, more])).rejects.toThrow('(0002-more)')
  })

  it('does not run as a superuser, nor as the owner of the tables', async () => {
    await expect(open(urlOf('superuser'), urlOf('owner'))).rejects.toThrow('a superuser')
    await expect(open(urlOf('owner'), urlOf('owner'))).rejects.toThrow('owns tables')
  })

  it('does not run as a role that bypasses row-level security or can become one that does', async () => {
    await superuser.query('alter role lanyard_app bypassrls')
    await expect(open(urlOf('app'), urlOf('owner'))).rejects.toThrow('BYPASSRLS')
    await superuser.query('alter role lanyard_app nobypassrls; grant lanyard_bypass to lanyard_app')
    await expect(open(urlOf('app'), urlOf('owner'))).rejects.toThrow('BYPASSRLS')
    await superuser.query(
      'revoke lanyard_bypass from lanyard_app; grant lanyard_owner to lanyard_app',
    )
    await expect(open(urlOf('app'), urlOf('owner'))).rejects.toThrow('owns tables')
    await superuser.query('revoke lanyard_owner from lanyard_app')
    await (await open(urlOf('app'), urlOf('owner'))).close()
  })

  it('is not alive once the server has gone, and does not take node with it', async () => {
    const opened = await open(urlOf('app'), urlOf('owner'))
    await sql`select 1`.execute(opened.db)
    await superuser.query(`alter database ${database} allow_connections false`)
    await superuser.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1',
      [database],
    )
    expect(await opened.isAlive()).toBe(false)
    await expect(sql`select 1`.execute(opened.db)).rejects.toThrow()
    await opened.close()
  })
})

function urlTo(server: Embedded, role: 'superuser' | 'owner' | 'app', database: string): string {
  const { user, host, port }: pg.ClientConfig = server.connectAs(role, database)
  return `postgresql://${user}@${encodeURIComponent(host ?? '')}:${port}/${database}`
}
