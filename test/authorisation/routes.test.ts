/**
 * Every route x every kind of actor x the record of its owner, of a colleague and of a stranger, from
 * the route table itself: a route without a rule fails, and a rule without a route. Visitors come many
 * at once, different people to different pages, and behind PgBouncer in transaction mode they share two
 * connections: none is taken for another.
 */
import { describe, expect, it } from 'vitest'
import { testSite } from '../site.ts'
import { appBehindPgBouncer } from './app-behind-pgbouncer.ts'
import { routeRules } from './rules/all.ts'
import { watchDatabase } from './unchanged.ts'
import { type Case, casesOf, faultsOf, knocking } from './walk-routes.ts'
import { makeWorld } from './world.ts'

const test = await testSite()
const world = await makeWorld(test)
const app = await appBehindPgBouncer(test)
const watch = await watchDatabase(test.database.superuserClient)
const knock = await knocking(app, world)

const cases = Object.entries(routeRules).flatMap(([route, rule]) => casesOf(route, rule, world))
const atOnce = 40

/** Words that some page did show to somebody: what is never seen anywhere guards nothing. */
const seen = new Set<string>()

describe('the walls around every route', () => {
  it('have a rule for each route, and a route for each rule', () => {
    const routes = app.routeTable
      .filter(({ method }) => method !== 'HEAD')
      .map(({ method, url }) => `${method} ${url}`)
    expect(Object.keys(routeRules).sort()).toEqual(routes.sort())
  })

  it('let nobody through who has no right, and change nothing then', async () => {
    const refused = cases.filter(({ may }) => !may)
    const faults: string[] = []
    for (const some of shuffledInto(atOnce, refused)) {
      faults.push(...(await tryAll(some)))
      const changed = await watch.putBack()
      if (changed.length > 0) faults.push(...(await changesOf(some, changed)))
    }
    console.log(`authorisation: ${refused.length} refused, ${faults.length} leaks`)
    expect(faults.join('\n')).toBe('')
    expect(refused.length).toBeGreaterThan(4000)
  }, 300_000)

  it('show everybody what they have a right to, and nothing of others', async () => {
    const pages = cases.filter(({ may, method }) => may && method === 'GET')
    const faults: string[] = []
    for (const some of shuffledInto(atOnce, pages)) {
      faults.push(...(await tryAll(some)))
      await watch.putBack()
    }
    console.log(`authorisation: ${pages.length} pages shown, ${faults.length} leaks`)
    expect(faults.join('\n')).toBe('')
    // A former name stands in the copy of a record alone, which is packed.
    const shown = world.canaries.filter(({ kind }) => kind !== 'former-name')
    const kinds = shown.map(({ kind, owner }) => `${kind} of ${owner}`)
    expect(kinds.filter((kind) => !seen.has(kind))).toEqual([])
    expect(pages.length).toBeGreaterThan(1000)
  }, 300_000)

  it('take the forms of whoever has a right, and show nothing of others', async () => {
    const forms = cases.filter(({ may, method }) => may && method === 'POST')
    const faults: string[] = []
    let taken = 0
    // A form that is taken changes the world, which is put back before the next.
    for (const one of forms) {
      faults.push(...(await tryOne(one)))
      const changed = await watch.putBack()
      if (changed.length > 0) taken += 1
    }
    console.log(`authorisation: ${forms.length} forms sent, ${taken} taken, ${faults.length} leaks`)
    expect(faults.join('\n')).toBe('')
    // A watch that sees no change would guard nothing.
    expect(taken).toBeGreaterThan(200)
  }, 300_000)
})

/** Neighbours of different people and pages, and the same ones each time. */
function shuffledInto(size: number, some: readonly Case[]): Case[][] {
  const stride = 7919
  const shuffled = some.flatMap((_, place) => some[(place * stride) % some.length] ?? [])
  return Array.from({ length: Math.ceil(some.length / size) }, (_, part) =>
    shuffled.slice(part * size, (part + 1) * size),
  )
}

/** Together, as visitors come. */
async function tryAll(some: readonly Case[]): Promise<string[]> {
  const found = await Promise.all(some.map(tryOne))
  return found.flat()
}

async function tryOne(one: Case): Promise<string[]> {
  const reply = await knock(one)
  const shown = world.canaries.filter(({ words }) => reply.body.includes(words))
  for (const { kind, owner } of shown) seen.add(`${kind} of ${owner}`)
  return faultsOf(one, reply, shown)
}

/** Which of them it was; alone, perhaps none of them does it again. */
async function changesOf(some: readonly Case[], together: readonly string[]): Promise<string[]> {
  const faults: string[] = []
  for (const one of some) {
    await tryOne(one)
    const changed = await watch.putBack()
    if (changed.length > 0) faults.push(`${titleOf(one)} was refused and changed ${changed}`)
  }
  return faults.length > 0 ? faults : [`${together} changed by one of ${some.map(titleOf)}`]
}

function titleOf({ method, url, actor, owner }: Case): string {
  return `${method} ${url} as ${actor} of ${owner}`
}
