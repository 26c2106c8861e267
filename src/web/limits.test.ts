import type { InjectOptions } from 'fastify'
import { afterAll, describe, expect, it } from 'vitest'
import { testSite } from '../../test/site.ts'
import { wordsOf } from '../../test/visitor.ts'
import { readDemonstration } from '../accounts/accounts-content.ts'
import { createApp } from '../app.ts'
import { paths } from '../paths.ts'

const { app, site, signIn } = await testSite()
const [first, second] = readDemonstration().people.map(({ id }) => id)

/** Counted before anything of a form is read, so that a form without its token counts too. */
const send = (url: string, from: Pick<InjectOptions, 'remoteAddress' | 'headers'>) =>
  app.inject({ method: 'POST', url, ...from })

async function sendMany(
  times: number,
  url: string,
  from: Pick<InjectOptions, 'remoteAddress' | 'headers'>,
) {
  const statuses = new Set<number>()
  for (let sent = 0; sent < times; sent++) statuses.add((await send(url, from)).statusCode)
  return [...statuses]
}

describe('a form', () => {
  it('that is sent too often is refused in words, with when to try again', async () => {
    const from = { remoteAddress: '192.0.2.1' }
    expect(await sendMany(20, paths.signInRecovery(), from)).toEqual([403])
    const refused = await send(paths.signInRecovery(), from)
    expect(refused.statusCode).toBe(429)
    expect(wordsOf(refused)).toMatch(/Nothing was saved. Wait a minute, go back, and try again/)
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60)
    expect(Object.keys(refused.headers).filter((name) => name.startsWith('x-rate'))).toEqual([])
  })

  it('counts each network address, each way into one network as the same', async () => {
    expect(await sendMany(20, paths.signInRecovery(), { remoteAddress: '192.0.2.2' })).toEqual([
      403,
    ])
    for (let host = 1; host <= 20; host++) {
      await send(paths.signInRecovery(), { remoteAddress: `2001:db8:1:1::${host}` })
    }
    const statusOf = async (remoteAddress: string) =>
      (await send(paths.signInRecovery(), { remoteAddress })).statusCode
    expect(await statusOf('2001:db8:1:1::ffff')).toBe(429)
    expect(await statusOf('2001:db8:1:2::1')).toBe(403)
    expect(await statusOf('::ffff:192.0.2.2')).toBe(429)
  })

  it('of a whole ward behind one address goes through, each person counted alone', async () => {
    const remoteAddress = '192.0.2.3'
    const mine = { remoteAddress, headers: { cookie: await signIn(first ?? '') } }
    const theirs = { remoteAddress, headers: { cookie: await signIn(second ?? '') } }
    expect(await sendMany(120, '/verify', mine)).toEqual([403])
    expect((await send('/verify', mine)).statusCode).toBe(429)
    expect((await send('/verify', { ...mine, remoteAddress: '192.0.2.4' })).statusCode).toBe(429)
    expect((await send('/verify', theirs)).statusCode).toBe(403)
    expect((await send('/verify', { remoteAddress })).statusCode).toBe(403)
  })

  it('counts each kind of form by itself', async () => {
    const from = { remoteAddress: '192.0.2.5' }
    await sendMany(21, paths.signInRecovery(), from)
    expect((await send(paths.signIn(), from)).statusCode).toBe(403)
  })
})

describe('a page', () => {
  it('is not counted', async () => {
    for (let seen = 0; seen < 700; seen++) {
      const { statusCode } = await app.inject({ url: '/health', remoteAddress: '192.0.2.6' })
      expect(statusCode).toBe(200)
    }
  })
})

describe('behind a proxy', async () => {
  const config = { ...site.config, trustProxy: ['10.0.0.0/8'] }
  const proxied = await createApp({ ...site, config })
  afterAll(() => proxied.close())
  const statusOf = async (remoteAddress: string, forwarded: string) => {
    const headers = { 'x-forwarded-for': forwarded }
    const reply = await proxied.inject({
      ...{ method: 'POST', url: paths.signInRecovery(), remoteAddress, headers },
    })
    return reply.statusCode
  }

  it('the address is the one that our proxy tells, whatever the sender says', async () => {
    for (let sent = 0; sent < 20; sent++)
      await statusOf('10.1.1.1', `198.51.100.${sent}, 192.0.2.7`)
    expect(await statusOf('10.1.1.1', '198.51.100.99, 192.0.2.7')).toBe(429)
    expect(await statusOf('10.1.1.1', '192.0.2.8')).toBe(403)
  })

  it('nobody else is believed', async () => {
    for (let sent = 0; sent < 20; sent++) await statusOf('192.0.2.9', `198.51.100.${sent}`)
    expect(await statusOf('192.0.2.9', '198.51.100.99')).toBe(429)
  })
})
