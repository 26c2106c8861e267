import { describe, expect, it } from 'vitest'
import { atMerrowfell } from '../../test/at-merrowfell.ts'
import { people } from '../../test/issue-credential.ts'
import { testSite } from '../../test/site.ts'
import { type Visitor, visitor, wordsOf } from '../../test/visitor.ts'

const test = await testSite()
const { app, signIn } = test
const { ownerDb } = test.database
const { worker, assessor, otherAssessor, issuer, elsewhere, stranger, ask, signing, signed } =
  await atMerrowfell(test)

describe('an empty passport', () => {
  it('says what to do first', async () => {
    const page = await elsewhere.get('/passport')
    expect(page.statusCode).toBe(200)
    expect(page.headers['cache-control']).toBe('no-store')
    expect(page.body).toContain('<meta name="robots" content="noindex"')
    const words = wordsOf(page)
    expect(words).toContain('Start by saying where you stand')
    expect(words).toContain('None yet. First say where you stand in a section')
    expect(words).toContain('not published or endorsed by NHS England')
  })

  it('stands at the level of the person, and at another by a link', async () => {
    expect(wordsOf(await elsewhere.get('/passport'))).toContain('64 statements, none answered yet')
    expect((await elsewhere.get('/passport')).body).toContain('/passport/domains/3/intermediate')
    const entry = await elsewhere.get('/passport?level=entry')
    expect(entry.body).toContain('/passport/domains/3/entry')
    const nonsense = await elsewhere.get('/passport?level=nonsense')
    expect(nonsense.body).toContain('/passport/domains/3/intermediate')
  })

  it('leads those who sign off or issue to their work first', async () => {
    const words = wordsOf(await assessor.get('/passport'))
    expect(words).toContain('Requests for sign-off')
    expect(words).toContain('My work')
    expect(words).not.toContain('Your next step')
    expect(wordsOf(await issuer.get('/passport'))).toContain('Sign-offs of your organisation')
    expect(wordsOf(await assessor.get('/passport?level=entry'))).toContain('Your next step')
  })

  it('has nothing to share, and says what comes first', async () => {
    expect(wordsOf(await elsewhere.get('/passport/shares'))).toContain(
      'You have nothing to share yet',
    )
  })

  it('asks a stranger to sign in, and comes back afterwards', async () => {
    const reply = await stranger.get('/passport/assess/3.9/entry')
    expect(reply.statusCode).toBe(303)
    expect(reply.headers.location).toBe('/sign-in?next=%2Fpassport%2Fassess%2F3.9%2Fentry')
  })
})

describe('the lists of a team', () => {
  it('tell somebody who may not sign off what they can do', async () => {
    const page = await worker.get('/team/requests')
    expect(wordsOf(page)).toContain('has not given you the job of signing off')
    expect(page.body).toContain('href="/passport"')
  })

  it('lead from one to the other, for who has both', async () => {
    const also = { person_id: people.issuer, organisation: 'merrowfell-hospitals' }
    const given = { ...also, permission: 'assess' as const }
    await ownerDb.insertInto('permission_grant').values(given).execute()
    const main = async (url: string) => (await issuer.get(url)).body.split('<main')[1]
    expect(await main('/team/requests')).toContain('href="/team/issued"')
    expect(await main('/team/issued')).toContain('href="/team/requests"')
    await ownerDb
      .updateTable('permission_grant')
      .set({ ended_on: '2026-01-01' })
      .where('person_id', '=', people.issuer)
      .where('permission', '=', 'assess')
      .execute()
    expect(await main('/team/issued')).not.toContain('href="/team/requests"')
  })
})

describe('somebody else’s record', () => {
  it('is not found, on every personal address', async () => {
    const { request, signing: id, credential } = await signed('6.1')
    const open = await ask('6.2')
    const link = await worker.get('/passport/shares')
    expect(link.statusCode).toBe(200)
    const reads: [Visitor, string][] = [
      [elsewhere, `/passport/${credential}`],
      [elsewhere, `/passport/${credential}/credential.json`],
      [assessor, `/passport/${credential}`],
      [issuer, `/passport/${credential}`],
      [otherAssessor, `/team/requests/${request}`],
      [worker, `/team/requests/${request}`],
      [otherAssessor, `/team/requests/${open}/decline`],
      [worker, `/team/issued`],
      [worker, `/team/issued/${id}/withdraw`],
      [assessor, `/team/issued/${id}/withdraw`],
      [visitor(app, await signIn(people.stranger)), `/team/issued/${id}/withdraw`],
      [worker, '/passport/not-a-uuid'],
      [assessor, '/team/requests/1'],
    ]
    for (const [who, url] of reads)
      expect([url, (await who.get(url)).statusCode]).toEqual([url, 404])
    const writes: [Visitor, string][] = [
      [otherAssessor, `/team/requests/${open}`],
      [otherAssessor, `/team/requests/${open}/sign`],
      [worker, `/team/requests/${open}/sign`],
      [otherAssessor, `/team/requests/${open}/decline`],
      [elsewhere, `/passport/requests/${open}/take-back`],
      [assessor, `/team/issued/${id}/withdraw`],
    ]
    for (const [who, url] of writes) {
      const reply = await who.post(url, { ...(await signing('6.2')), reason: 'practise' })
      expect([url, reply.statusCode]).toEqual([url, 404])
    }
  })
})
