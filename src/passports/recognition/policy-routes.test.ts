import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { at } from '../../../test/at-merrowfell.ts'
import { atOstlewick, inDays, policy, trust } from '../../../test/at-ostlewick.ts'
import { people } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { type Fields, visitor, wordsOf } from '../../../test/visitor.ts'

const test = await testSite()
const { app } = test
const { ownerDb } = test.database
const { worker, issuer, receiver } = await atOstlewick(test)
const stranger = visitor(app)

describe('what an organisation accepts', () => {
  it('is filled in from a sensible start by its own people alone', async () => {
    const page = await receiver.get(`/orgs/${trust}/accepts/change`)
    expect(wordsOf(page)).toContain('Sign-offs from elsewhere')
    for (const other of [worker, issuer, stranger]) {
      const refused = await other.post(`/orgs/${trust}/accepts/change`, policy)
      expect([404, 303, 401]).toContain(refused.statusCode)
    }
    expect(wordsOf(await stranger.get(`/orgs/${trust}/accepts`))).toContain('has not said yet')
  })

  it.each([
    ['from', { ...policy, 'from-day': '31', 'from-month': '2' }, /must be a real one/],
    ['from', { ...policy, ...inDays('from', -3) }, /must not be before/],
    ['x1-what', { ...policy, 'x1-what': '99.9' }, /no section 99.9/],
    ['x1-top-up', { ...policy, 'x1-top-up': '' }, /Enter what the top-up is/],
    ['training-outcome', { ...policy, 'training-outcome': 'perhaps' }, /Select what you do/],
  ])('says what is wrong at %s', async (_, fields, words) => {
    const page = await receiver.post(`/orgs/${trust}/accepts/change`, fields)
    expect(page.statusCode).toBe(422)
    expect(wordsOf(page)).toMatch(words)
  })

  it('is read before it is published, with what comes first where rules differ', async () => {
    const page = await receiver.post(`/orgs/${trust}/accepts/change`, { ...policy, do: 'preview' })
    expect(wordsOf(page)).toContain('For 3.10, that rule comes before the one on sign-offs')
    expect((await stranger.get(`/orgs/${trust}/accepts.json`)).statusCode).toBe(404)
  })

  it('is published once by two at once, in words and as data', async () => {
    const both = [policy, policy].map((one) => receiver.post(`/orgs/${trust}/accepts/change`, one))
    const codes = (await Promise.all(both)).map(({ statusCode }) => statusCode)
    expect(codes.sort()).toEqual([303, 422])
    const page = wordsOf(await stranger.get(`/orgs/${trust}/accepts`))
    expect(page).toContain('We accept sign-offs, from anywhere, done in the last 24 months')
    expect(page).toContain('The top-up: our own hoists, 40 minutes')
    expect(page).toContain('A check of the right to work')
    expect(page).toContain('Fire walk-round of the health centre')
    const data = (await stranger.get(`/orgs/${trust}/accepts.json`)).json()
    expect(data).toMatchObject({ organisation: trust, version: 1 })
    expect(JSON.stringify(data)).not.toContain(people.stranger)
  })

  it('has room for more than three exceptions, kept as they are until they are filled in', async () => {
    const address = `/orgs/${trust}/accepts/change`
    const page = await receiver.post(address, { ...policy, 'x1-what': 'nowhere', do: 'add' })
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('name="exceptions" value="4"')
    expect(page.body).toContain('value="nowhere"')
    expect(page.body).toContain('name="x4-kind"')
    const fourth = { 'x4-kind': 'training', 'x4-what': 'Fire', 'x4-outcome': 'do-not-accept' }
    const more = { ...policy, ...fourth, version: '1', exceptions: '4' }
    expect((await receiver.post(address, { ...more, 'x4-what': '' })).statusCode).toBe(422)
    const read = await receiver.post(address, { ...more, do: 'preview' })
    expect(wordsOf(read)).toContain('We do not accept training in Fire')
    for (const room of ['-1', '1e9', 'x']) {
      const sent = await receiver.post(address, { ...policy, exceptions: room, do: 'add' })
      expect(sent.body).toMatch(/name="exceptions" value="(4|30)"/)
    }
  })

  it('is changed by a new version, and the form starts from the one before', async () => {
    const page = await receiver.get(`/orgs/${trust}/accepts/change`)
    expect(page.body).toContain('value="our own hoists, 40 minutes"')
    const later = {
      ...policy,
      version: '1',
      ...inDays('from', 30),
      'training-outcome': 'do-not-accept',
    }
    expect((await receiver.post(`/orgs/${trust}/accepts/change`, later)).statusCode).toBe(303)
    const read = wordsOf(await stranger.get(`/orgs/${trust}/accepts`))
    expect(read).toContain('This is version 1')
    expect(read).toContain('this changes')
  })
})

describe('an agreement', () => {
  const terms = (fields: Fields = {}): Fields => ({
    ...{ id: randomUUID(), other: trust, 'takes-kinds': ['sign-off'], 'gives-kinds': ['sign-off'] },
    ...{ 'takes-months': '24', 'gives-months': '', 'takes-top-up': '', 'gives-top-up': '' },
    ...{ ...inDays('from', 0), ...inDays('review', 365), ...fields },
  })
  const idOf = async () => {
    const rows = await ownerDb.selectFrom('acceptance_agreement').select('id').execute()
    return rows[0]?.id ?? ''
  }

  it('waits until both have said what they accept', async () => {
    const page = await issuer.post(`/orgs/${at}/agreements`, terms())
    expect(wordsOf(page)).toContain('Publish what you accept before')
    const other = { ...policy, 'x1-kind': '', 'x1-what': '', 'x1-outcome': '', 'x1-top-up': '' }
    expect((await issuer.post(`/orgs/${at}/accepts/change`, other)).statusCode).toBe(303)
    for (const wrong of [{ other: at }, { other: 'Nobody at all' }, { 'takes-kinds': [] }]) {
      expect((await issuer.post(`/orgs/${at}/agreements`, terms(wrong))).statusCode).toBe(422)
    }
    expect((await issuer.post(`/orgs/${at}/agreements`, terms())).statusCode).toBe(303)
  })

  it('is agreed by somebody of the other one, and then stands with both policies', async () => {
    const id = await idOf()
    const agree = { step: 'agreed' }
    expect((await issuer.post(`/orgs/${at}/agreements/${id}`, agree)).statusCode).toBe(409)
    expect((await worker.post(`/orgs/${trust}/agreements/${id}`, agree)).statusCode).toBe(404)
    expect(wordsOf(await stranger.get(`/orgs/${at}/accepts`))).not.toContain('Agreements')
    const both = [1, 2].map(() => receiver.post(`/orgs/${trust}/agreements/${id}`, agree))
    const codes = (await Promise.all(both)).map(({ statusCode }) => statusCode)
    expect(codes.sort()).toEqual([303, 409])
    for (const slug of [at, trust]) {
      expect(wordsOf(await stranger.get(`/orgs/${slug}/accepts`))).toContain('In force')
    }
  })

  it('ends by either, with notice', async () => {
    const address = `/orgs/${trust}/agreements/${await idOf()}`
    const soon = await receiver.post(address, { step: 'ended', ...inDays('ends', 5) })
    expect(soon.statusCode).toBe(422)
    const due = await receiver.post(address, { step: 'ended', ...inDays('ends', 30) })
    expect(due.statusCode).toBe(303)
    expect(wordsOf(await stranger.get(`/orgs/${at}/accepts`))).toContain('notice given')
    expect((await issuer.get(`/orgs/${at}/agreements/${randomUUID()}`)).statusCode).toBe(404)
  })
})
