/** In by a letter: what opens a session, what does not, and what nobody learns. */
import { beforeEach, describe, expect, it } from 'vitest'
import { browser as openBrowser } from '../../../test/browser.ts'
import { testSite } from '../../../test/site.ts'
import { wordsOf } from '../../../test/visitor.ts'

const { app, database, signIn, lettersTo } = await testSite()
const { superuserClient } = database

const tamsin = { id: '67189a08-24a0-44e7-88da-5ab5bacbe1cd', email: 'tamsin@example.org' }
const callum = {
  id: 'aaeed66d-4ca6-4dd4-99c0-e289758e9e2c',
  email: 'callum.wijeratne-moss@merrowfell.example',
}

type Browser = ReturnType<typeof openBrowser>

const sql = async (query: string, values: unknown[] = []) =>
  (await superuserClient.query(query, values)).rows

beforeEach(() =>
  sql('delete from email_code; delete from session; delete from demonstration_letter'),
)

async function ask(browser: Browser, email: string, fields: Record<string, string> = {}) {
  return browser.post('/sign-in', { email, next: '/passport', ...fields })
}

async function newestTo(email: string): Promise<{ code: string; link: string; text: string }> {
  const { text = '' } = (await lettersTo(email)).at(-1) ?? {}
  const code = /Your code is (\d{6})/.exec(text)?.[1] ?? ''
  const link = new URL(/^http.*\/sign-in\/link\/\S+$/m.exec(text)?.[0] ?? 'http://none/').pathname
  return { code, link, text }
}

const otherThan = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

const sessionsOf = (id: string) =>
  sql('select proof, shared_computer, device from session where person_id = $1', [id])

describe('a code in a letter', () => {
  it('signs in whoever typed the address, in the browser where they did', async () => {
    const browser = openBrowser(app)
    const asked = await ask(browser, ' Tamsin@Example.org ', { next: '/passport/shares' })
    expect([asked.statusCode, asked.headers.location]).toEqual([303, '/sign-in/code'])
    expect(wordsOf(await browser.get('/sign-in/code'))).toContain(tamsin.email)
    const { code } = await newestTo(tamsin.email)
    const reply = await browser.post('/sign-in/code', {
      code: `${code.slice(0, 3)} ${code.slice(3)}`,
    })
    expect([reply.statusCode, reply.headers.location]).toEqual([303, '/passport/shares'])
    expect((await browser.get('/passport')).statusCode).toBe(200)
    expect(await sessionsOf(tamsin.id)).toMatchObject([{ proof: 'email-code' }])
  })

  it('opens nothing in another browser', async () => {
    await ask(openBrowser(app), tamsin.email)
    const { code } = await newestTo(tamsin.email)
    const elsewhere = openBrowser(app)
    const reply = await elsewhere.post('/sign-in/code', { code })
    expect([reply.statusCode, elsewhere.cookies.has('session')]).toEqual([422, false])
    await ask(elsewhere, 'nobody@example.org')
    expect((await elsewhere.post('/sign-in/code', { code })).statusCode).toBe(422)
  })

  it('works once', async () => {
    const browser = openBrowser(app)
    await ask(browser, tamsin.email)
    const asked = browser.cookies.get('asked') ?? ''
    const { code } = await newestTo(tamsin.email)
    expect((await browser.post('/sign-in/code', { code })).statusCode).toBe(303)
    const again = openBrowser(app, `asked=${asked}`)
    expect((await again.post('/sign-in/code', { code })).statusCode).toBe(422)
  })

  it('typed twice at the same moment opens one session', async () => {
    const browser = openBrowser(app)
    await ask(browser, tamsin.email)
    const { code } = await newestTo(tamsin.email)
    const cookie = `asked=${browser.cookies.get('asked')}`
    const replies = await Promise.all(
      Array.from({ length: 4 }, () => openBrowser(app, cookie).post('/sign-in/code', { code })),
    )
    const statuses = replies.map(({ statusCode }) => statusCode)
    expect(statuses.sort()).toEqual([303, 422, 422, 422])
    expect(await sessionsOf(tamsin.id)).toHaveLength(1)
  })

  it('is no use after five wrong ones, also when they come at once', async () => {
    const browser = openBrowser(app)
    await ask(browser, tamsin.email)
    const { code } = await newestTo(tamsin.email)
    const cookie = `asked=${browser.cookies.get('asked')}`
    await Promise.all(
      Array.from({ length: 8 }, () =>
        openBrowser(app, cookie).post('/sign-in/code', { code: otherThan(code) }),
      ),
    )
    expect(await sql('select tries from email_code')).toEqual([{ tries: 5 }])
    const reply = await browser.post('/sign-in/code', { code })
    expect([reply.statusCode, wordsOf(reply)]).toEqual([
      422,
      expect.stringContaining('That code no longer works'),
    ])
    expect(browser.cookies.has('session')).toBe(false)
  })

  it('that is wrong is told with the tries that are left, and the right one then works', async () => {
    const browser = openBrowser(app)
    await ask(browser, tamsin.email)
    const { code } = await newestTo(tamsin.email)
    const wrong = await browser.post('/sign-in/code', { code: otherThan(code) })
    expect([wrong.statusCode, wordsOf(wrong)]).toEqual([
      422,
      expect.stringContaining('You can try 4 more times'),
    ])
    expect((await browser.post('/sign-in/code', { code })).statusCode).toBe(303)
  })

  it.each([
    ['', 'Enter the code'],
    ['12345', 'The code must be 6 digits'],
    ['<b>no</b>', 'The code must be 6 digits'],
  ])('typed as %j costs no try', async (code, message) => {
    const browser = openBrowser(app)
    await ask(browser, tamsin.email)
    const reply = await browser.post('/sign-in/code', { code })
    expect([reply.statusCode, wordsOf(reply)]).toEqual([422, expect.stringContaining(message)])
    expect(await sql('select tries from email_code')).toEqual([{ tries: 0 }])
  })

  it('is too old after ten minutes', async () => {
    const browser = openBrowser(app)
    await ask(browser, tamsin.email)
    const { code } = await newestTo(tamsin.email)
    const [row] = await sql(
      `select extract(epoch from expires_at - created_at)::int as seconds from email_code`,
    )
    expect(row).toEqual({ seconds: 600 })
    await sql(`update email_code set expires_at = now()`)
    expect((await browser.post('/sign-in/code', { code })).statusCode).toBe(422)
  })

  it('opens nothing once the address is no longer that person’s', async () => {
    const browser = openBrowser(app)
    await ask(browser, callum.email)
    const { code } = await newestTo(callum.email)
    const [held] = await sql('select ends_on::text from email_address where address = $1', [
      callum.email,
    ])
    const setEnd = (end: string) =>
      sql('update email_address set ends_on = $1 where address = $2', [end, callum.email])
    await setEnd('2020-01-01')
    expect((await browser.post('/sign-in/code', { code })).statusCode).toBe(422)
    await ask(browser, callum.email)
    expect((await newestTo(callum.email)).text).toContain('No account here has this address')
    await setEnd(held.ends_on)
  })

  it('stands nowhere in the table that could be read', async () => {
    await ask(openBrowser(app), tamsin.email)
    const { code, link } = await newestTo(tamsin.email)
    const [row] = await sql('select email_code::text as words from email_code')
    expect(row.words).not.toContain(code)
    expect(row.words).not.toContain(link.split('/').at(-1))
  })
})

describe('what happened', () => {
  it('is noted: a wrong code, whoever has the address, a session begun, and its end', async () => {
    const since = new Date()
    const unknown = openBrowser(app)
    await ask(unknown, 'nobody@example.org')
    await unknown.post('/sign-in/code', { code: '000000' })
    const browser = openBrowser(app)
    await ask(browser, tamsin.email)
    const { code } = await newestTo(tamsin.email)
    await browser.post('/sign-in/code', { code: otherThan(code) })
    await browser.post('/sign-in/code', { code })
    await browser.post('/sign-out')
    const events = await sql(
      `select action, split_part(subject_ref, ':', 1) as subject from audit_event
        where at >= $1 order by at`,
      [since],
    )
    expect(events.map(({ action, subject }) => `${action} ${subject}`)).toEqual([
      'email-code.refused email-code',
      'email-code.refused person',
      'session.started person',
      'session.ended person',
    ])
  })
})

describe('the link in a letter', () => {
  it('opens a page with a button, and only the button signs in', async () => {
    const browser = openBrowser(app)
    await ask(browser, tamsin.email, { next: '/passport/shares' })
    const { link } = await newestTo(tamsin.email)
    for (let scan = 0; scan < 2; scan++) {
      expect(wordsOf(await browser.get(link))).toContain(tamsin.email)
      expect(await sessionsOf(tamsin.id)).toEqual([])
    }
    const reply = await browser.post(link)
    expect([reply.statusCode, reply.headers.location]).toEqual([303, '/passport/shares'])
    expect((await browser.post(link)).statusCode).toBe(422)
  })

  it('opened elsewhere says where the code goes, tells no address, and signs nobody in', async () => {
    await ask(openBrowser(app), tamsin.email)
    const { link } = await newestTo(tamsin.email)
    const elsewhere = openBrowser(app)
    const page = wordsOf(await elsewhere.get(link))
    expect(page).toContain('Type the code instead')
    expect(page).not.toContain(tamsin.email)
    expect((await elsewhere.post(link)).statusCode).toBe(422)
    expect(await sessionsOf(tamsin.id)).toEqual([])
  })

  it('of one letter does not open with the mark of another', async () => {
    const [mine, theirs] = [openBrowser(app), openBrowser(app)]
    await ask(mine, tamsin.email)
    const { link } = await newestTo(tamsin.email)
    await ask(theirs, callum.email)
    expect((await theirs.post(link)).statusCode).toBe(422)
  })
})

describe('nobody learns whether an address has an account', () => {
  /** What a page says, but for what is new in each. */
  const saidOf = (body: string, email: string) =>
    body.replaceAll(email, 'EMAIL').replace(/name="_csrf" value="[^"]+"/g, '')

  it('from any page, header or cookie', async () => {
    const walk = async (email: string) => {
      const browser = openBrowser(app)
      const asked = await ask(browser, email)
      const page = await browser.get('/sign-in/code')
      const wrong = await browser.post('/sign-in/code', { code: '000000' })
      return [asked, page, wrong].map(({ statusCode, headers, body, cookies }) => ({
        ...{ statusCode, location: headers.location, said: saidOf(body, email) },
        cookies: cookies.map(({ name, maxAge }) => [name, maxAge]),
      }))
    }
    // Guessed right by chance one time in a million.
    expect(await walk('nobody@example.org')).toEqual(await walk(tamsin.email))
  })

  it('from what is kept and posted: one row and one letter either way', async () => {
    const keptOf = async (email: string) => {
      const before = await sql('select count(*)::int as rows from email_code')
      const letters = (await lettersTo(email)).length
      await ask(openBrowser(app), email)
      const after = await sql('select count(*)::int as rows from email_code')
      return [after[0].rows - before[0].rows, (await lettersTo(email)).length - letters]
    }
    expect(await keptOf('nobody@example.org')).toEqual([1, 1])
    expect(await keptOf(tamsin.email)).toEqual([1, 1])
  })

  it('but whoever reads its letters, which say how to get an account', async () => {
    await ask(openBrowser(app), 'nobody@example.org')
    const { code, link, text } = await newestTo('nobody@example.org')
    expect([code, link]).toEqual(['', '/'])
    expect(text).toContain('No account here has this address')
    expect(text).toContain('ask your manager or learning team')
  })
})

describe('many letters to one address', () => {
  it('after ten in an hour bring a link and no code to guess, and after thirty none', async () => {
    for (let letter = 0; letter < 10; letter++) await ask(openBrowser(app), tamsin.email)
    expect((await newestTo(tamsin.email)).code).toMatch(/^\d{6}$/)
    const browser = openBrowser(app)
    await ask(browser, tamsin.email)
    const { code, link } = await newestTo(tamsin.email)
    expect(code).toBe('')
    expect(wordsOf(await browser.get('/sign-in/code'))).toContain('Open the link in it')
    expect((await browser.post('/sign-in/code', { code: '123456' })).statusCode).toBe(422)
    expect((await browser.post(link)).statusCode).toBe(303)
    for (let letter = 11; letter < 30; letter++) await ask(openBrowser(app), tamsin.email)
    const refused = await ask(openBrowser(app), tamsin.email)
    expect([refused.statusCode, wordsOf(refused)]).toEqual([
      429,
      expect.stringContaining('Too many e-mails were asked for'),
    ])
    expect(await lettersTo(tamsin.email)).toHaveLength(30)
  })
})

describe('a session', () => {
  it('never takes up a token or a mark that the browser brought along', async () => {
    const planted = 'p'.repeat(43)
    const browser = openBrowser(app, `session=${planted}; asked=${planted}`)
    await ask(browser, tamsin.email)
    expect(browser.cookies.get('asked')).not.toBe(planted)
    const { code } = await newestTo(tamsin.email)
    await browser.post('/sign-in/code', { code })
    expect(browser.cookies.get('session')).not.toBe(planted)
    const thief = openBrowser(app, `session=${planted}`)
    expect((await thief.get('/passport')).statusCode).toBe(303)
  })

  it('of whoever signed in before ends when somebody else signs in on the same browser', async () => {
    const before = await signIn(callum.id)
    const browser = openBrowser(app, before)
    await ask(browser, tamsin.email)
    const { code } = await newestTo(tamsin.email)
    await browser.post('/sign-in/code', { code })
    expect((await openBrowser(app, before).get('/passport')).statusCode).toBe(303)
  })
})

describe('the form', () => {
  it.each([
    ['', 'Enter your e-mail address'],
    ['tamsin', 'Enter an e-mail address in the right form'],
    ['a@example.org\r\nBcc: b@example.org', 'Enter an e-mail address in the right form'],
  ])('with %j says what to mend and keeps what was entered', async (email, message) => {
    const browser = openBrowser(app)
    const reply = await ask(browser, email, { shared: 'yes' })
    expect(reply.statusCode).toBe(422)
    expect(wordsOf(reply)).toContain(message)
    expect(reply.body).toMatch(/<title>Error: /)
    expect(reply.body).toMatch(/name="shared"[^>]* checked/)
  })

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', '/%0d%0aevil: 1\r\n'])(
    'never leads on to %j',
    async (next) => {
      const browser = openBrowser(app)
      await ask(browser, tamsin.email, { next })
      const { code } = await newestTo(tamsin.email)
      const reply = await browser.post('/sign-in/code', { code })
      expect(reply.headers.location).toBe('/passport')
    },
  )

  it.each(['/sign-in', '/sign-in/code', '/sign-in/link/x', '/sign-in/recovery', '/sign-out'])(
    'of %s is refused without its token',
    async (url) => {
      const reply = await app.inject({ method: 'POST', url, payload: {} })
      expect(reply.statusCode).toBe(403)
    },
  )

  it('lets a password manager and a phone fill in, and paste', async () => {
    const browser = openBrowser(app)
    const page = await browser.get('/sign-in')
    expect(page.body).toMatch(/name="email"[^>]*autocomplete="(email|username webauthn)"/)
    await ask(browser, tamsin.email)
    const code = await browser.get('/sign-in/code')
    expect(code.body).toMatch(/autocomplete="one-time-code"/)
    expect(code.body).toMatch(/inputmode="numeric"/)
    expect(`${page.body}${code.body}`).not.toMatch(/maxlength|onpaste/)
  })
})

describe('whoever has only a work address', () => {
  it('is asked for a way of their own after signing in, and can put it off', async () => {
    const browser = openBrowser(app)
    await ask(browser, callum.email, { next: '/passport/shares' })
    const { code } = await newestTo(callum.email)
    const reply = await browser.post('/sign-in/code', { code })
    expect(reply.headers.location).toBe('/account/own-way-in?next=%2Fpassport%2Fshares')
    const page = await browser.get(String(reply.headers.location))
    expect(wordsOf(page)).toContain('which ends on')
    expect(page.body).toContain('href="/passport/shares"')
  })

  it('is not asked in the demonstration, where nobody signs in', async () => {
    const browser = openBrowser(app)
    const reply = await browser.post('/sign-in', { person: callum.id, next: '/passport' })
    expect(reply.headers.location).toBe('/passport')
  })
})

describe('a device', () => {
  const work = 'tamsin.oyelaran-pike@merrowfell.example'

  /** With a browser of this name; gives the letter with the code. */
  async function signInWith(userAgent: string): Promise<string> {
    const browser = openBrowser(app, '', { 'user-agent': userAgent })
    await ask(browser, tamsin.email)
    const { code, text } = await newestTo(tamsin.email)
    await browser.post('/sign-in/code', { code })
    return text
  }

  it('that is new is told at the other addresses, and only then', async () => {
    await sql('delete from known_device')
    const letter = await signInWith('Mozilla/5.0 (Windows NT 10.0) Firefox/133.0')
    expect(letter).toContain('with Firefox on Windows')
    expect(await lettersTo(work)).toEqual([])
    await signInWith('Mozilla/5.0 (iPhone) Version/18.1 Safari/604.1')
    await signInWith('Mozilla/5.0 (iPhone) Version/18.1 Safari/604.1')
    const told = await lettersTo(work)
    expect(told).toHaveLength(1)
    expect(told[0]?.text).toContain('on a device that is new to us')
    expect(told[0]?.text).toContain('With: Safari on iPhone')
  })
})
