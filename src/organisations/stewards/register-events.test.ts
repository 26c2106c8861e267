import { describe, expect, it } from 'vitest'
import { issueForTest } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { type Fields, visitor, wordsOf } from '../../../test/visitor.ts'
import { addDays, dayOf } from '../../language/days.ts'
import { partsOfDay } from '../../web/posted-form.ts'

const { app, site, signIn, database } = await testSite()
const { ownerDb } = database

const first = visitor(app, await signIn('0cd6c524-99a5-48fb-9269-ebfa7a0e2f95'))
const anybody = visitor(app)
const today = dayOf(site.now())

const on = (day: string): Fields => {
  const parts = partsOfDay(day)
  return { 'on-day': parts.day, 'on-month': parts.month, 'on-year': parts.year }
}
const happened = (day: string, fields: Fields = {}): Fields => ({
  ...{ source: 'Board papers, made up', ...on(day) },
  ...fields,
})
const record = (slug: string, event: string) => `/stewards/organisations/${slug}/record/${event}`
const query = (fields: Fields) =>
  `?check=yes&${new URLSearchParams(Object.entries(fields).map(([k, v]) => [k, String(v)]))}`

let organisations = 0

async function added(name = '', openedOn?: string, kind = 'council'): Promise<string> {
  organisations += 1
  const slug = `event-${organisations}`
  await ownerDb
    .insertInto('organisation')
    .values({
      ...{ slug, name: name || `Event ${organisations}`, kind, opened_on: openedOn ?? null },
      ...{ nation: 'scotland', sector: 'nhs' },
    })
    .execute()
  return slug
}

describe('adding an organisation', () => {
  const wanted = {
    ...{ name: 'Fennimore Lodge', kind: 'care-provider' },
    ...{ nation: 'wales', sector: 'social-care' },
  }

  it('is checked first, with the address that it keeps for ever', async () => {
    const words = wordsOf(await first.get(`/stewards/organisations/add${query(wanted)}`))
    expect(words).toContain('http://localhost:3000/orgs/fennimore-lodge')
    const sent = await first.post('/stewards/organisations/add', {
      ...wanted,
      slug: 'fennimore-lodge',
    })
    expect(sent.headers.location).toBe('/stewards/organisations/fennimore-lodge?done=added')
    expect(wordsOf(await anybody.get('/orgs/fennimore-lodge'))).toContain('Fennimore Lodge')
  })

  it('sent twice adds one', async () => {
    const again = await first.post('/stewards/organisations/add', {
      ...wanted,
      slug: 'fennimore-lodge',
    })
    expect(again.headers.location).toBe('/stewards/organisations/fennimore-lodge')
    const words = wordsOf(await first.get(`/stewards/organisations/add${query(wanted)}`))
    expect(words).toContain(
      'Is it one of these already? If so, do not add it again. Fennimore Lodge',
    )
    expect(words).toContain('/orgs/fennimore-lodge-2')
  })

  it.each([
    [{ name: '' }, 'Enter its name'],
    [{ name: 'x'.repeat(201) }, 'Its name must be 200 characters or fewer'],
    [{ kind: 'castle' }, 'Select what kind it is'],
    [{ nation: '' }, 'Select its nation'],
    [on('2999-01-01'), 'The day when it opened must be today or in the past'],
  ])('with %o is shown again', async (fields, message) => {
    const renamed = Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name.replace('on-', 'opened-'), value]),
    )
    const page = await first.get(`/stewards/organisations/add${query({ ...wanted, ...renamed })}`)
    expect(page.statusCode).toBe(422)
    expect(wordsOf(page)).toContain(message)
  })
})

describe('a new name', () => {
  it('is checked, recorded, and shown beside the earlier one', async () => {
    const slug = await added('Lower Board')
    const form = happened('2025-03-01', { name: 'Lower and Middle Board' })
    const check = wordsOf(await first.get(record(slug, 'renamed') + query(form)))
    expect(check).toContain(
      'From 1 March 2025 New name Lower and Middle Board Earlier name Lower Board',
    )
    const sent = await first.post(record(slug, 'renamed'), form)
    expect(sent.headers.location).toBe(`/stewards/organisations/${slug}?done=recorded`)
    const page = wordsOf(await anybody.get(`/orgs/${slug}`))
    expect(page).toContain('1 Name Lower Board From Not recorded Until 1 March 2025')
    expect(page).toContain('2 Name Lower and Middle Board From 1 March 2025 Until Today')
    expect(page).toContain('Announced in: Board papers, made up')
  })

  it('sent twice is recorded once', async () => {
    const slug = await added()
    const form = happened('2025-03-01', { name: 'Another' })
    await first.post(record(slug, 'renamed'), form)
    expect((await first.post(record(slug, 'renamed'), form)).statusCode).toBe(422)
    const names = await ownerDb
      .selectFrom('organisation_name')
      .where('organisation', '=', slug)
      .select('name')
      .execute()
    expect(names).toHaveLength(2)
  })

  it.each<[string, Fields, string]>([
    ['no name', { name: '' }, 'Enter its new name'],
    ['nowhere announced', { source: '' }, 'Enter where this was announced'],
    ['no day', { 'on-day': '', 'on-month': '', 'on-year': '' }, 'Enter the day when it happened'],
    ['no such day', { 'on-day': '31', 'on-month': '2' }, 'must be a real date'],
    ['a day to come', on('2999-01-01'), 'must be today or in the past'],
  ])('with %s is shown again', async (_, fields, message) => {
    const slug = await added()
    const form = happened('2025-03-01', { name: 'Another', ...fields })
    const page = await first.get(record(slug, 'renamed') + query(form))
    expect(page.statusCode).toBe(422)
    expect(wordsOf(page)).toContain(message)
    expect((await first.post(record(slug, 'renamed'), form)).statusCode).toBe(422)
  })
})

describe('a merger', () => {
  it('ends those that merged, moves their members, and is seen from every side', async () => {
    const north = await added('North Area', undefined, 'nhs-board')
    const south = await added('South Area', undefined, 'nhs-board')
    const both = await added('North and South Area', '2025-04-01', 'nhs-board')
    const member = await added('A member')
    await ownerDb
      .insertInto('organisation_area')
      .values({ organisation: member, area: south })
      .execute()
    const form = happened('2025-04-01', { others: 'south area', into: `/orgs/${both}` })
    const check = wordsOf(await first.get(record(north, 'merged') + query(form)))
    expect(check).toContain('North Area Ends.')
    expect(check).toContain('North and South Area Begins on that day. It is not verified')
    expect((await first.post(record(north, 'merged'), form)).statusCode).toBe(303)
    const words = async (slug: string) => wordsOf(await anybody.get(`/orgs/${slug}`))
    expect(await words(south)).toContain(
      'South Area merged into North and South Area on 1 April 2025.',
    )
    expect(await words(both)).toContain(
      'merged: North Area and South Area into North and South Area',
    )
    expect(await words(member)).toContain(
      'North and South Area from 1 April 2025 South Area until 31 March 2025',
    )
  })

  it('of the same organisation is recorded once, of two at once', async () => {
    const gone = await added()
    const [one, other] = [await added(), await added()]
    const form = (into: string) => happened('2025-04-01', { others: into, into })
    const replies = await Promise.all([
      first.post(record(gone, 'merged'), form(one)),
      first.post(record(gone, 'merged'), form(other)),
    ])
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([303, 422])
    const ends = await ownerDb
      .selectFrom('organisation_event_part')
      .where('organisation', '=', gone)
      .where('part', '=', 'ended')
      .selectAll()
      .execute()
    expect(ends).toHaveLength(1)
  })

  it.each<[string, Fields, string]>([
    ['nobody', { others: '', into: '' }, 'Enter an organisation by its name or its address'],
    ['one that is not there', { others: 'Atlantis' }, '“Atlantis” is not in the register'],
    ['a name that two have', { others: 'Twins' }, 'There is more than one “Twins”'],
  ])('with %s is shown again', async (_, fields, message) => {
    await added('Twins')
    await added('Twins')
    const slug = await added()
    const form = happened('2025-04-01', { others: 'x', into: slug, ...fields })
    const page = await first.get(record(slug, 'merged') + query(form))
    expect(page.statusCode).toBe(422)
    expect(wordsOf(page)).toContain(message)
  })
})

describe('a split and a closing', () => {
  it('say what goes on', async () => {
    const whole = await added('Whole Council')
    const east = await added('East Council', '2025-04-01')
    const form = happened('2025-04-01', { others: `${east}\nWhole Council` })
    expect((await first.post(record(whole, 'split'), form)).statusCode).toBe(303)
    expect(wordsOf(await anybody.get(`/orgs/${whole}`))).toContain(
      'split of Whole Council into Whole Council and East Council',
    )
    expect((await first.post(record(whole, 'closed'), happened(today))).statusCode).toBe(303)
    const words = wordsOf(await anybody.get(`/orgs/${whole}`))
    expect(words).toContain('Whole Council closed on')
    expect((await first.get(record(whole, 'closed'))).statusCode).toBe(200)
    const again = await first.post(record(whole, 'closed'), happened(today))
    expect(wordsOf(again)).toContain('ended on')
  })

  it('say how many credentials would no longer be right for their day', async () => {
    await issueForTest(site)
    const closed = record('merrowfell-hospitals', 'closed')
    expect(wordsOf(await first.get(closed + query(happened(today))))).toContain(
      'It has issued 1 credential since then, which will be shown as not valid.',
    )
  })

  it('are of what the address says, and nothing else', async () => {
    expect((await first.get(record('merrowfell-hospitals', 'burnt'))).statusCode).toBe(404)
    expect((await first.get(record('nowhere', 'closed'))).statusCode).toBe(404)
  })
})

describe('an area', () => {
  const move = (slug: string, area: string, day: string, leaves = 'yes') =>
    first.post(`/stewards/organisations/${slug}/areas`, { area, leaves, ...on(day) })

  it('is left for another from a day on', async () => {
    const slug = await added()
    const other = await added('Other Board', undefined, 'nhs-board')
    expect(
      (await move(slug, 'Strathmurrach Health and Social Care Partnership', '2025-01-01'))
        .statusCode,
    ).toBe(303)
    expect((await move(slug, other, '2025-06-01')).statusCode).toBe(303)
    const words = wordsOf(await anybody.get(`/orgs/${slug}`))
    expect(words).toContain('Other Board from 1 June 2025')
    expect(words).toContain('Partnership from 1 January 2025 until 31 May 2025')
  })

  it('is not that of an organisation that is not there', async () => {
    const reply = await move('nowhere-at-all', 'merrowfell-and-ostlewick', '2026-01-01')
    expect(reply.statusCode).toBe(404)
  })

  it('is one of the register’s areas, and comes after the one before', async () => {
    const slug = await added()
    const notAnArea = await move(slug, 'merrowfell-hospitals', '2025-01-01')
    expect(wordsOf(notAnArea)).toContain('Enter an area of the register')
    await move(slug, 'strathmurrach', '2025-01-01')
    expect((await move(slug, 'cwm-aelwen', '2024-12-31')).statusCode).toBe(409)
  })

  it('can be one of several', async () => {
    const slug = await added()
    await move(slug, 'strathmurrach', '2025-01-01')
    await move(slug, 'cwm-aelwen', addDays(today, -1), '')
    const words = wordsOf(await anybody.get(`/orgs/${slug}`))
    expect(words).toContain('Strathmurrach Health and Social Care Partnership from 1 January 2025')
    expect(words).not.toContain('until')
  })
})
