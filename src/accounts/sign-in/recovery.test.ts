/** The printed sheet: made once, kept as hashes, each code good for one day of need. */
import { randomBytes } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { browser as openBrowser } from '../../../test/browser.ts'
import { testSite } from '../../../test/site.ts'
import { wordsOf } from '../../../test/visitor.ts'
import { asActor } from '../../database/as-actor.ts'
import { showRecoveryCode } from './recovery-actions.ts'
import { signInJob } from './sessions-actions.ts'

const { app, site, database, signIn, lettersTo } = await testSite()
const { superuserClient } = database

const tamsin = { id: '67189a08-24a0-44e7-88da-5ab5bacbe1cd', email: 'tamsin@example.org' }
const sheetPage = '/account/recovery-sheet'

const sql = async (query: string, values: unknown[] = []) =>
  (await superuserClient.query(query, values)).rows

beforeEach(() =>
  sql(`delete from recovery_code; delete from recovery_sheet; delete from session;
    delete from demonstration_letter`),
)

const arrive = async () => openBrowser(app, await signIn(tamsin.id))

const codesOn = (body: string) =>
  [...body.matchAll(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/g)].map(([code]) => code)

async function make(browser = arrive()) {
  const page = await (await browser).get(sheetPage)
  const sheet = /name="sheet" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
  const shown = await (await browser).post(sheetPage, { sheet })
  return { sheet, shown, codes: codesOn(shown.body) }
}

const use = (code: string, browser = openBrowser(app), fields: Record<string, string> = {}) =>
  browser.post('/sign-in/recovery', { 'paper-code': code, next: '/passport', ...fields })

describe('a recovery sheet', () => {
  it('shows ten codes once, on a page that is kept nowhere', async () => {
    const { shown, codes } = await make()
    expect([shown.statusCode, shown.headers['cache-control']]).toEqual([200, 'no-store'])
    expect(new Set(codes).size).toBe(10)
    const kept = await sql('select recovery_code::text as words from recovery_code')
    for (const code of codes) {
      const secret = code.replaceAll('-', '').slice(8)
      expect(JSON.stringify(kept)).not.toContain(secret)
    }
    const again = await (await arrive()).get(sheetPage)
    expect(codesOn(again.body)).toEqual([])
  })

  it('is one sheet when its form is sent twice, also at once', async () => {
    const browser = await arrive()
    const { sheet, codes } = await make(Promise.resolve(browser))
    const again = await Promise.all([1, 2].map(() => browser.post(sheetPage, { sheet })))
    for (const reply of again) expect(codesOn(reply.body)).toEqual(codes)
    expect(await sql('select from recovery_sheet')).toHaveLength(1)
    expect((await use(codes[0] ?? '')).statusCode).toBe(303)
  })

  it('made anew ends the earlier one, whose form then makes nothing', async () => {
    const browser = Promise.resolve(await arrive())
    const earlier = await make(browser)
    const later = await make(browser)
    expect((await use(earlier.codes[0] ?? '')).statusCode).toBe(422)
    const replayed = await (await browser).post(sheetPage, { sheet: earlier.sheet })
    expect([replayed.statusCode, codesOn(replayed.body)]).toEqual([409, []])
    expect((await use(later.codes[0] ?? '')).statusCode).toBe(303)
  })

  it('is made of what the form carried and of the person: for another it is another', async () => {
    const { sheet, codes } = await make()
    await sql('delete from recovery_code; delete from recovery_sheet')
    const other = openBrowser(app, await signIn('aaeed66d-4ca6-4dd4-99c0-e289758e9e2c'))
    const shown = await other.post(sheetPage, { sheet })
    expect(codesOn(shown.body)).toHaveLength(10)
    expect(codesOn(shown.body)).not.toContain(codes[0])
  })

  it('is told at every address of the person', async () => {
    await make()
    expect((await lettersTo(tamsin.email)).at(-1)?.text).toContain('A new recovery sheet was made')
    const work = await lettersTo('tamsin.oyelaran-pike@merrowfell.example')
    expect(work).toHaveLength(1)
    expect(work[0]?.text).not.toContain(tamsin.email)
  })

  it.each(['', 'x', `${'a'.repeat(42)}!`])('is not made of %j', async (sheet) => {
    const reply = await (await arrive()).post(sheetPage, { sheet })
    expect([reply.statusCode, reply.headers.location]).toEqual([303, sheetPage])
  })
})

describe('a code from a sheet', () => {
  it('signs its person in, is then crossed out, and that is told', async () => {
    const { codes } = await make()
    const [code = '', next = ''] = codes
    const browser = openBrowser(app)
    const reply = await use(code.toLowerCase().replaceAll('-', ' '), browser, { shared: 'yes' })
    expect([reply.statusCode, reply.headers.location]).toEqual([303, '/passport'])
    const page = wordsOf(await browser.get('/account'))
    expect(page).toContain('It has 9 codes left')
    expect(page).toContain('Shared computer')
    expect((await use(code)).statusCode).toBe(422)
    expect((await use(next)).statusCode).toBe(303)
    const told = (await lettersTo(tamsin.email)).at(-1)
    expect(told?.text).toContain('signed in with a code from your recovery sheet')
  })

  it('still works after the key was changed, while the one before is given', async () => {
    const { codes } = await make()
    const [code = ''] = codes
    const show = (previousKeyEncryptionKey?: Buffer) => {
      const changed = { ...site, keyEncryptionKey: randomBytes(32), previousKeyEncryptionKey }
      return asActor(site.db, signInJob, (db) => showRecoveryCode(db, changed, code))
    }
    expect(await show()).toBeUndefined()
    expect(await show(randomBytes(32))).toBeUndefined()
    expect(await show(site.keyEncryptionKey)).toMatchObject({ personId: tamsin.id })
    expect(await show(site.keyEncryptionKey)).toBeUndefined()
  })

  it('used twice at the same moment opens one session', async () => {
    const { codes } = await make()
    await sql('delete from session')
    const replies = await Promise.all([1, 2, 3].map(() => use(codes[0] ?? '')))
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([303, 422, 422])
    expect(await sql('select proof from session')).toEqual([{ proof: 'recovery-sheet' }])
  })

  it('with one letter wrong opens nothing and says what to do', async () => {
    const { codes } = await make()
    const [code = ''] = codes
    const wrong = code.slice(0, -1) + (code.endsWith('A') ? 'B' : 'A')
    const reply = await use(wrong)
    expect([reply.statusCode, wordsOf(reply)]).toEqual([
      422,
      expect.stringContaining('That code does not work'),
    ])
    expect((await use(code)).statusCode).toBe(303)
  })

  it.each([
    ['', 'Enter a code from your sheet'],
    ['nonsense', 'The code must be 16 letters and numbers'],
    ['\u0000', 'Enter a code from your sheet'],
  ])('that is %j opens nothing', async (code, message) => {
    const reply = await use(code)
    expect([reply.statusCode, wordsOf(reply)]).toEqual([422, expect.stringContaining(message)])
  })

  it('gives whoever was signed in on the browser a new session, and theirs is over', async () => {
    const { codes } = await make()
    const before = await signIn('aaeed66d-4ca6-4dd4-99c0-e289758e9e2c')
    const browser = openBrowser(app, before)
    await use(codes[0] ?? '', browser)
    expect((await openBrowser(app, before).get('/account')).statusCode).toBe(303)
    expect(wordsOf(await browser.get('/account'))).toContain('Tamsin')
  })

  it('can be tried twenty times a minute from one place', async () => {
    const tries = []
    for (let count = 0; count < 25; count++) {
      tries.push((await use('', openBrowser(app))).statusCode)
    }
    expect(tries).toContain(429)
    expect(tries.filter((status) => status === 422).length).toBeLessThanOrEqual(20)
  })
})
