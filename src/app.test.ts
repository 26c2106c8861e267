/** What every request passes: headers, forms, sessions, refusals. */
import { describe, expect, it } from 'vitest'
import { testSite } from '../test/site.ts'
import { readDemonstration } from './accounts/accounts-content.ts'

const { app, database, signIn } = await testSite()
const [person] = readDemonstration().people
const personId = person?.id ?? ''

/** A sign-in form as a browser would hold it: its token and its cookie. */
async function signInForm() {
  const page = await app.inject({ url: '/sign-in' })
  const token = page.body.match(/name="_csrf" value="([^"]+)"/)?.[1] ?? ''
  const cookie = page.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  return { token, cookie }
}

const post = (url: string, fields: Record<string, string>, cookie = '') =>
  app.inject({
    method: 'POST',
    url,
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  })

describe('headers', () => {
  it('let no script run but our own, named by hash', async () => {
    const { headers } = await app.inject({ url: '/frameworks' })
    const policy = String(headers['content-security-policy'])
    expect(policy).toMatch(/script-src 'self' 'sha256-[^']+'/)
    expect(policy).not.toMatch(/unsafe|nonce|http:/)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['strict-transport-security']).toBeUndefined()
    expect(headers['x-powered-by']).toBeUndefined()
  })

  it('the hash is that of the inline script the page carries', async () => {
    const { createHash } = await import('node:crypto')
    const reply = await app.inject({ url: '/frameworks' })
    const script = reply.body.match(/<script>([^<]+)<\/script>/)?.[1] ?? ''
    const hash = createHash('sha256').update(script).digest('base64')
    expect(reply.headers['content-security-policy']).toContain(`'sha256-${hash}'`)
  })

  it('no page carries a style attribute or an inline event', async () => {
    for (const url of ['/', '/frameworks', '/sign-in', '/verify', '/roles/podiatry']) {
      const { body } = await app.inject({ url })
      expect(body, url).not.toMatch(/\sstyle="|\son[a-z]+="/)
    }
  })
})

describe('pages that are somebody’s own', () => {
  it('are kept by no cache', async () => {
    const cookie = await signIn(personId)
    for (const url of ['/passport', '/passport/shares', '/team/requests', '/sign-in']) {
      const { headers } = await app.inject({ url, headers: { cookie } })
      expect(headers['cache-control'], url).toBe('no-store')
    }
  })
})

describe('health', () => {
  it('asks the database', async () => {
    const reply = await app.inject({ url: '/health' })
    expect([reply.statusCode, reply.json().database]).toEqual([200, 'ok'])
  })
})

describe('signing in to the demonstration', () => {
  it('starts a session whose token the database does not hold', async () => {
    const { token, cookie } = await signInForm()
    const reply = await post('/sign-in', { _csrf: token, person: personId, next: '/roles' }, cookie)
    expect([reply.statusCode, reply.headers.location]).toEqual([303, '/roles'])
    const session = reply.cookies.find(({ name }) => name === 'session')
    expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
    const { rows } = await database.superuserClient.query(
      'select encode(token_hash, $1) as hash from session',
      ['base64'],
    )
    expect(rows.map(({ hash }) => hash)).not.toContain(session?.value)
  })

  it.each(['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere', 'javascript:1'])(
    'never leads on to %s',
    async (next) => {
      const { token, cookie } = await signInForm()
      const reply = await post('/sign-in', { _csrf: token, person: personId, next }, cookie)
      expect(reply.headers.location).toBe('/passport')
    },
  )

  it('does not know a person who is not of the demonstration', async () => {
    const { token, cookie } = await signInForm()
    const person = '00000000-0000-4000-8000-000000000000'
    const reply = await post('/sign-in', { _csrf: token, person, next: '/' }, cookie)
    expect(reply.statusCode).toBe(404)
  })

  it('ends a session for good', async () => {
    const cookie = await signIn(personId)
    const form = await signInForm()
    const reply = await post('/sign-out', { _csrf: form.token }, `${cookie}; ${form.cookie}`)
    expect(reply.statusCode).toBe(303)
    const after = await app.inject({ url: '/passport', headers: { cookie } })
    expect([after.statusCode, after.headers.location]).toEqual([303, '/sign-in?next=%2Fpassport'])
  })
})

describe('a form that is not ours', () => {
  it('without its token is refused in words, and nothing happens', async () => {
    const { rows: before } = await database.superuserClient.query('select from session')
    const reply = await post('/sign-in', { person: personId, next: '/' })
    expect(reply.statusCode).toBe(403)
    expect(reply.body).toContain('This form has expired')
    const { rows: after } = await database.superuserClient.query('select from session')
    expect(after.length).toBe(before.length)
  })

  it('with the token of another browser is refused', async () => {
    const mine = await signInForm()
    const other = await signInForm()
    const reply = await post('/sign-in', { _csrf: other.token, person: personId }, mine.cookie)
    expect(reply.statusCode).toBe(403)
  })

  it('of 10 MB is refused in words', async () => {
    const { token, cookie } = await signInForm()
    const reply = await post(
      '/verify',
      { _csrf: token, credential: 'x'.repeat(10_000_000) },
      cookie,
    )
    expect(reply.statusCode).toBe(413)
    expect(reply.body).toContain('too large')
  })
})

describe('the demonstration', () => {
  it('answers to the names of this machine alone', async () => {
    const elsewhere = await app.inject({ url: '/', headers: { host: 'elsewhere.example' } })
    expect(elsewhere.statusCode).toBe(421)
    const here = await app.inject({ url: '/', headers: { host: '127.0.0.1:3000' } })
    expect(here.statusCode).toBe(200)
  })

  it('ends the earlier session of a browser that signs in again', async () => {
    const earlier = await signIn(personId)
    const form = await signInForm()
    await post('/sign-in', { _csrf: form.token, person: personId }, `${earlier}; ${form.cookie}`)
    const after = await app.inject({ url: '/passport', headers: { cookie: earlier } })
    expect(after.statusCode).toBe(303)
  })
})

describe('refusals', () => {
  it('tell a number to report, and no more', async () => {
    const reply = await app.inject({ url: '/nothing-here' })
    expect(reply.statusCode).toBe(404)
    expect(reply.body).toContain(String(reply.headers['x-request-id']))
    expect(reply.body).not.toMatch(/at .*\.ts:\d+|node_modules/)
  })

  it('a personal page asks to sign in, and comes back to it', async () => {
    const reply = await app.inject({ url: '/passport' })
    expect([reply.statusCode, reply.headers.location]).toEqual([303, '/sign-in?next=%2Fpassport'])
  })

  it('survives an address that is no text', async () => {
    const reply = await app.inject({ url: '/frameworks/%E0%A4%A/x' })
    expect(reply.statusCode).toBeGreaterThanOrEqual(400)
    expect(reply.statusCode).toBeLessThan(500)
  })
})
