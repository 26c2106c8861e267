/**
 * The same site twice over one database: as the application's role, which row-level security holds,
 * and on WITHOUT_WALL_PORT as the owner of the tables, whom it does not hold.
 */
import { Kysely } from 'kysely'
import { personOfSession } from '../src/accounts/accounts-actions.ts'
import { createApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { actorDialect } from '../src/database/actor-dialect.ts'
import { startEmbedded } from '../src/database/embedded-postgres.ts'
import { openPool } from '../src/database/pg-connection.ts'
import type { Tables } from '../src/database/tables.ts'
import { openSite } from '../src/open-site.ts'
import { fillPassport } from './full-passport.ts'

const config = readConfig(process.env)
const { site, close } = await openSite(config, () => {})
const cookies = await fillPassport(site)
const embedded = await startEmbedded({ dataDir: config.dataDir, explicit: true, say: () => {} })
const pool = openPool(embedded.connectAs('owner', 'lanyard'))
await pool.query('analyze')
const db = new Kysely<Tables>({ dialect: actorDialect(pool) })
const findPerson = (token: string) => personOfSession(db, token, site.now())

const walled = await createApp(site)
walled.get('/bench/cookies', async () => cookies)
const open = await createApp({ ...site, db, findPerson })
await open.listen({ port: Number(process.env.WITHOUT_WALL_PORT), host: config.host })
await walled.listen({ port: config.port, host: config.host })
process.once('SIGTERM', async () => {
  await Promise.all([walled.close(), open.close()])
  await db.destroy()
  await embedded.release()
  await close()
  process.exit(0)
})
