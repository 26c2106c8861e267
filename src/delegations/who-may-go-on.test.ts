import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { at, atMerrowfell, colleague } from '../../test/at-merrowfell.ts'
import { people, personWith } from '../../test/issue-credential.ts'
import { testSite } from '../../test/site.ts'
import { type Fields, visitor, wordsOf } from '../../test/visitor.ts'
import { asActor } from '../database/as-actor.ts'
import { editionShelf } from '../frameworks/edition-shelf.ts'
import { addDays, dayOf } from '../language/days.ts'
import { partsOfDay } from '../web/posted-form.ts'
import { eraseDelegations } from './delegations-record-store.ts'
import { countDelegationsDue, insertStep } from './delegations-store.ts'
import type { StepKind } from './model/delegation.ts'
import { watchDelegations } from './watch-delegations.ts'

const test = await testSite()
const { superuserClient } = test.database
const merrowfell = await atMerrowfell(test)
const { worker, assessor: therapist, otherAssessor: physio, signed } = merrowfell
const manager = visitor(test.app, await test.signIn(people.issuer))
const today = dayOf(new Date())

const day = (field: string, written: string): Fields => {
  const { day, month, year } = partsOfDay(written)
  return { [`${field}-day`]: day, [`${field}-month`]: month, [`${field}-year`]: year }
}

async function asked(task: string) {
  const id = randomUUID()
  const reply = await therapist.post(`/delegations/new/${people.holder}/decide`, {
    ...{ id, at, level: 'entry', task, words: 'Go over the stool.', consent: 'given' },
    ...{ 'in-care-record': 'yes', supervision: 'nearby' },
    ...{ ...day('starts', today), ...day('review', addDays(today, 60)) },
  })
  expect(reply.statusCode, wordsOf(reply).slice(0, 900)).toBe(303)
  const { rows } = await superuserClient.query('select id from delegation where offer_id = $1', [
    id,
  ])
  return String(rows[0]?.id)
}

const answer = (id: string, kind: string, why = '') =>
  worker.post(`/delegations/${id}/answer`, { answer: kind, why })
const step = (id: string, kind: string, by = worker, why = '') =>
  by.post(`/delegations/${id}/step`, { kind, why })

async function accepted(task: string, why = '') {
  const id = await asked(task)
  expect((await answer(id, 'accepted', why)).statusCode).toBe(303)
  return id
}

async function handedOver(id: string) {
  await therapist.post(`/delegations/${id}/hand-over`, { to: colleague.otherAssessor })
  const taken = await physio.post(`/delegations/${id}/hand-over/answer`, { answer: 'taken' })
  expect(taken.statusCode).toBe(303)
}

const kindsOf = async (id: string) =>
  (
    await superuserClient.query(
      'select kind from delegation_step where delegation_id = $1 order by at',
      [id],
    )
  ).rows.map(({ kind }) => kind)

const page = async (id: string, by = worker) => wordsOf(await by.get(`/delegations/${id}`))

/** As a database may be found: no wall and no trigger in the way. */
const change = (sql: string) =>
  superuserClient.query(`begin; set local session_replication_role = replica; ${sql}; commit`)

async function watch() {
  const actor = { kind: 'job', name: 'watch-delegations' } as const
  const { run } = watchDelegations(test.site, editionShelf(test.site.db, test.site.now))
  await run({ id: 'test', details: {}, actor })
  await test.workOff()
}

const writes = (personId: string, id: string, kind: StepKind) =>
  asActor(test.site.db, personWith(personId), (db) =>
    insertStep(db, { delegationId: id, kind, byId: personId }),
  )

afterEach(() =>
  change(`update registration set ended_at = null where person_id = '${people.assessor}';
    update membership set valid_to = null
      where person_id in ('${people.assessor}', '${people.holder}')`),
)

const unregister = () =>
  change(`update registration set ended_at = now() - interval '1 day'
    where person_id = '${people.assessor}'`)
const leave = (personId: string) =>
  change(`update membership set valid_to = current_date - 1 where person_id = '${personId}'`)

describe('a registrant who is gone', () => {
  it('starts nothing again, and nobody says yes to them', async () => {
    const [id, late] = [await accepted('observations'), await asked('food-diary')]
    await unregister()
    expect(await page(id)).toContain('Paused')
    expect(wordsOf(await worker.get('/delegations/record'))).toContain('Paused')
    expect(await page(late)).toContain('nobody can take it on now')
    expect((await answer(late, 'accepted')).statusCode).toBe(409)
    await expect(writes(people.holder, late, 'accepted')).rejects.toThrow(/row-level security/)
    await watch()
    expect((await step(id, 'resumed', therapist)).statusCode).toBe(409)
    await expect(writes(people.assessor, id, 'resumed')).rejects.toThrow(/row-level security/)
    expect(await kindsOf(id)).toEqual(['accepted', 'delegator-left'])
    expect(await kindsOf(late)).toEqual([])
  })

  it('reads what was shown to them on its day, and nothing since', async () => {
    const { signing } = await signed('3.11')
    const id = await accepted('equipment-practice')
    await change(`update signing set assessed_on = current_date - 400, review_on = current_date - 1
      where id = '${signing}'`)
    expect(await page(id, therapist)).toContain('Lapsed')
    await leave(people.assessor)
    const seen = await page(id, therapist)
    expect(seen).not.toContain('Lapsed')
    expect(seen).toContain('As it stood on')
    const glance = wordsOf(await therapist.get(`/delegations/glance/${people.holder}`))
    expect(glance).not.toContain('Lapsed')
    await change(`update signing set assessed_on = current_date - 9, review_on = current_date + 300
      where id = '${signing}'`)
  })

  it('is not told that they have a day to look at it again', async () => {
    await accepted('stairs-practice')
    const due = async () => {
      const actor = { kind: 'job', name: 'weekly-letter' } as const
      const days = { from: today, to: addDays(today, 400) }
      const all = await asActor(test.site.db, actor, (db) => countDelegationsDue(db, days))
      return all.map(({ personId }) => personId)
    }
    expect(await due()).toContain(people.assessor)
    await leave(people.assessor)
    expect(await due()).not.toContain(people.assessor)
    expect(await due()).toContain(people.holder)
  })
})

describe('a worker who left', () => {
  it('has nothing going on there: it pauses, and both are told', async () => {
    await signed('3.2')
    const id = await accepted('home-hazard-look')
    await leave(people.holder)
    expect(await page(id, therapist)).not.toContain('Going on')
    const letters = (await test.lettersTo('farzana@example.org')).length
    await watch()
    await watch()
    expect(await kindsOf(id)).toEqual(['accepted', 'worker-left'])
    expect((await test.lettersTo('farzana@example.org')).length).toBeGreaterThan(letters)
    expect(await page(id, therapist)).toContain('no longer works where they did')
    expect(await page(id, therapist)).toContain('As it stood on')
    expect((await step(id, 'resumed', therapist)).statusCode).toBe(409)
  })
})

describe('what lapses between the asking and the yes', () => {
  it('is shown as it is, and pauses at once', async () => {
    const { signing } = await signed('3.5')
    const id = await asked('arts-session')
    expect(await page(id, therapist)).toMatch(/3\.5-entry [^.]*\. Signed/)
    await change(`update signing set assessed_on = current_date - 400, review_on = current_date - 1
      where id = '${signing}'`)
    expect(await page(id, therapist)).toMatch(/3\.5-entry [^.]*\. Lapsed/)
    await answer(id, 'accepted')
    expect(await kindsOf(id)).toEqual(['accepted', 'lapsed'])
    expect(await page(id)).toContain('3.5-entry has lapsed or was withdrawn')
    const told = await test.lettersTo('farzana@example.org')
    expect(told.map(({ subject }) => subject)).toContain('A delegated task is paused')
  })

  it('says of which day a list is that nobody looks up any more', async () => {
    const id = await asked('exercise-group')
    await answer(id, 'refused')
    expect(await page(id, therapist)).toContain('As it stood on')
  })
})

describe('after a hand-over', () => {
  it('the next registrant reads no reason given to another one, and no sign-off before a yes', async () => {
    await signed('3.10')
    const id = await accepted('moving-with-a-hoist', 'I am tired after nights.')
    expect(await page(id, therapist)).toContain('tired after nights')
    await handedOver(id)
    const seen = await page(id, physio)
    expect(seen).not.toContain('tired after nights')
    expect(seen).not.toContain('What it rests on')
    expect(await page(id)).toContain('tired after nights')
    expect((await step(id, 'resumed', physio)).statusCode).toBe(409)
    await expect(writes(colleague.otherAssessor, id, 'resumed')).rejects.toThrow('does not follow')
    await step(id, 'ready', worker, 'Only by day.')
    const shown = await page(id, physio)
    expect(shown).toContain('Only by day.')
    expect(shown).toMatch(/3\.10-entry [^.]*\. Signed/)
    expect((await step(id, 'resumed', physio)).statusCode).toBe(303)
    expect(await page(id)).toContain('Going on')
  })
})

describe('a pause', () => {
  it('keeps why, also where it is paused already', async () => {
    const id = await accepted('walking-practice')
    await step(id, 'paused', therapist)
    await step(id, 'paused', worker, 'The frame is loose.')
    expect(await page(id, therapist)).toContain('The frame is loose.')
    expect((await step(id, 'resumed', therapist)).statusCode).toBe(409)
  })
})

describe('the order of steps', () => {
  it('is kept by the database', async () => {
    const id = await asked('outcome-measure')
    await expect(writes(people.assessor, id, 'paused')).rejects.toThrow('does not follow')
    await step(id, 'withdrawn', therapist)
    await expect(writes(people.holder, id, 'accepted')).rejects.toThrow('does not follow')
    const going = await accepted('nutrition-screen')
    await expect(writes(people.assessor, going, 'resumed')).rejects.toThrow('does not follow')
    await step(going, 'given-back')
    await expect(writes(people.holder, going, 'paused')).rejects.toThrow('does not follow')
  })
})

describe('finding one’s way', () => {
  it('leads from the team to delegating, with one’s own profession chosen', async () => {
    expect((await therapist.get('/team')).body).toContain('href="/delegations"')
    const choose = await therapist.get(`/delegations/new/${people.holder}?at=${at}`)
    expect(choose.body).toMatch(/value="occupational-therapy"[^>]*selected/)
    await change(`update person set profession = null where id = '${people.assessor}'`)
    const registered = await therapist.get(`/delegations/new/${people.holder}?at=${at}`)
    expect(registered.body).toMatch(/value="occupational-therapy"[^>]*selected/)
    expect((await manager.get('/team')).statusCode).toBe(200)
  })

  it('says which standard, and that nobody has checked the page', async () => {
    const reply = await worker.get(`/delegations/${await asked('foot-check')}`)
    expect(reply.body).toContain('https://www.hcpc-uk.org/standards/')
    expect(wordsOf(reply)).toContain('not checked on the page itself')
  })
})

describe('a worker whose account is erased', () => {
  it('leaves no words that were written for them, nor their name on a task of their own', async () => {
    const id = await accepted('eye-exercises', 'My own words.')
    await change(`update delegation set consent = 'not-needed', consent_because = 'About Tamsin'
      where id = '${id}'`)
    await superuserClient.query(
      `insert into delegation_addon (id, organisation, title, about, edition, codes, ends_on, made_by)
        select gen_random_uuid(), organisation, 'Pool steps', 'Rails.', edition, codes, current_date,
          worker_id from delegation where id = $1`,
      [id],
    )
    await superuserClient.query(
      `insert into account_closing (id, person_id, asked_at, erase_after)
        values (gen_random_uuid(), $1, now() - interval '30 days', now() - interval '1 day')`,
      [people.holder],
    )
    await asActor(test.site.db, { kind: 'job', name: 'erase-account' }, (db) =>
      eraseDelegations(db, { personId: people.holder }),
    )
    const { rows } = await superuserClient.query(
      `select words, consent_because, worker_shown ->> 'name' as name,
          (select count(*)::integer from delegation_reason where delegation_id = delegation.id) as why,
          (select count(*)::integer from delegation_addon where made_by = worker_id) as made
        from delegation where id = $1`,
      [id],
    )
    const gone = 'Taken out when the account was closed'
    const name = 'Somebody whose account is closed'
    expect(rows).toEqual([{ words: gone, consent_because: gone, name, why: 0, made: 0 }])
  })
})
