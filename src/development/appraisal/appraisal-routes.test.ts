/** Appraisal through its pages, from a draft to a plan that both agree on. */
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { people, personWith } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { type Fields, type Visitor, visitor, wordsOf } from '../../../test/visitor.ts'
import { asActor } from '../../database/as-actor.ts'
import { addDays, dayOf } from '../../language/days.ts'

const { app, database, signIn, site } = await testSite()
const worker = visitor(app, await signIn(people.holder))
const supervisor = visitor(app, await signIn(people.assessor))
const peer = visitor(app, await signIn('aaeed66d-4ca6-4dd4-99c0-e289758e9e2c'))
const manager = visitor(app, await signIn(people.issuer))
const today = dayOf(new Date())

function day(field: string, written: string): Fields {
  const [year = '', month = '', date = ''] = written.split('-')
  return { [`${field}-day`]: date, [`${field}-month`]: month, [`${field}-year`]: year }
}

async function sent(reply: ReturnType<Visitor['post']>): Promise<string> {
  const { statusCode, headers, body } = await reply
  expect(statusCode, wordsOf({ body } as never)).toBe(303)
  return String(headers.location)
}

const rows = async (query: string, ...values: unknown[]) =>
  (await database.superuserClient.query<Record<string, unknown>>(query, values)).rows

async function supervised(): Promise<string> {
  await rows(`update supervising set ended_on = current_date, end_reason = 'ended'
    where ended_on is null`)
  const id = randomUUID()
  const colleague = `${people.assessor} merrowfell-hospitals`
  await sent(worker.post('/supervision/ask', { id, colleague }))
  await sent(supervisor.post(`/supervision/with/${id}/agree`))
  return id
}

async function begun(): Promise<string> {
  const location = await sent(worker.post(`/supervision/with/${await supervised()}/appraisal`))
  return location.replace('/appraisal/', '')
}

const prepared = (fields: Fields = {}): Fields => ({
  ...{ wentWell: 'The new frames', hard: '', next: 'Stay where I am', help: 'Time' },
  ...{ version: '0', 'and-then': 'later', ...fields },
})
const meeting = (fields: Fields = {}): Fields => ({
  ...day('meeting', today),
  ...day('review', addDays(today, 180)),
  ...{ talked: 'We talked', version: '0', seen: '', ...fields },
})
const item = (fields: Fields = {}): Fields => ({
  ...{ id: randomUUID(), kind: 'learning', words: 'Write my own reports', helper: 'My supervisor' },
  ...day('by', addDays(today, 90)),
  ...fields,
})

async function contentFor(one: Visitor, id: string): Promise<string> {
  const { body } = await one.get(`/appraisal/${id}`)
  const found = /name="seen" value="([^"]*)"/.exec(body)?.[1] ?? ''
  return found.replaceAll('&quot;', '"')
}

const agree = async (one: Visitor, id: string) =>
  sent(one.post(`/appraisal/${id}/agree`, { seen: await contentFor(one, id) }))

async function planned(): Promise<{ id: string; fields: Fields }> {
  const id = await begun()
  await sent(worker.post(`/appraisal/${id}/prepare`, prepared({ 'and-then': 'share' })))
  await sent(supervisor.post(`/appraisal/${id}/meeting`, meeting()))
  const fields = item()
  await sent(worker.post(`/appraisal/${id}/plan`, fields))
  return { id, fields }
}

describe('preparing', () => {
  it('is the worker’s alone until they show it', async () => {
    const id = await begun()
    await sent(worker.post(`/appraisal/${id}/prepare`, prepared()))
    expect(wordsOf(await supervisor.get(`/appraisal/${id}`))).not.toContain('The new frames')
    expect((await supervisor.get(`/appraisal/${id}/prepare`)).statusCode).toBe(404)
    expect(wordsOf(await worker.get(`/appraisal/${id}`))).toContain('Your turn')
    await sent(
      worker.post(`/appraisal/${id}/prepare`, prepared({ version: '1', 'and-then': 'share' })),
    )
    expect(wordsOf(await supervisor.get(`/appraisal/${id}`))).toContain('The new frames')
  })

  it('keeps its drafts closed also when it is shown', async () => {
    const id = await begun()
    await sent(worker.post(`/appraisal/${id}/prepare`, prepared({ hard: 'Being shouted at' })))
    const shown = prepared({ hard: 'Nothing', version: '1', 'and-then': 'share' })
    await sent(worker.post(`/appraisal/${id}/prepare`, shown))
    const later = prepared({ hard: 'Time', version: '2' })
    await sent(worker.post(`/appraisal/${id}/prepare`, later))
    const read = await asActor(site.db, personWith(people.assessor), (db) =>
      db
        .selectFrom('appraisal_words')
        .where('appraisal_id', '=', id)
        .orderBy('version')
        .select('version')
        .execute(),
    )
    expect(read.map(({ version }) => version)).toEqual([2, 3])
  })

  it('shows up to three things of the passport, and never one that is for the worker alone', async () => {
    const id = await begun()
    for (const [title, own] of [
      ['Night shifts', 'yes'],
      ['Day centre', 'no'],
    ] as const) {
      await sent(
        worker.post('/passport/entries/add/volunteering', {
          ...{ id: randomUUID(), title, organisation: 'A group', private: own },
          ...day('from', '2024-05-01'),
        }),
      )
    }
    const { body } = await worker.get(`/appraisal/${id}/prepare`)
    expect(body).toContain('Day centre')
    expect(body).not.toContain('Night shifts')
    const [, key = ''] = /value="(entry:[^"]+)"/.exec(body) ?? []
    await sent(
      worker.post(`/appraisal/${id}/prepare`, prepared({ shown: key, 'and-then': 'share' })),
    )
    expect(wordsOf(await supervisor.get(`/appraisal/${id}`))).toContain('Day centre')
  })

  it('in two tabs loses nothing', async () => {
    const id = await begun()
    await sent(worker.post(`/appraisal/${id}/prepare`, prepared()))
    const reply = await worker.post(`/appraisal/${id}/prepare`, prepared({ hard: 'The other tab' }))
    expect(reply.statusCode).toBe(409)
    expect(reply.body).toContain('The other tab')
  })

  it.each<[string, Fields, string]>([
    [
      'nothing at all, shown',
      { wentWell: '', next: '', help: '', 'and-then': 'share' },
      'at least one',
    ],
    ['an NHS number', { hard: 'Bed of 943 476 5919' }, 'NHS number'],
  ])('asks again: %s', async (_, fields, words) => {
    const id = await begun()
    const reply = await worker.post(`/appraisal/${id}/prepare`, prepared(fields))
    expect(reply.statusCode).toBe(422)
    expect(wordsOf(reply)).toContain(words)
  })
})

describe('an appraisal', () => {
  it('begun by both at once is one', async () => {
    const supervising = await supervised()
    const begin = (one: Visitor) => sent(one.post(`/supervision/with/${supervising}/appraisal`))
    const [one, other] = await Promise.all([begin(worker), begin(supervisor)])
    expect(one).toBe(other)
  })

  it('is nobody else’s, not even a manager’s', async () => {
    const { id, fields } = await planned()
    for (const one of [peer, manager]) {
      for (const end of ['', '/prepare', '/meeting', '/plan', `/plan/${fields.id}`]) {
        expect((await one.get(`/appraisal/${id}${end}`)).statusCode, end).toBe(404)
      }
      expect((await one.post(`/appraisal/${id}/agree`, { seen: '' })).statusCode).toBe(404)
      expect((await one.post(`/appraisal/${id}/plan`, item())).statusCode).toBe(404)
      expect((await one.post(`/appraisal/${id}/meeting`, meeting())).statusCode).toBe(404)
    }
  })

  it.each<[string, Fields, string]>([
    ['a meeting in three years', day('meeting', addDays(today, 1100)), 'within a year'],
    ['a review before today', day('review', addDays(today, -1)), 'next two years'],
    [
      'a review before the meeting',
      { ...day('meeting', addDays(today, 60)), ...day('review', addDays(today, 30)) },
      'after the day you meet',
    ],
  ])('refuses %s', async (_, fields, words) => {
    const reply = await worker.post(`/appraisal/${await begun()}/meeting`, meeting(fields))
    expect(reply.statusCode).toBe(422)
    expect(wordsOf(reply)).toContain(words)
  })

  it('keeps the note of each when both write at once', async () => {
    const id = await begun()
    await Promise.all([
      sent(worker.post(`/appraisal/${id}/meeting`, meeting({ talked: 'Mine' }))),
      sent(supervisor.post(`/appraisal/${id}/meeting`, meeting({ talked: 'Theirs' }))),
    ])
    await sent(worker.post(`/appraisal/${id}/prepare`, prepared({ 'and-then': 'share' })))
    const page = wordsOf(await worker.get(`/appraisal/${id}`))
    expect(page).toContain('Mine')
    expect(page).toContain('Theirs')
  })
})

describe('the plan', () => {
  it('is agreed by both, dated, and after that only how it goes can change', async () => {
    const { id, fields } = await planned()
    await agree(worker, id)
    await agree(worker, id)
    expect(wordsOf(await supervisor.get(`/appraisal/${id}`))).toContain('Read the plan, and agree')
    await agree(supervisor, id)
    const [row] = await rows('select agreed_on::text from appraisal where id = $1', id)
    expect(row?.agreed_on).toBe(today)
    expect((await worker.post(`/appraisal/${id}/plan`, item())).statusCode).toBe(409)
    const address = `/appraisal/${id}/plan/${fields.id}`
    await sent(worker.post(address, { words: 'Something else', state: 'done', version: '1' }))
    const page = wordsOf(await supervisor.get(`/appraisal/${id}`))
    expect(page).toContain('Write my own reports')
    expect(page).toContain('Done')
    expect(page).not.toContain('Something else')
  })

  it('that was changed since it was read is not agreed to', async () => {
    const { id, fields } = await planned()
    const seen = await contentFor(supervisor, id)
    await sent(
      worker.post(`/appraisal/${id}/plan/${fields.id}`, { ...fields, words: 'New', version: '1' }),
    )
    expect(await sent(supervisor.post(`/appraisal/${id}/agree`, { seen }))).toContain('changed')
  })

  it('is agreed anew when something changes after the first yes', async () => {
    const { id } = await planned()
    await agree(worker, id)
    await sent(supervisor.post(`/appraisal/${id}/plan`, item({ words: 'One more' })))
    const [row] = await rows('select worker_agreed_at from appraisal where id = $1', id)
    expect(row?.worker_agreed_at).toBeNull()
  })

  it('never keeps words that one of the two has not read', async () => {
    const { id } = await planned()
    await agree(worker, id)
    const days = `${today} ${addDays(today, 180)}`
    const note = meeting({ talked: 'Not up to the job', version: '1', seen: days })
    const before = await contentFor(supervisor, id)
    await sent(supervisor.post(`/appraisal/${id}/meeting`, note))
    const [row] = await rows('select worker_agreed_at from appraisal where id = $1', id)
    expect(row?.worker_agreed_at).toBeNull()
    const reply = await sent(supervisor.post(`/appraisal/${id}/agree`, { seen: before }))
    expect(reply).toContain('changed')
    await agree(supervisor, id)
    const own = prepared({ hard: 'The rota', version: '1' })
    await sent(worker.post(`/appraisal/${id}/prepare`, own))
    const [now] = await rows('select supervisor_agreed_at from appraisal where id = $1', id)
    expect(now?.supervisor_agreed_at).toBeNull()
  })

  it('changed by two at once shows the later one the difference', async () => {
    const { id, fields } = await planned()
    const address = `/appraisal/${id}/plan/${fields.id}`
    await sent(supervisor.post(address, { ...fields, words: 'Theirs', version: '1' }))
    const reply = await worker.post(address, { ...fields, words: 'Mine', version: '1' })
    expect(reply.statusCode).toBe(409)
    expect(wordsOf(reply)).toContain('Theirs')
  })

  it('posted twice has it once, and what is taken off is gone', async () => {
    const { id, fields } = await planned()
    await sent(worker.post(`/appraisal/${id}/plan`, fields))
    await sent(
      worker.post(`/appraisal/${id}/plan/${fields.id}`, {
        ...{ ...fields, state: 'taken-off', version: '1' },
      }),
    )
    expect(wordsOf(await worker.get(`/appraisal/${id}`))).not.toContain('Write my own reports')
  })

  it('stays the worker’s to go on with when the supervision has ended', async () => {
    const { id, fields } = await planned()
    await agree(worker, id)
    await agree(supervisor, id)
    await rows(`update supervising set ended_on = current_date, end_reason = 'ended'
      where ended_on is null`)
    expect((await supervisor.get(`/appraisal/${id}`)).statusCode).toBe(404)
    const address = `/appraisal/${id}/plan/${fields.id}`
    await sent(worker.post(address, { state: 'no-longer', version: '1' }))
    expect(wordsOf(await worker.get(`/appraisal/${id}`))).toContain('No longer')
  })

  it('comes up again on its review day, and is never red', async () => {
    const { id } = await planned()
    await agree(worker, id)
    await agree(supervisor, id)
    await rows('alter table appraisal disable trigger user')
    await rows(
      `update appraisal set meeting_on = current_date - 30, review_on = current_date where id = $1`,
      id,
    )
    await rows('alter table appraisal enable trigger user')
    const page = await worker.get(`/appraisal/${id}`)
    expect(wordsOf(page)).toContain('Look at the plan again together')
    expect(page.body).not.toContain('nhsuk-tag--red')
  })
})
