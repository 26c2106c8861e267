/** Supervision through its pages: two people, a manager, and those who have no business there. */
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { people } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { type Fields, type Visitor, visitor, wordsOf } from '../../../test/visitor.ts'
import { addDays, dayOf } from '../../language/days.ts'

const test = await testSite()
const { app, database, signIn, lettersTo, workOff } = test
const trust = 'merrowfell-hospitals'
const second = '79aa6a69-e71a-4183-8039-11b38ada78ec'
const colleague = 'aaeed66d-4ca6-4dd4-99c0-e289758e9e2c'
const worker = visitor(app, await signIn(people.holder))
const supervisor = visitor(app, await signIn(people.assessor))
const other = visitor(app, await signIn(second))
const peer = visitor(app, await signIn(colleague))
const stranger = visitor(app, await signIn('d5fc6864-467b-478a-866c-98775e587146'))
const today = dayOf(new Date())

const manager = await (async () => {
  await database.superuserClient.query(
    `insert into permission_grant (person_id, organisation, permission)
      values ($1, $2, 'manage-team') on conflict do nothing`,
    [people.issuer, trust],
  )
  return visitor(app, await signIn(people.issuer))
})()

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

/** Ends whatever there is, so that each test begins with nobody supervised. */
async function clear(): Promise<void> {
  await rows(`update supervising set ended_on = current_date, end_reason = 'ended'
    where ended_on is null`)
}

async function ask(supervisorId: string = people.assessor): Promise<string> {
  const id = randomUUID()
  await sent(worker.post('/supervision/ask', { id, colleague: `${supervisorId} ${trust}` }))
  return id
}

async function begin(): Promise<string> {
  await clear()
  const id = await ask()
  await sent(supervisor.post(`/supervision/with/${id}/agree`))
  return id
}

async function planned(supervising: string, on = today): Promise<string> {
  const id = randomUUID()
  const fields = { id, ...day('planned', on) }
  await sent(worker.post(`/supervision/with/${supervising}/plan`, fields))
  return id
}

const writing = (fields: Fields = {}): Fields => ({
  ...day('happened', today),
  ...{ minutes: '45', note: 'We talked about frames.', seen: '', 'note-version': '0' },
  ...fields,
})

async function contentFor(one: Visitor, session: string): Promise<string> {
  const { body } = await one.get(`/supervision/${session}`)
  const found = /name="seen" value="([^"]*)"/.exec(body)?.[1] ?? ''
  return found.replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}

const confirm = async (one: Visitor, session: string) =>
  sent(one.post(`/supervision/${session}/confirm`, { seen: await contentFor(one, session) }))

describe('asking for a supervision', () => {
  it('begins when the other side agrees, and letters say so without details', async () => {
    await clear()
    const id = await ask()
    const asked = wordsOf(await worker.get('/supervision?done=asked'))
    expect(asked).toContain('You asked Farzana')
    expect(asked).not.toContain('Nobody supervises you')
    expect(wordsOf(await supervisor.get('/team/supervision'))).toContain(
      'You are asked to supervise',
    )
    await sent(supervisor.post(`/supervision/with/${id}/agree`))
    await sent(supervisor.post(`/supervision/with/${id}/agree`))
    expect(wordsOf(await worker.get('/supervision'))).toContain('Supervises you since')
    await workOff()
    const letters = (await lettersTo('tamsin@example.org')).filter(({ subject }) =>
      subject.includes('agreed'),
    )
    expect(letters).toHaveLength(1)
    expect(letters[0]?.text).not.toMatch(/Farzana|Tamsin/)
  })

  it('asked by both sides at once, there is one', async () => {
    await clear()
    await ask()
    const offer = { worker: `${people.holder} ${trust}`, name: 'Tamsin', id: randomUUID() }
    await sent(supervisor.post('/team/supervision/ask', offer))
    expect(
      await rows(
        `select id from supervising where ended_on is null and worker_id = $1`,
        people.holder,
      ),
    ).toHaveLength(1)
  })

  it('may be of two supervisors at once, each with sessions of their own', async () => {
    const first = await begin()
    const another = await ask(second)
    await sent(other.post(`/supervision/with/${another}/agree`))
    const session = await planned(first)
    expect((await other.get(`/supervision/${session}`)).statusCode).toBe(404)
    expect(wordsOf(await worker.get('/supervision'))).toContain('two supervisors at once is normal')
  })

  it('is never of oneself', async () => {
    await clear()
    const reply = await supervisor.post('/supervision/ask', {
      ...{ id: randomUUID(), colleague: `${people.assessor} ${trust}` },
    })
    expect(reply.statusCode).toBe(422)
    await expect(
      rows(
        `insert into supervising (id, worker_id, supervisor_id, organisation, asked_by)
          values (gen_random_uuid(), $1, $1, $2, $1)`,
        ...[people.holder, trust],
      ),
    ).rejects.toThrow(/check constraint/)
  })

  it('by a manager asks both, and begins with the second yes', async () => {
    await clear()
    const fields = { worker: `${people.holder} ${trust}`, supervisor: people.assessor }
    const id = randomUUID()
    await sent(manager.post('/team/supervision/ask', { ...fields, id, name: 'Tamsin' }))
    await sent(worker.post(`/supervision/with/${id}/agree`))
    const [asked] = await rows('select began_on from supervising where id = $1', id)
    expect(asked?.began_on).toBeNull()
    await sent(supervisor.post(`/supervision/with/${id}/agree`))
    const [begun] = await rows('select began_on from supervising where id = $1', id)
    expect(begun?.began_on).not.toBeNull()
  })

  it('by a manager can be taken back before it begins, and not ended after', async () => {
    await clear()
    const fields = { worker: `${people.holder} ${trust}`, supervisor: people.assessor }
    const [first, second] = [randomUUID(), randomUUID()]
    await sent(manager.post('/team/supervision/ask', { ...fields, id: first, name: 'Tamsin' }))
    expect(wordsOf(await manager.get('/team/supervision'))).toContain('would supervise Tamsin')
    await sent(manager.post(`/supervision/with/${first}/end`))
    expect((await worker.post(`/supervision/with/${first}/agree`)).statusCode).toBe(409)
    await sent(manager.post('/team/supervision/ask', { ...fields, id: second, name: 'Tamsin' }))
    for (const one of [worker, supervisor]) {
      await sent(one.post(`/supervision/with/${second}/agree`))
    }
    expect((await manager.post(`/supervision/with/${second}/end`)).statusCode).toBe(404)
  })

  it('by a colleague who neither supervises nor manages is not found', async () => {
    await clear()
    const fields = { worker: `${people.holder} ${trust}`, id: randomUUID(), name: 'Tamsin' }
    const reply = await peer.post('/team/supervision/ask', fields)
    expect(reply.statusCode).toBe(422)
    expect(wordsOf(await peer.get('/team/supervision/ask?name=Tamsin'))).toContain(
      'Nobody was found',
    )
  })

  it('can be refused, and a yes after that begins nothing', async () => {
    await clear()
    const id = await ask()
    await sent(supervisor.post(`/supervision/with/${id}/end`))
    expect((await supervisor.post(`/supervision/with/${id}/agree`)).statusCode).toBe(409)
    const [row] = await rows('select end_reason, began_on from supervising where id = $1', id)
    expect(row).toEqual({ end_reason: 'declined', began_on: null })
  })
})

describe('a supervision', () => {
  it('ends by itself the day after somebody’s membership ended', async () => {
    const id = await begin()
    const session = await planned(id)
    await rows(
      'update membership set valid_to = current_date - 1 where person_id = $1',
      people.assessor,
    )
    try {
      expect(wordsOf(await worker.get(`/supervision/with/${id}`))).toContain('has ended')
      const reply = await worker.post(`/supervision/${session}/write`, writing())
      expect(reply.statusCode).toBe(409)
      const another = await worker.post(`/supervision/with/${id}/plan`, day('planned', today))
      expect(another.statusCode).toBe(409)
    } finally {
      await rows('update membership set valid_to = null where person_id = $1', people.assessor)
    }
  })

  it('is nobody’s who is not one of the two', async () => {
    const id = await begin()
    const session = await planned(id)
    for (const one of [peer, stranger, other, manager]) {
      for (const end of ['', '/agenda', '/write', '/move', '/actions', '/reflection']) {
        expect((await one.get(`/supervision/${session}${end}`)).statusCode, end).toBe(404)
      }
      expect((await one.get(`/supervision/with/${id}`)).statusCode).toBe(404)
      expect((await one.post(`/supervision/${session}/write`, writing())).statusCode).toBe(404)
      expect((await one.post(`/supervision/${session}/confirm`, { seen: '' })).statusCode).toBe(404)
    }
    for (const one of [peer, stranger, other]) {
      expect((await one.post(`/supervision/with/${id}/end`)).statusCode).toBe(404)
    }
  })
})

describe('an agenda', () => {
  it('shows the supervisor what the worker chose, and nothing else of the passport', async () => {
    await worker.post('/passport/assess/3.9/entry', { 'answer-3.9-entry': 'with-support' })
    const session = await planned(await begin())
    const offered = await worker.get(`/supervision/${session}/agenda`)
    expect(offered.body).toContain('value="statement:3.9-entry"')
    const theirs = await supervisor.get(`/supervision/${session}/agenda`)
    expect(theirs.body).not.toContain('statement:')
    await sent(
      worker.post(`/supervision/${session}/agenda`, {
        points: 'statement:3.9-entry',
        words: 'Rota',
      }),
    )
    await sent(supervisor.post(`/supervision/${session}/agenda`, { words: 'The new frame' }))
    const page = wordsOf(await supervisor.get(`/supervision/${session}`))
    expect(page).toContain('Rota')
    expect(page).toContain('3.9')
    expect(page).toContain('The new frame')
  })

  it('posted twice, or from an old page, loses and doubles nothing', async () => {
    const session = await planned(await begin())
    const post = (fields: Fields) => sent(worker.post(`/supervision/${session}/agenda`, fields))
    await Promise.all([post({ words: 'Rota' }), post({ words: 'Rota' })])
    await post({ words: 'Leave' })
    const points = await rows(
      'select words from supervision_agenda where session_id = $1 order by at',
      session,
    )
    expect(points).toEqual([{ words: 'Rota' }, { words: 'Leave' }])
  })

  it('warns of an NHS number, and takes off only what is one’s own', async () => {
    const session = await planned(await begin())
    const reply = await worker.post(`/supervision/${session}/agenda`, { words: 'See 943 476 5919' })
    expect(reply.statusCode).toBe(422)
    expect(wordsOf(reply)).toContain('NHS number')
    await sent(worker.post(`/supervision/${session}/agenda`, { words: 'Rota' }))
    const [{ key } = { key: '' }] = await rows(
      'select key from supervision_agenda where session_id = $1',
      session,
    )
    await sent(supervisor.post(`/supervision/${session}/agenda`, { shown: String(key) }))
    expect(wordsOf(await worker.get(`/supervision/${session}`))).toContain('Rota')
    await sent(worker.post(`/supervision/${session}/agenda`, { shown: String(key) }))
    expect(wordsOf(await worker.get(`/supervision/${session}`))).not.toContain('Rota')
  })
})

describe('writing a session up', () => {
  it.each<[string, Fields, string]>([
    ['tomorrow', day('happened', addDays(today, 1)), 'today or in the last year'],
    ['two years ago', day('happened', addDays(today, -800)), 'today or in the last year'],
    ['31 February', { 'happened-day': '31', 'happened-month': '2' }, 'Enter a real day'],
    ['no minutes', { minutes: '' }, 'how many minutes'],
    ['a week long', { minutes: '9999' }, 'from 5 to 600'],
    ['an NHS number', { note: 'She is 943 476 5919' }, 'NHS number'],
  ])('is refused with words that help: %s', async (_, fields, words) => {
    const session = await planned(await begin())
    const reply = await worker.post(`/supervision/${session}/write`, writing(fields))
    expect(reply.statusCode).toBe(422)
    expect(wordsOf(reply)).toContain(words)
  })

  it('by both at once keeps both notes', async () => {
    const session = await planned(await begin())
    const mine = worker.post(`/supervision/${session}/write`, writing({ note: 'Mine' }))
    const theirs = supervisor.post(`/supervision/${session}/write`, writing({ note: 'Theirs' }))
    await Promise.all([sent(mine), sent(theirs)])
    const page = wordsOf(await worker.get(`/supervision/${session}`))
    expect(page).toContain('Mine')
    expect(page).toContain('Theirs')
  })

  it('with another length than the other wrote meanwhile is told, and loses nothing', async () => {
    const session = await planned(await begin())
    await sent(supervisor.post(`/supervision/${session}/write`, writing({ minutes: '60' })))
    const reply = await worker.post(
      `/supervision/${session}/write`,
      writing({ note: 'Kept words' }),
    )
    expect(reply.statusCode).toBe(409)
    expect(wordsOf(reply)).toContain('1 hour')
    expect(reply.body).toContain('Kept words')
  })

  it('in two tabs tells the later one', async () => {
    const session = await planned(await begin())
    await sent(worker.post(`/supervision/${session}/write`, writing({ note: 'One tab' })))
    const reply = await worker.post(
      `/supervision/${session}/write`,
      writing({ note: 'Another tab', seen: `${today} 45` }),
    )
    expect(reply.statusCode).toBe(409)
    expect(wordsOf(reply)).toContain('One tab')
  })
})

describe('confirming', () => {
  it('without a note of one’s own is said before, and says where to get help', async () => {
    const session = await planned(await begin())
    await sent(worker.post(`/supervision/${session}/write`, writing()))
    const missing = 'You have not written a note'
    expect(wordsOf(await supervisor.get(`/supervision/${session}`))).toContain(missing)
    expect(wordsOf(await worker.get(`/supervision/${session}`))).not.toContain(missing)
    expect((await worker.get(`/supervision/${session}/write`)).body).toContain('"/speaking-up"')
  })

  async function written(): Promise<string> {
    const session = await planned(await begin())
    await sent(worker.post(`/supervision/${session}/write`, writing()))
    return session
  }

  it('by both closes it: only a correction can be added', async () => {
    const session = await written()
    await confirm(worker, session)
    await confirm(worker, session)
    expect(wordsOf(await supervisor.get(`/supervision/${session}`))).toContain('has confirmed it')
    await confirm(supervisor, session)
    const reply = await worker.post(`/supervision/${session}/write`, writing({ minutes: '50' }))
    expect(reply.statusCode).toBe(409)
    await expect(
      rows('update supervision_session set minutes = 6 where id = $1', session),
    ).rejects.toThrow(/both have confirmed/)
    const id = randomUUID()
    const correction = { id, words: 'It was 50 minutes.' }
    await sent(worker.post(`/supervision/${session}/correct`, correction))
    await sent(worker.post(`/supervision/${session}/correct`, correction))
    const page = wordsOf(await supervisor.get(`/supervision/${session}`))
    expect(page.match(/It was 50 minutes/g)).toHaveLength(1)
    expect(page).toContain('45 minutes')
  })

  it('of what has changed since the page was read confirms nothing', async () => {
    const session = await written()
    const seen = await contentFor(supervisor, session)
    await sent(
      worker.post(
        `/supervision/${session}/write`,
        writing({ note: 'Something new', seen: `${today} 45`, 'note-version': '1' }),
      ),
    )
    const location = await sent(supervisor.post(`/supervision/${session}/confirm`, { seen }))
    expect(location).toContain('done=changed')
    const [row] = await rows(
      'select supervisor_confirmed_at from supervision_session where id = $1',
      session,
    )
    expect(row?.supervisor_confirmed_at).toBeNull()
  })

  it('is undone by a change of either side', async () => {
    const session = await written()
    await confirm(worker, session)
    await sent(
      supervisor.post(
        `/supervision/${session}/write`,
        writing({ note: 'Mine', seen: `${today} 45` }),
      ),
    )
    expect(wordsOf(await worker.get(`/supervision/${session}`))).toContain('Your turn')
  })

  it('before it was written up is refused', async () => {
    const session = await planned(await begin())
    expect((await worker.post(`/supervision/${session}/confirm`, { seen: '' })).statusCode).toBe(
      409,
    )
  })
})

describe('an action', () => {
  const action = (fields: Fields = {}): Fields => ({
    ...{ id: randomUUID(), words: 'Practise with the tall frame', doer: 'worker', state: 'open' },
    ...day('due', addDays(today, 28)),
    ...fields,
  })

  it('is agreed, done, and keeps what it said before', async () => {
    const session = await planned(await begin())
    const fields = action()
    await sent(worker.post(`/supervision/${session}/actions`, fields))
    await sent(worker.post(`/supervision/${session}/actions`, fields))
    const id = String(fields.id)
    const done = { ...fields, version: '1', state: 'done' }
    await sent(supervisor.post(`/supervision/actions/${id}`, done))
    await sent(supervisor.post(`/supervision/actions/${id}`, done))
    const versions = await rows(
      'select state from supervision_action_version where action_id = $1',
      id,
    )
    expect(versions).toEqual([{ state: 'open' }, { state: 'done' }])
    expect((await other.get(`/supervision/actions/${id}`)).statusCode).toBe(404)
  })

  it('changed by two at once shows the later one the difference', async () => {
    const session = await planned(await begin())
    const fields = action()
    await sent(worker.post(`/supervision/${session}/actions`, fields))
    const address = `/supervision/actions/${fields.id}`
    await sent(supervisor.post(address, { ...fields, version: '1', words: 'Theirs' }))
    const reply = await worker.post(address, { ...fields, version: '1', words: 'Mine' })
    expect(reply.statusCode).toBe(409)
    expect(wordsOf(reply)).toContain('What: Theirs')
    expect(reply.body).toContain('value="Mine"')
  })

  it.each<[string, Fields, string]>([
    ['yesterday', day('due', addDays(today, -1)), 'today or in the next two years'],
    ['in a hundred years', day('due', '2126-01-01'), 'today or in the next two years'],
    ['by nobody', { doer: '' }, 'Select who does it'],
    ['of nothing', { words: '' }, 'Enter what will be done'],
  ])('is refused: %s', async (_, wrong, words) => {
    const session = await planned(await begin())
    const reply = await worker.post(`/supervision/${session}/actions`, action(wrong))
    expect(reply.statusCode).toBe(422)
    expect(wordsOf(reply)).toContain(words)
  })

  it('whose day has passed can still be done', async () => {
    const session = await planned(await begin())
    const fields = action()
    await sent(worker.post(`/supervision/${session}/actions`, fields))
    const past = addDays(today, -3)
    await rows(`alter table supervision_action_version disable trigger user`)
    await rows(
      'update supervision_action_version set due_on = $2 where action_id = $1',
      fields.id,
      past,
    )
    await rows(`alter table supervision_action_version enable trigger user`)
    const done = { ...fields, ...day('due', past), version: '1', state: 'done' }
    await sent(worker.post(`/supervision/actions/${fields.id}`, done))
  })
})

describe('a day that is moved', () => {
  it('turns nothing red, and no reason is asked', async () => {
    const session = await planned(await begin(), addDays(today, -20))
    const page = await worker.get(`/supervision/${session}`)
    expect(wordsOf(page)).toContain('Move it or write it up')
    expect(page.body).not.toContain('nhsuk-tag--red')
    const later = addDays(today, 60)
    await sent(worker.post(`/supervision/${session}/move`, day('planned', later)))
    expect(wordsOf(await supervisor.get(`/supervision/${session}`))).toContain('Planned')
    const reply = await worker.post(`/supervision/${session}/move`, day('planned', '2020-01-01'))
    expect(reply.statusCode).toBe(422)
  })
})

describe('a private reflection', () => {
  it('posted twice is kept once', async () => {
    const session = await planned(await begin())
    const fields = { id: randomUUID(), words: 'I was tired' }
    await sent(worker.post(`/supervision/${session}/reflection`, fields))
    await sent(worker.post(`/supervision/${session}/reflection`, fields))
    expect(
      await rows('select id from supervision_reflection where session_id = $1', session),
    ).toHaveLength(1)
  })

  it('is read by its writer alone', async () => {
    const session = await planned(await begin())
    const words = 'I was unsure of myself'
    await sent(worker.post(`/supervision/${session}/reflection`, { id: randomUUID(), words }))
    expect((await worker.get(`/supervision/${session}/reflection`)).body).toContain(words)
    expect((await supervisor.get(`/supervision/${session}/reflection`)).body).not.toContain(words)
    expect((await supervisor.get(`/supervision/${session}`)).body).not.toContain(words)
    expect(wordsOf(await worker.get(`/supervision/${session}/reflection`))).toContain('A court can')
  })
})

describe('handing over', () => {
  async function withAction() {
    const former = await begin()
    const session = await planned(former)
    const action = randomUUID()
    await sent(worker.post(`/supervision/${session}/write`, writing({ note: 'Old words' })))
    await sent(
      worker.post(`/supervision/${session}/actions`, {
        ...{ id: action, words: 'Carry on', doer: 'worker' },
      }),
    )
    return { former, session, action }
  }

  it('takes open actions along, and notes only when the worker says so', async () => {
    const { former, session, action } = await withAction()
    const id = randomUUID()
    await sent(supervisor.post(`/supervision/with/${former}/hand-over`, { id, colleague: second }))
    expect(wordsOf(await worker.get('/supervision'))).toContain('asked to take over')
    await sent(other.post(`/supervision/with/${id}/agree`))
    expect((await supervisor.get(`/supervision/${session}`)).body).not.toContain('Old words')
    expect((await other.get(`/supervision/actions/${action}`)).statusCode).toBe(200)
    expect((await other.get(`/supervision/${session}`)).statusCode).toBe(404)
    await sent(worker.post(`/supervision/with/${id}/show-earlier`, { shown: 'yes' }))
    expect(wordsOf(await other.get(`/supervision/${session}`))).toContain('Old words')
    expect((await other.post(`/supervision/${session}/write`, writing())).statusCode).toBe(404)
    await sent(worker.post(`/supervision/with/${id}/show-earlier`, { shown: 'no' }))
    expect((await other.get(`/supervision/${session}`)).statusCode).toBe(404)
  })

  it('can be objected to', async () => {
    const { former } = await withAction()
    const id = randomUUID()
    await sent(supervisor.post(`/supervision/with/${former}/hand-over`, { id, colleague: second }))
    await sent(worker.post(`/supervision/with/${id}/end`))
    expect((await other.post(`/supervision/with/${id}/agree`)).statusCode).toBe(409)
    const [row] = await rows('select end_reason from supervising where id = $1', id)
    expect(row?.end_reason).toBe('objected')
  })

  it('of two at once asks one colleague', async () => {
    const { former } = await withAction()
    const hand = (colleague: string, by: Visitor) =>
      by.post(`/supervision/with/${former}/hand-over`, { id: randomUUID(), colleague })
    await Promise.all([hand(second, supervisor), hand(people.issuer, supervisor)])
    expect(
      await rows('select id from supervising where follows = $1 and ended_on is null', former),
    ).toHaveLength(1)
  })

  it('lists for the manager whose supervisor left, by name and nothing more', async () => {
    const { former } = await withAction()
    await rows(
      'update membership set valid_to = current_date - 1 where person_id = $1',
      people.assessor,
    )
    try {
      const page = wordsOf(await manager.get('/team/supervision'))
      expect(page).toContain('Tamsin Oyelaran-Pike, before with Farzana')
      expect(page).not.toContain('Old words')
      expect(wordsOf(await other.get('/team/supervision'))).not.toContain('Tamsin')
      const id = randomUUID()
      await sent(manager.post(`/supervision/with/${former}/hand-over`, { id, colleague: second }))
      expect(wordsOf(await manager.get('/team/supervision'))).toContain('has not answered yet')
      await sent(other.post(`/supervision/with/${id}/agree`))
      expect(wordsOf(await manager.get('/team/supervision'))).not.toContain('Tamsin')
    } finally {
      await rows('update membership set valid_to = null where person_id = $1', people.assessor)
    }
  })

  it('that nobody did leaves the worker their actions to finish', async () => {
    const { former, action } = await withAction()
    await sent(supervisor.post(`/supervision/with/${former}/end`))
    const done = { words: 'Carry on', doer: 'worker', version: '1', state: 'done' }
    expect((await supervisor.post(`/supervision/actions/${action}`, done)).statusCode).toBe(404)
    await sent(worker.post(`/supervision/actions/${action}`, done))
    expect(wordsOf(await worker.get(`/supervision/with/${former}`))).toContain('Done')
  })

  it('to themselves, of somebody whose supervisor left, waits for the yes of the worker', async () => {
    const { former, action } = await withAction()
    await sent(supervisor.post(`/supervision/with/${former}/end`))
    const id = randomUUID()
    const taken = { id, colleague: people.issuer }
    await sent(manager.post(`/supervision/with/${former}/hand-over`, taken))
    expect((await manager.get(`/supervision/actions/${action}`)).statusCode).toBe(404)
    expect((await manager.post(`/supervision/with/${id}/agree`)).statusCode).toBe(303)
    expect((await manager.get(`/supervision/actions/${action}`)).statusCode).toBe(404)
    expect(wordsOf(await worker.get('/supervision'))).toContain(
      'would supervise you. Do you agree?',
    )
    await sent(worker.post(`/supervision/with/${id}/agree`))
    expect((await manager.get(`/supervision/actions/${action}`)).statusCode).toBe(200)
  })

  it('is not done once the worker has ended it, also where somebody was asked before', async () => {
    const { former } = await withAction()
    const id = randomUUID()
    const address = `/supervision/with/${former}/hand-over`
    await sent(supervisor.post(address, { id, colleague: second }))
    await sent(worker.post(`/supervision/with/${former}/end`))
    expect((await other.post(`/supervision/with/${id}/agree`)).statusCode).toBe(409)
    const again = { id: randomUUID(), colleague: people.issuer }
    expect((await manager.post(address, again)).statusCode).toBe(404)
    expect(wordsOf(await manager.get('/team/supervision'))).not.toContain('Tamsin')
  })

  it('by whoever may no longer supervise is over: the manager sees who has nobody', async () => {
    const { former, session } = await withAction()
    const taken = await rows(
      `delete from permission_grant where person_id = $1 returning organisation, permission`,
      people.assessor,
    )
    try {
      expect((await supervisor.get(`/supervision/${session}`)).body).not.toContain('Old words')
      expect((await supervisor.get(`/supervision/with/${former}/hand-over`)).statusCode).toBe(404)
      expect(wordsOf(await manager.get('/team/supervision'))).toContain('Tamsin')
      const id = randomUUID()
      await sent(manager.post(`/supervision/with/${former}/hand-over`, { id, colleague: second }))
      await sent(other.post(`/supervision/with/${id}/agree`))
    } finally {
      for (const { organisation, permission } of taken) {
        await rows(
          'insert into permission_grant (person_id, organisation, permission) values ($1, $2, $3)',
          ...[people.assessor, organisation, permission],
        )
      }
    }
  })

  it('by somebody who is neither is not found', async () => {
    const { former } = await withAction()
    for (const one of [peer, stranger, worker, manager]) {
      const address = `/supervision/with/${former}/hand-over`
      expect((await one.get(address)).statusCode).toBe(404)
      expect((await one.post(address, { colleague: second })).statusCode).toBe(404)
    }
  })
})

describe('the record of hours', () => {
  it('names nobody, and each side has its own', async () => {
    const session = await planned(await begin())
    await sent(worker.post(`/supervision/${session}/write`, writing({ minutes: '75' })))
    const file = await supervisor.get('/supervision/record.csv')
    expect(file.headers['content-type']).toContain('text/csv')
    expect(file.body).toContain('"Supervised a support worker","75"')
    expect(file.body).toMatch(/"Confirmed by both","","\d+"/)
    expect(file.body).toMatch(/"Not confirmed yet","","\d+"/)
    expect(file.body).not.toMatch(/Tamsin|Oyelaran/)
    expect(wordsOf(await worker.get('/supervision/record'))).toContain('Had supervision')
    expect(wordsOf(await supervisor.get('/supervision/record'))).not.toMatch(/Tamsin|Oyelaran/)
  })
})
