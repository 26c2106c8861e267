/** Where passkeys and accounts elsewhere are offered, and where they are not. */
import { afterAll, describe, expect, it } from 'vitest'
import { makePasskey } from '../../test/authenticator.ts'
import { browser } from '../../test/browser.ts'
import { people } from '../../test/issue-credential.ts'
import { testSite } from '../../test/site.ts'
import { wordsOf } from '../../test/visitor.ts'
import { createApp } from '../app.ts'
import { readConfig } from '../config.ts'

const { app, site, database, signIn, lettersTo, workOff } = await testSite({
  OIDC_PROVIDERS: 'works',
  OIDC_WORKS_NAME: 'Works ID',
  OIDC_WORKS_ISSUER: 'http://127.0.0.1:1',
  OIDC_WORKS_CLIENT_ID: 'lanyard',
  OIDC_WORKS_CLIENT_SECRET: 'x',
})
const { ownerDb, superuserClient } = database

async function servedAt(baseUrl: string) {
  const config = readConfig({ DEMO: '1', LOG_LEVEL: 'silent', BASE_URL: baseUrl })
  const served = await createApp({ ...site, config })
  afterAll(() => served.close())
  return served
}

async function withPasskey(person: string = people.holder) {
  const mine = browser(app, await signIn(person))
  const { answer } = makePasskey((await mine.post('/account/passkeys/challenge')).json())
  await mine.post('/account/passkeys/add', { answer })
  return mine
}

const link = (person: string) =>
  ownerDb
    .insertInto('open_id_identity')
    .values({
      ...{ id: crypto.randomUUID(), person_id: person, issuer: 'x', subject: crypto.randomUUID() },
      ...{ provider: 'works', linked_at: new Date(), last_used_at: null },
    })
    .execute()

describe('the page to sign in', () => {
  it('offers each way by a button of the same rank', async () => {
    const { body } = await app.inject('/sign-in')
    const buttons = [...body.matchAll(/<button class="([^"]+)"[^>]*>\s*([^<]+?)\s*</g)]
      .map(([, classes, words]) => `${words}: ${classes}`)
      .slice(0, 3)
    expect(buttons).toEqual([
      'Send me a code: nhsuk-button',
      'Use a passkey: nhsuk-button',
      'Continue with Works ID: nhsuk-button',
    ])
  })

  it('lets the browser offer passkeys under the field, and hides what needs script', async () => {
    const { body } = await app.inject('/sign-in')
    expect(body).toContain('autocomplete="username webauthn"')
    expect(body).toMatch(/<div hidden[^>]* data-passkey-block/)
  })

  it('says once for all ways that the computer is shared', async () => {
    const { body } = await app.inject('/sign-in')
    expect(body.match(/name="shared"/g)?.length).toBe(1)
    expect(body).toMatch(/<button[^>]* form="sign-in"[^>]* formaction="\/sign-in\/with\/works"/)
  })

  it('loads the script for passkeys, which other pages do not', async () => {
    expect((await app.inject('/sign-in')).body).toContain('/assets/passkeys-')
    expect((await app.inject('/frameworks')).body).not.toContain('/assets/passkeys-')
  })
})

describe('the page that asks again who you are', () => {
  const asks = async (person: string) =>
    (await browser(app, await signIn(person)).get('/confirm-it-is-you')).body

  it('offers what the person has', async () => {
    const without = await asks(people.assessor)
    expect(without).not.toContain('data-passkey=')
    expect(without).not.toContain('Works ID')
    await withPasskey(people.assessor)
    await link(people.assessor)
    const withBoth = await asks(people.assessor)
    expect(withBoth).toContain('action="/confirm-it-is-you/by-passkey"')
    expect(withBoth).toContain('action="/confirm-it-is-you/with/works"')
  })

  it('asks for no passkey on a shared computer, unless there is no other way', async () => {
    const mine = await withPasskey(people.issuer)
    await superuserClient.query('update session set shared_computer = true')
    expect((await mine.get('/confirm-it-is-you')).body).not.toContain('data-passkey=')
    await superuserClient.query('delete from email_address where person_id = $1', [people.issuer])
    expect((await mine.get('/confirm-it-is-you')).body).toContain('data-passkey=')
  })
})

describe('the account page', () => {
  it('lists what there is, and what can be added', async () => {
    const mine = await withPasskey(people.holder)
    const before = await mine.get('/account')
    expect(wordsOf(before)).toContain('My passkey')
    expect(before.body).toContain('Link Works ID')
    await link(people.holder)
    const after = await mine.get('/account')
    expect(wordsOf(after)).toContain('Works ID Linked')
    expect(after.body).not.toContain('Link Works ID')
  })

  it('offers no passkey on a shared computer', async () => {
    const mine = browser(app, await signIn(people.holder))
    await superuserClient.query('update session set shared_computer = true')
    const page = await mine.get('/account')
    expect(wordsOf(page)).toContain('To add a passkey, sign in on your own phone or computer')
    expect(page.body).not.toContain('href="/account/passkeys/add"')
  })
})

describe('a change of the ways in', () => {
  it('is told at every address of theirs', async () => {
    const addresses = await ownerDb
      .selectFrom('email_address')
      .where('person_id', '=', people.assessor)
      .select('address')
      .execute()
    expect(addresses.length).toBeGreaterThan(0)
    const mine = await withPasskey(people.assessor)
    await withPasskey(people.assessor)
    const row = await ownerDb
      .selectFrom('passkey')
      .where('person_id', '=', people.assessor)
      .select('id')
      .executeTakeFirstOrThrow()
    await mine.post(`/account/passkeys/${row.id}/remove`)
    await workOff()
    for (const { address } of addresses) {
      const words = (await lettersTo(address)).map(({ text }) => text).join('\n')
      expect(words).toContain('A passkey was added to your account')
      expect(words).toContain('A passkey was removed from your account')
    }
  })
})

describe('a site without a name of its own', () => {
  it('has no passkeys, and says nothing of them', async () => {
    const served = await servedAt('http://127.0.0.1:3000')
    const page = await served.inject('/sign-in')
    expect(page.body).not.toContain('passkey')
    expect(page.body).toContain('autocomplete="email"')
    expect((await browser(served).post('/sign-in/passkey/challenge')).statusCode).toBe(404)
    const mine = browser(served, await signIn(people.holder))
    expect((await mine.get('/account')).body).not.toContain('id="passkeys"')
  })
})

describe('a site over https', () => {
  it('marks the browser by a cookie that no script, no other host and no plain page can read', async () => {
    const served = await servedAt('https://localhost:3443')
    const reply = await browser(served).post('/sign-in/passkey/challenge')
    expect(reply.json().rpId).toBe('localhost')
    expect(reply.cookies.find(({ name }) => name === '__Host-browser')).toMatchObject({
      httpOnly: true,
      secure: true,
      sameSite: 'Lax',
      path: '/',
      maxAge: 600,
    })
  })
})
