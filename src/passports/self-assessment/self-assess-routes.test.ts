import { describe, expect, it } from 'vitest'
import { atMerrowfell } from '../../../test/at-merrowfell.ts'
import { people } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { visitor, wordsOf } from '../../../test/visitor.ts'

const test = await testSite()
const { app, signIn } = test
const { worker, count } = await atMerrowfell(test)

describe('self-assessment', () => {
  const url = '/passport/assess/2.1/entry'

  it('keeps the answers and the note, and says what was saved', async () => {
    const reply = await worker.post(url, {
      'answer-2.1-entry': 'with-support',
      note: 'Ask about the new plan',
    })
    expect(reply.headers.location).toBe('/passport/assess/entry?saved=2.1')
    const page = await worker.get('/passport/assess/entry?saved=2.1')
    expect(wordsOf(page)).toContain('Your answers for 2.1')
    const form = await worker.get(url)
    expect(form.body).toMatch(/value="with-support" checked/)
    expect(form.body).toContain('Ask about the new plan')
    expect(wordsOf(await worker.get('/passport/domains/2/entry'))).toContain(
      'You say: I do this with support',
    )
  })

  it('appends only what changed: posting twice adds nothing', async () => {
    const url = '/passport/assess/2.2/entry'
    const fields = { 'answer-2.2-entry': 'confident', note: 'One' }
    const before = [await count('self_assessment'), await count('private_note')] as const
    await Promise.all([worker.post(url, fields), worker.post(url, fields)])
    await worker.post(url, fields)
    expect(await count('self_assessment')).toBe(before[0] + 1)
    expect(await count('private_note')).toBe(before[1] + 1)
    await worker.post(url, { ...fields, 'answer-2.2-entry': 'not-now' })
    expect(await count('self_assessment')).toBe(before[0] + 2)
    expect(await count('private_note')).toBe(before[1] + 1)
  })

  it('asks for at least one answer, and ignores what is none', async () => {
    const reply = await worker.post('/passport/assess/2.3/entry', { 'answer-2.3-entry': 'expert' })
    expect(reply.statusCode).toBe(422)
    expect(reply.body).toContain('<title>Error: ')
    expect(wordsOf(reply)).toContain('Choose an answer for at least one statement')
  })

  it('warns of patient data, and takes the note once the writer has checked it', async () => {
    const fields = { 'answer-2.3-entry': 'confident', note: 'See 943 476 5919' }
    const url = '/passport/assess/2.3/entry'
    const before = await count('self_assessment')
    const refused = await worker.post(url, fields)
    expect(refused.statusCode).toBe(422)
    expect(wordsOf(refused)).toContain('This may be an NHS number')
    expect(await count('self_assessment')).toBe(before)
    expect((await worker.post(url, { ...fields, 'no-patient': 'yes' })).statusCode).toBe(303)
  })

  it.each(['/passport/assess/9.9/entry', '/passport/assess/2.1/expert', '/passport/assess/expert'])(
    '%s is not found',
    async (url) => {
      expect((await worker.get(url)).statusCode).toBe(404)
    },
  )

  it('of a session that ended changes nothing and says so', async () => {
    const session = await signIn(people.holder)
    await visitor(app, session).post('/sign-out')
    const before = await count('self_assessment')
    const reply = await visitor(app, session).post(url, { 'answer-2.1-entry': 'not-yet' })
    expect(reply.statusCode).toBe(401)
    expect(wordsOf(reply)).toContain('What you entered was not saved')
    expect(await count('self_assessment')).toBe(before)
  })

  it('without the form’s token changes nothing', async () => {
    const reply = await app.inject({
      method: 'POST',
      url,
      headers: { cookie: await signIn(people.holder) },
      payload: { 'answer-2.1-entry': 'not-yet' },
    })
    expect(reply.statusCode).toBe(403)
  })
})
