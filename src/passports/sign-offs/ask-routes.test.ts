import { describe, expect, it } from 'vitest'
import { at, atMerrowfell, colleague } from '../../../test/at-merrowfell.ts'
import { people } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { wordsOf } from '../../../test/visitor.ts'

const test = await testSite()
const { worker, assessor, count, codesOf, ask, signing } = await atMerrowfell(test)

describe('asking for sign-off', () => {
  it('offers colleagues who may assess, with every statement ticked while none is answered', async () => {
    const page = await worker.get('/passport/ask/3.9/entry')
    const words = wordsOf(page)
    expect(words).toContain('Farzana Whitlock-Rahimi')
    expect(words).toContain('DEMO-OT-0001')
    expect(words).not.toContain('Gwenllian')
    const codes = await codesOf('3.9', 'entry')
    expect(page.body.match(/name="codes"[^>]*checked/g)).toHaveLength(codes.length)
  })

  it('a second time of the same person, for the same section, is refused kindly', async () => {
    await ask('4.1')
    const before = await count('sign_off_request')
    const reply = await worker.post('/passport/ask/4.1/entry', {
      colleague: `${people.assessor} ${at}`,
      codes: await codesOf('4.1', 'entry'),
    })
    expect(reply.statusCode).toBe(409)
    expect(wordsOf(reply)).toContain('You have already asked Farzana Whitlock-Rahimi')
    expect(await count('sign_off_request')).toBe(before)
  })

  it('two at once makes one request', async () => {
    const before = await count('sign_off_request')
    const fields = { colleague: `${people.assessor} ${at}`, codes: await codesOf('4.2', 'entry') }
    const replies = await Promise.all([
      worker.post('/passport/ask/4.2/entry', fields),
      worker.post('/passport/ask/4.2/entry', fields),
    ])
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409])
    expect(await count('sign_off_request')).toBe(before + 1)
  })

  it.each([
    ['nobody', { colleague: '' }, 'Select who to ask'],
    ['oneself', { colleague: `${people.holder} ${at}` }, 'Select who to ask'],
    ['a stranger', { colleague: `${colleague.elsewhere} ${at}` }, 'Select who to ask'],
    ['for nothing', { codes: [] as string[] }, 'Select at least one statement'],
    ['for another section', { codes: '1.1-entry' }, 'Select at least one statement'],
  ])('of %s is an error', async (_, fields, words) => {
    const reply = await worker.post('/passport/ask/4.3/entry', {
      colleague: `${people.assessor} ${at}`,
      codes: await codesOf('4.3', 'entry'),
      ...fields,
    })
    expect(reply.statusCode).toBe(422)
    expect(wordsOf(reply)).toContain(words)
  })

  it('can be taken back, once; then the assessor cannot sign it', async () => {
    const id = await ask('4.4')
    expect(wordsOf(await worker.get('/passport'))).toContain('Take back 4.4')
    expect((await worker.post(`/passport/requests/${id}/take-back`)).statusCode).toBe(303)
    expect((await worker.post(`/passport/requests/${id}/take-back`)).statusCode).toBe(303)
    const reply = await assessor.post(`/team/requests/${id}/sign`, await signing('4.4'))
    expect(reply.statusCode).toBe(409)
    expect(wordsOf(reply)).toContain('This request was taken back')
    expect(wordsOf(await worker.get('/passport'))).not.toContain('Take back 4.4')
  })
})
