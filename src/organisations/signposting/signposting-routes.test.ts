import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { at } from '../../../test/at-merrowfell.ts'
import { people } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { type Fields, visitor, wordsOf } from '../../../test/visitor.ts'
import { readWhereToTurn } from './where-to-turn-content.ts'

const { app, signIn, database } = await testSite()
const session = await signIn(people.issuer)
const manager = visitor(app, session)
const worker = visitor(app, await signIn(people.holder))
const elsewhere = visitor(app, await signIn(people.stranger))
const anybody = visitor(app)

const contact = (fields: Fields = {}): Fields => ({
  ...{ id: randomUUID(), purpose: 'freedom-to-speak-up', role: 'Freedom to Speak Up guardian' },
  ...{ phone: '01632 960 001', email: 'speakup@merrowfell.example', web: '', hours: 'Weekdays' },
  ...fields,
})
const add = (fields: Fields = {}) => manager.post(`/orgs/${at}/contacts/add`, contact(fields))

describe('speaking up', () => {
  it('is told by nation, with what is not known said as such, and 999 first', async () => {
    const page = wordsOf(await anybody.get('/speaking-up'))
    for (const nation of ['England', 'Wales', 'Scotland', 'Northern Ireland']) {
      expect(page).toContain(`In ${nation}`)
    }
    expect(page).toContain('Not known to us')
    expect(page.indexOf('999')).toBeLessThan(page.indexOf('In England'))
  })

  it('has no form at all, so that neither a concern nor an employer stands in what is sent', async () => {
    for (const url of ['/speaking-up', `/speaking-up/${at}`, '/signposts', `/signposts/${at}`]) {
      const { body } = await anybody.get(url)
      expect(body).not.toMatch(/<(?:form|input|textarea)/)
      expect(body).not.toContain('Ask your manager')
    }
  })

  it('is the same for everybody, may be kept by browsers, and leaves no trace of who read it', async () => {
    const count = async () =>
      (await database.superuserClient.query('select from audit_event')).rowCount
    const before = await count()
    const [mine, theirs] = [await worker.get('/speaking-up'), await anybody.get('/speaking-up')]
    expect(mine.body).toBe(theirs.body)
    expect(mine.headers['cache-control']).toContain('public')
    expect(mine.headers['set-cookie']).toBeUndefined()
    expect(await count()).toBe(before)
    const viewings = await database.superuserClient.query('select from viewing')
    expect(viewings.rowCount).toBe(0)
  })

  it('names local roles, how to reach them, and when that was checked', async () => {
    expect((await add()).statusCode).toBe(303)
    const page = await anybody.get(`/speaking-up/${at}`)
    expect(wordsOf(page)).toContain('Freedom to Speak Up guardian')
    expect(page.body).toContain('href="tel:01632960001"')
    expect(wordsOf(page)).toContain('Checked on')
    const list = await anybody.get('/speaking-up')
    expect(list.body).toContain(`href="/speaking-up/${at}"`)
    expect(wordsOf(list)).toContain('Merrowfell Hospitals')
    expect((await anybody.get('/speaking-up?place=ostlewick')).body).toBe(list.body)
    expect((await anybody.get('/speaking-up/no-such-place')).statusCode).toBe(404)
    expect((await anybody.get('/signposts')).body).not.toContain(`/signposts/${at}`)
    expect(wordsOf(await anybody.get('/speaking-up/ostlewick-community'))).toContain(
      'without asking anybody at work first',
    )
  })

  it('says so where it was not checked again in time', async () => {
    const sent = contact({ role: 'An old number' })
    await manager.post(`/orgs/${at}/contacts/add`, sent)
    await database.superuserClient.query(
      `update local_contact set checked_on = current_date - 300, review_on = current_date - 1
        where id = $1`,
      [sent.id],
    )
    expect(wordsOf(await anybody.get(`/speaking-up/${at}`))).toContain('It may be out of date')
    expect(wordsOf(await manager.get(`/orgs/${at}/contacts`))).toContain('Check it again')
  })
})

describe('what a manager keeps', () => {
  it('is theirs to add, change and remove, and nobody else’s', async () => {
    const sent = contact({ purpose: 'carers', role: 'Carers lead' })
    await manager.post(`/orgs/${at}/contacts/add`, sent)
    await manager.post(`/orgs/${at}/contacts/add`, sent)
    const url = `/orgs/${at}/contacts/${sent.id}`
    const changed = contact({ purpose: 'carers', role: 'Carers service' })
    expect((await worker.post(url, changed)).statusCode).toBe(404)
    expect((await elsewhere.post(url, changed)).statusCode).toBe(404)
    const theirs = `/orgs/ostlewick-community/contacts/${sent.id}`
    expect((await elsewhere.post(theirs, changed)).statusCode).toBe(404)
    await elsewhere.post(`${theirs}/remove`)
    expect((await manager.post(url, changed)).statusCode).toBe(303)
    const page = wordsOf(await anybody.get(`/signposts/${at}`))
    expect(page.split('Carers service')).toHaveLength(2)
    await manager.post(`${url}/remove`)
    expect(wordsOf(await anybody.get(`/signposts/${at}`))).not.toContain('Carers service')
  })

  it('warns where it may be one person’s, and takes it when that was checked', async () => {
    const sent = { role: 'Amina Okafor', email: 'amina@gmail.com' }
    const warned = await add(sent)
    expect(warned.statusCode).toBe(422)
    expect(wordsOf(warned)).toContain('looks like a private mailbox')
    expect(wordsOf(warned)).toContain('looks like a person’s name')
    expect(warned.body).toContain('name="public"')
    expect((await add({ ...sent, public: 'yes' })).statusCode).toBe(303)
    expect((await manager.get(`/orgs/${at}/contacts/add`)).body).not.toContain('name="public"')
  })

  it('is put right where it cannot be', async () => {
    const nothing = { purpose: '', role: '', phone: '', email: '', web: '' }
    const reply = await add(nothing)
    expect(reply.statusCode).toBe(422)
    expect(wordsOf(reply)).toContain('Enter a phone number, an e-mail address or a web address')
    const script = await add({ web: 'javascript:alert(1)', phone: 'ring me', email: 'no' })
    expect(wordsOf(script)).toContain('must begin with https://')
    expect(wordsOf(script)).toContain('The phone number must be one')
  })
})

it('says for each nation whom to tell outside, with what was read in a stored copy said as such', async () => {
  const page = wordsOf(await anybody.get('/speaking-up'))
  const of = (nation: string) => page.split(`In ${nation}`).at(-1) ?? ''
  expect(of('England')).toContain('0300 311 22 33')
  expect(of('England')).toContain('Ring to check')
  expect(of('Wales')).toContain('Healthcare Inspectorate Wales')
  expect(page).toContain('Health and Care Professions Council')
})

it('each general fact names its source, or says that we know none', () => {
  const { speakingUp, signposts } = readWhereToTurn()
  const items = [speakingUp, signposts].flatMap(({ nations }) =>
    nations.flatMap(({ items }) => items),
  )
  for (const item of items) {
    expect('notKnown' in item || item.source !== undefined, item.title).toBe(true)
  }
})
