import { afterAll, describe, expect, it } from 'vitest'
import { testSite } from '../../test/site.ts'
import { createApp } from '../app.ts'
import type { Config } from '../config.ts'

const { app, site } = await testSite()
const url = '/.well-known/security.txt'

async function served(changes: Partial<Config>, now = site.now) {
  const other = await createApp({ ...site, now, config: { ...site.config, ...changes } })
  afterAll(() => other.close())
  return other.inject({ url, headers: { host: 'localhost' } })
}

describe('security.txt', () => {
  it('says whom to tell, in the fields of RFC 9116, for less than a year', async () => {
    const changes = { securityContact: 'mailto:security@lanyard.example', demo: false }
    const now = () => new Date('2026-11-22T11:30:00Z')
    const reply = await served({ ...changes, baseUrl: 'https://lanyard.example' }, now)
    expect(reply.statusCode).toBe(200)
    expect(reply.headers['content-type']).toBe('text/plain; charset=utf-8')
    expect(reply.body).toBe(
      'Contact: mailto:security@lanyard.example\n' +
        'Expires: 2027-05-21T00:00:00.000Z\n' +
        'Preferred-Languages: en\n' +
        'Canonical: https://lanyard.example/.well-known/security.txt\n',
    )
  })

  it('of the demonstration says that there is nobody', async () => {
    const { body } = await app.inject({ url })
    expect(body).toContain('no security contact')
    expect(body).not.toMatch(/^Contact:/m)
  })

  it('is not there when nobody is named', async () => {
    expect((await served({ demo: false })).statusCode).toBe(404)
  })
})
