/** Asked again who one is, before what matters: on the way to it, and back. */
import { beforeEach, describe, expect, it } from 'vitest'
import { browser as openBrowser } from '../../../test/browser.ts'
import { testSite } from '../../../test/site.ts'
import { wordsOf } from '../../../test/visitor.ts'

const { app, database, signIn, lettersTo } = await testSite()
const { superuserClient } = database

const farzana = { id: '1346115d-dce1-408d-b87c-d3e9029905e7', email: 'farzana@example.org' }
const callum = 'aaeed66d-4ca6-4dd4-99c0-e289758e9e2c'
const next = '/account/addresses/add'

const sql = async (query: string, values: unknown[] = []) =>
  (await superuserClient.query(query, values)).rows

beforeEach(() =>
  sql('delete from email_code; delete from session; delete from demonstration_letter'),
)

/** Signed in this long ago, in a browser of their own. */
async function arrive(personId: string, { minutesAgo = 16 } = {}) {
  const browser = openBrowser(app, await signIn(personId))
  await sql(
    `update session set stepped_up_at = now() - make_interval(mins => $1)
    where person_id = $2`,
    [minutesAgo, personId],
  )
  return browser
}

async function idOf(email: string): Promise<string> {
  const [row] = await sql('select id from email_address where address = $1', [email])
  return row.id
}

async function newestCode(email = farzana.email): Promise<string> {
  return /Your code is (\d{6})/.exec((await lettersTo(email)).at(-1)?.text ?? '')?.[1] ?? ''
}

describe('what matters', () => {
  it('is not asked for twice within fifteen minutes', async () => {
    const browser = await arrive(farzana.id, { minutesAgo: 14 })
    expect((await browser.get(next)).statusCode).toBe(200)
  })

  it('leads after them to the page that asks, and by a code back again', async () => {
    const browser = await arrive(farzana.id)
    const asked = await browser.get(next)
    const confirm = `/confirm-it-is-you?next=${encodeURIComponent(next)}`
    expect([asked.statusCode, asked.headers.location]).toEqual([303, confirm])
    expect(wordsOf(await browser.get(confirm))).toContain(farzana.email)
    const sent = await browser.post('/confirm-it-is-you', {
      next,
      address: await idOf(farzana.email),
    })
    expect(sent.headers.location).toBe(
      `/confirm-it-is-you/by-email?next=${encodeURIComponent(next)}`,
    )
    const token = browser.cookies.get('session')
    const reply = await browser.post('/confirm-it-is-you/by-email', {
      ...{ next, code: await newestCode() },
    })
    expect([reply.statusCode, reply.headers.location]).toEqual([303, next])
    expect(browser.cookies.get('session')).not.toBe(token)
    expect((await openBrowser(app, `session=${token}`).get('/account')).statusCode).toBe(303)
    expect((await browser.get(next)).statusCode).toBe(200)
    expect(await sql('select stepped_up_how as how from session')).toEqual([{ how: 'email-code' }])
  })

  it('is refused when its form is sent, and nothing happens', async () => {
    const browser = await arrive(farzana.id)
    const reply = await browser.post(next, { email: 'new@example.org', kind: 'personal' })
    expect([reply.statusCode, reply.headers.location]).toEqual([
      303,
      `/confirm-it-is-you?next=${encodeURIComponent(next)}`,
    ])
    expect(await sql('select from email_code')).toEqual([])
  })
})

describe('a code to show again who one is', () => {
  const ask = async (browser: Awaited<ReturnType<typeof arrive>>, email = farzana.email) =>
    browser.post('/confirm-it-is-you', { next, address: await idOf(email) })
  const type = (browser: Awaited<ReturnType<typeof arrive>>, code: string) =>
    browser.post('/confirm-it-is-you/by-email', { next, code })

  it('goes to nobody else’s address', async () => {
    const browser = await arrive(farzana.id)
    expect((await ask(browser, 'tamsin@example.org')).statusCode).toBe(404)
    const none = await browser.post('/confirm-it-is-you', { next })
    expect([none.statusCode, wordsOf(none)]).toEqual([
      422,
      expect.stringContaining('Select where we should send a code'),
    ])
  })

  it('opens no other session of the same person', async () => {
    const [first, second] = [await arrive(farzana.id), await arrive(farzana.id)]
    await ask(first)
    expect((await type(second, await newestCode())).statusCode).toBe(422)
    expect((await type(first, await newestCode())).statusCode).toBe(303)
  })

  it('works once, also twice at the same moment', async () => {
    const browser = await arrive(farzana.id)
    await ask(browser)
    const code = await newestCode()
    const session = `session=${browser.cookies.get('session')}`
    const replies = await Promise.all(
      [1, 2, 3].map(() => openBrowser(app, session)).map((one) => type(one, code)),
    )
    const right = replies.filter(({ headers }) => headers.location === next)
    expect(right).toHaveLength(1)
  })

  it('is no use after five wrong ones, nor signs anybody in', async () => {
    const browser = await arrive(farzana.id)
    await ask(browser)
    const code = await newestCode()
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0')
    for (let tries = 0; tries < 5; tries++) await type(browser, wrong)
    expect((await type(browser, code)).statusCode).toBe(422)
    await ask(browser)
    const stranger = openBrowser(app)
    await stranger.post('/sign-in/code', { code: await newestCode() })
    expect(stranger.cookies.has('session')).toBe(false)
  })

  it('never leads off the site', async () => {
    const browser = await arrive(farzana.id)
    await ask(browser)
    const evil = { next: '//evil.example', code: await newestCode() }
    const reply = await browser.post('/confirm-it-is-you/by-email', evil)
    expect(reply.headers.location).toBe('/passport')
  })

  it('is asked of nobody who is not signed in', async () => {
    const reply = await openBrowser(app).get('/confirm-it-is-you?next=%2Faccount')
    expect(reply.headers.location).toMatch(/^\/sign-in\?next=/)
  })
})

describe('a code on paper', () => {
  it('lets somebody mend their own account', async () => {
    const browser = await arrive(farzana.id, { minutesAgo: 0 })
    await sql(`update session set stepped_up_how = 'recovery-sheet'`)
    expect((await browser.get(next)).statusCode).toBe(200)
  })

  it('leaves whoever has no address with the way to add one', async () => {
    await sql('delete from email_address where person_id = $1', [callum])
    const browser = await arrive(callum)
    const page = wordsOf(await browser.get('/confirm-it-is-you'))
    expect(page).toContain('You have no e-mail address here yet')
  })
})
