import Fastify from 'fastify'
import { describe, expect, it } from 'vitest'
import { pageCache, sendCached } from './page-cache.ts'

function siteOf(size: number) {
  const cache = pageCache()
  const app = Fastify()
  let rendered = 0
  app.get('/*', (request, reply) =>
    sendCached(cache, request, reply, request.url, () => {
      rendered++
      return { type: 'text/plain', body: `${request.url} ${'x'.repeat(size)}` }
    }),
  )
  return { app, cache, rendered: () => rendered }
}

describe('the page cache', () => {
  it('renders a page once', async () => {
    const { app, rendered } = siteOf(10)
    await app.inject('/a')
    const reply = await app.inject('/a')
    expect([rendered(), reply.body.slice(0, 4)]).toEqual([1, '/a x'])
  })

  it('never holds more than its room, however many addresses are asked for', async () => {
    const { app, cache } = siteOf(1_000_000)
    for (let page = 0; page < 100; page++) await app.inject(`/${page}`)
    const held = [...cache.pages.values()].reduce((sum, { body }) => sum + body.length, 0)
    expect(held).toBeGreaterThan(1_000_000)
    expect(held).toBeLessThan(64_000_000)
  })

  it('keeps what is asked for often, when odd addresses come between', async () => {
    const { app, rendered } = siteOf(1_000_000)
    await app.inject('/front')
    for (let page = 0; page < 100; page++) {
      await app.inject(`/${page}`)
      await app.inject('/front')
    }
    expect(rendered()).toBe(101)
  })
})
