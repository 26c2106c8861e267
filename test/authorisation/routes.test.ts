/**
 * Every route x every kind of actor x the record of its owner, of a colleague and of a stranger, from
 * the route table itself: a route without a rule fails, and a rule without a route.
 */
import { describe, expect, it } from 'vitest'
import { testSite } from '../site.ts'
import { routeRules } from './rules/all.ts'
import { watchDatabase } from './unchanged.ts'
import { type Case, casesOf, faultsOf, knocking } from './walk-routes.ts'
import { makeWorld } from './world.ts'

const test = await testSite()
const world = await makeWorld(test)
const watch = await watchDatabase(test.database.superuserClient)
const knock = await knocking(test.app, world)

/** Words that some page did show to somebody: what is never seen anywhere guards nothing. */
const seen = new Set<string>()
/** Forms that were taken, and changed something. */
let taken = 0

const routes = test.app.routeTable
  .filter(({ method }) => method !== 'HEAD')
  .map(({ method, url }) => `${method} ${url}`)

describe('the walls around every route', () => {
  it('have a rule for each route, and a route for each rule', () => {
    expect(Object.keys(routeRules).sort()).toEqual(routes.sort())
  })

  it('let nobody through who has no right, show nothing of others, and change nothing then', async () => {
    const faults: string[] = []
    let count = 0
    for (const [route, rule] of Object.entries(routeRules)) {
      const cases = casesOf(route, rule, world)
      count += cases.length
      const [allowed, refused] = [cases.filter(({ may }) => may), cases.filter(({ may }) => !may)]
      faults.push(...(await tryAll(refused)))
      const changed = await watch.changed()
      if (changed.length > 0) faults.push(`${route}: a refused request changed ${changed}`)
      faults.push(...(await tryAllowed(route, allowed)))
    }
    console.log(`authorisation: ${count} cases, ${taken} forms taken, ${faults.length} leaks`)
    expect(faults).toEqual([])
    // A former name stands in the copy of a record alone, which is packed.
    const shown = world.canaries.filter(({ kind }) => kind !== 'former-name')
    const kinds = shown.map(({ kind, owner }) => `${kind} of ${owner}`)
    expect(kinds.filter((kind) => !seen.has(kind))).toEqual([])
    expect(count).toBeGreaterThan(6000)
    // A watch that sees no change would guard nothing.
    expect(taken).toBeGreaterThan(300)
  }, 300_000)
})

/** Together, as visitors come. */
async function tryAll(cases: readonly Case[]): Promise<string[]> {
  const found = await Promise.all(cases.map(tryOne))
  return found.flat()
}

/** A form that is taken changes the world, which is put back before the next. */
async function tryAllowed(route: string, cases: readonly Case[]): Promise<string[]> {
  const together = route.startsWith('GET ') ? [cases] : cases.map((one) => [one])
  const faults: string[] = []
  for (const some of together) {
    faults.push(...(await tryAll(some)))
    const changed = await watch.putBack()
    if (changed.length > 0) taken += 1
  }
  return faults
}

async function tryOne(one: Case): Promise<string[]> {
  const reply = await knock(one)
  const shown = world.canaries.filter(({ words }) => reply.body.includes(words))
  for (const { kind, owner } of shown) seen.add(`${kind} of ${owner}`)
  return faultsOf(one, reply, shown)
}
