/** What cannot be read is refused in words, and is never a fault of ours. */
import { describe, expect, it } from 'vitest'
import { testSite } from '../../test/site.ts'

const { app } = await testSite()

describe('an address', () => {
  it.each([
    '/orgs/%00',
    '/orgs/a%00b/did.json',
    '/status/%00-revocation',
    '/frameworks/%00/2026',
    '/frameworks/ahp-support-worker/2026/changes/%00',
    '/%00',
  ])('with a NUL character leads nowhere: %s', async (url) => {
    const reply = await app.inject({ url })
    expect(reply.statusCode).toBe(404)
  })

  it.each([
    ['that is no text', '/share/%ZZsecret'],
    ['that is longer than any of ours', `/share/${'secret'.repeat(100)}`],
  ])('%s is answered with a page that says nothing of it', async (_, url) => {
    const reply = await app.inject({ url })
    expect([reply.statusCode, reply.headers['cache-control']]).toEqual([404, 'no-store'])
    expect(reply.headers['x-content-type-options']).toBe('nosniff')
    expect(reply.headers['referrer-policy']).toBe('no-referrer')
    expect(reply.body).toContain('Page not found')
    expect(reply.body).toContain(String(reply.headers['x-request-id']))
    expect(reply.body).not.toContain('secret')
  })
})

describe('a form', () => {
  it.each([
    ['without a boundary', 'multipart/form-data', 'x'],
    ['that ends too early', 'multipart/form-data; boundary=x', 'x'],
    ['with a part that never ends', 'multipart/form-data; boundary=x', '--x\r\nContent-Disp'],
  ])('in parts %s could not be read', async (_, type, payload) => {
    const headers = { 'content-type': type }
    const reply = await app.inject({ method: 'POST', url: '/verify', headers, payload })
    expect(reply.statusCode).toBe(400)
    expect(reply.body).toContain('We could not read that')
  })
})

describe('a refusal to a machine', () => {
  it('is kept nowhere, like the page', async () => {
    const reply = await app.inject({ url: '/nothing', headers: { accept: 'application/json' } })
    expect([reply.statusCode, reply.headers['cache-control']]).toEqual([404, 'no-store'])
    expect(reply.json().error).toBe('Page not found')
  })
})
