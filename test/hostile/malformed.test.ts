/**
 * Malformed requests to every route over a real socket: no fault of ours, and no word of the inside.
 * 5,000 here; `script/drill malformed` sends 100,000 and watches the memory.
 */
import type { AddressInfo } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { watchDatabase } from '../authorisation/unchanged.ts'
import { makeWorld } from '../authorisation/world.ts'
import { chance } from '../drills/random.ts'
import { testSite } from '../site.ts'
import { askBySocket } from './ask-by-socket.ts'
import { insidesIn } from './insides.ts'
import { fetchToken } from './knock.ts'
import { type Malformed, malformedRequests } from './malformed-requests.ts'

const { LANYARD_MALFORMED = '3000', LANYARD_SEED } = process.env
const wanted = Number(LANYARD_MALFORMED)
const seed = Number(LANYARD_SEED ?? Math.floor(Math.random() * 2 ** 32))
const isDrill = wanted >= 100_000

const test = await testSite({ TRUST_PROXY: 'loopback' })
const { app } = test
const faults: string[] = []
/** Where each fault was, should there be one. */
const stacks = new Map<string, string>()
app.addHook('onError', async (request, _, error) => {
  stacks.set(request.id, `${request.method} ${request.routeOptions.url}: ${error.stack}`)
})
app.addHook('onResponse', async (request, reply) => {
  if (reply.statusCode >= 500) faults.push(stacks.get(request.id) ?? `${request.routeOptions.url}`)
  stacks.delete(request.id)
})
const world = await makeWorld(test)
const watch = await watchDatabase(test.database.superuserClient)
const token = await fetchToken(app)
await app.listen({ port: 0, host: '127.0.0.1' })
// Of a server that listens on TCP.
const { port } = app.server.address() as AddressInfo

const statuses = new Map<number, number>()

async function send({ label, bytes, leaves }: Malformed): Promise<void> {
  const { status, head, body } = await askBySocket(port, bytes, { leaves })
  statuses.set(status, (statuses.get(status) ?? 0) + 1)
  const inside = insidesIn(body)
  if (status >= 500) faults.push(`${status}: ${label}`)
  if (inside !== undefined) faults.push(`shows ${inside}: ${label}`)
  if (status === 0 && (head !== '' || !leaves))
    faults.push(`answers "${head.slice(0, 80)}": ${label}`)
}

async function sendMany(next: () => Malformed, count: number): Promise<void> {
  let left = count
  const work = async () => {
    while (left > 0) {
      left -= 1
      await send(next())
    }
  }
  await Promise.all(Array.from({ length: 12 }, work))
}

setFlagsFromString('--expose-gc')
const collectGarbage: () => void = runInNewContext('gc')

/** What is held, and not what happens to wait for the collector. */
function megabytes(): number {
  collectGarbage()
  return Math.round(process.memoryUsage.rss() / 2 ** 20)
}

describe('malformed requests', () => {
  it(
    'to every route are no fault of ours, and are told nothing of the inside',
    async () => {
      const next = malformedRequests(app, world, { chance: chance(seed), token })
      const memory: number[] = []
      for (let sent = 0; sent < wanted; sent += 1000) {
        await sendMany(next, Math.min(1000, wanted - sent))
        await watch.putBack()
        // Who signed is asked again after fifteen minutes, and the drill is longer.
        await test.database.superuserClient.query('update session set stepped_up_at = now()')
        if ((sent + 1000) % 10_000 === 0) memory.push(megabytes())
      }
      const counts = [...statuses].sort(([one], [other]) => one - other)
      console.log(
        `hostile: ${wanted} malformed requests to ${app.routeTable.length} routes, seed ${seed}, ` +
          `${faults.length} faults; ${counts.map(([status, count]) => `${status}: ${count}`).join(', ')}`,
      )
      if (isDrill) console.log(`hostile: RSS ${memory.join(', ')} MB after each 10,000`)
      expect(faults.slice(0, 20)).toEqual([])
      expect(statuses.size).toBeGreaterThan(8)
      if (!isDrill) return
      const [first = 0, last = 0] = [memory[0], memory.at(-1)]
      expect(last).toBeLessThan(first * 1.2)
    },
    Math.max(120_000, wanted * 40),
  )
})
