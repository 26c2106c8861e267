/** A registration is recorded by its person and checked by a colleague; unknown is never valid. */
import { beforeEach, describe, expect, it } from 'vitest'
import { people, personWith } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { visitor, wordsOf } from '../../../test/visitor.ts'
import { findRegistration } from '../../accounts/accounts-store.ts'
import { asActor } from '../../database/as-actor.ts'
import { insertRegistrationCheck } from './registrations-store.ts'

const { app, site, database, signIn } = await testSite()
const { ownerDb } = database
const trust = 'merrowfell-hospitals'
const council = 'quillbourne-adult-social-care'
const farzana = people.assessor

const as = async (id: string) => visitor(app, await signIn(id))
const professional = await as(farzana)
const manager = await as(people.issuer)
const elsewhere = await as('d4c0cf46-3351-4da1-8679-210be51133ca')
const worker = await as(people.holder)

const record = (number: string, profession = 'hcpc:occupational-therapy') =>
  professional.post('/account/registration', { profession, number })

const standing = () =>
  ownerDb
    .selectFrom('registration')
    .where('person_id', '=', farzana)
    .where('ended_at', 'is', null)
    .selectAll()
    .execute()

const idOf = (page: { readonly body: string }) =>
  /name="id" value="([^"]+)"/.exec(page.body)?.[1] ?? ''

const checkPage = async (at = trust) =>
  `/orgs/${at}/people/${farzana}/registrations/${(await standing())[0]?.id}`

async function check(outcome: string, by = manager, at = trust) {
  const page = await checkPage(at)
  const id = idOf(await by.get(page))
  const day = { 'on-day': '2', 'on-month': '11', 'on-year': '2026' }
  return by.post(page, { id, outcome, ...day })
}

const seenBy = (id: string, organisation = trust) =>
  asActor(site.db, personWith(id), (db) =>
    findRegistration(db, { personId: farzana, organisation }),
  )

beforeEach(async () => {
  await ownerDb
    .updateTable('registration')
    .where('person_id', '=', farzana)
    .where('ended_at', 'is', null)
    .set({ ended_at: new Date() })
    .execute()
  await record('OT12345')
})

describe('a registration', () => {
  it('stands with its number tidied, and nobody has checked it', async () => {
    await record(' ot 54321 ')
    expect(await standing()).toMatchObject([
      { regulator: 'Health and Care Professions Council', number: 'OT54321' },
    ])
    const words = wordsOf(await worker.get('/passport/ask/3.9/entry'))
    expect(words).toContain('Health and Care Professions Council OT54321, not checked')
  })

  it.each([
    ['', 'hcpc:occupational-therapy', 'Enter your registration number'],
    ['PH1', 'hcpc:occupational-therapy', 'begins with OT'],
    ['12345', 'hcpc:dietetics', 'letters of the profession'],
    ['OT1', '', 'Select the register'],
    ['OT1', 'gmc:doctor', 'Select the register'],
  ])('%s of %s is asked again', async (number, profession, message) => {
    const reply = await record(number, profession)
    expect([reply.statusCode, wordsOf(reply)]).toEqual([422, expect.stringContaining(message)])
  })

  it('that is checked says by whom and when, to colleagues there', async () => {
    expect((await check('on-register')).headers.location).toContain('done=checked')
    expect(await seenBy(people.holder)).toMatchObject({
      check: { outcome: 'on-register', by: 'Merrowfell Hospitals NHS Trust', on: '2026-11-02' },
    })
    const words = wordsOf(await worker.get('/passport/ask/3.9/entry'))
    expect(words).toContain('checked on 2 November 2026 by Merrowfell Hospitals NHS Trust')
    expect(wordsOf(await manager.get(`/orgs/${trust}/people/${farzana}`))).toContain('Checked on')
  })

  it('that was not found is never shown as checked', async () => {
    await check('on-register')
    await check('not-found')
    const words = wordsOf(await worker.get('/passport/ask/3.9/entry'))
    expect(words).toContain('not found on the register on 2 November 2026')
    expect(words).not.toContain('checked on')
  })

  it('with a changed number is a new record, which nobody has checked', async () => {
    await check('on-register')
    await record('OT12345')
    expect((await seenBy(people.holder))?.check).toBeDefined()
    await record('OT99999')
    expect(await seenBy(people.holder)).toEqual({
      regulator: 'Health and Care Professions Council',
      number: 'OT99999',
      check: undefined,
    })
    const kept = await ownerDb
      .selectFrom('registration')
      .where('person_id', '=', farzana)
      .orderBy('recorded_at', 'desc')
      .limit(2)
      .select('number')
      .execute()
    expect(kept.map(({ number }) => number)).toEqual(['OT99999', 'OT12345'])
  })

  it('checked while its number was changed is not taken for the new one', async () => {
    const page = await checkPage()
    const id = idOf(await manager.get(page))
    await record('OT77777')
    const reply = await manager.post(page, {
      ...{ id, outcome: 'on-register' },
      ...{ 'on-day': '2', 'on-month': '11', 'on-year': '2026' },
    })
    expect([reply.statusCode, wordsOf(reply)]).toEqual([
      409,
      expect.stringContaining('changed while you looked'),
    ])
    expect((await seenBy(people.holder))?.check).toBeUndefined()
  })

  it('can be taken away by its person alone', async () => {
    const [one] = await standing()
    expect((await worker.post(`/account/registration/${one?.id}/end`)).statusCode).toBe(404)
    await professional.post(`/account/registration/${one?.id}/end`)
    expect(await standing()).toEqual([])
    expect(wordsOf(await worker.get('/passport/ask/3.9/entry'))).toContain(
      'Not on a professional register',
    )
  })

  it('stands once, however often it is sent at once', async () => {
    await Promise.all([record('OT4'), record('OT4'), record('OT4')])
    expect(await standing()).toHaveLength(1)
  })
})

describe('a check', () => {
  it('is for whoever manages people or answers for sign-offs there, and not of oneself', async () => {
    for (const other of [worker, professional]) {
      expect((await other.get(await checkPage())).statusCode).toBe(404)
      expect((await other.get(`/orgs/${trust}/people/registrations`)).statusCode).toBe(404)
    }
    expect((await check('on-register', elsewhere, council)).statusCode).toBe(404)
    await expect(
      asActor(site.db, personWith('d4c0cf46-3351-4da1-8679-210be51133ca'), async (db) =>
        insertRegistrationCheck(db, {
          ...{ id: crypto.randomUUID(), registrationId: (await standing())[0]?.id ?? '' },
          ...{ organisation: council, outcome: 'on-register', on: '2026-11-02' },
          by: 'd4c0cf46-3351-4da1-8679-210be51133ca',
        }),
      ),
    ).rejects.toThrow(/row-level security/)
    expect((await seenBy(farzana))?.check).toBeUndefined()
  })

  it.each([
    [{}, 'Select what you found'],
    [{ outcome: 'on-register', 'on-year': '2999' }, 'not in the future'],
    [{ outcome: 'maybe' }, 'Select what you found'],
  ])('that is not filled in is asked again', async (fields, message) => {
    const day = { 'on-day': '2', 'on-month': '11', 'on-year': '2026' }
    const reply = await manager.post(await checkPage(), { ...day, ...fields })
    expect([reply.statusCode, wordsOf(reply)]).toEqual([422, expect.stringContaining(message)])
  })

  it('says what each of those who sign off needs', async () => {
    const list = async () => wordsOf(await manager.get(`/orgs/${trust}/people/registrations`))
    expect(await list()).toContain('Look it up : Farzana Whitlock-Rahimi')
    await check('on-register')
    expect(await list()).toContain('Look it up again, if you want : Farzana')
  })
})
