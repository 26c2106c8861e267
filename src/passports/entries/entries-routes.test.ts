import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { colleague } from '../../../test/at-merrowfell.ts'
import { dayFields } from '../../../test/authorisation/rules/day-fields.ts'
import { people } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { type Fields, visitor, wordsOf } from '../../../test/visitor.ts'

const { app, signIn, database } = await testSite()
const worker = visitor(app, await signIn(people.holder))
const elsewhere = visitor(app, await signIn(colleague.elsewhere))

const training = (fields: Fields = {}): Fields => ({
  id: randomUUID(),
  subject: 'cstf/moving-and-handling',
  provider: 'Fernhollow College',
  edition: 'cstf/england-1.1',
  refresh: '24',
  'from-day': '14',
  'from-month': '3',
  'from-year': '2026',
  private: 'no',
  ...fields,
})
const lived = (fields: Fields = {}): Fields => ({
  ...{ id: randomUUID(), learned: 'To plan a day around what matters', people: '', use: '' },
  private: 'yes',
  ...fields,
})

const versionsOf = async (id: string) => {
  const rows = await database.ownerDb
    .selectFrom('passport_entry_version')
    .where('entry_id', '=', id)
    .orderBy('version')
    .selectAll()
    .execute()
  return rows
}

async function added(kind: string, fields: Fields): Promise<string> {
  const reply = await worker.post(`/passport/entries/add/${kind}`, fields)
  expect(reply.statusCode, wordsOf(reply)).toBe(303)
  return String(fields.id)
}

describe('training', () => {
  it('is named by the list, and its refresh day is worked out from what the holder was told', async () => {
    const id = await added('training', training())
    const [row] = await versionsOf(id)
    expect([row?.title, row?.from_on, row?.valid_until]).toEqual([
      'Moving and handling',
      '2026-03-14',
      '2028-03-14',
    ])
    const page = wordsOf(await worker.get(`/passport/entries/${id}`))
    expect(page).toContain('Core Skills Training Framework')
    expect(page).toContain('England, version 1.1 (2021)')
    expect(page).toContain('Refresh by 14 March 2028')
  })

  it('keeps another refresh day that the holder gives', async () => {
    const day = { 'validUntil-day': '1', 'validUntil-month': '4', 'validUntil-year': '2027' }
    const id = await added('training', training({ subject: 'cstf/fire-safety', ...day }))
    expect((await versionsOf(id))[0]?.valid_until).toBe('2027-04-01')
  })

  it('has no refresh day where nobody gave an interval: the employer decides', async () => {
    const fields = training({ subject: 'cstf/resuscitation', refresh: 'not-known' })
    expect((await versionsOf(await added('training', fields)))[0]?.valid_until).toBeNull()
  })

  it('suggests the statements that its subject supports, and counts those that the holder ticks', async () => {
    const id = await added('training', training({ subject: 'cstf/infection-prevention' }))
    const page = await worker.get(`/passport/entries/${id}/counts`)
    expect(wordsOf(page)).toContain('It may fit these')
    expect(page.body).toMatch(/id="fit"[^>]*value="5.4-entry"/)
    expect((await versionsOf(id))[0]?.codes).toEqual([])
    await worker.post(`/passport/entries/${id}/counts`, { codes: ['5.4-entry', 'no-such-code'] })
    expect((await versionsOf(id)).at(-1)?.codes).toEqual(['5.4-entry'])
    await worker.post(`/passport/entries/${id}/counts`, { codes: '5.4-entry' })
    expect(await versionsOf(id)).toHaveLength(2)
  })

  it('entered twice is said, and kept only when the holder says that it is another', async () => {
    const fields = training({ subject: 'cstf/conflict-resolution' })
    await added('training', fields)
    const second = { ...fields, id: randomUUID() }
    const reply = await worker.post('/passport/entries/add/training', second)
    expect(reply.statusCode).toBe(422)
    expect(wordsOf(reply)).toContain('You have this already')
    await added('training', { ...second, again: 'yes' })
  })

  it('posted twice is kept once', async () => {
    const fields = training({ subject: 'cstf/equality' })
    const replies = await Promise.all(
      [1, 2, 3].map(() => worker.post('/passport/entries/add/training', fields)),
    )
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([303, 303, 303])
    expect(await versionsOf(String(fields.id))).toHaveLength(1)
  })
})

describe('an entry with a wrong day', () => {
  const ahead = dayFields('from', 2)
  it.each<[string, Fields, string]>([
    ['ahead', ahead, 'today or in the past'],
    ['31 February', { 'from-day': '31', 'from-month': '2' }, 'Enter a real day'],
    ['before anybody was born', { 'from-year': '1899' }, 'after 1900'],
    ['no day', { 'from-day': '', 'from-month': '', 'from-year': '' }, 'Enter the day you finished'],
    [
      'a refresh before it was done',
      { 'validUntil-day': '1', 'validUntil-month': '1', 'validUntil-year': '2026' },
      'must be after the day you finished it',
    ],
    [
      'a refresh in another century',
      { 'validUntil-day': '1', 'validUntil-month': '1', 'validUntil-year': '2999' },
      'within 20 years',
    ],
  ])('is not kept: %s', async (_, fields, words) => {
    const form = training({ subject: 'cstf/data-security', ...fields })
    const reply = await worker.post('/passport/entries/add/training', form)
    expect(reply.statusCode).toBe(422)
    expect(wordsOf(reply)).toContain(words)
    expect(await versionsOf(String(form.id))).toEqual([])
  })

  it('is not kept where it ends before it begins', async () => {
    const reply = await worker.post('/passport/entries/add/employment', {
      ...{ id: randomUUID(), title: 'Carer', organisation: 'Home', private: 'no' },
      ...{ 'from-day': '1', 'from-month': '5', 'from-year': '2024' },
      ...{ 'to-day': '1', 'to-month': '4', 'to-year': '2024' },
    })
    expect(wordsOf(reply)).toContain('The end must be on or after the beginning')
  })
})

describe('a qualification', () => {
  const held = (fields: Fields): Fields => ({
    ...{ id: randomUUID(), title: 'Diploma', awardedBy: 'A board', private: 'no' },
    ...{ 'from-day': '30', 'from-month': '6', 'from-year': '2024', ...fields },
  })
  it.each([
    ['rqf', '9', false],
    ['rqf', 'Level 3', true],
    ['rqf', 'Entry 3', true],
    ['cqfw', '3', true],
    ['scqf', '12', true],
    ['scqf', '13', false],
    ['scqf', 'Entry', false],
    ['elsewhere', 'Mittlere Reife', true],
  ])('of %s at “%s” is right: %s', async (ladder, level, right) => {
    const fields = held({ ladder, level, title: `Diploma ${ladder} ${level}` })
    const reply = await worker.post('/passport/entries/add/qualification', fields)
    expect(reply.statusCode, wordsOf(reply)).toBe(right ? 303 : 422)
  })
})

describe('lived and caring experience', () => {
  it('is for its holder alone unless they say otherwise, and counts towards 1.2 at once', async () => {
    const form = await worker.get('/passport/entries/add/lived-experience')
    expect(form.body).toMatch(/name="private"[^>]*value="yes"[^>]*checked/)
    const id = await added('lived-experience', lived())
    const [row] = await versionsOf(id)
    expect(row?.private).toBe(true)
    expect(row?.codes).toEqual([expect.stringMatching(/^1\.2[.\d]*-entry$/)])
    const page = wordsOf(await worker.get(`/passport/entries/${id}?done=added`))
    expect(page).toContain('Only you can see this')
  })

  it('warns when a name or a condition stands in it, and keeps it when the holder has looked', async () => {
    const fields = lived({ use: 'I cared for my mum Jean. She had dementia.' })
    const reply = await worker.post('/passport/entries/add/lived-experience', fields)
    expect(reply.statusCode).toBe(422)
    expect(wordsOf(reply)).toContain('Take the name out')
    expect(wordsOf(reply)).toContain('Does this say who you cared for?')
    await added('lived-experience', { ...fields, 'no-patient': 'yes' })
  })

  it('asks for an answer to one prompt, and for no more', async () => {
    const reply = await worker.post(
      '/passport/entries/add/lived-experience',
      lived({ learned: '' }),
    )
    expect(wordsOf(reply)).toContain('Answer at least one of the three questions')
  })
})

describe('changing an entry', () => {
  it('makes a new version and keeps the one before', async () => {
    const fields = training({ subject: 'cstf/safeguarding-adults' })
    const id = await added('training', fields)
    const change = { ...fields, version: '1', provider: 'Another College' }
    await worker.post(`/passport/entries/${id}/change`, change)
    expect((await versionsOf(id)).map(({ facts }) => facts.provider)).toEqual([
      'Fernhollow College',
      'Another College',
    ])
    const page = wordsOf(await worker.get(`/passport/entries/${id}`))
    expect(page).toContain('What it said before')
    expect(page).toContain('Given by: Fernhollow College')
  })

  it('works the refresh day out again, unless the holder gave one', async () => {
    const fields = training({ subject: 'cstf/violence-and-aggression' })
    const id = await added('training', fields)
    const form = await worker.get(`/passport/entries/${id}/change`)
    expect(form.body).toContain('name="validUntil-year"')
    expect(form.body).not.toContain('value="2028"')
    await worker.post(`/passport/entries/${id}/change`, { ...fields, version: '1', refresh: '12' })
    expect((await versionsOf(id)).at(-1)?.valid_until).toBe('2027-03-14')
    const own = { 'validUntil-day': '1', 'validUntil-month': '4', 'validUntil-year': '2027' }
    await worker.post(`/passport/entries/${id}/change`, { ...fields, version: '2', ...own })
    const again = await worker.get(`/passport/entries/${id}/change`)
    expect(again.body).toMatch(/name="validUntil-year"[^>]*value="2027"/)
  })

  it('posted twice changes it once', async () => {
    const fields = training({ subject: 'cstf/safeguarding-children' })
    const id = await added('training', fields)
    const change = { ...fields, version: '1', provider: 'Twice College' }
    for (const _ of [1, 2]) {
      expect((await worker.post(`/passport/entries/${id}/change`, change)).statusCode).toBe(303)
    }
    expect(await versionsOf(id)).toHaveLength(2)
  })

  it('in two tabs: the later one is told, and loses nothing', async () => {
    const fields = training({ subject: 'cstf/health-and-safety' })
    const id = await added('training', fields)
    const first = { ...fields, version: '1', provider: 'First tab' }
    const later = { ...fields, version: '1', provider: 'Later tab' }
    const replies = await Promise.all([
      worker.post(`/passport/entries/${id}/change`, first),
      worker.post(`/passport/entries/${id}/change`, later),
    ])
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409])
    expect(await versionsOf(id)).toHaveLength(2)
    const told = replies.find(({ statusCode }) => statusCode === 409)
    expect(told && wordsOf(told)).toContain('You changed this somewhere else')
    expect(told?.body).toMatch(/name="version" value="2"|name="version" value="1"/)
  })
})

describe('an entry of somebody else', () => {
  it('is not found by any address or form, and nothing happens to it', async () => {
    const fields = training({ subject: 'cstf/preventing-radicalisation' })
    const id = await added('training', fields)
    for (const end of ['', '/change', '/counts', '/take-out']) {
      expect((await elsewhere.get(`/passport/entries/${id}${end}`)).statusCode).toBe(404)
    }
    for (const end of ['/change', '/counts', '/take-out']) {
      const form = { ...fields, version: '1', codes: '3.10-entry' }
      expect((await elsewhere.post(`/passport/entries/${id}${end}`, form)).statusCode).toBe(404)
    }
    const taken = await elsewhere.post('/passport/entries/add/training', fields)
    expect(taken.statusCode).toBe(404)
    expect(await versionsOf(id)).toHaveLength(1)
  })
})

describe('what is written in an entry', () => {
  it('is shown as words, whatever it is', async () => {
    const title = '=HYPERLINK("x") <b onclick=x>bold</b>'
    const id = await added(
      'training',
      training({ subject: 'other', title, edition: '', 'from-day': '2' }),
    )
    const page = await worker.get(`/passport/entries/${id}`)
    expect(page.body).not.toContain('<b onclick')
    expect(page.body).toContain('&lt;b onclick')
  })
})

describe('taking an entry out', () => {
  it('asks first, and then it is gone with its versions', async () => {
    const id = await added('lived-experience', lived({ learned: 'To listen' }))
    expect(wordsOf(await worker.get(`/passport/entries/${id}/take-out`))).toContain(
      'You cannot get',
    )
    await worker.post(`/passport/entries/${id}/take-out`)
    expect(await versionsOf(id)).toEqual([])
    const list = await worker.get('/passport/entries?done=taken-out')
    expect(wordsOf(list)).toContain('no longer in your passport')
    expect((await worker.get(`/passport/entries/${id}`)).statusCode).toBe(404)
  })
})

describe('the pages to add an entry', () => {
  it('ask each kind its own questions', async () => {
    for (const [kind, asked] of [
      ['training', 'What was it about?'],
      ['qualification', 'Who awarded it?'],
      ['apprenticeship', 'Healthcare support worker, level 2 (ST0216)'],
      ['employment', 'What did you learn there that you still use?'],
      ['volunteering', 'Which group or charity was it for?'],
      ['placement', 'Where was it?'],
      ['supporting-learners', 'A family member or carer'],
      ['lived-experience', 'What did you learn to do well?'],
    ] as const) {
      expect(wordsOf(await worker.get(`/passport/entries/add/${kind}`)), kind).toContain(asked)
    }
    expect((await worker.get('/passport/entries/add/nonsense')).statusCode).toBe(404)
  })
})
