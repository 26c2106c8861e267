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

const routes = test.app.routeTable
  .filter(({ method }) => method !== 'HEAD')
  .map(({ method, url }) => `${method} ${url}`)

describe('the walls around every route', () => {
  it('have a rule for each route, and a route for each rule', () => {
    expect(Object.keys(routeRules).sort()).toEqual([...routes].sort())
  })

  it('let nobody through who has no right, show nothing of others, and change nothing then', async () => {
    const faults: string[] = []
    let count = 0
    for (const [route, rule] of Object.entries(routeRules)) {
      const cases = casesOf(route, rule, world)
      count += cases.length
      const [allowed, refused] = [cases.filter(({ may }) => may), cases.filter(({ may }) => !may)]
      for (const one of refused) faults.push(...(await tryOne(one)))
      const changed = await watch.changed()
      if (changed.length > 0) faults.push(`${route}: a refused request changed ${changed}`)
      for (const one of allowed) {
        faults.push(...(await tryOne(one)))
        await watch.putBack()
      }
    }
    (await import('node:fs')).writeFileSync('/tmp/walls-faults.txt', faults.join('\n'))
    console.log(`authorisation: ${count} cases, ${faults.length} leaks`)
    expect(faults).toEqual([])
    expect(count).toBeGreaterThan(3000)
  }, 120_000)
})

async function tryOne(one: Case): Promise<string[]> {
  return faultsOf(one, await knock(one), world.canaries)
}
