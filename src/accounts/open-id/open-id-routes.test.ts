/** Signing in with a live provider over HTTP: what is let in, and all that is not. */
import { generateKeyPairSync } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { type Browser, browser } from '../../../test/browser.ts'
import { falseProvider } from '../../../test/false-provider.ts'
import { people } from '../../../test/issue-credential.ts'
import { type Choice, client, openIdProvider } from '../../../test/open-id-provider.ts'
import { testSite } from '../../../test/site.ts'
import { wordsOf } from '../../../test/visitor.ts'
import { publicJwk } from './client-keys.ts'

const ours = 'http://localhost:3000'
const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const pem = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()

const works = await openIdProvider([`${ours}/sign-in/with/works/return`])
const keyed = await openIdProvider([`${ours}/sign-in/with/keyed/return`], {
  token_endpoint_auth_method: 'private_key_jwt',
  token_endpoint_auth_signing_alg: 'ES256',
  jwks: { keys: [publicJwk(pem, 'ES256')] },
})
const dying = await openIdProvider([`${ours}/sign-in/with/dying/return`])
const untrue = await falseProvider()
const odd = await falseProvider()
afterAll(() => Promise.all([works.close(), keyed.close(), untrue.close(), odd.close()]))

const settingsOf = (slug: string, issuer: string, more: Record<string, string> = {}) =>
  Object.fromEntries(
    Object.entries({
      NAME: `${slug[0]?.toUpperCase()}${slug.slice(1)} ID`,
      ISSUER: issuer,
      CLIENT_ID: client.id,
      ...more,
    }).map(([name, value]) => [`OIDC_${slug.toUpperCase()}_${name}`, value]),
  )
const secret = { CLIENT_SECRET: client.secret }

const { app, database, signIn } = await testSite({
  OIDC_PROVIDERS: 'works, keyed, dying, down, untrue, odd',
  ...settingsOf('works', works.issuer, {
    ...secret,
    ACR_VALUES: 'weak strong',
    STEP_UP_ACR_VALUES: 'strong',
  }),
  ...settingsOf('keyed', keyed.issuer, { CLIENT_KEY: pem, CLIENT_KEY_ALGORITHM: 'ES256' }),
  ...settingsOf('dying', dying.issuer, secret),
  ...settingsOf('down', 'http://127.0.0.1:1', secret),
  ...settingsOf('untrue', untrue.issuer, secret),
  ...settingsOf('odd', odd.issuer, secret),
})
const { ownerDb, superuserClient } = database

const path = (address: string) => address.replace(ours, '')
const signedInBrowser = async (person: string = people.holder) => browser(app, await signIn(person))

let subjects = 0
/** Somebody new at the provider, whom nobody here has linked. */
const newcomer = () => `newcomer-${++subjects}`

/** Presses the button, and gives the address that the page leads to. */
async function begin(mine: Browser, url: string, fields: Record<string, string> = {}) {
  const reply = await mine.post(url, fields)
  expect(reply.statusCode).toBe(200)
  expect(wordsOf(reply)).toContain('Continue to')
  return String(reply.headers.refresh).replace('0; url=', '')
}

async function go(
  mine: Browser,
  url: string,
  { fields, ...choice }: Choice & { fields?: Record<string, string> },
  there = works.visitor(),
) {
  return mine.get(path(await there.goesTo(await begin(mine, url, fields), choice)))
}

/** Links somebody at the provider to somebody here. */
async function linked(person: string = people.holder, subject = newcomer()) {
  const mine = await signedInBrowser(person)
  const reply = await go(mine, '/account/link/works', { as: subject })
  expect(reply.headers.location).toBe('/account?done=linked')
  return { mine, subject }
}

const signInThere = (subject: string, mine = browser(app), choice: Choice = {}) =>
  go(mine, '/sign-in/with/works', { as: subject, ...choice })

const identityOf = (subject: string) =>
  ownerDb
    .selectFrom('open_id_identity')
    .where('subject', '=', subject)
    .selectAll()
    .executeTakeFirst()

const changed = (address: string, change: (parameters: URLSearchParams) => void) => {
  const url = new URL(address)
  change(url.searchParams)
  return url.href
}

const stale = (mine: Browser) =>
  superuserClient.query(
    `update session set stepped_up_at = now() - interval '1 hour'
      where encode(token_hash, 'hex') = encode(sha256($1::bytea), 'hex')`,
    [Buffer.from(mine.cookies.get('session') ?? '')],
  )

describe('linking an account elsewhere', () => {
  it('keeps who they are there, and nothing else of it', async () => {
    const { subject } = await linked()
    const row = await identityOf(subject)
    expect(row).toMatchObject({
      person_id: people.holder,
      issuer: works.issuer,
      provider: 'works',
      last_used_at: null,
    })
    const event = await ownerDb
      .selectFrom('audit_event')
      .where('subject_ref', '=', `identity:${row?.id}`)
      .select(['actor', 'action', 'details'])
      .executeTakeFirst()
    expect(event).toEqual({
      actor: people.holder,
      action: 'identity.linked',
      details: { provider: 'works', stepUp: { how: 'demonstration', at: expect.any(String) } },
    })
    expect(await ownerDb.selectFrom('open_id_login').selectAll().execute()).toEqual([])
  })

  it('asks the provider for everything that an answer is checked against', async () => {
    const address = new URL(await begin(await signedInBrowser(), '/account/link/works'))
    expect(Object.fromEntries(address.searchParams)).toMatchObject({
      client_id: client.id,
      response_type: 'code',
      scope: 'openid',
      redirect_uri: `${ours}/sign-in/with/works/return`,
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.stringMatching(/^[\w-]{43}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      acr_values: 'weak strong',
      prompt: 'login',
      max_age: '0',
    })
  })

  it('changes nothing when it is linked already', async () => {
    const { mine, subject } = await linked()
    const again = await go(mine, '/account/link/works', { as: subject })
    expect(again.headers.location).toBe('/account?done=linked')
    expect((await identityOf(subject))?.person_id).toBe(people.holder)
  })

  it('is not done to somebody else’s, who keeps it', async () => {
    const { subject } = await linked(people.assessor)
    const mine = await signedInBrowser()
    const reply = await go(mine, '/account/link/works', { as: subject })
    expect([reply.statusCode, wordsOf(reply).includes('is not yours here')]).toEqual([422, true])
    expect((await identityOf(subject))?.person_id).toBe(people.assessor)
  })

  it('goes to one of two who come back at the same moment', async () => {
    const subject = newcomer()
    const both = await Promise.all(
      [people.holder, people.assessor].map(async (person) => {
        const mine = await signedInBrowser(person)
        const address = await begin(mine, '/account/link/works')
        return { mine, back: path(await works.visitor().goesTo(address, { as: subject })) }
      }),
    )
    const replies = await Promise.all(both.map(({ mine, back }) => mine.get(back)))
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([303, 422])
    const rows = await ownerDb
      .selectFrom('open_id_identity')
      .where('subject', '=', subject)
      .select('id')
      .execute()
    expect(rows.length).toBe(1)
  })

  it('first asks again who it is, and asks nobody who is not signed in', async () => {
    const mine = await signedInBrowser()
    await stale(mine)
    const asked = await mine.post('/account/link/works')
    expect(asked.headers.location).toBe('/confirm-it-is-you?next=%2Faccount')
    expect((await browser(app).post('/account/link/works')).statusCode).toBe(401)
  })

  it('is never begun by a page of somebody else’s', async () => {
    const cookie = await signIn(people.holder)
    const reply = await app.inject({
      method: 'POST',
      url: '/account/link/works',
      headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
      payload: '',
    })
    expect(reply.statusCode).toBe(403)
    expect((await (await signedInBrowser()).get('/account/link/works')).statusCode).toBe(404)
  })

  it('needs the person who began it, still signed in', async () => {
    const mine = await signedInBrowser()
    const subject = newcomer()
    const back = async () =>
      path(await works.visitor().goesTo(await begin(mine, '/account/link/works'), { as: subject }))
    const first = await back()
    mine.cookies.delete('session')
    expect((await mine.get(first)).statusCode).toBe(422)
    mine.cookies.set('session', (await signIn(people.holder)).replace('session=', ''))
    const second = await back()
    mine.cookies.set('session', (await signIn(people.assessor)).replace('session=', ''))
    expect((await mine.get(second)).statusCode).toBe(422)
    expect(await identityOf(subject)).toBeUndefined()
  })

  it('does not take a session that was left open there', async () => {
    const subject = newcomer()
    const mine = await signedInBrowser()
    const reply = await go(mine, '/account/link/works', { as: subject, ago: 3600 })
    expect([reply.statusCode, wordsOf(reply).includes('did not ask you again')]).toEqual([
      422,
      true,
    ])
    expect(await identityOf(subject)).toBeUndefined()
  })
})

describe('signing in with an account elsewhere', () => {
  it('starts a session that says how, and goes on', async () => {
    const { subject } = await linked()
    const mine = browser(app)
    const fields = { next: '/passport/shares', shared: 'yes' }
    const reply = await go(mine, '/sign-in/with/works', { as: subject, fields })
    expect(reply.statusCode).toBe(303)
    expect(decodeURIComponent(String(reply.headers.location))).toContain('/passport/shares')
    expect((await mine.get('/passport')).statusCode).toBe(200)
    const session = await ownerDb
      .selectFrom('session')
      .orderBy('created_at', 'desc')
      .select(['proof', 'stepped_up_how', 'person_id', 'shared_computer'])
      .executeTakeFirst()
    expect(session).toEqual({
      proof: 'oidc',
      stepped_up_how: 'oidc',
      person_id: people.holder,
      shared_computer: true,
    })
    expect((await identityOf(subject))?.last_used_at).not.toBeNull()
  })

  it('asks for no new sign-in there, and names nobody', async () => {
    const { searchParams } = new URL(await begin(browser(app), '/sign-in/with/works'))
    expect([...searchParams.keys()]).not.toContain('prompt')
    expect([...searchParams.keys()]).not.toContain('max_age')
    expect([...searchParams.keys()]).not.toContain('login_hint')
  })

  it('asks for a new sign-in there on a shared computer, where somebody else may be signed in', async () => {
    const fields = { shared: 'yes' }
    const { searchParams } = new URL(await begin(browser(app), '/sign-in/with/works', fields))
    expect(searchParams.get('prompt')).toBe('login')
  })

  it('works with a key in place of a secret, whose public half anybody may fetch', async () => {
    const subject = newcomer()
    const mine = await signedInBrowser()
    const reply = await go(mine, '/account/link/keyed', { as: subject }, keyed.visitor())
    expect(reply.headers.location).toBe('/account?done=linked')
    const keys = await app.inject('/sign-in/with/keyed/keys.json')
    expect(Object.keys(keys.json().keys[0]).sort()).toEqual(
      ['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y'].sort(),
    )
    expect((await app.inject('/sign-in/with/works/keys.json')).statusCode).toBe(404)
  })

  it('tells somebody whom nobody here has linked what to do, and links nothing', async () => {
    const subject = newcomer()
    const mine = browser(app)
    const reply = await signInThere(subject, mine)
    const words = wordsOf(reply)
    expect(reply.statusCode).toBe(422)
    expect(words).toContain('Your Works ID is not linked to an account here')
    expect(words).toContain('Sign in another way')
    expect(words).toContain('If you have been invited')
    expect(mine.cookies.has('session')).toBe(false)
    expect(await identityOf(subject)).toBeUndefined()
  })

  it('does not know a provider that is not in the settings', async () => {
    expect((await browser(app).post('/sign-in/with/nobody')).statusCode).toBe(404)
    expect((await browser(app).get('/sign-in/with/nobody/return')).statusCode).toBe(404)
  })

  it('says when they said no there, and offers the other ways', async () => {
    const reply = await signInThere('', browser(app), { as: undefined })
    expect(reply.statusCode).toBe(422)
    expect(wordsOf(reply)).toContain('You did not finish at Works ID')
    expect(reply.body).toContain('href="/sign-in?next=')
  })

  it('says when the provider is down, and offers the other ways', async () => {
    const mine = browser(app)
    const reply = await mine.post('/sign-in/with/down', { next: '/passport' })
    expect(reply.statusCode).toBe(503)
    expect(wordsOf(reply)).toContain('Down ID is not answering')
    expect(reply.body).toContain('href="/sign-in?next=%2Fpassport"')
  })

  it('says when the provider goes down while they are away', async () => {
    const mine = browser(app)
    const back = await dying
      .visitor()
      .goesTo(await begin(mine, '/sign-in/with/dying'), { as: newcomer() })
    await dying.close()
    const reply = await mine.get(path(back))
    expect([reply.statusCode, wordsOf(reply).includes('not answering')]).toEqual([503, true])
  })

  it('does not take a way that is too weak', async () => {
    const { subject } = await linked()
    const reply = await signInThere(subject, browser(app), { acr: 'none at all' })
    expect([reply.statusCode, wordsOf(reply).includes('in a stronger way')]).toEqual([422, true])
    expect((await signInThere(subject, browser(app), { acr: 'weak' })).statusCode).toBe(303)
  })

  it('takes a return once', async () => {
    const { subject } = await linked()
    const mine = browser(app)
    const address = await begin(mine, '/sign-in/with/works')
    const back = path(await works.visitor().goesTo(address, { as: subject }))
    expect((await mine.get(back)).statusCode).toBe(303)
    const again = await mine.get(back)
    expect([again.statusCode, wordsOf(again).includes('used up')]).toEqual([422, true])
  })

  it('takes one of two of the same return at once', async () => {
    const { subject } = await linked()
    const mine = browser(app)
    const address = await begin(mine, '/sign-in/with/works')
    const back = path(await works.visitor().goesTo(address, { as: subject }))
    const both = await Promise.all([mine.get(back), mine.get(back)])
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([303, 422])
  })

  it('takes a return in the browser that began it alone', async () => {
    const { subject } = await linked()
    const [mine, other] = [browser(app), browser(app)]
    const address = await begin(mine, '/sign-in/with/works')
    await begin(other, '/sign-in/with/works')
    const back = path(await works.visitor().goesTo(address, { as: subject }))
    expect((await other.get(back)).statusCode).toBe(422)
    expect((await browser(app).get(back)).statusCode).toBe(422)
    expect((await mine.get(back)).statusCode).toBe(303)
  })

  it('does not take a return after ten minutes', async () => {
    const { subject } = await linked()
    const mine = browser(app)
    const address = await begin(mine, '/sign-in/with/works')
    await superuserClient.query('update open_id_login set expires_at = now()')
    const back = path(await works.visitor().goesTo(address, { as: subject }))
    expect((await mine.get(back)).statusCode).toBe(422)
  })

  it.each<[string, (parameters: URLSearchParams) => void, string]>([
    ['another state', (p) => p.set('state', 'x'.repeat(43)), 'used up'],
    ['no state', (p) => p.delete('state'), 'used up'],
    ['another issuer', (p) => p.set('iss', 'https://elsewhere.example'), 'could not accept'],
    ['no issuer, of a provider that says who it is', (p) => p.delete('iss'), 'could not accept'],
    ['another code', (p) => p.set('code', 'stolen'), 'could not accept'],
    ['two codes', (p) => p.append('code', 'stolen'), 'could not accept'],
  ])('refuses a return with %s', async (_, change, words) => {
    const { subject } = await linked()
    const mine = browser(app)
    const address = await begin(mine, '/sign-in/with/works')
    const back = await works.visitor().goesTo(address, { as: subject })
    const reply = await mine.get(path(changed(back, change)))
    expect([reply.statusCode, wordsOf(reply).includes(words)]).toEqual([422, true])
    expect(mine.cookies.has('session')).toBe(false)
  })

  it('refuses a token with the nonce of another login', async () => {
    const { subject } = await linked()
    const mine = browser(app)
    const address = await begin(mine, '/sign-in/with/works')
    const altered = changed(address, (p) => p.set('nonce', 'n'.repeat(43)))
    const reply = await mine.get(path(await works.visitor().goesTo(altered, { as: subject })))
    expect([reply.statusCode, wordsOf(reply).includes('could not accept')]).toEqual([422, true])
  })

  it('refuses a code that was stolen from another login, which has another verifier', async () => {
    const { subject } = await linked()
    const [victim, thief] = [browser(app), browser(app)]
    const stolen = new URL(
      await works.visitor().goesTo(await begin(victim, '/sign-in/with/works'), { as: subject }),
    ).searchParams.get('code')
    const own = await works
      .visitor()
      .goesTo(await begin(thief, '/sign-in/with/works'), { as: newcomer() })
    const reply = await thief.get(path(changed(own, (p) => p.set('code', stolen ?? ''))))
    expect([reply.statusCode, wordsOf(reply).includes('could not accept')]).toEqual([422, true])
    expect(thief.cookies.has('session')).toBe(false)
  })

  it('does not take the return of one provider at the address of another', async () => {
    const { subject } = await linked()
    const mine = browser(app)
    const address = await begin(mine, '/sign-in/with/works')
    const back = path(await works.visitor().goesTo(address, { as: subject }))
    const reply = await mine.get(back.replace('/works/', '/keyed/'))
    expect([reply.statusCode, wordsOf(reply).includes('used up')]).toEqual([422, true])
  })

  it('never leads off the site', async () => {
    const { subject } = await linked()
    const fields = { next: '//elsewhere.example' }
    const reply = await go(browser(app), '/sign-in/with/works', { as: subject, fields })
    expect(String(reply.headers.location)).not.toContain('elsewhere')
  })
})

describe('a token of a provider that lies', () => {
  const now = () => Math.floor(Date.now() / 1000)

  async function answered(
    answer: (facts: { nonce: string; good: object }) => { status?: number; body: string | object },
  ) {
    const mine = browser(app)
    const address = new URL(await begin(mine, '/sign-in/with/untrue'))
    const { state = '', nonce = '' } = Object.fromEntries(address.searchParams)
    const good = {
      iss: untrue.issuer,
      sub: newcomer(),
      aud: client.id,
      iat: now(),
      exp: now() + 60,
      nonce,
    }
    const { status = 200, body } = answer({ nonce, good })
    untrue.answers(status, body)
    return mine.get(`/sign-in/with/untrue/return?code=x&state=${state}`)
  }
  const token = (claims: object, signed?: 'rightly' | 'by-another' | 'not') => ({
    body: { access_token: 'x', token_type: 'bearer', id_token: untrue.idToken(claims, signed) },
  })

  it('is taken when it is right, also when clocks differ by twenty seconds', async () => {
    const reply = await answered(({ good }) => token(good))
    expect(wordsOf(reply)).toContain('is not linked to an account here')
    const early = await answered(({ good }) => token({ ...good, iat: now() + 20 }))
    expect(wordsOf(early)).toContain('is not linked to an account here')
    const late = await answered(({ good }) => token({ ...good, exp: now() - 20 }))
    expect(wordsOf(late)).toContain('is not linked to an account here')
  })

  it.each<[string, Parameters<typeof answered>[0]]>([
    ['signed by another key', ({ good }) => token(good, 'by-another')],
    ['not signed', ({ good }) => token(good, 'not')],
    ['for another client', ({ good }) => token({ ...good, aud: 'somebody-else' })],
    ['from another issuer', ({ good }) => token({ ...good, iss: 'https://elsewhere.example' })],
    ['that is over', ({ good }) => token({ ...good, exp: now() - 600 })],
    ['without a nonce', ({ good }) => token({ ...good, nonce: undefined })],
    ['with another nonce', ({ good }) => token({ ...good, nonce: 'x' })],
    ['of nobody', ({ good }) => token({ ...good, sub: '' })],
    ['of too long a name', ({ good }) => token({ ...good, sub: 'x'.repeat(256) })],
    ['of a number', ({ good }) => token({ ...good, sub: 7 })],
    ['that is missing', () => ({ body: { access_token: 'x', token_type: 'bearer' } })],
    ['that is refused', () => ({ status: 400, body: { error: 'invalid_grant' } })],
  ])('is refused when it is one %s', async (_, answer) => {
    const reply = await answered(answer)
    expect([reply.statusCode, wordsOf(reply).includes('could not accept')]).toEqual([422, true])
  })

  it.each<[string, { status?: number; body: string | object }]>([
    ['no JSON', { body: '<p>busy</p>' }],
    ['an error of its own', { status: 500, body: '' }],
  ])('is “not answering” when it is %s', async (_, answer) => {
    const reply = await answered(() => answer)
    expect([reply.statusCode, wordsOf(reply).includes('not answering')]).toEqual([503, true])
  })

  it('sends nobody to a provider that is not who the settings say, or leaves https', async () => {
    for (const said of [
      { issuer: 'https://elsewhere.example' },
      { authorization_endpoint: 'http://elsewhere.example/authorize' },
      { authorization_endpoint: 'javascript:alert(1)' },
    ]) {
      odd.says(said)
      expect((await browser(app).post('/sign-in/with/odd')).statusCode, JSON.stringify(said)).toBe(
        503,
      )
    }
    odd.says({})
    // What failed is not kept: it is asked again, and is well.
    expect((await browser(app).post('/sign-in/with/odd')).statusCode).toBe(200)
  })
})

describe('confirming with an account elsewhere that it is you', () => {
  const confirm = (mine: Browser, choice: Choice) =>
    go(mine, '/confirm-it-is-you/with/works', { ...choice, fields: { next: '/passport' } })

  it('asks for a new sign-in there, and notes it in the session under a new token', async () => {
    const { mine, subject } = await linked()
    await stale(mine)
    const earlier = mine.cookies.get('session')
    const { searchParams } = new URL(await begin(mine, '/confirm-it-is-you/with/works'))
    expect(Object.fromEntries(searchParams)).toMatchObject({
      prompt: 'login',
      max_age: '0',
      acr_values: 'strong',
    })
    const reply = await confirm(mine, { as: subject })
    expect([reply.statusCode, reply.headers.location]).toEqual([303, '/passport'])
    expect(mine.cookies.get('session')).not.toBe(earlier)
    expect((await mine.get('/account/passkeys/add')).statusCode).toBe(200)
  })

  it.each<[string, Choice, string]>([
    ['a sign-in of an hour ago', { ago: 3600 }, 'did not ask you again'],
    ['a weaker way than is asked for', { acr: 'weak' }, 'in a stronger way'],
  ])('does not take %s', async (_, choice, words) => {
    const { mine, subject } = await linked()
    await stale(mine)
    const reply = await confirm(mine, { as: subject, ...choice })
    expect([reply.statusCode, wordsOf(reply).includes(words)]).toEqual([422, true])
    expect(reply.body).toContain('href="/confirm-it-is-you?next=%2Fpassport"')
    expect((await mine.get('/account/passkeys/add')).statusCode).toBe(303)
  })

  it('does not take an open session there, when the question was taken away on its way', async () => {
    const { mine, subject } = await linked()
    const there = works.visitor()
    await go(mine, '/account/link/works', { as: subject }, there)
    await stale(mine)
    const address = changed(await begin(mine, '/confirm-it-is-you/with/works'), (p) => {
      p.delete('prompt')
      p.delete('max_age')
    })
    const reply = await mine.get(path(await there.goesTo(address, { as: subject })))
    expect([reply.statusCode, wordsOf(reply).includes('did not ask you again')]).toEqual([
      422,
      true,
    ])
  })

  it('is not done by a colleague’s account, nor marks it as used', async () => {
    const { subject } = await linked(people.assessor)
    const mine = await signedInBrowser()
    await stale(mine)
    const reply = await confirm(mine, { as: subject })
    expect([reply.statusCode, wordsOf(reply).includes('is not yours here')]).toEqual([422, true])
    expect((await identityOf(subject))?.last_used_at).toBeNull()
    expect((await confirm(mine, { as: newcomer() })).statusCode).toBe(422)
    expect((await mine.get('/account/passkeys/add')).statusCode).toBe(303)
  })

  it('asks nobody who is not signed in', async () => {
    expect((await browser(app).post('/confirm-it-is-you/with/works')).statusCode).toBe(401)
  })
})

describe('removing a linked account', () => {
  it('of one’s own signs nobody in with it any more', async () => {
    const { mine, subject } = await linked()
    const id = (await identityOf(subject))?.id ?? ''
    expect(wordsOf(await mine.get(`/account/linked/${id}`))).toContain('Remove Works ID')
    const reply = await mine.post(`/account/linked/${id}/remove`)
    expect(reply.headers.location).toBe('/account?done=unlinked')
    expect((await mine.post(`/account/linked/${id}/remove`)).statusCode).toBe(404)
    expect((await signInThere(subject)).statusCode).toBe(422)
  })

  it('of somebody else does nothing, and says that there is none', async () => {
    const { subject } = await linked(people.assessor)
    const id = (await identityOf(subject))?.id ?? ''
    const mine = await signedInBrowser()
    expect((await mine.get(`/account/linked/${id}`)).statusCode).toBe(404)
    expect((await mine.post(`/account/linked/${id}/remove`)).statusCode).toBe(404)
    expect(await identityOf(subject)).toBeDefined()
  })

  it('asks again who it is, and keeps the last way in', async () => {
    await superuserClient.query('delete from email_address where person_id = $1', [people.issuer])
    const { mine, subject } = await linked(people.issuer)
    const id = (await identityOf(subject))?.id ?? ''
    const refused = await mine.post(`/account/linked/${id}/remove`)
    expect([refused.statusCode, wordsOf(refused).includes('your only way to sign in')]).toEqual([
      409,
      true,
    ])
    await stale(mine)
    const reply = await mine.post(`/account/linked/${id}/remove`)
    expect(reply.headers.location).toBe(`/confirm-it-is-you?next=%2Faccount%2Flinked%2F${id}`)
    expect(await identityOf(subject)).toBeDefined()
  })
})
