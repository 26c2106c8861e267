import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { colleague } from '../../../test/at-merrowfell.ts'
import { dayFields } from '../../../test/authorisation/rules/day-fields.ts'
import { people } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { type Fields, visitor, wordsOf } from '../../../test/visitor.ts'
import { asActor } from '../../database/as-actor.ts'
import { listSharedGoals } from './goals-store.ts'
import { goalKinds, mostOpenSteps } from './model/goal.ts'

const { app, signIn, database, site } = await testSite()
const worker = visitor(app, await signIn(people.holder))
const elsewhere = visitor(app, await signIn(colleague.elsewhere))

const bernadette = 'a9dbc668-4cbc-4297-a0b1-139e23170286'
const atIntermediate = visitor(app, await signIn(bernadette))

let wishes = 0

async function set(kind: string, fields: Fields = {}, who = worker): Promise<string> {
  const id = randomUUID()
  wishes += 1
  const words = `Wish ${wishes}`
  const reply = await who.post(`/development/goals/new/${kind}`, { id, words, ...fields })
  expect(reply.statusCode, wordsOf(reply)).toBe(303)
  expect(reply.headers.location).toBe(`/development/goals/${id}/steps`)
  return id
}

async function addStep(goal: string, words = 'Ask for a shift with her'): Promise<string> {
  const id = randomUUID()
  const fields = { id, words, helper: 'supervisor' }
  const reply = await worker.post(`/development/goals/${goal}/steps`, fields)
  expect(reply.statusCode, wordsOf(reply)).toBe(303)
  return id
}

const goalRow = (id: string) =>
  database.ownerDb.selectFrom('goal').where('id', '=', id).selectAll().executeTakeFirst()
const stepRows = (goal: string) =>
  database.ownerDb.selectFrom('goal_step').where('goal_id', '=', goal).selectAll().execute()
const read = async (address: string) => wordsOf(await worker.get(address))

describe('the choice of a goal', () => {
  it('offers all four in the order of the alphabet, with none of them chosen', async () => {
    const { body } = await worker.get('/development/goals/new')
    const values = [...body.matchAll(/type="radio" value="([^"]+)"/g)].map(([, value]) => value)
    expect(values).toEqual([...goalKinds])
    expect(body).not.toContain('checked')
    expect(body).toContain('in the order of the alphabet')
  })

  it('asks which when none is chosen, and goes on with the one that is', async () => {
    const none = await worker.post('/development/goals/new')
    expect([none.statusCode, wordsOf(none)]).toEqual([
      422,
      expect.stringContaining('Select what your goal is'),
    ])
    const deepen = await worker.post('/development/goals/new', { kind: 'deepen' })
    expect(deepen.headers.location).toBe('/development/goals/new/deepen')
    expect((await worker.get('/development/goals/new/be-the-best')).statusCode).toBe(404)
  })

  it('asks for the level of a goal to move level, and says what each asks', async () => {
    const page = await read('/development/goals/new/move-level')
    expect(page).toContain('Which level would you like to work at?')
    const form = await worker.get('/development/goals/new/move-level?level=intermediate')
    expect(wordsOf(form)).toContain('They are of intermediate level')
    const id = await set('move-level', { level: 'intermediate', codes: '7.1-intermediate' })
    expect((await goalRow(id))?.codes).toEqual(['7.1-intermediate'])
  })
})

describe.each(goalKinds)('a goal to %s', (kind) => {
  it('is set, completed and taken up again like any other', async () => {
    const id = await set(kind, { level: 'intermediate', words: 'To do this well' })
    const completed = await worker.post(`/development/goals/${id}/state`, { state: 'completed' })
    expect(completed.headers.location).toBe(`/development/goals/${id}?done=completed`)
    expect(await read(`/development/goals/${id}?done=completed`)).toContain(
      'You completed this goal.',
    )
    expect(await read('/development/goals')).toContain('completed on 2')
    await worker.post(`/development/goals/${id}/state`, { state: 'open' })
    await worker.post(`/development/goals/${id}/state`, { state: 'set-aside' })
    expect((await goalRow(id))?.state).toBe('set-aside')
    const page = await read(`/development/goals/${id}`)
    for (const words of ['You set this goal', 'You completed it', 'You took it up again']) {
      expect(page).toContain(words)
    }
  })
})

describe('a goal', () => {
  it('keeps what was chosen, and what it said before', async () => {
    const id = await set('deepen', {
      ...{ words: 'To listen well', codes: ['4.1-entry', '2.1-entry'] },
      ...dayFields('look-again', 90),
    })
    const page = await read(`/development/goals/${id}`)
    expect(page).toContain('To listen well')
    expect(page).toContain('You will look at this again in')
    const reply = await worker.post(`/development/goals/${id}/change`, {
      ...{ version: '1', words: 'To listen better', codes: '2.1-entry' },
    })
    expect(reply.headers.location).toBe(`/development/goals/${id}?done=changed`)
    const changed = await read(`/development/goals/${id}`)
    expect(changed).toContain('To listen better')
    expect(changed).toContain('Before, it said: To listen well; about 2.1, 4.1')
    expect(changed).not.toContain('look at this again')
  })

  it('is set once when its form is sent twice, and lets statements alone that do not exist', async () => {
    const fields = { id: randomUUID(), codes: ['99.9-entry', '2.1-entry', '<b>'] }
    for (const _ of [1, 2]) {
      const reply = await worker.post('/development/goals/new/deepen', fields)
      expect(reply.statusCode).toBe(303)
    }
    expect((await goalRow(fields.id))?.codes).toEqual(['2.1-entry'])
  })

  it.each([
    ['a day that is past', dayFields('look-again', -2), 'The day must be today or later'],
    ['a day far ahead', dayFields('look-again', 6 * 366), 'The day must be within 5 years'],
    [
      'a day that no calendar has',
      { 'look-again-day': '31', 'look-again-month': '2', 'look-again-year': '2027' },
      'Enter a real day',
    ],
    ['an NHS number', { words: 'Help 943 476 5919 walk' }, 'This may be an NHS number'],
    ['too many words', { words: `${'a '.repeat(260)}b` }, 'must be 500 characters or fewer'],
  ])('is not set with %s', async (_, fields: Fields, message) => {
    const id = randomUUID()
    const reply = await worker.post('/development/goals/new/deepen', { id, ...fields })
    expect([reply.statusCode, wordsOf(reply)]).toEqual([422, expect.stringContaining(message)])
    expect(await goalRow(id)).toBeUndefined()
  })

  it('says the month that was named once it has gone by, and never that it is late', async () => {
    const id = await set('deepen', dayFields('look-again', 5))
    await database.ownerDb
      .updateTable('goal')
      .set({ look_again_on: '2026-05-03' })
      .where('id', '=', id)
      .execute()
    const reply = await worker.get(`/development/goals/${id}`)
    expect(wordsOf(reply)).toContain('You said that you would look at this again in May 2026.')
    expect(reply.body).not.toMatch(/overdue|late\b|nhsuk-tag--red/i)
    // The day that is kept may stay while something else is changed.
    const parts = { 'look-again-day': '3', 'look-again-month': '5', 'look-again-year': '2026' }
    const changed = await worker.post(`/development/goals/${id}/change`, {
      ...{ version: '1', words: 'Another word', ...parts },
    })
    expect(changed.statusCode).toBe(303)
  })

  it('changed in two tabs is not lost in either', async () => {
    const id = await set('deepen', { words: 'First' })
    await worker.post(`/development/goals/${id}/change`, { version: '1', words: 'Second' })
    const late = await worker.post(`/development/goals/${id}/change`, {
      ...{ version: '1', words: 'Third' },
    })
    expect([late.statusCode, wordsOf(late)]).toEqual([
      409,
      expect.stringContaining('You changed this somewhere else'),
    ])
    expect(late.body).toContain('Third')
    expect((await goalRow(id))?.words).toBe('Second')
  })

  it('is nobody else’s: not to read, nor to change, nor to add to', async () => {
    const id = await set('deepen', { shared: 'yes' })
    const step = await addStep(id)
    for (const address of ['', '/change', '/take-out', '/steps', `/steps/${step}`]) {
      const reply = await elsewhere.get(`/development/goals/${id}${address}`)
      expect(reply.statusCode, address).toBe(404)
    }
    const posts: [string, Fields][] = [
      ['/state', { state: 'completed' }],
      ['/shown', { shared: 'no' }],
      ['/take-out', {}],
      ['/change', { version: '1', words: 'Mine' }],
      ['/steps', { id: randomUUID(), words: 'Mine', helper: 'me' }],
      [`/steps/${step}`, { version: '1', words: 'Mine', helper: 'me' }],
      [`/steps/${step}/state`, { state: 'done' }],
    ]
    for (const [address, fields] of posts) {
      const reply = await elsewhere.post(`/development/goals/${id}${address}`, fields)
      expect(reply.statusCode, address).toBe(404)
    }
    const again = await elsewhere.post('/development/goals/new/deepen', { id })
    expect(again.statusCode).toBe(404)
    expect(await goalRow(id)).toMatchObject({ state: 'open', shared: true, version: 1 })
  })

  it('saved again after the way back, with a new form, is the same goal', async () => {
    const fields = { words: 'To lead the balance group' }
    const id = await set('deepen', fields)
    const again = await worker.post('/development/goals/new/deepen', {
      ...fields,
      id: randomUUID(),
    })
    expect(again.headers.location).toBe(`/development/goals/${id}/steps`)
    await set('deepen', { words: 'To lead the other group' })
  })

  it('says by name who sees what is shown to a supervisor', async () => {
    expect(await read('/development/goals/new/deepen')).toContain('Nobody supervises you now')
    const organisation = 'merrowfell-hospitals'
    for (const supervisor of [people.assessor, people.issuer]) {
      await database.superuserClient.query(
        `insert into permission_grant (person_id, organisation, permission)
          values ($1, $2, 'manage-team') on conflict do nothing`,
        [supervisor, organisation],
      )
      const one = randomUUID()
      await worker.post('/supervision/ask', {
        ...{ id: one, colleague: `${supervisor} ${organisation}` },
      })
      await visitor(app, await signIn(supervisor as string)).post(`/supervision/with/${one}/agree`)
    }
    const id = await set('deepen')
    for (const address of ['/development/goals/new/deepen', `/development/goals/${id}`]) {
      expect(await read(address)).toMatch(/Now these are .*Farzana.* All of them see it/)
    }
  })

  it('is shown to a supervisor by its holder alone, one by one', async () => {
    const [shown, kept] = [await set('deepen', { shared: 'yes' }), await set('deepen')]
    const shared = await asActor(
      site.db,
      { kind: 'person', id: people.holder, name: 'T', permissions: [] },
      (db) => listSharedGoals(db, { holderId: people.holder }),
    )
    const ids = shared.map(({ id }) => id)
    expect(ids).toContain(shown)
    expect(ids).not.toContain(kept)
    await worker.post(`/development/goals/${shown}/shown`, { shared: 'no' })
    expect((await goalRow(shown))?.shared).toBe(false)
  })

  it('goes with all of it when it is taken out', async () => {
    const id = await set('deepen')
    await addStep(id)
    expect(await read(`/development/goals/${id}/take-out`)).toContain('You cannot get it back')
    await worker.post(`/development/goals/${id}/take-out`)
    expect(await goalRow(id)).toBeUndefined()
    expect(await stepRows(id)).toEqual([])
    expect((await worker.get(`/development/goals/${id}`)).statusCode).toBe(404)
  })

  it('is one of no more than 20 at a time', async () => {
    for (let n = 0; n < 20; n += 1) await set('deepen', {}, elsewhere)
    const id = randomUUID()
    const reply = await elsewhere.post('/development/goals/new/deepen', { id })
    expect([reply.statusCode, wordsOf(reply)]).toEqual([
      422,
      expect.stringContaining('Complete one or set one aside first'),
    ])
  })
})

describe('the steps of a goal', () => {
  it('are suggested by its kind, and name who can help', async () => {
    const id = await set('pre-registration')
    const page = await read(`/development/goals/${id}/steps`)
    expect(page).toContain('a degree or an apprenticeship')
    expect(page).toContain('occupational therapist apprenticeship')
    expect(page).not.toContain('physiotherapist apprenticeship')
    await worker.post(`/development/goals/${id}/steps`, {
      ...{ id: randomUUID(), chosen: ['see-the-routes', 'ask-two-providers', 'no-such-step'] },
    })
    expect((await stepRows(id)).map(({ suggestion }) => suggestion)).toEqual([
      'see-the-routes',
      'ask-two-providers',
    ])
    expect(await read(`/development/goals/${id}/steps`)).not.toContain('Write to two providers')
    expect(await read('/development')).toContain('Next: Look at the ways in')
  })

  it('are done, put aside, taken up again and changed', async () => {
    const id = await set('deepen')
    const step = await addStep(id)
    const to = (state: string) =>
      worker.post(`/development/goals/${id}/steps/${step}/state`, { state })
    await to('done')
    expect(await read(`/development/goals/${id}`)).toContain('Nothing is left to do here')
    await to('open')
    await to('put-aside')
    expect((await stepRows(id))[0]?.state).toBe('put-aside')
    const changed = await worker.post(`/development/goals/${id}/steps/${step}`, {
      ...{ version: '1', words: 'Ask for two shifts', helper: 'employer' },
    })
    expect(changed.statusCode).toBe(303)
    const late = await worker.post(`/development/goals/${id}/steps/${step}`, {
      ...{ version: '1', words: 'Ask for none', helper: 'me' },
    })
    expect(late.statusCode).toBe(409)
    expect((await stepRows(id))[0]).toMatchObject({ words: 'Ask for two shifts', version: 2 })
    expect(await read(`/development/goals/${id}`)).toContain('Before, it said: Ask for a shift')
    expect((await to('forgotten')).statusCode).toBe(404)
  })

  it('are of their own goal alone', async () => {
    const [one, other] = [await set('deepen'), await set('deepen')]
    const step = await addStep(one)
    expect((await worker.get(`/development/goals/${other}/steps/${step}`)).statusCode).toBe(404)
    const moved = await worker.post(`/development/goals/${other}/steps/${step}/state`, {
      state: 'done',
    })
    expect(moved.statusCode).toBe(404)
  })

  it('are few: a hundred are refused, and what was written is there to send again', async () => {
    const id = await set('deepen')
    for (let n = 0; n < mostOpenSteps; n += 1) await addStep(id, `Small thing ${n}`)
    const reply = await worker.post(`/development/goals/${id}/steps`, {
      ...{ id: randomUUID(), words: 'One more thing', helper: 'me' },
    })
    expect([reply.statusCode, wordsOf(reply)]).toEqual([
      422,
      expect.stringContaining('You have 20 steps to do here'),
    ])
    expect(reply.body).toContain('One more thing')
  })

  it.each([
    ['nothing', {}, 'Select a step, or write one of your own'],
    ['nobody who can help', { words: 'Read a book' }, 'Select who can help'],
    ['an NHS number', { words: 'Ask about 943 476 5919', helper: 'me' }, 'may be an NHS number'],
    ['too much', { words: 'a'.repeat(301), helper: 'me' }, 'must be 300 characters or fewer'],
  ])('are not saved with %s', async (_, fields: Fields, message) => {
    const id = await set('deepen')
    const reply = await worker.post(`/development/goals/${id}/steps`, {
      ...{ id: randomUUID(), ...fields },
    })
    expect([reply.statusCode, wordsOf(reply)]).toEqual([422, expect.stringContaining(message)])
    expect(await stepRows(id)).toEqual([])
  })
})

describe('what an employer should offer', () => {
  it('is said at intermediate level whatever the goal, and also without one', async () => {
    const offered = 'A level 3 qualification, with paid time to learn.'
    expect(wordsOf(await atIntermediate.get('/development'))).toContain(offered)
    for (const kind of goalKinds) {
      const id = await set(kind, { level: 'entry' }, atIntermediate)
      const page = wordsOf(await atIntermediate.get(`/development/goals/${id}`))
      expect(page, kind).toContain(offered)
      const steps = wordsOf(await atIntermediate.get(`/development/goals/${id}/steps`))
      expect(steps, kind).toContain('Ask for the level 3 qualification that goes with my job.')
    }
  })

  it('is said no more once they hold it', async () => {
    const reply = await atIntermediate.post('/passport/entries/add/qualification', {
      ...{ id: randomUUID(), title: 'Diploma in Healthcare Support', ladder: 'rqf', level: '3' },
      ...{ awardedBy: 'A body', private: 'no', ...dayFields('from', -400) },
    })
    expect(reply.statusCode).toBe(303)
    expect(wordsOf(await atIntermediate.get('/development'))).not.toContain('should offer')
  })
})
