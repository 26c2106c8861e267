/** The generated test of both walls. A route or store function without a rule fails (see rules/). */
import { Kysely } from 'kysely'
import { describe, expect, it } from 'vitest'
import { actorDialect } from '../../src/database/actor-dialect.ts'
import { openPool } from '../../src/database/pg-connection.ts'
import type { Tables } from '../../src/database/tables.ts'
import { openPgBouncer, pgBouncer } from '../pgbouncer.ts'
import { routesOf } from '../routes.ts'
import { testSite } from '../site.ts'
import { findStoreFunctions } from './find-store-functions.ts'
import { openFingerprint } from './fingerprint.ts'
import { listCases, openAsker, routeMatrix } from './route-matrix.ts'
import { routeRules, storeRules } from './rules/index.ts'
import { storeMatrix } from './store-matrix.ts'
import { openWorld } from './world.ts'

const site = await testSite()
const world = await openWorld(site)
const { app, database } = site
const scenes = world.characters.flatMap((character) =>
  world.records.map((record) => ({ character, record, world })),
)
const say = (words: string) => void process.stdout.write(`${words}\n`)

describe('the rules', () => {
  it('name every route, and no other', () => {
    const routes = routesOf(app).map(({ method, url }) => `${method} ${url}`)
    expect(Object.keys(routeRules).sort()).toEqual([...new Set(routes)].sort())
  })

  it('name every function of every store, and no other', () => {
    expect(Object.keys(storeRules).sort()).toEqual(findStoreFunctions().sort())
  })
})

describe('store functions', () => {
  it('give each actor what they may have, and nothing else', async () => {
    const { cases, faults } = await storeMatrix(site.site.db, storeRules, scenes)
    say(
      `authorisation: ${cases} cases of ${Object.keys(storeRules).length} store functions, ${faults.length} leaks`,
    )
    expect(faults).toEqual([])
  }, 120_000)

  it.skipIf(pgBouncer === undefined)(
    'do so behind PgBouncer in transaction mode',
    async () => {
      const pool = openPool(await openPgBouncer(database.appConfig))
      const db = new Kysely<Tables>({ dialect: actorDialect(pool) })
      const { cases, faults } = await storeMatrix(db, storeRules, scenes)
      await pool.end()
      say(`authorisation: ${cases} cases behind PgBouncer, ${faults.length} leaks`)
      expect(faults).toEqual([])
    },
    120_000,
  )
})

describe('routes', () => {
  it('answer each actor as the rules say, show nobody’s words to others, and let nothing be changed', async () => {
    const asker = await openAsker(app, world)
    const print = await openFingerprint(database.superuserClient)
    const cases = listCases(routesOf(app), routeRules, world)
    const { faults } = await routeMatrix(asker, cases, world, print)
    say(
      `authorisation: ${cases.length} cases of ${Object.keys(routeRules).length} routes, ${faults.length} leaks`,
    )
    expect(faults).toEqual([])
  }, 120_000)
})

if (pgBouncer === undefined) say('Skipped: PgBouncer is not installed')
