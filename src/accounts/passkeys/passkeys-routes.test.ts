/** Passkeys as a browser and an authenticator use them: what is let in, and all that is not. */
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import { describe, expect, it } from 'vitest'
import {
  type Made,
  type Misbehaviour,
  makePasskey,
  usePasskey,
} from '../../../test/authenticator.ts'
import { type Browser, browser } from '../../../test/browser.ts'
import { people } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { wordsOf } from '../../../test/visitor.ts'

const { app, database, signIn } = await testSite()
const { ownerDb } = database

const signedInBrowser = async (person: string = people.holder) => browser(app, await signIn(person))

const askToMake = async (mine: Browser) =>
  (await mine.post('/account/passkeys/challenge')).json<PublicKeyCredentialCreationOptionsJSON>()
const askToSignIn = async (mine: Browser) =>
  (await mine.post('/sign-in/passkey/challenge')).json<PublicKeyCredentialRequestOptionsJSON>()
const askToConfirm = async (mine: Browser) =>
  (
    await mine.post('/confirm-it-is-you/by-passkey/challenge')
  ).json<PublicKeyCredentialRequestOptionsJSON>()

async function add(mine: Browser, told: Misbehaviour = {}, name = '') {
  const { passkey, answer } = makePasskey(await askToMake(mine), told)
  const reply = await mine.post('/account/passkeys/add', { answer, name })
  return { passkey, answer, reply }
}

/** Somebody with a passkey of their own, for one test. */
async function withPasskey(person: string = people.holder, told: Misbehaviour = {}) {
  const mine = await signedInBrowser(person)
  const { passkey, reply } = await add(mine, told)
  expect(reply.headers.location).toBe('/account?done=passkey-added')
  return { mine, passkey }
}

async function signInWith(passkey: Made, told: Misbehaviour = {}, visiting = browser(app)) {
  const options = await askToSignIn(visiting)
  const answer = usePasskey(passkey, options, told)
  const reply = await visiting.post('/sign-in/passkey', { answer, next: '/passport/shares' })
  return { reply, answer, visiting }
}

const rowOf = (passkey: Made) =>
  ownerDb
    .selectFrom('passkey')
    .where('credential_id', '=', passkey.id)
    .selectAll()
    .executeTakeFirst()

const stale = (mine: Browser) =>
  database.superuserClient.query(
    `update session set stepped_up_at = now() - interval '1 hour'
      where encode(token_hash, 'hex') = encode(sha256($1::bytea), 'hex')`,
    [Buffer.from(mine.cookies.get('session') ?? '')],
  )

describe('adding a passkey', () => {
  it('keeps its public half, under a name, and says so in the audit', async () => {
    const mine = await signedInBrowser()
    const { passkey, reply } = await add(mine, { synced: true }, '  My   phone ')
    expect([reply.statusCode, reply.headers.location]).toEqual([303, '/account?done=passkey-added'])
    const row = await rowOf(passkey)
    expect(row).toMatchObject({
      person_id: people.holder,
      name: 'My phone',
      counter: 0,
      transports: ['internal'],
      backup_eligible: true,
      backed_up: true,
    })
    const event = await ownerDb
      .selectFrom('audit_event')
      .where('subject_ref', '=', `passkey:${row?.id}`)
      .select(['actor', 'action'])
      .executeTakeFirst()
    expect(event).toEqual({ actor: people.holder, action: 'passkey.added' })
  })

  it('asks for one that is found without a name, unlocked, and not there already', async () => {
    const { mine, passkey } = await withPasskey()
    const options = await askToMake(mine)
    expect(options).toMatchObject({
      rp: { id: 'localhost', name: 'Lanyard' },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    })
    expect(options.pubKeyCredParams.map(({ alg }) => alg)).toEqual([-8, -7, -257])
    expect(options.excludeCredentials?.map(({ id }) => id)).toContain(passkey.id)
  })

  it('knows its owner by a handle that tells nothing, the same for all of theirs', async () => {
    const { mine, passkey } = await withPasskey()
    const handle = Buffer.from(passkey.userHandle, 'base64url')
    expect(handle.length).toBe(32)
    expect(handle.toString('hex')).not.toContain(people.holder.replaceAll('-', ''))
    expect((await askToMake(mine)).user.id).toBe(passkey.userHandle)
    expect((await askToMake(await signedInBrowser(people.issuer))).user.id).not.toBe(
      passkey.userHandle,
    )
  })

  it.each<[string, Misbehaviour]>([
    ['another origin', { origin: 'https://elsewhere.example' }],
    ['a page in a frame', { crossOrigin: true }],
    ['another site', { rpId: 'elsewhere.example' }],
    ['an authenticator that nobody unlocked', { unverified: true }],
    ['a challenge that was never asked', { challenge: 'bmV2ZXIgYXNrZWQ' }],
    ['an algorithm that was not offered', { algorithm: -35 }],
  ])('refuses %s', async (_, told) => {
    const { passkey, reply } = await add(await signedInBrowser(), told)
    expect(reply.statusCode).toBe(422)
    expect(reply.body).toContain('There is a problem')
    expect(await rowOf(passkey)).toBeUndefined()
  })

  it.each(['', '{}', 'x', '[]', '{"id":1}', JSON.stringify({ id: 'a'.repeat(5000) })])(
    'cannot read %s',
    async (answer) => {
      const mine = await signedInBrowser()
      const reply = await mine.post('/account/passkeys/add', { answer })
      expect(reply.statusCode).toBe(422)
      expect(reply.body).toContain('not a passkey')
    },
  )

  it('takes an answer once, also when it is sent twice at the same moment', async () => {
    const mine = await signedInBrowser(people.assessor)
    const { answer, passkey } = makePasskey(await askToMake(mine))
    const both = await Promise.all([
      mine.post('/account/passkeys/add', { answer }),
      mine.post('/account/passkeys/add', { answer }),
    ])
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([303, 422])
    expect(await rowOf(passkey)).toBeDefined()
  })

  it('takes an answer in the browser that was asked, by the person who was asked', async () => {
    const [mine, other] = [await signedInBrowser(), await signedInBrowser()]
    const { answer } = makePasskey(await askToMake(mine))
    await askToMake(other)
    expect((await other.post('/account/passkeys/add', { answer })).statusCode).toBe(422)
    const colleague = browser(app, await signIn(people.assessor))
    colleague.cookies.set('browser', mine.cookies.get('browser') ?? '')
    expect((await colleague.post('/account/passkeys/add', { answer })).statusCode).toBe(422)
    expect((await mine.post('/account/passkeys/add', { answer })).statusCode).toBe(303)
  })

  it('does not take an answer after five minutes', async () => {
    const mine = await signedInBrowser()
    const { answer } = makePasskey(await askToMake(mine))
    await database.superuserClient.query('update passkey_challenge set expires_at = now()')
    const reply = await mine.post('/account/passkeys/add', { answer })
    expect([reply.statusCode, wordsOf(reply).includes('took too long')]).toEqual([422, true])
  })

  it('gives nobody a passkey that somebody has', async () => {
    const { mine, passkey } = await withPasskey()
    const colleague = await signedInBrowser(people.assessor)
    const { answer } = makePasskey(await askToMake(colleague))
    await database.superuserClient.query(
      'update passkey set credential_id = $1 where credential_id = $2',
      [JSON.parse(answer).id, passkey.id],
    )
    const reply = await colleague.post('/account/passkeys/add', { answer })
    expect(reply.statusCode).toBe(422)
    expect(reply.body).toContain('already on an account')
    expect((await mine.get('/passport')).statusCode).toBe(200)
  })

  it('first asks again who it is, and asks nobody who is not signed in', async () => {
    const mine = await signedInBrowser()
    const { answer } = makePasskey(await askToMake(mine))
    await stale(mine)
    const asked = '/confirm-it-is-you?next=%2Faccount%2Fpasskeys%2Fadd'
    expect((await mine.get('/account/passkeys/add')).headers.location).toBe(asked)
    expect((await mine.post('/account/passkeys/challenge')).headers.location).toBe(asked)
    expect((await mine.post('/account/passkeys/add', { answer })).headers.location).toBe(asked)
    expect((await browser(app).post('/account/passkeys/add', { answer })).statusCode).toBe(401)
  })

  it('is not offered on a shared computer, nor done', async () => {
    const mine = await signedInBrowser()
    await database.superuserClient.query('update session set shared_computer = true')
    const page = await mine.get('/account/passkeys/add')
    expect(page.body).toContain('this is a shared computer')
    expect(page.body).not.toContain('data-passkey=')
    expect((await mine.post('/account/passkeys/challenge')).statusCode).toBe(404)
  })
})

describe('signing in with a passkey', () => {
  it('needs no name, and starts a session that says how', async () => {
    const { passkey } = await withPasskey()
    const { reply, visiting } = await signInWith(passkey)
    expect(reply.statusCode).toBe(303)
    expect(decodeURIComponent(String(reply.headers.location))).toContain('/passport/shares')
    expect((await visiting.get('/passport')).statusCode).toBe(200)
    const session = await ownerDb
      .selectFrom('session')
      .orderBy('created_at', 'desc')
      .select(['proof', 'stepped_up_how', 'person_id'])
      .executeTakeFirst()
    expect(session).toEqual({
      proof: 'passkey',
      stepped_up_how: 'passkey',
      person_id: people.holder,
    })
    expect(await rowOf(passkey)).toMatchObject({ counter: 1 })
    expect((await rowOf(passkey))?.last_used_at).not.toBeNull()
  })

  it('names nobody in what it asks', async () => {
    const options = await askToSignIn(browser(app))
    expect(options).toMatchObject({ rpId: 'localhost', userVerification: 'required' })
    expect(options.allowCredentials).toBeUndefined()
  })

  it.each<[string, Misbehaviour, string]>([
    ['another origin', { origin: 'http://127.0.0.1:3000' }, 'not accepted'],
    ['a page in a frame', { crossOrigin: true }, 'could not read'],
    ['another site', { rpId: 'elsewhere.example' }, 'not accepted'],
    ['an authenticator that nobody unlocked', { unverified: true }, 'not accepted'],
    ['somebody else’s handle', { userHandle: 'c29tZWJvZHkgZWxzZQ' }, 'not accepted'],
    ['one that became a synced one', { synced: true, counter: 9 }, 'not accepted'],
    ['a challenge that was never asked', { challenge: 'bmV2ZXIgYXNrZWQ' }, 'took too long'],
    ['one that nobody has', { id: 'bm9ib2R5IGhhcyB0aGlz' }, 'do not know this passkey'],
  ])('refuses %s', async (_, told, words) => {
    const { passkey } = await withPasskey()
    const { reply, visiting } = await signInWith(passkey, told)
    expect([reply.statusCode, wordsOf(reply).includes(words)]).toEqual([422, true])
    expect(reply.body).toContain('/sign-in?next=%2Fpassport%2Fshares')
    expect(visiting.cookies.has('session')).toBe(false)
    expect(await rowOf(passkey)).toMatchObject({ counter: 0 })
  })

  it('refuses a signature by another key', async () => {
    const [{ passkey }, { passkey: other }] = [await withPasskey(), await withPasskey()]
    const { reply } = await signInWith({ ...passkey, key: other.key })
    expect(reply.statusCode).toBe(422)
  })

  it('takes an answer once', async () => {
    const { passkey } = await withPasskey()
    const { reply, answer, visiting } = await signInWith(passkey)
    expect(reply.statusCode).toBe(303)
    const again = await visiting.post('/sign-in/passkey', { answer })
    expect([again.statusCode, wordsOf(again).includes('took too long')]).toEqual([422, true])
  })

  it('spends the challenge on a wrong answer too', async () => {
    const { passkey } = await withPasskey()
    const visiting = browser(app)
    const options = await askToSignIn(visiting)
    const wrong = usePasskey(passkey, options, { unverified: true })
    expect((await visiting.post('/sign-in/passkey', { answer: wrong })).statusCode).toBe(422)
    const right = usePasskey(passkey, options)
    expect((await visiting.post('/sign-in/passkey', { answer: right })).statusCode).toBe(422)
  })

  it('takes an answer in the browser that was asked alone', async () => {
    const { passkey } = await withPasskey()
    const [mine, other, bare] = [browser(app), browser(app), browser(app)]
    const answer = usePasskey(passkey, await askToSignIn(mine))
    await askToSignIn(other)
    expect((await other.post('/sign-in/passkey', { answer })).statusCode).toBe(422)
    expect((await bare.post('/sign-in/passkey', { answer })).statusCode).toBe(422)
    expect((await mine.post('/sign-in/passkey', { answer })).statusCode).toBe(303)
  })

  it('does not take a challenge that was asked for something else', async () => {
    const { mine, passkey } = await withPasskey()
    const answer = usePasskey(passkey, await askToConfirm(mine))
    expect((await mine.post('/sign-in/passkey', { answer })).statusCode).toBe(422)
  })

  it('lets two answers in one browser at once each count once', async () => {
    const { passkey } = await withPasskey()
    const visiting = browser(app)
    const answer = usePasskey(passkey, await askToSignIn(visiting))
    const both = await Promise.all([
      visiting.post('/sign-in/passkey', { answer }),
      visiting.post('/sign-in/passkey', { answer }),
    ])
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([303, 422])
  })

  it('stops a passkey whose counter fell, and notes it', async () => {
    const { passkey } = await withPasskey()
    await signInWith(passkey, { counter: 7 })
    const { reply } = await signInWith(passkey, { counter: 7 })
    expect([reply.statusCode, wordsOf(reply).includes('second copy')]).toEqual([422, true])
    const row = await rowOf(passkey)
    expect(row?.counter).toBe(7)
    const events = await ownerDb
      .selectFrom('audit_event')
      .where('subject_ref', '=', `passkey:${row?.id}`)
      .where('action', '=', 'passkey.counter-fell')
      .select('id')
      .execute()
    expect(events.length).toBe(1)
  })

  it('takes a synced passkey, which never counts, again and again', async () => {
    const { passkey } = await withPasskey(people.holder, { synced: true })
    for (let times = 0; times < 3; times += 1) {
      const { reply } = await signInWith(passkey, { synced: true })
      expect(reply.statusCode).toBe(303)
    }
  })

  it('never leads off the site', async () => {
    const { passkey } = await withPasskey()
    const visiting = browser(app)
    const answer = usePasskey(passkey, await askToSignIn(visiting))
    const fields = { answer, next: '//elsewhere.example' }
    const reply = await visiting.post('/sign-in/passkey', fields)
    expect(String(reply.headers.location)).not.toContain('elsewhere')
  })
})

describe('confirming by a passkey that it is you', () => {
  it('notes it in the session, under a new token', async () => {
    const { mine, passkey } = await withPasskey()
    await stale(mine)
    const earlier = mine.cookies.get('session')
    const options = await askToConfirm(mine)
    expect(options.allowCredentials?.map(({ id }) => id)).toContain(passkey.id)
    const answer = usePasskey(passkey, options)
    const reply = await mine.post('/confirm-it-is-you/by-passkey', { answer, next: '/passport' })
    expect([reply.statusCode, reply.headers.location]).toEqual([303, '/passport'])
    expect(mine.cookies.get('session')).not.toBe(earlier)
    expect((await mine.get('/account/passkeys/add')).statusCode).toBe(200)
  })

  it('is not done by a colleague’s passkey', async () => {
    const { passkey } = await withPasskey(people.assessor)
    const mine = await signedInBrowser()
    await stale(mine)
    const answer = usePasskey(passkey, await askToConfirm(mine))
    const reply = await mine.post('/confirm-it-is-you/by-passkey', { answer, next: '/passport' })
    expect([reply.statusCode, wordsOf(reply).includes('not accepted')]).toEqual([422, true])
    expect((await mine.get('/account/passkeys/add')).statusCode).toBe(303)
  })

  it('is not done with what was asked for at sign-in', async () => {
    const { mine, passkey } = await withPasskey()
    const answer = usePasskey(passkey, await askToSignIn(mine))
    expect((await mine.post('/confirm-it-is-you/by-passkey', { answer })).statusCode).toBe(422)
  })
})

describe('keeping passkeys', () => {
  it('renames one’s own', async () => {
    const { mine, passkey } = await withPasskey()
    const id = (await rowOf(passkey))?.id ?? ''
    expect(wordsOf(await mine.get(`/account/passkeys/${id}`))).toContain('My passkey')
    const empty = await mine.post(`/account/passkeys/${id}/name`, { name: ' ' })
    expect([empty.statusCode, wordsOf(empty).includes('Enter a name')]).toEqual([422, true])
    await mine.post(`/account/passkeys/${id}/name`, { name: 'The blue phone' })
    expect(await rowOf(passkey)).toMatchObject({ name: 'The blue phone' })
  })

  it('removes one’s own, which then signs nobody in', async () => {
    const { mine, passkey } = await withPasskey()
    await add(mine)
    const id = (await rowOf(passkey))?.id ?? ''
    const reply = await mine.post(`/account/passkeys/${id}/remove`)
    expect(reply.headers.location).toBe('/account?done=passkey-removed')
    expect((await mine.post(`/account/passkeys/${id}/remove`)).statusCode).toBe(404)
    const after = await signInWith(passkey)
    expect([after.reply.statusCode, wordsOf(after.reply).includes('do not know')]).toEqual([
      422,
      true,
    ])
    expect(after.reply.body).toContain(`data-forgotten-passkey="${passkey.id}"`)
  })

  it('does nothing to somebody else’s, and says that there is none', async () => {
    const { passkey } = await withPasskey(people.assessor)
    const id = (await rowOf(passkey))?.id ?? ''
    const mine = await signedInBrowser()
    expect((await mine.get(`/account/passkeys/${id}`)).statusCode).toBe(404)
    expect((await mine.post(`/account/passkeys/${id}/remove`)).statusCode).toBe(404)
    expect((await mine.post(`/account/passkeys/${id}/name`, { name: 'Mine' })).statusCode).toBe(404)
    expect((await mine.get('/account/passkeys/nothing')).statusCode).toBe(404)
    expect(await rowOf(passkey)).toMatchObject({ name: 'My passkey' })
  })

  it('asks again who it is before it removes one', async () => {
    const { mine, passkey } = await withPasskey()
    const id = (await rowOf(passkey))?.id ?? ''
    await stale(mine)
    const reply = await mine.post(`/account/passkeys/${id}/remove`)
    expect(reply.headers.location).toBe(`/confirm-it-is-you?next=%2Faccount%2Fpasskeys%2F${id}`)
    expect(await rowOf(passkey)).toBeDefined()
  })

  it('keeps the last way in, also when two are removed at the same moment', async () => {
    await database.superuserClient.query('delete from email_address where person_id = $1', [
      people.issuer,
    ])
    const mine = await signedInBrowser(people.issuer)
    const made = [await add(mine), await add(mine)]
    const ids = await Promise.all(made.map(async ({ passkey }) => (await rowOf(passkey))?.id))
    const replies = await Promise.all(ids.map((id) => mine.post(`/account/passkeys/${id}/remove`)))
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409])
    const refusal = replies.find(({ statusCode }) => statusCode === 409)
    expect(refusal && wordsOf(refusal)).toContain('your only way to sign in')
  })
})
