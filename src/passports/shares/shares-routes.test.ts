import { describe, expect, it } from 'vitest'
import { atMerrowfell, colleague } from '../../../test/at-merrowfell.ts'
import { testSite } from '../../../test/site.ts'
import { visitor, wordsOf } from '../../../test/visitor.ts'

const test = await testSite()
const { app, signIn } = test
const { ownerDb } = test.database
const { worker, elsewhere, stranger, signed, share } = await atMerrowfell(test)

describe('a link to share', () => {
  it('shows only what was chosen', async () => {
    const one = await signed('6.3')
    const other = await signed('6.4')
    const page = wordsOf(await stranger.get(await share(one.credential)))
    expect(page).toContain('6.3-entry')
    expect(page).not.toContain('6.4-entry')
    expect(wordsOf(await stranger.get(await share(other.credential)))).toContain('6.4-entry')
  })

  it('keeps the hash of its token and never the token', async () => {
    const { credential } = await signed('7.1')
    const link = await share(credential)
    const rows = await ownerDb.selectFrom('share').selectAll().execute()
    expect(JSON.stringify(rows)).not.toContain(link.slice('/share/'.length))
    const list = await worker.get('/passport/shares')
    expect(list.body).not.toContain(link.slice('/share/'.length))
  })

  it('is one link when its form is posted twice', async () => {
    const { credential } = await signed('7.2')
    const page = await worker.get('/passport/shares')
    const id = /name="id" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
    const fields = { id, credentials: credential, days: '1' }
    const replies = await Promise.all([
      worker.post('/passport/shares', fields),
      worker.post('/passport/shares', fields),
    ])
    const links = replies.map(({ body }) => /\/share\/[\w-]{43}/.exec(body)?.[0])
    expect(links[0]).toBeDefined()
    expect(links[0]).toBe(links[1])
    const rows = await ownerDb.selectFrom('share').where('id', '=', id).select('id').execute()
    expect(rows).toHaveLength(1)
  })

  it('is stopped by its holder alone, and then answers like one that never was', async () => {
    const { credential } = await signed('7.3')
    const link = await share(credential)
    const { id } = await ownerDb
      .selectFrom('share')
      .orderBy('at', 'desc')
      .select('id')
      .executeTakeFirstOrThrow()
    expect((await elsewhere.post(`/passport/shares/${id}/stop`)).statusCode).toBe(404)
    expect((await stranger.get(link)).statusCode).toBe(200)
    expect((await worker.post(`/passport/shares/${id}/stop`)).statusCode).toBe(303)
    const ended = await stranger.get(link)
    const never = await stranger.get(`/share/${'A'.repeat(43)}`)
    expect(ended.statusCode).toBe(404)
    expect(ended.body).toBe(never.body)
    expect(ended.headers['referrer-policy']).toBe('no-referrer')
    expect(wordsOf(ended)).toContain('Ask the person who gave it to you for a new one')
  })

  it('cannot show a credential of somebody else, or be made for ever', async () => {
    const other = visitor(app, await signIn(colleague.unchecked))
    const foreign = await signed('6.1', other)
    const id = crypto.randomUUID()
    const reply = await worker.post('/passport/shares', {
      id,
      credentials: foreign.credential,
      days: '3650',
    })
    expect(reply.statusCode).toBe(422)
    expect(wordsOf(reply)).toContain('Select at least one credential to share')
    expect(wordsOf(reply)).toContain('Select how long the link should work')
  })
})
