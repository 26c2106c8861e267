/** Inviting and joining: one account for every job, and nothing that opens twice. */
import { describe, expect, it } from 'vitest'
import { people, personWith } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { type Fields, visitor, wordsOf } from '../../../test/visitor.ts'
import { asActor } from '../../database/as-actor.ts'
import { takeInvitation } from './joining-store.ts'

const { app, site, database, signIn, lettersTo } = await testSite()
const { ownerDb } = database
const trust = 'merrowfell-hospitals'
const council = 'quillbourne-adult-social-care'
const base = `/orgs/${trust}/people`

const sessionOf = (id: string) => signIn(id)
const manager = visitor(app, await sessionOf(people.issuer))
const elsewhere = visitor(app, await sessionOf('d4c0cf46-3351-4da1-8679-210be51133ca'))

const newAddress = () => `newcomer-${crypto.randomUUID()}@example.org`

async function invite(fields: Fields = {}, by = manager, at = trust) {
  const url = `/orgs/${at}/people/invite`
  const form = await by.get(url)
  const id = /name="id" value="([^"]+)"/.exec(form.body)?.[1] ?? ''
  const from = { 'from-day': '1', 'from-month': '11', 'from-year': '2026' }
  const usual = { way: 'email', name: 'Ada Example', 'job-title': 'Therapy assistant', ...from }
  const reply = await by.post(url, { id, ...usual, ...fields })
  return { id, reply }
}

async function linkIn(address: string) {
  const letter = (await lettersTo(address)).at(-1)
  return new URL(/http\S+/.exec(letter?.text ?? '')?.[0] ?? 'http://none').pathname
}

async function printedCode(id: string, at = trust, by = manager) {
  const page = await by.post(`/orgs/${at}/people/invitations/${id}/print`)
  return /lanyard-sheet__code">([^<]+)</.exec(page.body)?.[1] ?? ''
}

const enrol = async (fields: Fields = {}) => {
  const { id } = await invite({
    way: 'printed-code',
    name: 'Bo Example',
    ...fields,
  })
  return { id, code: await printedCode(id) }
}

/** A browser that keeps what it is given. */
function browser(session = '') {
  let carried = ''
  const cookie = () => [session, carried].filter((one) => one !== '').join('; ')
  const take = <Reply extends { readonly cookies: { name: string; value: string }[] }>(
    reply: Reply,
  ): Reply => {
    const found = reply.cookies.find(({ name }) => name === 'invitation')
    if (found !== undefined) carried = `invitation=${found.value}`
    return reply
  }
  return {
    get: async (url: string) => take(await visitor(app, cookie()).get(url)),
    post: async (url: string, fields: Fields = {}) =>
      take(await visitor(app, cookie()).post(url, fields)),
  }
}

const typing = async (code: string, session?: string) => {
  const typed = browser(session)
  await typed.post('/join', { 'join-code': code })
  return typed
}
const following = async (link: string, session?: string) => {
  const opened = browser(session)
  await opened.get(link)
  return opened
}

const invitationOf = (id: string) =>
  ownerDb.selectFrom('invitation').where('id', '=', id).selectAll().executeTakeFirstOrThrow()

const jobsOf = (personId: string) =>
  ownerDb
    .selectFrom('membership')
    .where('person_id', '=', personId)
    .select(['organisation', 'job_title', 'valid_from'])
    .execute()

describe('an invitation by e-mail', () => {
  it('is a letter with a link, of which only a hash is kept', async () => {
    const email = newAddress()
    const { id, reply } = await invite({ email })
    expect(reply.headers.location).toBe(`${base}/invitations/${id}?done=sent`)
    const link = await linkIn(email)
    const token = link.split('/').at(-1) ?? ''
    expect(token).toHaveLength(43)
    const row = await invitationOf(id)
    expect(JSON.stringify(row)).not.toContain(token)
    expect(row).toMatchObject({ email, accepted_at: null, invited_by: people.issuer })
  })

  it('tells before anything happens what the employer will see and what not', async () => {
    const email = newAddress()
    const { id } = await invite({ email, permissions: 'assess' })
    const opened = await following(await linkIn(email))
    const words = wordsOf(await opened.get('/join/offer'))
    expect(words).toContain('Join Merrowfell Hospitals NHS Trust?')
    expect(words).toContain('You may Sign off')
    expect(words).toContain('will not see your own answers and notes')
    expect((await invitationOf(id)).accepted_at).toBeNull()
  })

  it('is accepted with a new account, which keeps the address and the name as it was wanted', async () => {
    const email = newAddress()
    const { id } = await invite({ email, permissions: ['assess', 'issue'] })
    const opened = await following(await linkIn(email))
    const reply = await opened.post('/join/accept', { name: ' Ada  Newcomer ', kind: 'work' })
    expect(reply.headers.location).toBe('/account/own-way-in?next=%2Fjoin%2Fwelcome')
    const { accepted_by } = await invitationOf(id)
    const person = await ownerDb
      .selectFrom('person')
      .where('id', '=', accepted_by ?? '')
      .selectAll()
      .executeTakeFirstOrThrow()
    expect(person).toMatchObject({ name: 'Ada Newcomer', demonstration: false })
    const address = await ownerDb
      .selectFrom('email_address')
      .where('person_id', '=', person.id)
      .select(['address', 'kind'])
      .execute()
    expect(address).toEqual([{ address: email, kind: 'work' }])
    const session = reply.cookies.find(({ name }) => name === 'session')
    const joined = visitor(app, `session=${session?.value}`)
    expect(wordsOf(await joined.get('/join/welcome'))).toContain('Welcome, Ada Newcomer')
    expect(wordsOf(await joined.get('/team/requests'))).not.toContain('has not given you the job')
    const grants = await ownerDb
      .selectFrom('permission_grant')
      .where('person_id', '=', person.id)
      .select(['permission', 'granted_by'])
      .execute()
    expect(grants).toEqual([{ permission: 'assess', granted_by: people.issuer }])
    expect(wordsOf(await manager.get(`${base}/invitations/${id}`))).toContain(
      'They joined as Ada Newcomer',
    )
  })

  it('is accepted by who has an account: two jobs in one, each employer seeing its part', async () => {
    const { id } = await invite({ email: 'bernadette@example.org', name: 'Bernadette' })
    const link = await linkIn('bernadette@example.org')
    const unknown = wordsOf(await (await following(link)).get('/join/offer'))
    expect(unknown).toContain('You have an account already')
    const refused = await (await following(link)).post('/join/accept', { name: 'X', kind: 'work' })
    expect(refused.statusCode).toBe(409)
    const bernadette = 'a9dbc668-4cbc-4297-a0b1-139e23170286'
    const signedIn = await following(link, await sessionOf(bernadette))
    expect(wordsOf(await signedIn.get('/join/offer'))).toContain(
      'This job is added to your account',
    )
    expect((await signedIn.post('/join/accept')).headers.location).toBe('/join/welcome')
    expect((await jobsOf(bernadette)).map(({ organisation }) => organisation).sort()).toEqual([
      trust,
      council,
    ])
    const here = wordsOf(await manager.get(`${base}/${bernadette}`))
    expect(here).toContain('Therapy assistant')
    expect(here).not.toContain('Reablement')
    expect((await invitationOf(id)).accepted_by).toBe(bernadette)
  })

  it('is refused for who works there or is invited there already', async () => {
    const here = await invite({ email: 'tamsin@example.org' })
    expect(wordsOf(here.reply)).toContain('works here already')
    const email = newAddress()
    await invite({ email })
    const again = await invite({ email: email.toUpperCase() })
    expect([again.reply.statusCode, wordsOf(again.reply)]).toEqual([
      422,
      expect.stringContaining('is invited already'),
    ])
    const other = await invite({ email }, elsewhere, council)
    expect(other.reply.statusCode).toBe(303)
  })

  it('sent twice by a form is one invitation and one letter', async () => {
    const email = newAddress()
    const { id } = await invite({ email })
    const from = { 'from-day': '1', 'from-month': '11', 'from-year': '2026' }
    const fields = { id, way: 'email', email, name: 'Ada', 'job-title': 'Assistant', ...from }
    await Promise.all([
      manager.post(`${base}/invite`, fields),
      manager.post(`${base}/invite`, fields),
    ])
    expect(await lettersTo(email)).toHaveLength(1)
  })

  it.each([
    [{ email: '' }, 'Enter their e-mail address'],
    [{ email: 'ada@' }, 'in the right form'],
    [{ name: '' }, 'Enter a name'],
    [{ 'job-title': ' ' }, 'Enter the job title'],
    [{ way: 'pigeon' }, 'Select how to invite them'],
    [{ 'from-year': '1066' }, 'The first day must be'],
  ])('that is not filled in is asked again: %j', async (fields, message) => {
    const { reply } = await invite({ email: newAddress(), ...fields })
    expect([reply.statusCode, wordsOf(reply)]).toEqual([422, expect.stringContaining(message)])
  })
})

describe('a printed code', () => {
  it('opens the offer however it is typed, for somebody without e-mail', async () => {
    const { id, code } = await enrol()
    expect(code).toMatch(/^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/)
    const typed = await typing(code.toLowerCase().replaceAll('-', ' '))
    expect(wordsOf(await typed.get('/join/offer'))).toContain('Are you new here?')
    const reply = await typed.post('/join/accept', { name: 'Bo', shared: 'yes' })
    expect(reply.headers.location).toContain('/account/own-way-in')
    const { accepted_by } = await invitationOf(id)
    const session = await ownerDb
      .selectFrom('session')
      .where('person_id', '=', accepted_by ?? '')
      .select(['proof', 'shared_computer'])
      .execute()
    expect(session).toEqual([{ proof: 'printed-code', shared_computer: true }])
  })

  it('carries the identity check of its hand-over to who joins with it', async () => {
    const { id, code } = await enrol()
    const on = { 'on-day': '3', 'on-month': '11', 'on-year': '2026' }
    const url = `${base}/invitations/${id}/hand-over`
    expect((await manager.post(url, { how: 'a friend of mine', ...on })).statusCode).toBe(422)
    await manager.post(url, { how: 'photo-document-in-person', ...on })
    const typed = await typing(code)
    await typed.post('/join/accept', { name: 'Bo' })
    const { accepted_by } = await invitationOf(id)
    const checks = await ownerDb
      .selectFrom('identity_check')
      .where('person_id', '=', accepted_by ?? '')
      .select(['how', 'checked_on', 'checked_by', 'organisation'])
      .execute()
    expect(checks).toEqual([
      {
        ...{ how: 'photo-document-in-person', checked_on: '2026-11-03' },
        ...{ checked_by: people.issuer, organisation: trust },
      },
    ])
  })

  it.each([
    ['', 'Enter the code'],
    ['7K2M', 'must have 16 letters and numbers'],
    ['7K2M-9QXT-4HDW-R3VB', 'does not work'],
  ])('%s is told apart from one that opens', async (code, message) => {
    const reply = await browser().post('/join', { 'join-code': code })
    expect([reply.statusCode, wordsOf(reply)]).toEqual([422, expect.stringContaining(message)])
  })

  it('works once: of two at the same moment one joins', async () => {
    const { id, code } = await enrol()
    const [one, other] = [await typing(code), await typing(code)]
    const replies = await Promise.all([
      one.post('/join/accept', { name: 'One' }),
      other.post('/join/accept', { name: 'Other' }),
    ])
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409])
    const joined = await ownerDb
      .selectFrom('person')
      .where('name', 'in', ['One', 'Other'])
      .select('id')
      .execute()
    expect(joined).toEqual([{ id: (await invitationOf(id)).accepted_by }])
    const again = await typing(code)
    expect(wordsOf(await again.get('/join/offer'))).toContain('This invitation was used')
  })

  it('that was printed again opens nothing any more', async () => {
    const { id, code } = await enrol()
    const newer = await printedCode(id)
    const reply = await browser().post('/join', { 'join-code': code })
    expect(reply.statusCode).toBe(422)
    expect(wordsOf(await (await typing(newer)).get('/join/offer'))).toContain('Join Merrowfell')
  })

  it('that ran out says so, and opens nothing', async () => {
    const { id, code } = await enrol()
    await ownerDb
      .updateTable('invitation')
      .where('id', '=', id)
      .set({ expires_at: new Date(Date.now() - 1000) })
      .execute()
    const typed = await typing(code)
    expect(wordsOf(await typed.get('/join/offer'))).toContain('This invitation has run out')
    expect((await typed.post('/join/accept', { name: 'Bo' })).statusCode).toBe(409)
    const direct = asActor(site.db, personWith(people.holder), async (db) =>
      takeInvitation(db, {
        secretHash: (await invitationOf(id)).secret_hash ?? Buffer.alloc(32),
        personId: people.holder,
      }),
    )
    expect(await direct).toBeUndefined()
  })

  it('is tried only so often from one address', async () => {
    const wrong = () => browser().post('/join', { 'join-code': '7K2M-9QXT-4HDW-R3VB' })
    let last = await wrong()
    for (let tries = 0; tries < 70 && last.statusCode !== 429; tries += 1) last = await wrong()
    expect(last.statusCode).toBe(429)
  })
})

describe('an invitation that is over', () => {
  it('was declined: its managers are told, and the link says so', async () => {
    const email = newAddress()
    const { id } = await invite({ email })
    const opened = await following(await linkIn(email))
    expect(wordsOf(await opened.post('/join/decline'))).toContain('You said no')
    expect(wordsOf(await manager.get(`${base}/invitations/${id}`))).toContain('Said no on')
    expect((await opened.post('/join/accept', { name: 'A', kind: 'work' })).statusCode).toBe(409)
    expect(wordsOf(await opened.post('/join/decline'))).toContain('You said no')
  })

  it('was taken back: the link opens nothing, and cannot be sent again', async () => {
    const email = newAddress()
    const { id } = await invite({ email })
    const opened = await following(await linkIn(email))
    await manager.post(`${base}/invitations/${id}/cancel`)
    expect(wordsOf(await opened.get('/join/offer'))).toContain('does not work')
    expect((await opened.post('/join/accept', { name: 'A', kind: 'work' })).statusCode).toBe(409)
    expect((await manager.post(`${base}/invitations/${id}/send-again`)).statusCode).toBe(409)
    expect((await invite({ email })).reply.statusCode).toBe(303)
  })

  it('was sent again: the link before it opens nothing', async () => {
    const email = newAddress()
    const { id } = await invite({ email })
    const first = await linkIn(email)
    await manager.post(`${base}/invitations/${id}/send-again`)
    const second = await linkIn(email)
    expect(second).not.toBe(first)
    expect(wordsOf(await (await following(first)).get('/join/offer'))).toContain('does not work')
    expect(wordsOf(await (await following(second)).get('/join/offer'))).toContain('Join Merrowfell')
  })
})

describe('what an inviter could no longer give', () => {
  it('is not given in their name; the job is', async () => {
    const { id } = await invite({ email: newAddress(), permissions: 'assess' })
    const { email } = await invitationOf(id)
    const link = await linkIn(email ?? '')
    const manages = ownerDb
      .updateTable('permission_grant')
      .where('person_id', '=', people.issuer)
      .where('permission', '=', 'manage-team')
    await manages.set({ expires_on: '2026-01-01' }).execute()
    const opened = await following(link)
    await opened.post('/join/accept', { name: 'Late', kind: 'personal' })
    const { accepted_by } = await invitationOf(id)
    expect(await jobsOf(accepted_by ?? '')).toHaveLength(1)
    const grants = await ownerDb
      .selectFrom('permission_grant')
      .where('person_id', '=', accepted_by)
      .selectAll()
      .execute()
    expect(grants).toEqual([])
    await ownerDb
      .deleteFrom('permission_grant')
      .where('person_id', '=', people.issuer)
      .where('permission', '=', 'manage-team')
      .execute()
    await ownerDb
      .insertInto('permission_grant')
      .values({ person_id: people.issuer, organisation: trust, permission: 'manage-team' })
      .execute()
  })
})

describe('an invitation of another organisation', () => {
  it('is not found, whatever is asked of it', async () => {
    const { id } = await invite({ way: 'printed-code' })
    const at = `/orgs/${council}/people/invitations/${id}`
    expect((await elsewhere.get(at)).statusCode).toBe(404)
    for (const what of ['send-again', 'cancel', 'print', 'hand-over']) {
      const day = { how: 'known-to-employer', 'on-day': '1', 'on-month': '11', 'on-year': '2026' }
      expect((await elsewhere.post(`${at}/${what}`, day)).statusCode).toBe(404)
      const worker = visitor(app, await sessionOf(people.holder))
      expect((await worker.post(`${base}/invitations/${id}/${what}`, day)).statusCode).toBe(404)
    }
    expect(await invitationOf(id)).toMatchObject({ cancelled_at: null, secret_hash: null })
  })
})

describe('nobody', () => {
  it('joins for somebody else, or without an invitation', async () => {
    const { id } = await enrol()
    const { secret_hash } = await invitationOf(id)
    const taking = (personId: string, newName?: string) =>
      asActor(site.db, personWith(people.holder), (db) =>
        takeInvitation(db, { secretHash: secret_hash ?? Buffer.alloc(32), personId, newName }),
      )
    await expect(taking(people.assessor)).rejects.toThrow(/nobody joins for somebody else/)
    await expect(
      asActor(site.db, personWith(people.holder), (db) =>
        db
          .insertInto('membership')
          .values({ person_id: people.holder, organisation: council, job_title: 'Director' })
          .execute(),
      ),
    ).rejects.toThrow(/row-level security/)
  })
})
