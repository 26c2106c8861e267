/** E-mail addresses are the person's: added with a code, told, and never the last one gone. */
import { beforeEach, describe, expect, it } from 'vitest'
import { type Browser, browser as openBrowser } from '../../../test/browser.ts'
import { testSite } from '../../../test/site.ts'
import { wordsOf } from '../../../test/visitor.ts'
import { asActor } from '../../database/as-actor.ts'
import { findPersonAt, insertAddress, listAddresses } from './addresses-store.ts'
import { signInJob } from './sessions-actions.ts'

const { app, site, database, signIn, lettersTo } = await testSite()
const { superuserClient } = database
const { db } = site

const tamsin = { id: '67189a08-24a0-44e7-88da-5ab5bacbe1cd', email: 'tamsin@example.org' }
const callum = {
  id: 'aaeed66d-4ca6-4dd4-99c0-e289758e9e2c',
  email: 'callum.wijeratne-moss@merrowfell.example',
}
const add = '/account/addresses/add'

const sql = async (query: string, values: unknown[] = []) =>
  (await superuserClient.query(query, values)).rows

const held: { person_id: string; address: string }[] = await sql('select * from email_address')

beforeEach(async () => {
  await sql('delete from email_code; delete from session; delete from demonstration_letter')
  const kept = held.map(({ address }) => address)
  await sql('delete from email_address where not address = any ($1)', [kept])
})

const arrive = async (id: string) => openBrowser(app, await signIn(id))

const ask = (browser: Browser, email: string, fields: Record<string, string> = {}) =>
  browser.post(add, { email, kind: 'personal', ...fields })

async function newestCode(email: string): Promise<string> {
  return /Your code is (\d{6})/.exec((await lettersTo(email)).at(-1)?.text ?? '')?.[1] ?? ''
}

const confirm = (browser: Browser, code: string) =>
  browser.post('/account/addresses/confirm', { code })

async function idOf(email: string): Promise<string> {
  const [row] = await sql('select id from email_address where address = $1', [email])
  return row?.id
}

const addressesOf = (id: string) =>
  asActor(db, signInJob, async (db) =>
    (await listAddresses(db, { personId: id })).map(({ address }) => address),
  )

describe('an address', () => {
  it('is added once the code that went there is typed, and the others are told', async () => {
    const browser = await arrive(callum.id)
    const asked = await ask(browser, 'Callum@Example.org')
    expect(asked.headers.location).toBe('/account/addresses/confirm')
    expect(await addressesOf(callum.id)).toEqual([callum.email])
    const reply = await confirm(browser, await newestCode('callum@example.org'))
    expect([reply.statusCode, reply.headers.location]).toEqual([303, '/account?done=address-added'])
    expect(await addressesOf(callum.id)).toEqual(['callum@example.org', callum.email])
    const told = await lettersTo(callum.email)
    expect(told).toHaveLength(1)
    expect(told[0]?.text).toContain('An e-mail address was added')
    expect(told[0]?.text).not.toContain('callum@example.org')
    const [event] = await sql(`select details from audit_event where action = 'address.added'`)
    expect(event.details).toMatchObject({
      ...{ person: callum.id, kind: 'personal' },
      stepUp: { how: 'demonstration' },
    })
  })

  it('from work may have a last day, up to which it signs in', async () => {
    const browser = await arrive(callum.id)
    const year = String(new Date().getUTCFullYear() + 1)
    const ends = { 'ends-day': '31', 'ends-month': '3', 'ends-year': year }
    await ask(browser, 'c@ostlewick.example', { kind: 'work', ...ends })
    await confirm(browser, await newestCode('c@ostlewick.example'))
    expect(wordsOf(await browser.get('/account'))).toContain(`Yours until 31 March ${year}`)
    const find = (today: string) =>
      asActor(db, signInJob, (db) => findPersonAt(db, { address: 'c@ostlewick.example', today }))
    expect(await find(`${year}-03-31`)).toBe(callum.id)
    expect(await find(`${year}-04-01`)).toBeUndefined()
  })

  it('of somebody else is not added, the page does not say so, and its owner is told', async () => {
    const browser = await arrive(callum.id)
    const taken = await ask(browser, tamsin.email)
    const free = await ask(await arrive(callum.id), 'free@example.org')
    expect([taken.statusCode, taken.headers.location]).toEqual([
      free.statusCode,
      free.headers.location,
    ])
    const [letter] = await lettersTo(tamsin.email)
    expect(letter?.text).toContain('It belongs to an account already')
    expect(letter?.text).not.toMatch(/\d{6}/)
    expect(await addressesOf(tamsin.id)).toContain(tamsin.email)
  })

  it('that two people confirm at once goes to one of them', async () => {
    const both = [await arrive(callum.id), await arrive(tamsin.id)]
    const codes: string[] = []
    for (const browser of both) {
      await ask(browser, 'shared@example.org')
      codes.push(await newestCode('shared@example.org'))
    }
    const replies = await Promise.all(both.map((browser, at) => confirm(browser, codes[at] ?? '')))
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([303, 422])
  })

  it('whose last day is over can be added by whoever has it now', async () => {
    const given = {
      id: crypto.randomUUID(),
      address: 'reused@ostlewick.example',
      kind: 'work',
    } as const
    const insert = (personId: string, today: string) =>
      asActor(db, signInJob, (db) =>
        insertAddress(db, { ...given, personId, endsOn: '2026-01-31', now: new Date() }, today),
      )
    expect(await insert(tamsin.id, '2026-01-01')).toBe(true)
    expect(await insert(callum.id, '2026-01-31')).toBe(false)
    expect(await insert(callum.id, '2026-02-01')).toBe(true)
    expect(await addressesOf(callum.id)).toContain('reused@ostlewick.example')
  })

  it.each<[fields: Record<string, string>, message: string]>([
    [{ email: '' }, 'Enter an e-mail address'],
    [{ email: 'no' }, 'Enter an e-mail address in the right form'],
    [{ email: callum.email }, 'You have added this e-mail address already'],
    [{ email: 'a@example.org', kind: '' }, 'Select whose address it is'],
    [{ kind: 'work', 'ends-day': '31', 'ends-month': '2' }, 'The last day must be a real date'],
    [
      { kind: 'work', 'ends-day': '1', 'ends-month': '1', 'ends-year': '2020' },
      'The last day must be today or later',
    ],
  ])('entered as %j is not asked for', async (fields, message) => {
    const reply = await ask(await arrive(callum.id), 'a@example.org', fields)
    expect([reply.statusCode, wordsOf(reply)]).toEqual([422, expect.stringContaining(message)])
    expect(await sql('select from email_code')).toEqual([])
  })

  it('is not added by a code for another session, or for signing in', async () => {
    const [first, second] = [await arrive(callum.id), await arrive(callum.id)]
    await ask(first, 'callum@example.org')
    const code = await newestCode('callum@example.org')
    expect((await confirm(second, code)).statusCode).toBe(422)
    const stranger = openBrowser(app)
    await stranger.post('/sign-in/code', { code })
    expect(stranger.cookies.has('session')).toBe(false)
    expect((await confirm(first, code)).statusCode).toBe(303)
  })
})

describe('an address that is removed', () => {
  it('is told at all of them, and opens nothing any more', async () => {
    const browser = await arrive(callum.id)
    await ask(browser, 'callum@example.org')
    await confirm(browser, await newestCode('callum@example.org'))
    const remove = `/account/addresses/${await idOf('callum@example.org')}/remove`
    expect(wordsOf(await browser.get(remove))).toContain('Remove this e-mail address?')
    expect((await browser.post(remove)).headers.location).toBe('/account?done=address-removed')
    expect(await addressesOf(callum.id)).toEqual([callum.email])
    for (const address of ['callum@example.org', callum.email]) {
      expect((await lettersTo(address)).at(-1)?.text).toContain('was removed from your account')
    }
    expect((await browser.post(remove)).statusCode).toBe(404)
  })

  it('is never the last way in', async () => {
    const browser = await arrive(callum.id)
    const reply = await browser.post(`/account/addresses/${await idOf(callum.email)}/remove`)
    expect([reply.statusCode, wordsOf(reply)]).toEqual([
      409,
      expect.stringContaining('This is your only way to sign in'),
    ])
    expect(await addressesOf(callum.id)).toEqual([callum.email])
    expect(await lettersTo(callum.email)).toEqual([])
  })

  it('is not the last way in when two are removed at once', async () => {
    const browser = await arrive(callum.id)
    await ask(browser, 'callum@example.org')
    await confirm(browser, await newestCode('callum@example.org'))
    const ids = await Promise.all([idOf('callum@example.org'), idOf(callum.email)])
    const session = `session=${browser.cookies.get('session')}`
    const replies = await Promise.all(
      ids.map((id) => openBrowser(app, session).post(`/account/addresses/${id}/remove`)),
    )
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409])
    const [left = ''] = await addressesOf(callum.id)
    expect(await addressesOf(callum.id)).toHaveLength(1)
    if (left !== callum.email) {
      await sql('update email_address set address = $1, kind = $2 where address = $3', [
        ...[callum.email, 'work', left],
      ])
    }
  })

  it('is one’s own: somebody else’s is not found', async () => {
    const browser = await arrive(callum.id)
    const remove = `/account/addresses/${await idOf(tamsin.email)}/remove`
    expect((await browser.get(remove)).statusCode).toBe(404)
    expect((await browser.post(remove)).statusCode).toBe(404)
    expect(await addressesOf(tamsin.id)).toContain(tamsin.email)
  })
})

describe('the database refuses', () => {
  it('an address that nobody showed to be theirs, whoever acts', async () => {
    const person = { kind: 'person', id: callum.id, name: 'C', permissions: [] } as const
    const given = { id: crypto.randomUUID(), personId: callum.id, kind: 'personal' } as const
    const insert = asActor(db, person, (db) =>
      insertAddress(db, { ...given, address: 'x@example.org', now: new Date() }, '2026-11-22'),
    )
    await expect(insert).rejects.toThrow(/row-level security/)
  })

  it('anybody a look at the addresses, sessions and sheets of others', async () => {
    const person = { kind: 'person', id: callum.id, name: 'C', permissions: [] } as const
    const seen = await asActor(db, person, async (db) => ({
      addresses: await db.selectFrom('email_address').select('person_id').distinct().execute(),
      sessions: await db.selectFrom('session').select('person_id').distinct().execute(),
      codes: await db.selectFrom('email_code').select('id').execute(),
      devices: await db.selectFrom('known_device').select('device').execute(),
    }))
    expect(seen).toEqual({
      addresses: [{ person_id: callum.id }],
      ...{ sessions: [], codes: [], devices: [] },
    })
  })
})
