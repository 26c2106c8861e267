import { describe, expect, it } from 'vitest'
import { atMerrowfell, nextYear } from '../../../test/at-merrowfell.ts'
import { everyPart } from '../../../test/authorisation/sign-fields.ts'
import { testSite } from '../../../test/site.ts'
import { visitor, wordsOf } from '../../../test/visitor.ts'
import { readEditionContent } from '../../frameworks/frameworks-content.ts'

const test = await testSite()
const { app, signIn } = test
const { ownerDb } = test.database
const { worker, assessor, stranger, count, codesOf, ask, signing, signed } =
  await atMerrowfell(test)

describe('signing', () => {
  it('twice changes nothing and says so, with a link', async () => {
    const { request } = await signed('5.1')
    const before = await count('signing')
    const reply = await assessor.post(`/team/requests/${request}/sign`, await signing('5.1'))
    expect(reply.statusCode).toBe(409)
    expect(wordsOf(reply)).toContain('You have already signed this')
    expect(reply.body).toContain(`href="/team/requests/${request}"`)
    expect(await count('signing')).toBe(before)
  })

  it('in two tabs at once makes one signing and one credential', async () => {
    const id = await ask('5.2')
    const fields = await signing('5.2')
    const replies = await Promise.all(
      [1, 2, 3].map(() => assessor.post(`/team/requests/${id}/sign`, fields)),
    )
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409, 409])
    const rows = await ownerDb
      .selectFrom('signing')
      .innerJoin('signing_credential', 'signing_id', 'signing.id')
      .where('request_id', '=', id)
      .select('credential_id')
      .execute()
    expect(rows).toHaveLength(1)
  })

  it('and declining at once leaves one answer', async () => {
    const id = await ask('5.3')
    const replies = await Promise.all([
      assessor.post(`/team/requests/${id}/sign`, await signing('5.3')),
      assessor.post(`/team/requests/${id}/decline`, { reason: 'practise' }),
    ])
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409])
  })

  it.each([
    [
      'no date',
      { 'assessed-day': '', 'assessed-month': '', 'assessed-year': '' },
      'Enter the date',
    ],
    ['31 February', { 'assessed-day': '31' }, 'must be a real date'],
    ['words', { 'assessed-day': 'one' }, 'must be a real date'],
    ['the future', { 'assessed-year': nextYear }, 'must be today or in the past'],
    ['long ago', { 'assessed-year': '2009' }, 'must be in the last 5 years'],
    ['a review before', { 'review-year': '2011' }, 'must be after the date'],
    ['half a review date', { 'review-month': '' }, 'review date must be a real date'],
    [
      'no review date',
      { 'review-day': '', 'review-month': '', 'review-year': '' },
      'Enter the date when it should be looked at again',
    ],
    ['a short year', { 'assessed-year': '26' }, 'Write the year in full, such as 2026.'],
    ['a short review year', { 'review-year': '27' }, 'Write the year in full, such as 2026.'],
    ['testimony of nobody', { method: 'testimony' }, 'Write who told you, and when they saw it'],
    ['a review for ever', { 'review-year': '9999' }, 'must be in the next 10 years'],
    ['no method', { method: 'guessed' }, 'Select how you know'],
    ['no setting', { setting: ' ' }, 'Enter where this was'],
    ['nothing chosen', { codes: [] as string[] }, 'Select at least one statement'],
    [
      'a patient',
      { setting: 'Mrs Khan, born 3/4/1941' },
      'This may be a name with a date of birth',
    ],
  ])('with %s is an error on both steps, and signs nothing', async (_, fields, words) => {
    const open = await ownerDb
      .selectFrom('sign_off_request')
      .where('section', '=', '4.1')
      .select('id')
      .executeTakeFirst()
    const id = open?.id ?? (await ask('4.1'))
    const before = await count('signing')
    for (const url of [`/team/requests/${id}`, `/team/requests/${id}/sign`]) {
      const reply = await assessor.post(url, await signing('4.1', fields))
      expect(reply.statusCode).toBe(422)
      expect(wordsOf(reply)).toContain(words)
    }
    expect(await count('signing')).toBe(before)
  })

  it('only the statements that were asked for', async () => {
    const id = await ask('5.4', { codes: ['5.4-entry'] })
    const fields = await signing('5.4', { codes: ['5.4-entry', '5.5-entry'] })
    await assessor.post(`/team/requests/${id}/sign`, fields)
    const rows = await ownerDb
      .selectFrom('sign_off')
      .innerJoin('signing', 'signing.id', 'signing_id')
      .where('request_id', '=', id)
      .select('code')
      .execute()
    expect(rows).toEqual([{ code: '5.4-entry' }])
  })

  it('keeps what was entered between the two pages, for its assessor alone', async () => {
    const id = await ask('5.5')
    const [own, check] = [`/team/requests/${id}`, `/team/requests/${id}/check`]
    expect((await assessor.get(check)).headers.location).toBe(own)
    const before = await count('signing_draft')
    for (const setting of ['Ward', 'Home visits']) {
      const reply = await assessor.post(own, await signing('5.5', { setting }))
      expect([reply.statusCode, reply.headers.location]).toEqual([303, check])
    }
    expect(wordsOf(await assessor.get(check))).toContain('Where Home visits')
    const form = await assessor.get(own)
    expect(form.body).toContain('value="Home visits"')
    expect(form.body).toContain('Check before signing')
    expect((await worker.get(check)).statusCode).toBe(404)
    expect(await count('signing_draft')).toBe(before + 1)
  })

  it('leads back to what was signed, and forgets what was entered', async () => {
    const id = await ask('8.1')
    const fields = await signing('8.1')
    await assessor.post(`/team/requests/${id}`, fields)
    const before = await count('signing_draft')
    await assessor.post(`/team/requests/${id}/sign`, fields)
    expect(await count('signing_draft')).toBe(before - 1)
    const back = await assessor.get(`/team/requests/${id}/check`)
    expect([back.statusCode, back.headers.location]).toEqual([303, `/team/requests/${id}`])
  })

  it('forgets what was entered for a request that the worker takes back', async () => {
    const id = await ask('8.2')
    await assessor.post(`/team/requests/${id}`, await signing('8.2'))
    const before = await count('signing_draft')
    await worker.post(`/passport/requests/${id}/take-back`)
    expect(await count('signing_draft')).toBe(before - 1)
    const late = await assessor.post(`/team/requests/${id}`, await signing('8.2'))
    expect(late.statusCode).toBe(409)
  })

  it('proposes what the worker says they do, at the level that was asked for', async () => {
    const codes = await codesOf('1.1', 'entry')
    const [first = '', second = '', ...others] = codes
    expect(others.length).toBeGreaterThan(0)
    const ticked = async (id: string) => {
      const { body } = await assessor.get(`/team/requests/${id}`)
      return codes.filter((code) => body.includes(`value="${code}" checked`))
    }
    const id = await ask('1.1')
    expect(await ticked(id)).toEqual(codes)
    await worker.post('/passport/assess/1.1/entry', {
      [`answer-${first}`]: 'with-support',
      [`answer-${second}`]: 'not-yet',
    })
    expect(await ticked(id)).toEqual([first])
    const page = await assessor.get(`/team/requests/${id}`)
    expect(wordsOf(page)).toContain('Tick what you have seen')
    expect(page.body).toContain(`/frameworks/ahp-support-worker/2026/statements/${second}`)
  })

  it('shows which statements are higher-risk, and then proposes a sooner review', async () => {
    const { edition } = readEditionContent('ahp-support-worker/2026')
    const risky = edition.domains
      .flatMap(({ sections }) => sections)
      .find(({ statements }) =>
        statements.some(({ code, highRisk }) => highRisk && code.endsWith('-entry')),
      )
    const review = async (section: string) => {
      const { body } = await assessor.get(`/team/requests/${await ask(section)}`)
      const part = (name: string) =>
        Number(new RegExp(`name="review-${name}"[^>]*value="(\\d+)"`).exec(body)?.[1])
      return { body, months: part('year') * 12 + part('month') }
    }
    const now = new Date()
    const thisMonth = now.getFullYear() * 12 + now.getMonth() + 1
    const sooner = await review(risky?.code ?? '')
    expect(sooner.body).toContain('Higher risk')
    expect(sooner.months).toBe(thisMonth + 6)
    const usual = await review('1.2')
    expect(usual.body).not.toContain('Higher risk')
    expect(usual.months).toBe(thisMonth + 12)
  })

  it('of some statements says which were not signed this time, and whom to tell of a mistake', async () => {
    const [first = '', ...left] = await codesOf('8.3', 'entry')
    expect(left.length).toBeGreaterThan(0)
    const id = await ask('8.3')
    const fields = await signing('8.3', { codes: first })
    await assessor.post(`/team/requests/${id}`, fields)
    const check = wordsOf(await assessor.get(`/team/requests/${id}/check`))
    expect(check).toContain(`Not signed this time: ${left.length}`)
    await assessor.post(`/team/requests/${id}/sign`, fields)
    const answered = wordsOf(await assessor.get(`/team/requests/${id}`))
    expect(answered).toContain(`Not signed this time: ${left.length}`)
    expect(answered).toContain(
      'Made a mistake? Tell Odette Pargeter-Nkemelu (issues for Merrowfell Hospitals NHS Trust) today.',
    )
  })

  it('tells everybody of an assessor’s job, and when they are on no professional register', async () => {
    const reablement = 'a9dbc668-4cbc-4297-a0b1-139e23170286'
    const leader = '325cabf8-92c4-4f0d-bb22-da74818fae31'
    const codes = await codesOf('1.2', 'intermediate')
    await visitor(app, await signIn(reablement)).post('/passport/ask/1.2/intermediate', {
      colleague: `${leader} quillbourne-adult-social-care`,
      codes,
    })
    const { id } = await ownerDb
      .selectFrom('sign_off_request')
      .where('assessor_id', '=', leader)
      .select('id')
      .executeTakeFirstOrThrow()
    const unregistered = visitor(app, await signIn(leader))
    const fields = await signing('1.2', { codes, ...everyPart(codes) })
    await unregistered.post(`/team/requests/${id}`, fields)
    const check = wordsOf(await unregistered.get(`/team/requests/${id}/check`))
    expect(check).toContain('Your registration Not on a professional register')
    expect(check).toContain('Your job Reablement team leader')
    await unregistered.post(`/team/requests/${id}/sign`, fields)
    const { document } = await ownerDb
      .selectFrom('credential')
      .where('holder_id', '=', reablement)
      .select('document')
      .executeTakeFirstOrThrow()
    expect(JSON.stringify(document)).toContain('Reablement team leader')
  })

  it('of a session that ended changes nothing', async () => {
    const id = await ask('5.6')
    const reply = await stranger.post(`/team/requests/${id}/sign`, await signing('5.6'))
    expect(reply.statusCode).toBe(401)
    expect(wordsOf(await assessor.get(`/team/requests/${id}`))).toContain('What do you confirm?')
  })

  it('kindly declined tells the worker why, and they may ask again', async () => {
    const id = await ask('5.7')
    const blank = await assessor.post(`/team/requests/${id}/decline`)
    expect(blank.statusCode).toBe(422)
    expect(wordsOf(blank)).toContain('Select what to say')
    const decline = { reason: 'own-words', words: 'Show me once more on Friday' }
    expect((await assessor.post(`/team/requests/${id}/decline`, decline)).statusCode).toBe(303)
    const again = await assessor.post(`/team/requests/${id}/decline`, decline)
    expect(again.statusCode).toBe(409)
    const passport = wordsOf(await worker.get('/passport'))
    expect(passport).toContain('Not signed off this time')
    expect(passport).toContain('Show me once more on Friday')
    await ask('5.7')
    expect(wordsOf(await worker.get('/passport'))).not.toContain('Show me once more on Friday')
  })

  it.each([
    ['practise', 'On Friday?', 'ask me again. On Friday?'],
    ['', 'On Friday?', 'On Friday?'],
  ])('declined with “%s” and own words sends both', async (reason, words, sent) => {
    const id = await ask('4.5')
    await assessor.post(`/team/requests/${id}/decline`, { reason, words })
    const page = wordsOf(await assessor.get(`/team/requests/${id}`))
    expect(page).toContain(sent)
    expect(page).toContain('Tamsin Oyelaran-Pike sees this in their passport')
  })
})
