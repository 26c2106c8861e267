/** The site behind PgBouncer in transaction mode: its visitors share two connections to the database. */
import type { FastifyInstance } from 'fastify'
import { Kysely } from 'kysely'
import { afterAll } from 'vitest'
import { personOfSession } from '../../src/accounts/accounts-actions.ts'
import { createApp } from '../../src/app.ts'
import { actorDialect } from '../../src/database/actor-dialect.ts'
import { openPool } from '../../src/database/pg-connection.ts'
import type { Tables } from '../../src/database/tables.ts'
import { openPgBouncer, pgBouncer } from '../pgbouncer.ts'
import type { TestSite } from '../site.ts'

/** Where it is not installed, the site with its own connections. */
export async function appBehindPgBouncer({
  app,
  database,
  site,
}: TestSite): Promise<FastifyInstance> {
  if (pgBouncer === undefined) {
    console.log('authorisation: PgBouncer is not installed, and is left out')
    return app
  }
  const pool = openPool(await openPgBouncer(database.appConfig))
  const db = new Kysely<Tables>({ dialect: actorDialect(pool) })
  const findPerson = (token: string) => personOfSession(db, token, site.now())
  const behind = await createApp({ ...site, db, findPerson })
  afterAll(async () => {
    await behind.close()
    await pool.end()
  })
  return behind
}
