import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { people } from '../../test/issue-credential.ts'
import { testSite } from '../../test/site.ts'
import { type Fields, type Visitor, visitor, wordsOf } from '../../test/visitor.ts'
import { verifyDocument } from '../credentials/verify-document.ts'
import { readEditionContent } from '../frameworks/frameworks-content.ts'

const { app, site, database, signIn } = await testSite()
const { ownerDb } = database

const colleague = {
  /** Works at the same trust, and may assess too. */
  otherAssessor: '79aa6a69-e71a-4183-8039-11b38ada78ec',
  /** Works at another trust. */
  elsewhere: 'd5fc6864-467b-478a-866c-98775e587146',
  /** At the same trust; nobody has checked their identity. */
  unchecked: 'aaeed66d-4ca6-4dd4-99c0-e289758e9e2c',
}
const at = 'merrowfell-hospitals'

let worker: Visitor
let assessor: Visitor
let otherAssessor: Visitor
let issuer: Visitor
let elsewhere: Visitor
const stranger = visitor(app)

beforeAll(async () => {
  worker = visitor(app, await signIn(people.holder))
  assessor = visitor(app, await signIn(people.assessor))
  otherAssessor = visitor(app, await signIn(colleague.otherAssessor))
  issuer = visitor(app, await signIn(people.issuer))
  elsewhere = visitor(app, await signIn(colleague.elsewhere))
})

const count = async (
  table: 'self_assessment' | 'private_note' | 'signing' | 'sign_off_request' | 'signing_draft',
) => {
  const { rows } = await sql`select 1 from ${sql.table(table)}`.execute(ownerDb)
  return rows.length
}

const codesOf = async (section: string, level: string) => {
  const rows = await ownerDb
    .selectFrom('statement')
    .where('edition', '=', 'ahp-support-worker/2026')
    .where('section', '=', section)
    .where('level', '=', level)
    .orderBy('position')
    .select('code')
    .execute()
  return rows.map(({ code }) => code)
}

async function ask(section: string, fields: Fields = {}): Promise<string> {
  const reply = await worker.post(`/passport/ask/${section}/entry`, {
    colleague: `${people.assessor} ${at}`,
    codes: await codesOf(section, 'entry'),
    message: '',
    ...fields,
  })
  expect(reply.statusCode).toBe(303)
  const row = await ownerDb
    .selectFrom('sign_off_request')
    .where('section', '=', section)
    .orderBy('at', 'desc')
    .select('id')
    .executeTakeFirstOrThrow()
  return row.id
}

const nextYear = String(new Date().getUTCFullYear() + 1)

async function signing(section: string, fields: Fields = {}): Promise<Fields> {
  return {
    codes: await codesOf(section, 'entry'),
    method: 'observed',
    'assessed-day': '1',
    'assessed-month': '2',
    'assessed-year': String(new Date().getUTCFullYear()),
    setting: 'Stroke ward',
    'review-day': '1',
    'review-month': '2',
    'review-year': nextYear,
    note: '',
    ...fields,
  }
}

async function signed(section: string) {
  const id = await ask(section)
  const reply = await assessor.post(`/team/requests/${id}/sign`, await signing(section))
  expect(reply.statusCode).toBe(303)
  const row = await ownerDb
    .selectFrom('signing')
    .innerJoin('signing_credential', 'signing_id', 'signing.id')
    .where('request_id', '=', id)
    .select(['signing.id', 'credential_id'])
    .executeTakeFirstOrThrow()
  return { request: id, signing: row.id, credential: row.credential_id }
}

async function share(credential: string): Promise<string> {
  const page = await worker.get('/passport/shares')
  const id = /name="id" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
  const made = await worker.post('/passport/shares', { id, credentials: credential, days: '7' })
  expect(made.statusCode).toBe(200)
  return /http:\/\/localhost:3000(\/share\/[\w-]{43})/.exec(made.body)?.[1] ?? ''
}

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
    expect(wordsOf(await elsewhere.get('/passport'))).toContain(
      'Every statement, intermediate level',
    )
    expect(wordsOf(await elsewhere.get('/passport?level=entry'))).toContain(
      'Every statement, entry level',
    )
    expect(wordsOf(await elsewhere.get('/passport?level=nonsense'))).toContain('intermediate level')
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
    expect(wordsOf(await worker.get('/passport'))).toContain('You say: I do this with support')
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

describe('the journey of a sign-off', () => {
  it('leads from the worker’s own answer to a stranger’s verdict', async () => {
    const codes = await codesOf('3.9', 'entry')
    await worker.post('/passport/assess/3.9/entry', {
      ...Object.fromEntries(codes.map((code) => [`answer-${code}`, 'confident'])),
      note: 'My secret worry',
    })
    const id = await ask('3.9', { message: 'You saw me on Tuesday' })
    expect(wordsOf(await worker.get('/passport'))).toContain('Waiting for sign-off')

    const list = await assessor.get('/team/requests')
    expect(wordsOf(list)).toContain('Tamsin Oyelaran-Pike: 3.9')
    const request = await assessor.get(`/team/requests/${id}`)
    const asked = wordsOf(request)
    expect(asked).toContain('You saw me on Tuesday')
    expect(asked).toContain('Tamsin Oyelaran-Pike says: I do this with confidence')
    expect(asked).not.toContain('My secret worry')

    const entered = await assessor.post(
      `/team/requests/${id}`,
      await signing('3.9', { note: 'Well done' }),
    )
    expect(entered.headers.location).toBe(`/team/requests/${id}/check`)
    const check = await assessor.get(`/team/requests/${id}/check`)
    expect(check.statusCode).toBe(200)
    const shown = wordsOf(check)
    expect(shown).toContain('What others will be shown')
    expect(shown).toContain('Your name Farzana Whitlock-Rahimi')
    expect(shown).toContain('Your job Lead occupational therapist, stroke')
    expect(shown).toContain('Health and Care Professions Council DEMO-OT-0001')
    expect(shown).toContain('Organisation Merrowfell Hospitals NHS Trust')
    expect(shown).toContain('Where Stroke ward')
    const before = await count('signing')

    const fields = await signing('3.9', { note: 'Well done' })
    const done = await assessor.post(`/team/requests/${id}/sign`, fields)
    expect(done.headers.location).toBe(`/team/requests/${id}`)
    expect(await count('signing')).toBe(before + 1)
    expect(wordsOf(await assessor.get(`/team/requests/${id}`))).toContain(
      'Tamsin Oyelaran-Pike now holds a credential',
    )

    const passport = await worker.get('/passport')
    expect(wordsOf(passport)).toContain('Signed off 3.9')
    const credential = /href="\/passport\/([0-9a-f-]{36})"/.exec(passport.body)?.[1] ?? ''
    const entry = wordsOf(await worker.get(`/passport/${credential}`))
    expect(entry).toContain('Well done')
    expect(entry).toContain('Farzana Whitlock-Rahimi, Health and Care Professions Council')

    const file = await worker.get(`/passport/${credential}/credential.json`)
    expect(file.headers['content-disposition']).toBe(
      'attachment; filename="sign-off-3.9-entry.json"',
    )
    const document = file.json()
    expect(file.body).not.toContain('Tamsin')
    expect(file.body).not.toContain('Well done')
    const { alignment } = document.credentialSubject.achievement
    const statements = await ownerDb
      .selectFrom('statement')
      .where('edition', '=', 'ahp-support-worker/2026')
      .where('code', 'in', codes)
      .orderBy('position')
      .select(['code', 'text'])
      .execute()
    expect(alignment.map((one: Record<string, string>) => one.targetDescription)).toEqual(
      statements.map(({ text }) => text),
    )
    expect(alignment.map((one: Record<string, string>) => one.targetUrl)).toEqual(
      codes.map(
        (code) => `http://localhost:3000/frameworks/ahp-support-worker/2026/statements/${code}`,
      ),
    )
    expect(document.validUntil).toMatch(new RegExp(`^${nextYear}-02-01`))
    expect((await verifyDocument(site, document)).outcome).toBe('valid')

    const link = await share(credential)
    const page = await stranger.get(link)
    expect(page.statusCode).toBe(200)
    expect(page.headers['referrer-policy']).toBe('no-referrer')
    expect(page.headers['x-robots-tag']).toContain('noindex')
    expect(page.headers['cache-control']).toBe('no-store')
    const seen = wordsOf(page)
    expect(seen.indexOf('Check photo ID')).toBeGreaterThan(0)
    expect(seen.indexOf('Check photo ID')).toBeLessThan(seen.indexOf('Signature: valid'))
    expect(seen).toContain('Tamsin Oyelaran-Pike')
    expect(seen).toContain('The link stops working on')
    expect(seen).toContain('Review due 1 February')
    expect(seen).not.toContain('expires')
    expect(seen).not.toContain('My secret worry')
  })

  it('says “not checked” where nobody has checked who the holder is', async () => {
    const holder = visitor(app, await signIn(colleague.unchecked))
    const codes = await codesOf('2.1', 'assistant-practitioner')
    await holder.post('/passport/ask/2.1/assistant-practitioner', {
      colleague: `${people.assessor} ${at}`,
      codes,
    })
    const { id } = await ownerDb
      .selectFrom('sign_off_request')
      .where('holder_id', '=', colleague.unchecked)
      .select('id')
      .executeTakeFirstOrThrow()
    const fields = await signing('2.1', { codes })
    await assessor.post(`/team/requests/${id}`, fields)
    const check = await assessor.get(`/team/requests/${id}/check`)
    expect(wordsOf(check)).toContain('Identity check of the worker Not checked')
    await assessor.post(`/team/requests/${id}/sign`, fields)
    const { document } = await ownerDb
      .selectFrom('credential')
      .where('holder_id', '=', colleague.unchecked)
      .select('document')
      .executeTakeFirstOrThrow()
    expect(JSON.stringify(document)).toContain('"genre":"not checked"')
  })
})

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
    const fields = await signing('1.2', { codes })
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
    const foreign = await ownerDb
      .selectFrom('credential')
      .where('holder_id', '=', colleague.unchecked)
      .select('id')
      .executeTakeFirstOrThrow()
    const id = crypto.randomUUID()
    const reply = await worker.post('/passport/shares', {
      id,
      credentials: foreign.id,
      days: '3650',
    })
    expect(reply.statusCode).toBe(422)
    expect(wordsOf(reply)).toContain('Select at least one credential to share')
    expect(wordsOf(reply)).toContain('Select how long the link should work')
  })
})

describe('a withdrawal', () => {
  const because = {
    cause: 'error',
    explanation: 'The wrong box was ticked',
    understood: 'yes',
  }

  it('in part revokes the credential and issues another for the rest', async () => {
    const { signing: id, credential } = await signed('3.1')
    const link = await share(credential)
    const codes = await codesOf('3.1', 'entry')
    expect(codes.length).toBeGreaterThan(1)
    const [first = ''] = codes
    const reply = await issuer.post(`/team/issued/${id}/withdraw`, { codes: first, ...because })
    expect(reply.headers.location).toBe(`/team/issued?withdrawn=${id}`)
    const told = wordsOf(await issuer.get(`/team/issued?withdrawn=${id}`))
    expect(told).toContain('Withdrawn from Tamsin Oyelaran-Pike: 3.1')
    const again = await issuer.post(`/team/issued/${id}/withdraw`, { codes: first, ...because })
    expect(again.statusCode).toBe(409)

    const issued = await ownerDb
      .selectFrom('credential')
      .where('replaces', '=', credential)
      .select(['id', 'document'])
      .execute()
    expect(issued).toHaveLength(1)
    const [replacement] = issued
    const document = JSON.stringify(replacement?.document)
    expect(document).not.toContain(`"${first}"`)
    for (const code of codes.slice(1)) expect(document).toContain(`"${code}"`)
    expect(document).toContain('Farzana Whitlock-Rahimi')
    expect((await verifyDocument(site, replacement?.document)).outcome).toBe('valid')

    const seen = wordsOf(await stranger.get(link))
    expect(seen).toContain('Not withdrawn: not valid')
    expect(seen).toMatch(/withdrawn by the issuer on \d/i)
    expect(seen).not.toContain('The wrong box was ticked')

    const own = wordsOf(await worker.get(`/passport/${credential}`))
    expect(own).toContain('This credential was withdrawn')
    expect(own).toContain('The wrong box was ticked')
    expect(own).toContain('If you think this is wrong')
    expect(wordsOf(await worker.get('/passport'))).toContain('Withdrawn: 3.1')
  })

  it('of everything leaves no credential', async () => {
    const { request, signing: id, credential } = await signed('3.2')
    const codes = await codesOf('3.2', 'entry')
    const replies = await Promise.all([
      issuer.post(`/team/issued/${id}/withdraw`, { codes, ...because }),
      issuer.post(`/team/issued/${id}/withdraw`, { codes, ...because }),
    ])
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409])
    const shares = await worker.get('/passport/shares')
    expect(shares.body).not.toContain(credential)
    const answered = wordsOf(await assessor.get(`/team/requests/${request}`))
    expect(answered).toContain('You signed this off. It was withdrawn since')
    expect(answered).not.toContain('Made a mistake?')
    expect(wordsOf(await worker.get('/passport'))).toContain('Withdrawn: 3.2')
    expect(wordsOf(await issuer.get('/team/issued'))).toContain(
      'Nothing stands any more: all withdrawn',
    )
  })

  it.each([
    ['nothing', { codes: [] as string[] }, 'Select what to withdraw'],
    ['no reason', { cause: 'dislike' }, 'Select why'],
    ['no explanation', { explanation: '' }, 'Write what happened'],
    ['no second thought', { understood: '' }, 'Tick that you understand'],
  ])('with %s is an error', async (_, fields, words) => {
    const row = await ownerDb
      .selectFrom('signing')
      .where('section', '=', '5.1')
      .select('id')
      .executeTakeFirst()
    const id = row?.id ?? (await signed('5.1')).signing
    const codes = await codesOf('5.1', 'entry')
    const reply = await issuer.post(`/team/issued/${id}/withdraw`, { codes, ...because, ...fields })
    expect(reply.statusCode).toBe(422)
    expect(wordsOf(reply)).toContain(words)
  })

  it('still knows who is who after they have left', async () => {
    const { signing: id } = await signed('3.3')
    await ownerDb
      .updateTable('membership')
      .set({ valid_to: '2026-01-01' })
      .where('person_id', 'in', [people.holder, people.assessor])
      .execute()
    const page = await issuer.get(`/team/issued/${id}/withdraw`)
    await ownerDb
      .updateTable('membership')
      .set({ valid_to: null })
      .where('person_id', 'in', [people.holder, people.assessor])
      .execute()
    expect(wordsOf(page)).toContain('Tamsin Oyelaran-Pike: 3.3')
  })
})
