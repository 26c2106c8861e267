import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { issueForTest, people } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { type Visitor, visitor, wordsOf } from '../../../test/visitor.ts'
import { recordEvent } from '../../audit/audit-store.ts'
import { asActor } from '../../database/as-actor.ts'
import { dayOf } from '../../language/days.ts'
import { dayInWords } from '../../language/plain-dates.ts'

const { app, site, database, signIn } = await testSite()
const { ownerDb } = database
const at = 'merrowfell-hospitals'
const elsewhere = 'ostlewick-community'
const steward = await ownerDb
  .selectFrom('permission_grant')
  .where('permission', '=', 'steward-framework')
  .select('person_id')
  .executeTakeFirstOrThrow()

let manager: Visitor
let otherManager: Visitor
let holder: Visitor
let assessor: Visitor

const manage = (person: string, organisation: string) =>
  ownerDb
    .insertInto('permission_grant')
    .values({ person_id: person, organisation, permission: 'manage-team' })
    // Some of the demonstration's manage already.
    .onConflict((conflict) => conflict.doNothing())
    .execute()

const eventsOf = (action: string) =>
  ownerDb.selectFrom('audit_event').where('action', '=', action).selectAll().execute()

beforeAll(async () => {
  await manage(people.issuer, at)
  await manage(people.stranger, elsewhere)
  manager = visitor(app, await signIn(people.issuer))
  otherManager = visitor(app, await signIn(people.stranger))
  holder = visitor(app, await signIn(people.holder))
  assessor = visitor(app, await signIn(people.assessor))
  await issueForTest(site)
})

describe('what was done at an organisation', () => {
  it('is read by those who manage it, with who did it and whose record it was', async () => {
    const words = wordsOf(await manager.get('/team/audit'))
    expect(words).toContain('Who Farzana Whitlock-Rahimi What was done Issued a credential')
    expect(words).toContain('Tamsin Oyelaran-Pike')
  })

  it('is read by nobody else', async () => {
    expect(wordsOf(await otherManager.get('/team/audit'))).not.toContain('Issued a credential')
    expect(wordsOf(await otherManager.get(`/team/audit?scope=${at}`))).not.toContain('Issued')
    for (const one of [holder, assessor]) {
      expect((await one.get('/team/audit')).statusCode).toBe(404)
    }
    const stranger = await visitor(app).get('/team/audit')
    expect(stranger.headers.location).toContain('/sign-in')
  })

  it('has nothing of what people do for themselves', async () => {
    expect(wordsOf(await manager.get('/team/audit'))).not.toContain('Signed in')
    expect((await eventsOf('session.started')).length).toBeGreaterThan(0)
  })

  it('is narrowed by person, kind and day', async () => {
    const [today = '', month, day] = dayOf(new Date()).split('-')
    const issued = async (search: string) =>
      wordsOf(await manager.get(`/team/audit?${search}`)).includes('Issued a credential')
    expect(await issued(`person=${people.holder}`)).toBe(true)
    expect(await issued(`person=${people.assessor}`)).toBe(true)
    expect(await issued(`person=${people.issuer}`)).toBe(false)
    expect(await issued('kind=credential')).toBe(true)
    expect(await issued('kind=sign-off')).toBe(false)
    const on = (field: string, year: string) =>
      `${field}-day=${day}&${field}-month=${month}&${field}-year=${year}`
    expect(await issued(`${on('from', today)}&${on('to', today)}`)).toBe(true)
    expect(await issued(on('to', '2020'))).toBe(false)
    expect(await issued(on('from', '2999'))).toBe(false)
  })

  it('asks again for days that are none', async () => {
    const wrong = await manager.get('/team/audit?from-day=31&from-month=2&from-year=2026')
    expect(wrong.statusCode).toBe(422)
    expect(wordsOf(wrong)).toContain('“From” must be a real date')
    const order = await manager.get(
      '/team/audit?from-day=2&from-month=2&from-year=2026&to-day=1&to-month=2&to-year=2026',
    )
    expect(wordsOf(order)).toContain('“To” must be the same day as “From” or after it')
  })

  it('is shown in pages that nothing new moves', async () => {
    const many = Array.from({ length: 120 }, (_, index) => ({
      ...{ id: randomUUID(), actor: people.issuer, action: 'sign-off.asked' },
      ...{ subject_ref: `request:${index}`, organisation: at, details: '{}' },
    }))
    await ownerDb.insertInto('audit_event').values(many).execute()
    const shown: number[] = []
    let address: string | undefined = '/team/audit?kind=sign-off'
    while (address !== undefined) {
      const page = await manager.get(address)
      await ownerDb
        .insertInto('audit_event')
        .values({ ...many[0], id: randomUUID() } as (typeof many)[number])
        .execute()
      shown.push(
        page.body.match(/<td[^>]*>[^<]*(<span[^>]*>[^<]*<\/span>)?Asked for a sign-off/g)?.length ??
          0,
      )
      address = /href="([^"]*before=[^"]*)"/.exec(page.body)?.[1]?.replaceAll('&amp;', '&')
    }
    expect(shown).toEqual([50, 50, 20])
  })
})

describe('a search', () => {
  it('is itself told to the person who was looked up', async () => {
    await manager.get(`/team/audit?person=${people.assessor}&kind=sign-off`)
    const words = wordsOf(await assessor.get('/account/activity'))
    expect(words).toContain('Who Odette Pargeter-Nkemelu What was done Searched what was done')
  })

  it('cannot be made of somebody who works elsewhere, and then tells nobody', async () => {
    const before = (await eventsOf('audit.searched')).length
    const theirs = await manager.get(`/team/audit?person=${people.stranger}`)
    const unknown = await manager.get(`/team/audit?person=${randomUUID()}`)
    expect([theirs.statusCode, unknown.statusCode]).toEqual([404, 404])
    expect(await eventsOf('audit.searched')).toHaveLength(before)
  })
})

describe('what was done with the service', () => {
  it('is read by a steward, and holds nobody’s record', async () => {
    const page = await visitor(app, await signIn(steward.person_id)).get('/team/audit')
    const words = wordsOf(page)
    expect(words).toContain('Who The service What was done Loaded an edition of a framework')
    expect(words).not.toContain('Issued a credential')
    expect(words).not.toContain('Signed in')
    expect(words).not.toContain('Searched what was done')
  })

  it('holds nothing of what people do for themselves, even where their name is left out', async () => {
    const person = { kind: 'person', id: people.holder, name: 'Tamsin', permissions: [] } as const
    await asActor(site.db, person, (db) => recordEvent(db, person, 'passkey.added', 'passkey:1'))
    const page = await visitor(app, await signIn(steward.person_id)).get('/team/audit')
    expect(wordsOf(page)).not.toContain('Added a passkey')
    expect(wordsOf(await holder.get('/account/activity'))).toContain('Added a passkey')
    const { rows } = await database.superuserClient.query(
      `select about from audit_event where action = 'passkey.added'`,
    )
    expect(rows).toEqual([{ about: people.holder }])
  })

  it('is not read by somebody who manages a team', async () => {
    const words = wordsOf(await manager.get('/team/audit?scope=~service'))
    expect(words).not.toContain('Loaded an edition')
  })
})

describe('what was done with my record', () => {
  it('is read by me: what I did, and what others did with it', async () => {
    const words = wordsOf(await holder.get('/account/activity'))
    expect(words).toContain('Who You What was done Signed in')
    expect(words).toContain('Who Farzana Whitlock-Rahimi What was done Issued a credential')
    expect(words).toContain(dayInWords(dayOf(new Date())))
  })

  it('is not read by anybody else', async () => {
    const words = wordsOf(await assessor.get('/account/activity'))
    expect(words).not.toContain('Issued a credential')
    const stranger = await visitor(app).get('/account/activity')
    expect(stranger.headers.location).toContain('/sign-in')
  })
})

describe('the keys that batches are signed with', () => {
  it('are public, and their private halves are not', async () => {
    const reply = await app.inject('/audit/keys.json')
    expect(reply.statusCode).toBe(200)
    expect(Object.keys(reply.json())).toEqual(['keys'])
  })
})
