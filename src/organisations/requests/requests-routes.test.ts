import { describe, expect, it } from 'vitest'
import { testSite } from '../../../test/site.ts'
import { type Fields, visitor, wordsOf } from '../../../test/visitor.ts'

const { app, signIn, database } = await testSite()
const { ownerDb } = database

const worker = visitor(app, await signIn('325cabf8-92c4-4f0d-bb22-da74818fae31'))
const manager = visitor(app, await signIn('dc008747-87b6-4710-a314-2adb3f403da1'))
const steward = visitor(app, await signIn('0cd6c524-99a5-48fb-9269-ebfa7a0e2f95'))
const anybody = visitor(app)

const wanted: Fields = {
  ...{ name: 'Hollowbeck Home Care', kind: 'care-provider' },
  ...{ nation: 'england', sector: 'social-care' },
}
const latest = () =>
  ownerDb
    .selectFrom('organisation_request')
    .orderBy('asked_at', 'desc')
    .select('id')
    .executeTakeFirstOrThrow()
const count = async () =>
  (await ownerDb.selectFrom('organisation_request').select('id').execute()).length

describe('asking for an organisation to be added', () => {
  it('is for whoever is signed in, and shows what became of it', async () => {
    expect((await anybody.get('/orgs/add')).headers.location).toMatch(/^\/sign-in/)
    expect((await anybody.post('/orgs/add', wanted)).statusCode).toBe(401)
    const form = { ...wanted, register: 'cqc', number: 'DEMO-5', note: 'A new service.' }
    expect((await worker.post('/orgs/add', form)).statusCode).toBe(303)
    expect(wordsOf(await worker.get('/orgs/add'))).toMatch(
      /Hollowbeck Home Care , on .* A steward will look at it/,
    )
    expect(wordsOf(await manager.get('/orgs/add'))).not.toContain('Hollowbeck')
  })

  it('sent twice asks once', async () => {
    const before = await count()
    await Promise.all([worker.post('/orgs/add', wanted), worker.post('/orgs/add', wanted)])
    expect(await count()).toBe(before)
  })

  it.each<[Fields, string]>([
    [{ name: '' }, 'Enter its name'],
    [{ kind: 'steward' }, 'Select what kind it is'],
    [{ register: 'cqc' }, 'Enter its number in the register'],
    [{ number: '5' }, 'Select the register'],
    [{ domain: 'no domain' }, 'Its web address must be one'],
    [{ note: 'x'.repeat(1001) }, 'What you write must be 1000 characters or fewer'],
  ])('with %o is shown again', async (fields, message) => {
    const reply = await worker.post('/orgs/add', { ...wanted, ...fields })
    expect(reply.statusCode).toBe(422)
    expect(wordsOf(reply)).toContain(message)
  })

  it('is taken up by a steward, with what was told standing in the forms', async () => {
    const { id } = await latest()
    const page = await steward.get(`/stewards/organisation-requests/${id}`)
    expect(wordsOf(page)).toContain('Care Quality Commission, DEMO-5')
    const add = await steward.get(`/stewards/organisations/add?request=${id}`)
    expect(add.body).toContain('value="Hollowbeck Home Care"')
    const form = { ...wanted, request: id, slug: 'hollowbeck-home-care' }
    await steward.post('/stewards/organisations/add', form)
    const propose = await steward.get('/stewards/organisations/hollowbeck-home-care/propose')
    expect(propose.body).toContain('value="DEMO-5"')
    const own = wordsOf(await worker.get('/orgs/add'))
    expect(own).toContain('A steward has taken it up')
  })

  it('is refused with a reason that the person who asked reads', async () => {
    await worker.post('/orgs/add', { ...wanted, name: 'Nowhere House' })
    const page = `/stewards/organisation-requests/${(await latest()).id}`
    expect((await steward.post(page, { reason: '' })).statusCode).toBe(422)
    expect((await steward.post(page, { reason: 'It closed in 2019.' })).statusCode).toBe(303)
    expect((await steward.post(page, { reason: 'Again.' })).statusCode).toBe(409)
    expect(wordsOf(await worker.get('/orgs/add'))).toContain('Why: It closed in 2019.')
  })

  it('is seen by nobody but stewards', async () => {
    const page = `/stewards/organisation-requests/${(await latest()).id}`
    expect((await worker.get(page)).statusCode).toBe(404)
    expect((await manager.post(page, { reason: 'No.' })).statusCode).toBe(404)
    expect((await steward.get('/stewards/organisation-requests/nonsense')).statusCode).toBe(404)
  })

  it('has a limit', async () => {
    for (const number of [1, 2, 3, 4, 5]) {
      await manager.post('/orgs/add', { ...wanted, name: `Many ${number}` })
    }
    const one = await manager.post('/orgs/add', { ...wanted, name: 'One more' })
    expect(one.statusCode).toBe(409)
  })
})

describe('asking to be verified', () => {
  const page = '/orgs/merrowfell-hospitals/ask-to-be-verified'

  it('is for the managers of that organisation', async () => {
    expect(wordsOf(await manager.get(page))).toContain('Your organisation can issue.')
    expect((await worker.get(page)).statusCode).toBe(404)
    expect((await worker.post(page, { note: 'x' })).statusCode).toBe(404)
    expect(
      (await manager.get(page.replace('merrowfell-hospitals', 'lanternstep'))).statusCode,
    ).toBe(404)
  })

  it('says at least one thing that shows who they are', async () => {
    const reply = await manager.post(page, {})
    expect(wordsOf(reply)).toContain('Enter at least one thing that shows who you are')
  })

  it('reaches the stewards, who propose from it', async () => {
    const other = visitor(app, await signIn('d4c0cf46-3351-4da1-8679-210be51133ca'))
    const own = page.replace('merrowfell-hospitals', 'quillbourne-adult-social-care')
    const sent = await other.post(own, { domain: 'quillbourne.example.org' })
    expect(sent.statusCode).toBe(303)
    const { id } = await latest()
    const request = await steward.get(`/stewards/organisation-requests/${id}`)
    expect(wordsOf(request)).toContain('Asked to verify Quillbourne Council Adult Social Care')
    const propose = /href="(\/stewards\/organisations\/[^"]*propose[^"]*)"/.exec(request.body)?.[1]
    expect((await steward.get(propose ?? '')).body).toContain('value="quillbourne.example.org"')
  })
})
