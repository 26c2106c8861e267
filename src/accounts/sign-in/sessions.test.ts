/** Sessions: how long they last, whose they are, and what ends them. */
import { beforeEach, describe, expect, it } from 'vitest'
import { browser as openBrowser } from '../../../test/browser.ts'
import { testSite } from '../../../test/site.ts'
import { wordsOf } from '../../../test/visitor.ts'
import { asActor } from '../../database/as-actor.ts'
import { signInToDemonstration } from '../accounts-actions.ts'
import { hashOf, personOfSession, recordStepUp, signInJob } from './sessions-actions.ts'

const { app, site, database, signIn } = await testSite()
const { superuserClient } = database
const { db } = site

const tamsin = '67189a08-24a0-44e7-88da-5ab5bacbe1cd'
const callum = 'aaeed66d-4ca6-4dd4-99c0-e289758e9e2c'

const sql = async (query: string, values: unknown[] = []) =>
  (await superuserClient.query(query, values)).rows
const minutes = (count: number) => new Date(Date.now() + count * 60_000)

beforeEach(() => sql('delete from session'))

const start = (sharedComputer: boolean, personId = tamsin) =>
  signInToDemonstration(db, personId, new Date(), { device: 'Chrome on Windows', sharedComputer })

const isAlive = async (token: string, at: Date) =>
  (await personOfSession(db, token, at)) !== undefined

describe('a session', () => {
  it('lasts twelve hours, however it is used', async () => {
    const token = await start(false)
    expect(await isAlive(token, minutes(12 * 60 - 1))).toBe(true)
    expect(await isAlive(token, minutes(12 * 60 + 1))).toBe(false)
  })

  it('on a shared computer ends after ten minutes without use', async () => {
    const token = await start(true)
    expect(await isAlive(token, minutes(9))).toBe(true)
    expect(await isAlive(token, minutes(18))).toBe(true)
    expect(await isAlive(token, minutes(29))).toBe(false)
  })

  it('elsewhere does not end by not being used', async () => {
    const token = await start(false)
    expect(await isAlive(token, minutes(29))).toBe(true)
  })

  it('is marked as seen at most once a minute', async () => {
    const token = await start(false)
    const seen = async () => (await sql('select last_seen_at, xmin::text from session'))[0]
    const first = await seen()
    await isAlive(token, minutes(0.9))
    expect(await seen()).toEqual(first)
    await Promise.all([1, 2, 3].map(() => isAlive(token, minutes(1.1))))
    const second = await seen()
    expect(second.last_seen_at > first.last_seen_at).toBe(true)
    await isAlive(token, minutes(1.2))
    expect(await seen()).toEqual(second)
  })

  it('knows its person, its id, its computer and how it was begun', async () => {
    const token = await start(true)
    const person = await personOfSession(db, token, new Date())
    const [row] = await sql('select id, stepped_up_at from session')
    expect(person?.session).toEqual({
      ...{ id: row.id, sharedComputer: true },
      stepUp: { how: 'demonstration', at: row.stepped_up_at },
    })
  })
})

describe('showing again who one is', () => {
  it('gives the session another token and leaves the earlier one dead', async () => {
    const token = await start(false)
    const [before] = await sql('select id, expires_at from session')
    const step = { token, how: 'email-code', now: minutes(30) } as const
    const next = await asActor(db, signInJob, (db) => recordStepUp(db, step))
    expect(next).not.toBe(token)
    expect(await isAlive(token, minutes(30))).toBe(false)
    const person = await personOfSession(db, next ?? '', minutes(30))
    expect(person?.session?.stepUp).toEqual({ how: 'email-code', at: step.now })
    const [after] = await sql('select id, expires_at from session')
    expect(after).toEqual(before)
  })

  it('is no use to a session that is over', async () => {
    const token = await start(true)
    const step = { token, how: 'email-code', now: minutes(11) } as const
    expect(await asActor(db, signInJob, (db) => recordStepUp(db, step))).toBeUndefined()
  })

  it('twice at once leaves one token that lives', async () => {
    const token = await start(false)
    const step = { token, how: 'email-code', now: new Date() } as const
    const given = await Promise.all(
      [1, 2].map(() => asActor(db, signInJob, (db) => recordStepUp(db, step))),
    )
    const living = given.filter((one) => one !== undefined)
    expect(living).toHaveLength(1)
    expect(await isAlive(living[0] ?? '', new Date())).toBe(true)
  })
})

describe('where somebody is signed in', () => {
  it('is listed for them alone, and this device is named', async () => {
    await start(true)
    await start(false, callum)
    const page = wordsOf(await openBrowser(app, await signIn(tamsin)).get('/account'))
    expect(page).toContain('Chrome on Windows')
    expect(page).toContain('A shared computer')
    expect(page).toContain('A test (this device)')
    expect(page.match(/Signed in at/g)).toHaveLength(2)
  })

  it('can be ended one by one, and is dead at once', async () => {
    const lost = await start(false)
    const browser = openBrowser(app, await signIn(tamsin))
    const [{ id }] = await sql('select id from session where token_hash = $1', [hashOf(lost)])
    const reply = await browser.post(`/account/sessions/${id}/end`)
    expect([reply.statusCode, reply.headers.location]).toEqual([303, '/account?done=session-ended'])
    expect(await isAlive(lost, new Date())).toBe(false)
    expect((await browser.post(`/account/sessions/${id}/end`)).statusCode).toBe(404)
  })

  it('cannot be ended by somebody else', async () => {
    const mine = await start(false)
    const [{ id }] = await sql('select id from session')
    const other = openBrowser(app, await signIn(callum))
    expect((await other.post(`/account/sessions/${id}/end`)).statusCode).toBe(404)
    expect((await other.post('/account/sessions/nonsense/end')).statusCode).toBe(404)
    expect(await isAlive(mine, new Date())).toBe(true)
  })

  it('can be ended everywhere else at once', async () => {
    const [first, second, others] = [
      await start(false),
      await start(true),
      await start(false, callum),
    ]
    const browser = openBrowser(app, await signIn(tamsin))
    await browser.post('/account/sessions/end-others')
    expect((await browser.get('/account')).statusCode).toBe(200)
    const living = await Promise.all([first, second, others].map((one) => isAlive(one, new Date())))
    expect(living).toEqual([false, false, true])
  })
})

describe('on a shared computer', () => {
  it('every page says so, and signing out leaves nothing behind', async () => {
    const browser = openBrowser(app, `session=${await start(true)}`)
    const page = await browser.get('/passport')
    expect(wordsOf(page)).toContain('Shared computer. Sign out before you leave it.')
    expect(page.headers['cache-control']).toBe('no-store')
    const out = await browser.post('/sign-out')
    expect(out.headers['clear-site-data']).toBe('"cache", "storage"')
    expect((await browser.get('/passport')).statusCode).toBe(303)
  })

  it('a page after the ten minutes leads to signing in, and a form is not taken', async () => {
    const browser = openBrowser(app, `session=${await start(true)}`)
    await sql(`update session set last_seen_at = now() - interval '10 minutes 1 second'`)
    const page = await browser.get('/account')
    expect([page.statusCode, page.headers.location]).toEqual([303, '/sign-in?next=%2Faccount'])
    expect((await browser.post('/account/sessions/end-others')).statusCode).toBe(401)
  })

  it('elsewhere no page says so', async () => {
    const page = wordsOf(await openBrowser(app, await signIn(tamsin)).get('/passport'))
    expect(page).not.toContain('Shared computer')
  })
})
