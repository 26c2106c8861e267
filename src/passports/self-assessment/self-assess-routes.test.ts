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

  describe('saved as it is typed', () => {
    const json = { accept: 'application/json' }

    async function typed(url: string, fields: Record<string, string>) {
      const form = await app.inject('/sign-in')
      const token = /name="_csrf" value="([^"]+)"/.exec(form.body)?.[1] ?? ''
      const csrf = form.cookies.map(({ name, value }) => `${name}=${value}`)
      const cookie = [await signIn(people.holder), ...csrf].join('; ')
      const headers = { ...json, cookie, 'content-type': 'application/x-www-form-urlencoded' }
      const payload = new URLSearchParams({ ...fields, _csrf: token }).toString()
      return app.inject({ method: 'POST', url, headers, payload })
    }

    it('answers plainly, keeps one answer and leaves the note alone', async () => {
      const url = '/passport/assess/2.4/entry'
      await worker.post(url, { 'answer-2.4-entry': 'not-yet', note: 'Stays' })
      const reply = await typed(url, {
        'answer-2.4-entry': 'confident',
        'age-answer-2.4-entry': '40',
      })
      expect([reply.statusCode, reply.json()]).toEqual([200, { overtaken: [] }])
      const form = await worker.get(url)
      expect(form.body).toMatch(/value="confident" checked/)
      expect(form.body).toContain('Stays')
      const before = await count('self_assessment')
      await typed(url, { 'answer-2.4-entry': 'confident' })
      expect(await count('self_assessment')).toBe(before)
    })

    it('and kept on a phone meanwhile, never overwrites what was said later elsewhere', async () => {
      const url = '/passport/assess/2.5/entry'
      await worker.post(url, { 'answer-2.5-entry': 'confident', note: 'Later' })
      const before = [await count('self_assessment'), await count('private_note')] as const
      const late = { 'answer-2.5-entry': 'not-yet', 'age-answer-2.5-entry': '3600000' }
      const reply = await typed(url, { ...late, note: 'Earlier', 'age-note': '3600000' })
      expect(reply.json()).toEqual({ overtaken: ['2.5-entry', 'note'] })
      expect([await count('self_assessment'), await count('private_note')]).toEqual(before)
    })

    it('and kept on a phone meanwhile, counts from when it was said', async () => {
      const url = '/passport/assess/2.6/entry'
      const kept = { 'answer-2.6-entry': 'not-yet', 'age-answer-2.6-entry': '3600000' }
      expect((await typed(url, kept)).json()).toEqual({ overtaken: [] })
      const { rows } = await test.database.superuserClient.query(
        `select at < now() - interval '59 minutes' as earlier from self_assessment
          where code = '2.6-entry' and holder_id = $1`,
        [people.holder],
      )
      expect(rows).toEqual([{ earlier: true }])
    })

    it('of a whole domain is kept too', async () => {
      const fields = { 'answer-3.1-entry': 'with-support' }
      const reply = await typed('/passport/assess/domain/3/entry', fields)
      expect(reply.statusCode).toBe(200)
      expect((await worker.get('/passport/assess/3.1/entry')).body).toMatch(/support" checked/)
    })

    it('lets a note be emptied, and says what is wrong with one', async () => {
      const url = '/passport/assess/2.4/entry'
      expect((await typed(url, { note: '' })).statusCode).toBe(200)
      expect((await worker.get(url)).body).not.toContain('Stays')
      const refused = await typed(url, { note: 'See 943 476 5919' })
      expect(refused.statusCode).toBe(422)
      expect(refused.json().errors[0].message).toContain('This may be an NHS number')
    })
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
