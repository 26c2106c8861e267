/**
 * The pages that are somebody's own, behind PgBouncer in transaction mode: many visitors at once
 * share two connections, and none is taken for another.
 */
import { Kysely } from 'kysely'
import { afterAll, describe, expect, it } from 'vitest'
import { personOfSession } from '../../src/accounts/accounts-actions.ts'
import { createApp } from '../../src/app.ts'
import { actorDialect } from '../../src/database/actor-dialect.ts'
import { openPool } from '../../src/database/pg-connection.ts'
import type { Tables } from '../../src/database/tables.ts'
import { openPgBouncer, pgBouncer } from '../pgbouncer.ts'
import { type TestSite, testSite } from '../site.ts'
import { routeRules } from './rules/all.ts'
import { type Case, casesOf, faultsOf, knocking } from './walk-routes.ts'
import { makeWorld, type World } from './world.ts'

const atOnce = 20

if (pgBouncer === undefined) console.log('authorisation behind PgBouncer: it is not installed')

describe.runIf(pgBouncer !== undefined)('behind PgBouncer in transaction mode', async () => {
  const test = await testSite()
  const world = await makeWorld(test)
  const app = await appBehindPgBouncer(test)

  it('each of many visitors at once sees their own and nothing of others', async () => {
    const knock = await knocking(app, world)
    const cases = shuffled(ownPages(world))
    const faults: string[] = []
    for (let begun = 0; begun < cases.length; begun += atOnce) {
      const some = cases.slice(begun, begun + atOnce)
      const replies = await Promise.all(some.map(knock))
      faults.push(...some.flatMap((one, place) => faultsAt(one, replies[place], world)))
    }
    console.log(
      `authorisation behind PgBouncer: ${cases.length} cases, ${atOnce} at once, ${faults.length} leaks`,
    )
    expect(faults).toEqual([])
    expect(cases.length).toBeGreaterThan(1500)
  }, 120_000)
})

async function appBehindPgBouncer({ database, site }: TestSite) {
  const pool = openPool(await openPgBouncer(database.appConfig))
  const db = new Kysely<Tables>({ dialect: actorDialect(pool) })
  const findPerson = (token: string) => personOfSession(db, token, site.now())
  const app = await createApp({ ...site, db, findPerson })
  afterAll(async () => {
    await app.close()
    await pool.end()
  })
  return app
}

/** What everybody may read shows nothing of anybody. */
function ownPages(world: World): Case[] {
  return Object.entries(routeRules)
    .filter(([route, { may }]) => route.startsWith('GET ') && !may.includes('anybody'))
    .flatMap(([route, rule]) => casesOf(route, rule, world))
}

/** Neighbours of different people and pages, and the same ones each time. */
function shuffled(cases: readonly Case[]): Case[] {
  const stride = 7919
  return cases.map((_, place) => cases[(place * stride) % cases.length]).filter((one) => !!one)
}

function faultsAt(one: Case, reply: Parameters<typeof faultsOf>[1] | undefined, world: World) {
  return reply === undefined ? ['no answer'] : faultsOf(one, reply, world.canaries)
}
