import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { at, atMerrowfell, colleague } from '../../test/at-merrowfell.ts'
import { people } from '../../test/issue-credential.ts'
import { testSite } from '../../test/site.ts'
import { type Fields, visitor, wordsOf } from '../../test/visitor.ts'
import { editionShelf } from '../frameworks/edition-shelf.ts'
import { addDays, dayOf } from '../language/days.ts'
import { partsOfDay } from '../web/posted-form.ts'
import { readTasks } from './tasks-content.ts'
import { watchDelegations } from './watch-delegations.ts'

const test = await testSite()
const { superuserClient } = test.database
const merrowfell = await atMerrowfell(test)
const { worker, assessor: therapist, otherAssessor: physio, elsewhere, signed } = merrowfell
const manager = visitor(test.app, await test.signIn(people.issuer))
const today = dayOf(new Date())

const day = (field: string, written: string): Fields => {
  const { day, month, year } = partsOfDay(written)
  return { [`${field}-day`]: day, [`${field}-month`]: month, [`${field}-year`]: year }
}

const decision = (task: string | readonly string[], fields: Fields = {}): Fields => ({
  ...{ id: randomUUID(), at, level: 'entry', task, words: 'Go over the stool. Stop if in pain.' },
  ...{ consent: 'given', 'in-care-record': 'yes', supervision: 'nearby' },
  ...{ ...day('starts', today), ...day('review', addDays(today, 60)), ...fields },
})

const decide = `/delegations/new/${people.holder}/decide`

async function asked(task: string, fields: Fields = {}, by = therapist) {
  const made = decision(task, fields)
  const reply = await by.post(decide, made)
  expect(reply.headers.location, wordsOf(reply).slice(0, 2000)).toBe('/delegations?done=asked')
  const { rows } = await superuserClient.query('select id from delegation where offer_id = $1', [
    made.id,
  ])
  return String(rows[0]?.id)
}

const answer = (id: string, kind: string, why = '', by = worker) =>
  by.post(`/delegations/${id}/answer`, { answer: kind, why })

const step = (id: string, kind: string, by = worker, why = '') =>
  by.post(`/delegations/${id}/step`, { kind, why })

async function accepted(task: string) {
  const id = await asked(task)
  expect((await answer(id, 'accepted')).statusCode).toBe(303)
  return id
}

describe('a task that is delegated', () => {
  it('is asked for, taken on by the worker, and seen by the two', async () => {
    await signed('3.11')
    const look = wordsOf(
      await therapist.get(`${decide}?at=${at}&level=entry&task=equipment-practice`),
    )
    expect(look).toContain('There may be more')
    expect(look).toContain('Signed by Farzana Whitlock-Rahimi, Merrowfell Hospitals NHS Trust')
    expect(look).toContain('Standards of conduct, performance and ethics, 4.1')
    const id = await asked('equipment-practice')
    const own = wordsOf(await worker.get(`/delegations/${id}`))
    expect(own).toContain('You can say no.')
    expect((await answer(id, 'accepted')).headers.location).toContain('done=accepted')
    const page = wordsOf(await therapist.get(`/delegations/${id}`))
    expect(page).toContain('Going on')
    expect(page).toContain('Tamsin Oyelaran-Pike showed you this for this task')
    expect(wordsOf(await therapist.get('/delegations'))).toContain('To Tamsin Oyelaran-Pike')
    expect(wordsOf(await worker.get('/delegations'))).toContain('From Farzana Whitlock-Rahimi')
  })

  it('is refused, and only the two see it and why', async () => {
    const id = await asked('kitchen-practice')
    await answer(id, 'refused', 'I have not used that hob.')
    const page = wordsOf(await therapist.get(`/delegations/${id}`))
    expect(page).toContain('Not taken on')
    expect(page).toContain('I have not used that hob.')
    for (const other of [physio, elsewhere, manager]) {
      expect((await other.get(`/delegations/${id}`)).statusCode).toBe(404)
    }
  })
})

const offer = (id: string) =>
  superuserClient
    .query('select kind, codes from delegation_step where delegation_id = $1 order by at', [id])
    .then(({ rows }) => rows as { kind: string; codes: string[] }[])
const kindsOf = async (id: string) => (await offer(id)).map(({ kind }) => kind)

async function watch() {
  const actor = { kind: 'job', name: 'watch-delegations' } as const
  const { run } = watchDelegations(test.site, editionShelf(test.site.db, test.site.now))
  await run({ id: 'test', details: {}, actor })
  await test.workOff()
}

describe('pausing, going on, and ending', () => {
  it('is done at once by either, and each of them lifts their own', async () => {
    const id = await accepted('walking-practice')
    const replies = await Promise.all([step(id, 'paused'), step(id, 'paused', therapist)])
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([303, 303])
    await step(id, 'paused')
    expect(await kindsOf(id)).toEqual(['accepted', 'paused', 'paused'])
    expect(wordsOf(await worker.get(`/delegations/${id}`))).toContain('Do not go on with it')
    expect((await step(id, 'resumed')).statusCode).toBe(404)
    expect((await step(id, 'resumed', therapist)).statusCode).toBe(409)
    expect((await step(id, 'ready', therapist)).statusCode).toBe(404)
    expect(wordsOf(await worker.get(`/delegations/${id}`))).toContain('I go on with it')
    await Promise.all([step(id, 'ready'), step(id, 'ready')])
    expect(await kindsOf(id)).toEqual(['accepted', 'paused', 'paused', 'ready'])
    expect(wordsOf(await worker.get(`/delegations/${id}`))).toContain('Paused')
    expect((await step(id, 'resumed', therapist)).statusCode).toBe(303)
    expect(wordsOf(await worker.get(`/delegations/${id}`))).toContain('Going on')
  })

  it('is harmless when sent twice, and refused after the end', async () => {
    const id = await accepted('stairs-practice')
    await step(id, 'given-back', worker, 'My back.')
    expect((await step(id, 'given-back')).statusCode).toBe(303)
    expect((await step(id, 'paused')).statusCode).toBe(409)
    expect((await step(id, 'withdrawn', therapist)).statusCode).toBe(409)
    expect(await kindsOf(id)).toEqual(['accepted', 'given-back'])
  })

  it('cannot be answered after it was withdrawn, nor answered otherwise in a second tab', async () => {
    const gone = await asked('exercise-group')
    await step(gone, 'withdrawn', therapist)
    const late = await answer(gone, 'accepted')
    expect(late.statusCode).toBe(409)
    expect(wordsOf(late)).toContain('This was ended, so nothing was changed.')
    const twice = await asked('exercise-programme')
    const both = await Promise.all([answer(twice, 'accepted'), answer(twice, 'refused')])
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409])
    expect(await kindsOf(twice)).toHaveLength(1)
  })

  it('is of the two alone: nobody else can answer, pause, read or take it over', async () => {
    const id = await asked('outcome-measure')
    for (const other of [physio, elsewhere, manager]) {
      expect((await answer(id, 'accepted', '', other)).statusCode).toBe(404)
      expect((await step(id, 'paused', other)).statusCode).toBe(404)
      expect((await other.get(`/delegations/${id}/hand-over`)).statusCode).toBe(404)
      expect(
        (await other.post(`/delegations/${id}/hand-over/answer`, { answer: 'taken' })).statusCode,
      ).toBe(404)
    }
    expect((await answer(id, 'accepted', '', therapist)).statusCode).toBe(404)
    expect(await kindsOf(id)).toEqual([])
  })

  it('moves its review while somebody is away, and nothing else changes', async () => {
    const id = await accepted('observations')
    const past = await worker.post(`/delegations/${id}/review`, day('review', addDays(today, -1)))
    expect(past.statusCode).toBe(422)
    expect(wordsOf(past)).toContain('The review date must be in the future')
    const moved = await worker.post(`/delegations/${id}/review`, day('review', addDays(today, 90)))
    expect(moved.statusCode).toBe(303)
    expect(wordsOf(await therapist.get(`/delegations/${id}`))).toContain('Going on')
    expect(wordsOf(await therapist.get(`/delegations/${id}`))).toContain('Review moved to')
  })
})

describe('what is refused before it is sent', () => {
  it.each([
    ['a review in the past', day('review', addDays(today, -1)), 'must be in the future'],
    ['a first day in the past', day('starts', addDays(today, -1)), 'must be today or later'],
    ['a review before the first day', day('starts', addDays(today, 61)), 'after the first day'],
    ['no words', { words: '' }, 'Enter what to do, and when to stop'],
    ['consent nobody recorded', { 'in-care-record': '' }, 'Record it in the care record first'],
    ['no consent and no cause', { consent: 'not-needed' }, 'Enter why consent is not needed'],
    ['no supervision', { supervision: '' }, 'Select how you will supervise'],
    ['an NHS number', { words: 'Walk with 943 476 5919' }, 'It belongs in the care record'],
  ])('%s', async (_, fields, message) => {
    const reply = await therapist.post(decide, decision('foot-check', fields as Fields))
    expect(reply.statusCode).toBe(422)
    expect(wordsOf(reply)).toContain(message)
  })

  it('an NHS number in a reason', async () => {
    const id = await asked('nutrition-screen')
    const reply = await answer(id, 'refused', 'It is about 943 476 5919')
    expect(reply.statusCode).toBe(422)
    expect(wordsOf(reply)).toContain('It belongs in the care record')
    expect(await kindsOf(id)).toEqual([])
  })

  it('two hundred tasks, and none', async () => {
    const all = readTasks().tasks.map(({ slug }) => slug)
    const many = await therapist.post(decide, decision([...all, ...Array(200).fill('x')]))
    expect(many.statusCode).toBe(422)
    expect(wordsOf(many)).toContain('Select 8 tasks or fewer')
    expect((await therapist.post(decide, decision([]))).statusCode).toBe(422)
  })

  it('oneself, a stranger, and what one may not delegate', async () => {
    const self = `/delegations/new/${people.assessor}`
    expect((await therapist.get(`${self}?at=${at}`)).statusCode).toBe(404)
    const stranger = `/delegations/new/${colleague.elsewhere}/decide`
    expect((await therapist.post(stranger, decision('observations'))).statusCode).toBe(404)
    expect((await worker.post(decide, decision('observations'))).statusCode).toBe(404)
    expect((await manager.get('/delegations/new')).statusCode).toBe(404)
  })

  it('the same form twice: it is one offer', async () => {
    const made = decision('food-diary')
    await Promise.all([therapist.post(decide, made), therapist.post(decide, made)])
    const { rows } = await superuserClient.query('select id from delegation where offer_id = $1', [
      made.id,
    ])
    expect(rows).toHaveLength(1)
  })
})

describe('what the delegator sees', () => {
  it('is of their own organisation until the worker says yes, and of all of it then', async () => {
    const { signing } = await signed('3.10')
    await superuserClient.query(
      `alter table signing disable trigger user;
       update signing set organisation = 'ostlewick-community' where id = '${signing}';
       alter table signing enable trigger user`,
    )
    const id = await asked('moving-with-a-hoist')
    const before = wordsOf(await therapist.get(`/delegations/${id}`))
    expect(before).toMatch(/3\.10-entry [^.]*\. Not signed/)
    await answer(id, 'accepted')
    expect(wordsOf(await therapist.get(`/delegations/${id}`))).toMatch(/3\.10-entry [^.]*\. Signed/)
    await step(id, 'withdrawn', therapist)
  })

  it('is told to the worker, who sees who looked', async () => {
    const seen = wordsOf(await worker.get('/account/who-looked'))
    expect(seen).toContain('looked at what is signed on the statements of a task')
  })

  it('never says that anybody is safe, competent or cleared', async () => {
    const id = await accepted('equipment-for-theatre')
    const pages = [
      ...['/delegations', `/delegations/${id}`, '/delegations/tasks', '/delegations/record'],
      ...['/delegations/tasks/equipment-practice', '/delegations/code'],
    ]
    const theirs = [
      ...['/delegations', `/delegations/${id}`, '/delegations/glance', '/delegations/local-tasks'],
      ...[`/delegations/glance/${people.holder}`, '/delegations/new?name=tamsin'],
      ...[`/delegations/new/${people.holder}?profession=`, `/delegations/${id}/hand-over`],
      `${decide}?task=observations&level=entry`,
    ]
    for (const [who, all] of [
      [worker, pages],
      [therapist, theirs],
    ] as const) {
      for (const address of all) {
        const reply = await who.get(address)
        expect(reply.statusCode, address).toBe(200)
        // The framework's own words are not ours about anybody.
        const body = reply.body.replace(/<span data-wording[^>]*>[^<]*<\/span>/g, '')
        expect(wordsOf({ ...reply, body }), address).not.toMatch(/\b(safe|competent|cleared)\b/i)
      }
    }
  })
})

describe('when something lapses', () => {
  const lapse = (signing: string) =>
    superuserClient.query(
      `alter table signing disable trigger user;
       update signing set assessed_on = current_date - 400, review_on = current_date - 1
         where id = '${signing}';
       alter table signing enable trigger user`,
    )

  it('pauses once, says which statement, and both are told', async () => {
    const { signing } = await signed('3.5')
    const id = await accepted('arts-session')
    await watch()
    expect(await kindsOf(id)).toEqual(['accepted'])
    await lapse(signing)
    const letters = (await test.lettersTo('tamsin@example.org')).length
    await watch()
    await watch()
    expect(await offer(id)).toMatchObject([{ kind: 'accepted' }, { kind: 'lapsed' }])
    expect((await offer(id))[1]?.codes).toEqual(['3.5-entry'])
    const page = wordsOf(await worker.get(`/delegations/${id}`))
    expect(page).toContain('3.5-entry has lapsed or was withdrawn.')
    expect(page).toContain('You have done nothing wrong.')
    const told = await test.lettersTo('tamsin@example.org')
    expect(told).toHaveLength(letters + 1)
    expect(told.at(-1)?.subject).toBe('A delegated task is paused')
    expect(told.at(-1)?.text).not.toContain('3.5')
    // Both have looked: it does not pause again for what they know.
    await step(id, 'resumed', therapist)
    await watch()
    expect((await kindsOf(id)).at(-1)).toBe('resumed')
  })

  it('pauses as soon as a sign-off is withdrawn, without waiting for the next look', async () => {
    const { signing } = await signed('3.2')
    const id = await accepted('home-hazard-look')
    const reply = await merrowfell.issuer.post(`/team/issued/${signing}/withdraw`, {
      codes: await merrowfell.codesOf('3.2', 'entry'),
      ...{ cause: 'error', explanation: 'Signed for the wrong day.', understood: 'yes' },
    })
    expect(reply.statusCode).toBe(303)
    await test.workOff()
    expect((await offer(id)).at(-1)).toEqual({ kind: 'lapsed', codes: ['3.2-entry'] })
  })

  it('leaves alone what was not signed when both agreed', async () => {
    const id = await accepted('eye-exercises')
    await watch()
    expect(await kindsOf(id)).toEqual(['accepted'])
  })
})

describe('a registrant who is gone', () => {
  it('asks nobody any more, is paused, and a manager hands it over to one who takes it', async () => {
    const id = await accepted('follow-up-call')
    const refusedOne = await asked('limb-and-brace-care')
    await answer(refusedOne, 'refused', 'Not yet.')
    await superuserClient.query(
      `update registration set ended_at = now() - interval '1 day' where person_id = $1`,
      [people.assessor],
    )
    const late = await therapist.post(decide, decision('observations'))
    expect([404, 409]).toContain(late.statusCode)
    await watch()
    expect(await kindsOf(id)).toEqual(['accepted', 'delegator-left'])
    const list = wordsOf(await manager.get('/delegations'))
    expect(list).toContain('Need another registrant')
    expect(list).toContain('Make a follow-up call')
    expect(list).not.toContain('limb, splint')
    expect((await manager.get(`/delegations/${id}`)).statusCode).toBe(404)
    const reply = await manager.post(`/delegations/${id}/hand-over`, {
      to: colleague.otherAssessor,
    })
    expect(reply.statusCode).toBe(303)
    expect(wordsOf(await physio.get('/delegations'))).toContain('You are asked to take over')
    expect(wordsOf(await physio.get(`/delegations/${id}`))).toContain('Will you take it over?')
    const taken = await physio.post(`/delegations/${id}/hand-over/answer`, { answer: 'taken' })
    expect(taken.statusCode).toBe(303)
    expect(await kindsOf(id)).toEqual(['accepted', 'delegator-left', 'handed-over'])
    expect((await therapist.get(`/delegations/${id}`)).statusCode).toBe(404)
    expect((await step(id, 'resumed', physio)).statusCode).toBe(409)
    expect((await step(id, 'ready')).statusCode).toBe(303)
    expect((await step(id, 'resumed', physio)).statusCode).toBe(303)
    expect(wordsOf(await worker.get(`/delegations/${id}`))).toContain('Dominik Hartshorne-Lee')
    await superuserClient.query(
      `insert into registration (person_id, regulator, number, profession)
        select person_id, regulator, number, profession from registration where person_id = $1`,
      [people.assessor],
    )
  })

  const past = (change: string) =>
    superuserClient.query(
      `begin; set local session_replication_role = replica;
       ${change} where person_id = '${people.assessor}'; commit`,
    )

  it.each([
    ['their job ended yesterday', 'membership', 'valid_to'],
    ['their permission ran out', 'permission_grant', 'expires_on'],
  ])('where %s', async (_, table, column) => {
    await past(`update ${table} set ${column} = current_date - 1`)
    const reply = await therapist.post(decide, decision('observations'))
    expect(reply.statusCode).toBe(404)
    await past(`update ${table} set ${column} = null`)
  })
})

describe('across employers', () => {
  const [quillbourne, careWorker] = [
    'quillbourne-adult-social-care',
    'a9dbc668-4cbc-4297-a0b1-139e23170286',
  ]
  const codeOf = (body: string) => /data-code[^>]*>([A-Z0-9 ]+)</.exec(body)?.[1] ?? ''

  it('begins with a code, needs the employer’s yes, and shows the employer no refusal', async () => {
    const paid = visitor(test.app, await test.signIn(careWorker))
    const employer = visitor(test.app, await test.signIn('d4c0cf46-3351-4da1-8679-210be51133ca'))
    const made = await paid.post('/delegations/code', { employer: quillbourne })
    const code = codeOf(made.body)
    const opened = await therapist.post('/delegations/new/code', { code, at })
    expect(opened.headers.location).toBe(`/delegations/new/${careWorker}?at=${at}`)
    expect((await physio.post('/delegations/new/code', { code, at })).statusCode).toBe(422)
    expect((await physio.get(`/delegations/new/${careWorker}?at=${at}`)).statusCode).toBe(404)
    const form = decision(['home-therapy-by-care-worker', 'reablement-visit'])
    const sent = await therapist.post(`/delegations/new/${careWorker}/decide`, form)
    expect(sent.statusCode).toBe(303)
    const { rows } = await superuserClient.query(
      'select id, task from delegation where offer_id = $1 order by task',
      [form.id],
    )
    const [taken, refused] = rows.map(({ id }) => String(id))
    // Nothing to see before the worker's yes: so a no, and no answer, look the same.
    for (const one of [taken, refused]) {
      expect((await employer.get(`/delegations/${one}`)).statusCode).toBe(404)
      expect((await answer(String(one), 'agreed', '', employer)).statusCode).toBe(404)
    }
    expect(wordsOf(await employer.get('/delegations'))).not.toContain('Follow a reablement plan')
    await answer(String(taken), 'accepted', '', paid)
    await answer(String(refused), 'refused', 'Too far away.', paid)
    expect(wordsOf(await therapist.get(`/delegations/${taken}`))).toContain(
      'Waits for the employer',
    )
    const list = wordsOf(await employer.get('/delegations'))
    expect(list).toContain('Carry a therapy plan through the day')
    expect(list).not.toContain('Follow a reablement plan')
    expect((await employer.get(`/delegations/${refused}`)).statusCode).toBe(404)
    expect(wordsOf(await employer.get(`/delegations/${taken}`))).not.toContain('What it rests on')
    expect((await answer(String(taken), 'agreed', '', employer)).statusCode).toBe(303)
    expect(wordsOf(await paid.get(`/delegations/${taken}`))).toContain('Going on')
  })

  it('records of a personal assistant’s own employer a role and a day, and nobody', async () => {
    const paid = visitor(test.app, await test.signIn(careWorker))
    const made = await paid.post('/delegations/code', { employer: 'own:employer' })
    await therapist.post('/delegations/new/code', { code: codeOf(made.body), at })
    const address = `/delegations/new/${careWorker}/decide`
    const without = await therapist.post(address, decision('splint-and-position-at-home'))
    expect(without.statusCode).toBe(422)
    expect(wordsOf(without)).toContain('Enter the day on which their employer agreed')
    const form = decision('splint-and-position-at-home', day('agreed', today))
    expect((await therapist.post(address, form)).statusCode).toBe(303)
    const { rows } = await superuserClient.query(
      'select id, worker_at, arrangement from delegation where offer_id = $1',
      [form.id],
    )
    expect(rows).toMatchObject([{ worker_at: null, arrangement: 'own-employer' }])
    await answer(String(rows[0]?.id), 'accepted', '', paid)
    expect(wordsOf(await paid.get(`/delegations/${rows[0]?.id}`))).toContain('Going on')
  })

  it('ends with the code: an ended one and a wrong one open nothing', async () => {
    const paid = visitor(test.app, await test.signIn(careWorker))
    const made = await paid.post('/delegations/code', { employer: quillbourne })
    const [, id] = /code\/([0-9a-f-]{36})\/end/.exec(made.body) ?? []
    expect((await worker.post(`/delegations/code/${id}/end`)).statusCode).toBe(404)
    expect((await paid.post(`/delegations/code/${id}/end`)).statusCode).toBe(303)
    for (const code of [codeOf(made.body), 'ABCDEFGHJK', '']) {
      expect((await therapist.post('/delegations/new/code', { code, at })).statusCode).toBe(422)
    }
  })
})

describe('tasks of an organisation’s own', () => {
  const task = (fields: Fields = {}): Fields => ({
    ...{ id: randomUUID(), organisation: at, title: 'Check the hydrotherapy pool steps' },
    ...{ about: 'Looking at rails and steps before a session.', codes: '3.11-entry\n5.5-entry' },
    ...{ ...day('ends', addDays(today, 30)), ...fields },
  })

  it('are offered until their day, and taken out', async () => {
    const made = task()
    expect((await therapist.post('/delegations/local-tasks', made)).statusCode).toBe(303)
    const listed = wordsOf(await worker.get('/delegations/tasks?profession='))
    expect(listed).toContain('Check the hydrotherapy pool steps')
    expect(wordsOf(await elsewhere.get('/delegations/tasks?profession='))).not.toContain('hydro')
    await superuserClient.query(`update delegation_addon set ends_on = current_date - 1`)
    expect(wordsOf(await worker.get('/delegations/tasks?profession='))).not.toContain('hydro')
    expect((await worker.get(`/delegations/tasks/${made.id}`)).statusCode).toBe(404)
    const out = `/delegations/local-tasks/${made.id}/take-out`
    expect((await worker.post(out)).statusCode).toBe(404)
    expect((await therapist.post(out)).statusCode).toBe(303)
    expect((await therapist.post(out)).statusCode).toBe(404)
  })

  it.each([
    ['a code that there is not', { codes: '3.11-entry 99.9-entry' }, 'no statement 99.9-entry'],
    ['no code', { codes: '' }, 'Enter the codes'],
    ['a last day in the past', day('ends', addDays(today, -1)), 'must be today or later'],
    ['a last day far off', day('ends', addDays(today, 800)), 'within a year'],
  ])('are strict about %s', async (_, fields, message) => {
    const reply = await therapist.post('/delegations/local-tasks', task(fields as Fields))
    expect(reply.statusCode).toBe(422)
    expect(wordsOf(reply)).toContain(message)
  })

  it('are for those who delegate or manage there', async () => {
    expect((await worker.get('/delegations/local-tasks')).statusCode).toBe(404)
    expect((await worker.post('/delegations/local-tasks', task())).statusCode).toBe(404)
    const other = task({ organisation: 'ostlewick-community' })
    expect((await therapist.post('/delegations/local-tasks', other)).statusCode).toBe(422)
  })
})

describe('a worker’s own pages', () => {
  it('say where they stand on a task, what would help, and whom to ask', async () => {
    const page = wordsOf(await worker.get('/delegations/tasks/kitchen-practice'))
    expect(page).toContain('May I be asked to do this?')
    expect(page).toContain('A registered professional decides each time')
    expect(page).toContain('Ask a colleague to watch you do 5.5-entry and sign it')
    expect(page).toContain('Farzana Whitlock-Rahimi')
    expect((await worker.get('/delegations/tasks/no-such-task')).statusCode).toBe(404)
  })

  it('give their record as a file, and say who decides on pay', async () => {
    const page = wordsOf(await worker.get('/delegations/record'))
    expect(page).toContain('No pay band follows from this list')
    const file = await worker.get('/delegations/record.csv')
    expect(file.headers['content-type']).toContain('text/csv')
    expect(file.body).toContain('"Practise in the kitchen"')
    expect(file.body).toContain('"Not taken on"')
    expect((await elsewhere.get('/delegations/record.csv')).body).not.toContain('kitchen')
  })

  it('say that nobody delegates to an unpaid carer, and where teaching one is kept', async () => {
    const page = await worker.get('/delegations')
    expect(wordsOf(page)).toContain('Nobody delegates to an unpaid carer.')
    expect(page.body).toContain('/passport/evidence/for/3.11.2-entry')
    expect((await worker.get('/passport/evidence/for/3.11.2-entry')).statusCode).toBe(200)
  })
})

describe('the glance', () => {
  it('shows what one worker does for me now, with its age, and to nobody else', async () => {
    const page = wordsOf(await therapist.get(`/delegations/glance/${people.holder}`))
    expect(page).toMatch(/As of \d+ \w+ \d{4} at \d+:\d\d/)
    expect(page).toContain('Practise using equipment with a person')
    expect((await worker.get(`/delegations/glance/${people.holder}`)).statusCode).toBe(404)
    expect((await manager.get(`/delegations/glance/${people.holder}`)).statusCode).toBe(404)
  })

  it('goes along on a phone of one’s own, as part of the copy that is wiped with it', async () => {
    const copy = await therapist.get('/passport/offline/copy')
    expect(wordsOf(copy)).toContain('Delegated by me')
    expect(wordsOf(copy)).toContain('Practise using equipment with a person')
    expect(wordsOf(copy)).toMatch(/As it was on \d+ \w+ \d{4} at/)
    expect(copy.headers['cache-control']).toBe('no-store')
    expect(wordsOf(await worker.get('/passport/offline/copy'))).not.toContain('Delegated by me')
  })
})
