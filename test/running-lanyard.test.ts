/** The guide for whoever runs it says what the program does. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { neededToServe, readConfig, secrets, settingNames } from '../src/config.ts'
import { asActor } from '../src/database/as-actor.ts'
import { startEmbedded } from '../src/database/embedded-postgres.ts'
import { openDatabase } from '../src/database/open-database.ts'
import { closeClient, openClient } from '../src/database/pg-connection.ts'
import { openJobs } from '../src/jobs/open-jobs.ts'
import { queues } from '../src/jobs/queues.ts'
import { temporaryFolder } from './temporary-folder.ts'

const guide = readFileSync(join(import.meta.dirname, '../docs/running-lanyard.md'), 'utf8')
const rows = [...guide.matchAll(/^\| `([A-Z_]+)` \| (.*) \| (.*) \|$/gm)]
const statements = [...guide.matchAll(/```sql\n([\s\S]*?)```/g)].map(([, text = '']) => text)

describe('the table of settings', () => {
  it('has every setting once, and no other', () => {
    expect(rows.map(([, name]) => name).sort()).toEqual([...settingNames].sort())
  })

  it('says which are needed, as the program does', () => {
    const needed = rows.filter(([, , what = '']) => what.startsWith('**needed.**'))
    expect(needed.map(([, name]) => name)).toEqual(Object.keys(neededToServe))
  })

  it('gives the defaults that are used', () => {
    const unlessSet = new Map(rows.map(([, name, , given]) => [name, given]))
    const { port, host, logLevel } = readConfig({})
    const said = ['PORT', 'HOST', 'LOG_LEVEL'].map((name) => unlessSet.get(name))
    expect(said).toEqual([`\`${port}\``, `\`${host}\``, `\`${logLevel}\``])
  })

  it('is followed by the secrets that may be in files', () => {
    const [section = ''] = guide.split('### Secrets in files\n')[1]?.split('may each') ?? []
    expect([...section.matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name).sort()).toEqual(
      [...secrets].sort(),
    )
  })
})

describe('the statements for PostgreSQL', async () => {
  const server = await startEmbedded({
    ...{ dataDir: await temporaryFolder(), explicit: true, say: () => {} },
  })
  const superuser = await openClient(server.connectAs('superuser', 'postgres'))
  afterAll(async () => {
    await closeClient(superuser)
    await server.release()
  })
  const urlAs = (user: string) =>
    `postgresql://${user}@${encodeURIComponent(server.socketDir)}:${server.port}/lanyard`

  it('make a database that Lanyard starts on, and failed jobs that are tried again', async () => {
    const [roles = '', failed = '', again = ''] = statements
    expect(statements).toHaveLength(3)
    for (const statement of roles.split(';').filter((text) => text.trim() !== '')) {
      await superuser.query(statement)
    }
    const { db, executeSql, close } = await openDatabase({
      ...{ dataDir: '/unused', dataDirGiven: true },
      databaseUrl: urlAs('lanyard_app'),
      databaseOwnerUrl: urlAs('lanyard_owner'),
    })
    const { jobs, workOff } = openJobs(executeSql)
    await asActor(db, { kind: 'job', name: 'test' }, (transaction) =>
      jobs.send(transaction, 'send-letter', {}),
    )
    const silent = { warn: () => {}, error: () => {} }
    let tries = 0
    const failing = async () => {
      tries += 1
      throw new Error('no')
    }
    const owner = await openClient({ connectionString: urlAs('lanyard_owner') })
    const tryAll = async () => {
      for (let left = 40; left > 0; left--) {
        await owner.query('update pgboss.job set start_after = now()')
        await workOff({ queue: 'send-letter', run: failing }, silent)
      }
    }
    await tryAll()
    expect(tries).toBe(queues['send-letter'].retryLimit + 1)
    expect((await owner.query(failed)).rows).toMatchObject([{ name: 'send-letter' }])
    expect((await owner.query(again)).rowCount).toBe(1)
    expect(await workOff({ queue: 'send-letter', run: async () => {} }, silent)).toBe(1)
    expect((await owner.query(failed)).rows).toEqual([])
    await closeClient(owner)
    await close()
  })
})
