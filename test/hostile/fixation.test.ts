/**
 * Every way in: the session is new, whatever the browser brought along; the one before is dead; where
 * it leads is ours; and what the browser had before opens nothing.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { makePasskey, usePasskey } from '../authenticator.ts'
import { type Browser, browser } from '../browser.ts'
import { people } from '../issue-credential.ts'
import { testSite } from '../site.ts'

const { app, signIn, lettersTo, workOff } = await testSite()
const tamsin = { id: people.holder, email: 'tamsin@example.org' }
const planted = 'p'.repeat(43)
const off = '//evil.example'

type WayIn = (visiting: Browser) => ReturnType<Browser['post']>

let passkey: ReturnType<typeof makePasskey>['passkey']
let paperCodes: string[] = []

beforeAll(async () => {
  const mine = browser(app, await signIn(tamsin.id))
  const made = makePasskey((await mine.post('/account/passkeys/challenge')).json())
  passkey = made.passkey
  await mine.post('/account/passkeys/add', { answer: made.answer, name: 'Mine' })
  const page = await mine.get('/account/recovery-sheet')
  const sheet = /name="sheet" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
  const shown = await mine.post('/account/recovery-sheet', { sheet })
  paperCodes = [...shown.body.matchAll(/(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}/g)].map(([code]) => code)
})

async function newestLetter(): Promise<string> {
  await workOff()
  return (await lettersTo(tamsin.email)).at(-1)?.text ?? ''
}

const waysIn: Readonly<Record<string, WayIn>> = {
  'the demonstration': (visiting) => visiting.post('/sign-in', { person: tamsin.id, next: off }),
  'a code in a letter': async (visiting) => {
    await visiting.post('/sign-in', { email: tamsin.email, next: off })
    const code = /Your code is (\d{6})/.exec(await newestLetter())?.[1] ?? ''
    return visiting.post('/sign-in/code', { code, next: off })
  },
  'a link in a letter': async (visiting) => {
    await visiting.post('/sign-in', { email: tamsin.email, next: off })
    const link = /\/sign-in\/link\/\S+/.exec(await newestLetter())?.[0] ?? ''
    return visiting.post(link, { next: off })
  },
  'a recovery sheet': (visiting) =>
    visiting.post('/sign-in/recovery', { 'paper-code': paperCodes.pop() ?? '', next: off }),
  'a passkey': async (visiting) => {
    const asked = await visiting.post('/sign-in/passkey/challenge')
    return visiting.post('/sign-in/passkey', {
      answer: usePasskey(passkey, asked.json()),
      next: off,
    })
  },
}

const opens = async (session: string | undefined) =>
  (await app.inject({ url: '/passport', headers: { cookie: `session=${session}` } })).statusCode ===
  200

/** As another page would have it send a form. */
function send({ cookies }: Browser, url: string, token: string) {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  return app.inject({
    ...{ method: 'POST', url, payload: new URLSearchParams({ _csrf: token }).toString() },
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
  })
}

describe.each(Object.entries(waysIn))('by %s', (_, wayIn) => {
  it('a session begins anew, whatever the browser brought along', async () => {
    const visiting = browser(app, `session=${planted}; csrf=${planted}; browser=${planted}`)
    const reply = await wayIn(visiting)
    expect(reply.statusCode).toBe(303)
    expect(visiting.cookies.get('session')).not.toBe(planted)
    expect(await opens(visiting.cookies.get('session'))).toBe(true)
    expect(await opens(planted)).toBe(false)
  })

  it('the secret of forms that the browser brought along ends with it', async () => {
    const attacker = browser(app)
    const form = await attacker.get('/sign-in')
    const token = /name="_csrf" value="([^"]+)"/.exec(form.body)?.[1] ?? ''
    const visiting = browser(app, `csrf=${attacker.cookies.get('csrf')}`)
    await wayIn(visiting)
    expect(visiting.cookies.get('csrf')).not.toBe(attacker.cookies.get('csrf'))
    expect((await send(visiting, '/sign-out', token)).statusCode).toBe(403)
    expect((await visiting.post('/sign-out')).statusCode).toBe(303)
  })

  it('the session that the browser had is dead, also where its cookie was copied', async () => {
    const before = (await signIn(people.assessor)).replace('session=', '')
    const visiting = browser(app, `session=${before}`)
    await wayIn(visiting)
    expect(await opens(before)).toBe(false)
    expect(await opens(visiting.cookies.get('session'))).toBe(true)
  })

  it('leads to a page of ours', async () => {
    const reply = await wayIn(browser(app))
    const location = new URL(String(reply.headers.location), 'http://localhost:3000')
    expect(location.host).toBe('localhost:3000')
    expect(location.search).not.toContain('evil')
  })

  it('is dead once it signs out', async () => {
    const visiting = browser(app)
    await wayIn(visiting)
    const session = visiting.cookies.get('session')
    expect((await visiting.post('/sign-out')).statusCode).toBe(303)
    expect(await opens(session)).toBe(false)
  })

  it('a token that another browser was given is of no use in it', async () => {
    const visiting = browser(app)
    await wayIn(visiting)
    const other = await browser(app).get('/sign-in')
    const token = /name="_csrf" value="([^"]+)"/.exec(other.body)?.[1] ?? ''
    const reply = await send(visiting, '/sign-out', token)
    expect(reply.statusCode).toBe(403)
    expect(await opens(visiting.cookies.get('session'))).toBe(true)
  })
})

it('showing again who one is gives another token, and the one before is dead', async () => {
  const before = (await signIn(tamsin.id)).replace('session=', '')
  const mine = browser(app, `session=${before}`)
  const asked = await mine.post('/confirm-it-is-you/by-passkey/challenge')
  const answer = usePasskey(passkey, asked.json())
  const reply = await mine.post('/confirm-it-is-you/by-passkey', { answer, next: off })
  expect([reply.statusCode, reply.headers.location]).not.toContain(off)
  expect(await opens(before)).toBe(false)
  expect(await opens(mine.cookies.get('session'))).toBe(true)
})
