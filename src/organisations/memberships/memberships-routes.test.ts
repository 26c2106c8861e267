/** Managers' pages: who works here, what they may do, and what a manager may never do. */
import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { people, personWith } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { type Visitor, visitor, wordsOf } from '../../../test/visitor.ts'
import { listMemberships } from '../../accounts/accounts-store.ts'
import type { Permission } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import { addDays, dayOf } from '../../language/days.ts'

const twinTitles = ['Twin of a job', 'Other twin']
const { app, site, database, signIn } = await testSite()
const { ownerDb } = database

const trust = 'merrowfell-hospitals'
const council = 'quillbourne-adult-social-care'
const worker: string = people.holder
const reablementWorker = 'a9dbc668-4cbc-4297-a0b1-139e23170286'
const managers: { readonly trust: string; readonly council: string } = {
  trust: people.issuer,
  council: 'd4c0cf46-3351-4da1-8679-210be51133ca',
}
const today = dayOf(new Date())

const as = async (id: string): Promise<Visitor> => visitor(app, await signIn(id))
const manager = await as(managers.trust)
const elsewhere = await as(managers.council)

const personPage = (id: string, at = trust) => `/orgs/${at}/people/${id}`
const give = (id: string, permission: string, by = manager, months = '12') =>
  by.post(`${personPage(id)}/permissions`, { permission, months })

async function grantsOf(personId: string, organisation = trust) {
  return ownerDb
    .selectFrom('permission_grant')
    .where('person_id', '=', personId)
    .where('organisation', '=', organisation)
    .selectAll()
    .orderBy('granted_at')
    .execute()
}

async function jobOf(personId: string, organisation = trust) {
  return ownerDb
    .selectFrom('membership')
    .where('person_id', '=', personId)
    .where('organisation', '=', organisation)
    .orderBy('valid_from', 'desc')
    .selectAll()
    .executeTakeFirstOrThrow()
}

/** As the demonstration has it, whatever a test did. */
beforeEach(async () => {
  await ownerDb
    .deleteFrom('permission_grant')
    .where('person_id', 'in', [worker, people.assessor, reablementWorker])
    .execute()
  await ownerDb
    .deleteFrom('permission_grant')
    .where('permission', '=', 'manage-team')
    .where('person_id', 'not in', Object.values(managers))
    .execute()
  await sql`update membership set valid_to = null, ended_by = null, valid_from = '2026-01-01'`.execute(
    ownerDb,
  )
  await restore(people.assessor, 'assess')
  for (const [at, id] of [[trust, managers.trust] as const, [council, managers.council] as const]) {
    await ownerDb
      .deleteFrom('permission_grant')
      .where('person_id', '=', id)
      .where('permission', '=', 'manage-team')
      .execute()
    await restore(id, 'manage-team', at)
  }
})

async function restore(person_id: string, permission: Permission, organisation = trust) {
  await ownerDb
    .insertInto('permission_grant')
    .values({ person_id, organisation, permission })
    .execute()
}

describe('the people of an organisation', () => {
  it('are shown to who manages people there, with their jobs and what they may do', async () => {
    const words = wordsOf(await manager.get(`/orgs/${trust}/people`))
    expect(words).toContain('Tamsin Oyelaran-Pike')
    expect(words).toContain('Farzana Whitlock-Rahimi')
    expect(words).toContain('Sign off')
    expect(words).not.toContain('Rhodri Kapasi')
  })

  it('are found by a part of a name or a job, whatever its accents, and by nothing else', async () => {
    const found = async (q: string) => wordsOf(await manager.get(`/orgs/${trust}/people?q=${q}`))
    expect(await found('oyélaran')).toContain('Tamsin')
    expect(await found('stroke')).toContain('Farzana')
    expect(await found('stroke')).not.toContain('Tamsin')
    expect(await found('%25')).toContain('Nobody was found')
    expect(await found("'; drop table person")).toContain('Nobody was found')
  })

  it('are nobody’s who does not manage people there', async () => {
    for (const other of [elsewhere, await as(worker), await as(people.assessor)]) {
      for (const page of ['', '/reviews', '/invite', '/invitations', `/${worker}`]) {
        expect((await other.get(`/orgs/${trust}/people${page}`)).statusCode).toBe(404)
      }
    }
    const stranger = await visitor(app).get(`/orgs/${trust}/people`)
    expect([stranger.statusCode, stranger.headers.location]).toEqual([
      303,
      expect.stringContaining('/sign-in'),
    ])
  })

  it('who start soon or have left are shown apart, and not for ever', async () => {
    const show = async (which: string) =>
      wordsOf(await manager.get(`/orgs/${trust}/people?show=${which}`))
    const set = (dates: { valid_from?: string; valid_to?: string }) =>
      ownerDb.updateTable('membership').set(dates).where('person_id', '=', worker).execute()
    await set({ valid_from: addDays(today, 3) })
    expect(await show('starting')).toContain('Tamsin')
    expect(await show('now')).not.toContain('Tamsin')
    await set({ valid_from: '2026-01-01', valid_to: addDays(today, -3) })
    expect(await show('left')).toContain('Tamsin')
    expect((await manager.get(personPage(worker))).statusCode).toBe(200)
    await set({ valid_to: addDays(today, -91) })
    expect(await show('left')).not.toContain('Tamsin')
    expect((await manager.get(personPage(worker))).statusCode).toBe(404)
  })
})

describe('a person’s page', () => {
  it('shows this employer’s part alone: of somebody with two jobs, one', async () => {
    await ownerDb
      .insertInto('membership')
      .values({
        ...{ person_id: worker, organisation: council, job_title: 'Bank reablement worker' },
        valid_from: '2026-01-01',
      })
      .execute()
    await restore(worker, 'assess', council)
    const here = wordsOf(await manager.get(personPage(worker)))
    expect(here).toContain('Occupational therapy assistant')
    expect(here).not.toMatch(/Bank reablement|Quillbourne|Until/)
    const there = wordsOf(await elsewhere.get(personPage(worker, council)))
    expect(there).toContain('Bank reablement worker')
    expect(there).toContain('Sign off')
    expect(there).not.toMatch(/Occupational therapy assistant|Merrowfell/)
    const own = wordsOf(await (await as(worker)).get('/account/jobs'))
    expect(own).toContain('Bank reablement worker')
    expect(own).toContain('Occupational therapy assistant')
    await ownerDb
      .deleteFrom('membership')
      .where('person_id', '=', worker)
      .where('organisation', '=', council)
      .execute()
  })

  it('is noted for the person to read who looked', async () => {
    await manager.get(personPage(worker))
    const seen = await ownerDb
      .selectFrom('viewing')
      .where('holder_id', '=', worker)
      .where('what', '=', 'person')
      .select(['viewer_id', 'organisation'])
      .execute()
    expect(seen).toContainEqual({ viewer_id: managers.trust, organisation: trust })
  })

  it('of somebody who works elsewhere is not found, whatever is asked of it', async () => {
    const page = personPage(reablementWorker)
    expect((await manager.get(page)).statusCode).toBe(404)
    const job = await jobOf(reablementWorker, council)
    for (const [path, fields] of [
      ['/permissions', { permission: 'assess', months: '12' }],
      [
        '/jobs/add',
        { 'job-title': 'Mine', 'from-day': '1', 'from-month': '1', 'from-year': '2026' },
      ],
      [`/jobs/${job.id}`, { 'job-title': 'Mine' }],
      [`/jobs/${job.id}/end`, lastDay(today)],
      [`/jobs/${job.id}/continue`, {}],
    ] as const) {
      expect((await manager.post(page + path, fields)).statusCode).toBe(404)
    }
    expect(await jobOf(reablementWorker, council)).toEqual(job)
    expect(await grantsOf(reablementWorker)).toEqual([])
  })
})

const lastDay = (day: string) => {
  const [year = '', month = '', date = ''] = day.split('-')
  return { 'last-day-day': date, 'last-day-month': month, 'last-day-year': year }
}

describe('a permission', () => {
  it('is given for a time, works on the next press of a live session, and ends as soon', async () => {
    const colleague = await as(worker)
    const asked = async () => wordsOf(await colleague.get('/team/requests'))
    expect(await asked()).toContain('has not given you the job')
    expect((await give(worker, 'assess')).statusCode).toBe(303)
    expect(await asked()).not.toContain('has not given you the job')
    const [grant] = await grantsOf(worker)
    expect(grant).toMatchObject({ granted_by: managers.trust, permission: 'assess' })
    expect(String(grant?.expires_on) > addDays(today, 360)).toBe(true)
    await manager.post(`${personPage(worker)}/permissions/${grant?.id}/end`)
    expect(await asked()).toContain('has not given you the job')
  })

  it('stops on the day after its last one', async () => {
    await ownerDb
      .insertInto('permission_grant')
      .values({
        ...{ person_id: worker, organisation: trust, permission: 'manage-team' },
        expires_on: addDays(today, -1),
      })
      .execute()
    expect((await (await as(worker)).get(`/orgs/${trust}/people`)).statusCode).toBe(404)
  })

  it('sent twice is given once', async () => {
    await Promise.all([give(worker, 'delegate'), give(worker, 'delegate')])
    expect(await grantsOf(worker)).toHaveLength(1)
  })

  it('is never given to oneself, by form or round it', async () => {
    const reply = await give(managers.trust, 'assess')
    expect(reply.statusCode).toBe(409)
    expect(wordsOf(reply)).toContain('Nobody gives a permission to themselves')
    expect((await grantsOf(managers.trust)).map(({ permission }) => permission)).not.toContain(
      'assess',
    )
    const actor = personWith(managers.trust)
    const values = {
      ...{ person_id: managers.trust, organisation: trust, permission: 'assess' as const },
      ...{ granted_by: managers.trust, expires_on: addDays(today, 5) },
    }
    await expect(
      asActor(site.db, actor, (db) => db.insertInto('permission_grant').values(values).execute()),
    ).rejects.toThrow()
  })

  it('cannot be given for longer than two years, or prolonged, round the form', async () => {
    const actor = personWith(managers.trust)
    const insert = (expires_on: string) =>
      asActor(site.db, actor, (db) =>
        db
          .insertInto('permission_grant')
          .values({
            ...{ person_id: worker, organisation: trust, permission: 'delegate' as const },
            ...{ granted_by: managers.trust, expires_on },
          })
          .execute(),
      )
    await expect(insert(addDays(today, 800))).rejects.toThrow(/row-level security/)
    await insert(addDays(today, 100))
    await expect(
      asActor(site.db, actor, (db) =>
        db
          .updateTable('permission_grant')
          .where('person_id', '=', worker)
          .set({ expires_on: addDays(today, 200) })
          .execute(),
      ),
    ).rejects.toThrow(/never prolonged/)
  })

  it.each([
    ['', '12', 'Select what they should be able to do'],
    ['boss', '12', 'Select what they should be able to do'],
    ['steward-framework', '12', 'Select what they should be able to do'],
    ['assess', '120', 'Select for how long'],
  ])('%s for %s months is asked again', async (permission, months, message) => {
    const reply = await give(worker, permission, manager, months)
    expect([reply.statusCode, wordsOf(reply)]).toEqual([422, expect.stringContaining(message)])
  })

  it('to manage people or to answer for sign-offs asks who is asking', async () => {
    await ownerDb
      .updateTable('session')
      .set({ stepped_up_at: new Date(Date.now() - 3_600_000) })
      .where('person_id', '=', managers.trust)
      .execute()
    const reply = await give(worker, 'manage-team')
    expect(reply.headers.location).toContain('/confirm-it-is-you')
    expect(await grantsOf(worker)).toEqual([])
    await ownerDb
      .updateTable('session')
      .set({ stepped_up_at: new Date() })
      .where('person_id', '=', managers.trust)
      .execute()
    await give(worker, 'manage-team')
    expect(await grantsOf(worker)).toHaveLength(1)
  })

  it('says what it does and who is registered before it is given', async () => {
    const words = wordsOf(await manager.get(`${personPage(worker)}/permissions`))
    expect(words).toContain('Their registration: Not on a professional register')
    expect(words).not.toContain('Look after a framework')
    const farzana = wordsOf(await manager.get(personPage(people.assessor)))
    expect(farzana).toContain('DEMO-OT-0001 Not checked')
  })
})

describe('the last manager', () => {
  const endOwn = async () => {
    const grant = (await grantsOf(managers.trust)).find((one) => one.permission === 'manage-team')
    return manager.post(`${personPage(managers.trust)}/permissions/${grant?.id}/end`)
  }

  it('stays, and is told what to do first', async () => {
    const refused = await endOwn()
    expect(refused.statusCode).toBe(409)
    expect(wordsOf(refused)).toContain('Somebody must manage people here')
    const job = await jobOf(managers.trust)
    const left = await manager.post(`/account/jobs/${job.id}/leave`, lastDay(today))
    expect([left.statusCode, wordsOf(left)]).toEqual([
      409,
      expect.stringContaining('the last who manages people'),
    ])
    expect((await jobOf(managers.trust)).valid_to).toBeNull()
  })

  it('goes once there is another, unless that one leaves before', async () => {
    await give(worker, 'manage-team')
    await ownerDb
      .updateTable('membership')
      .set({ valid_to: today })
      .where('person_id', '=', worker)
      .execute()
    expect((await endOwn()).statusCode).toBe(409)
    await ownerDb
      .updateTable('membership')
      .set({ valid_to: null })
      .where('person_id', '=', worker)
      .execute()
    expect((await endOwn()).statusCode).toBe(303)
    expect((await manager.get(`/orgs/${trust}/people`)).statusCode).toBe(404)
  })

  it('of two who end each other at once, one remains', async () => {
    await give(worker, 'manage-team')
    const other = await as(worker)
    const grants = [...(await grantsOf(managers.trust)), ...(await grantsOf(worker))].filter(
      ({ permission }) => permission === 'manage-team',
    )
    const [mine, theirs] = grants
    const replies = await Promise.all([
      manager.post(`${personPage(worker)}/permissions/${theirs?.id}/end`),
      other.post(`${personPage(managers.trust)}/permissions/${mine?.id}/end`),
    ])
    expect(replies.filter(({ statusCode }) => statusCode === 303)).toHaveLength(1)
    const left = await ownerDb
      .selectFrom('permission_grant')
      .where('organisation', '=', trust)
      .where('permission', '=', 'manage-team')
      .where('ended_on', 'is', null)
      .select('person_id')
      .execute()
    expect(left).toHaveLength(1)
  })
})

describe('the end of a job', () => {
  const end = async (id: string, day: string, by = manager) =>
    by.post(`${personPage(id)}/jobs/${(await jobOf(id)).id}/end`, lastDay(day))

  it('ends what it lets them do, and leaves the account and its passport as they are', async () => {
    await give(worker, 'assess')
    const colleague = await as(worker)
    expect((await end(worker, addDays(today, -1))).statusCode).toBe(303)
    expect(wordsOf(await colleague.get('/team/requests'))).toContain('has not given you the job')
    expect((await colleague.get('/passport')).statusCode).toBe(200)
    const [grant] = await grantsOf(worker)
    expect(grant?.expires_on).toBe(addDays(today, -1))
    expect(wordsOf(await manager.get(`/orgs/${trust}/people`))).not.toContain('Tamsin')
  })

  it('on a later day counts from then', async () => {
    await give(worker, 'assess')
    await end(worker, addDays(today, 30))
    expect(wordsOf(await (await as(worker)).get('/team/requests'))).not.toContain('has not given')
    expect((await grantsOf(worker))[0]?.expires_on).toBe(addDays(today, 30))
  })

  it('can be taken back; the permissions are then given anew', async () => {
    await give(worker, 'assess')
    await end(worker, addDays(today, -1))
    expect(wordsOf(await manager.get(personPage(worker)))).toContain('They stay')
    await manager.post(`${personPage(worker)}/jobs/${(await jobOf(worker)).id}/continue`)
    expect((await jobOf(worker)).valid_to).toBeNull()
    expect(wordsOf(await manager.get(personPage(worker)))).toContain('Nothing more than everybody')
    await give(worker, 'assess')
    expect(wordsOf(await manager.get(personPage(worker)))).toContain('Until')
  })

  it('that a person said themselves is not taken back by their employer', async () => {
    const { id } = await jobOf(worker)
    const reply = await (await as(worker)).post(`/account/jobs/${id}/leave`, lastDay(today))
    expect(reply.headers.location).toBe('/account/jobs?done=left')
    expect(wordsOf(await manager.get(personPage(worker)))).toContain('They said so themselves')
    const back = await manager.post(`${personPage(worker)}/jobs/${id}/continue`)
    expect([back.statusCode, (await jobOf(worker)).valid_to]).toEqual([409, today])
  })

  it('is nobody else’s to record', async () => {
    const { id } = await jobOf(worker)
    const other = await as(people.assessor)
    expect((await other.post(`/account/jobs/${id}/leave`, lastDay(today))).statusCode).toBe(404)
    expect(
      (await other.post(`${personPage(worker)}/jobs/${id}/end`, lastDay(today))).statusCode,
    ).toBe(404)
    expect((await jobOf(worker)).valid_to).toBeNull()
  })

  it.each([
    [{}, 'Enter the last day'],
    [lastDay('2026-02-31'), 'must be a real date'],
    [lastDay('1999-01-01'), 'must be within a year'],
  ])('on a day that is none is asked again', async (fields, message) => {
    const reply = await manager.post(
      `${personPage(worker)}/jobs/${(await jobOf(worker)).id}/end`,
      fields,
    )
    expect([reply.statusCode, wordsOf(reply)]).toEqual([422, expect.stringContaining(message)])
  })

  it('leaves another job here, and what it lets them do', async () => {
    await give(worker, 'assess')
    const first = await jobOf(worker)
    const added = await manager.post(`${personPage(worker)}/jobs/add`, {
      'job-title': 'Bank therapy assistant',
      ...{ 'from-day': '1', 'from-month': '2', 'from-year': '2026' },
    })
    expect(added.statusCode).toBe(303)
    await manager.post(`${personPage(worker)}/jobs/${first.id}/end`, lastDay(addDays(today, -1)))
    expect((await grantsOf(worker))[0]?.expires_on).not.toBe(addDays(today, -1))
    const jobs = await asActor(site.db, personWith(worker), (db) => listMemberships(db, worker))
    expect(jobs.map(({ jobTitle }) => jobTitle)).toEqual(['Bank therapy assistant'])
    await ownerDb
      .deleteFrom('membership')
      .where('job_title', '=', 'Bank therapy assistant')
      .execute()
  })
})

describe('a job', () => {
  it('does not get the title of another job that began on the same day', async () => {
    const { id } = await jobOf(worker)
    const job = { 'job-title': 'Twin of a job', 'from-day': '1', 'from-month': '2' }
    await manager.post(`${personPage(worker)}/jobs/add`, { ...job, 'from-year': '2026' })
    await manager.post(`${personPage(worker)}/jobs/add`, {
      ...{ ...job, 'job-title': 'Other twin', 'from-year': '2026' },
    })
    const twins = ownerDb.selectFrom('membership').where('job_title', 'in', twinTitles)
    const [twin] = await twins.where('job_title', '=', 'Other twin').select('id').execute()
    const page = `${personPage(worker)}/jobs/${twin?.id}`
    const reply = await manager.post(page, { 'job-title': 'Twin of a job' })
    expect(reply.statusCode).toBe(409)
    expect(wordsOf(reply)).toContain('another job with this title')
    expect((await twins.selectAll().execute()).length).toBe(2)
    await ownerDb.deleteFrom('membership').where('job_title', 'in', twinTitles).execute()
    expect((await jobOf(worker)).id).toBe(id)
  })

  it('has another title and teams from its manager, and from nobody else', async () => {
    const { id } = await jobOf(worker)
    const team = await ownerDb
      .selectFrom('team')
      .where('organisation', '=', trust)
      .select(['id', 'name'])
      .executeTakeFirstOrThrow()
    const foreign = await ownerDb
      .selectFrom('team')
      .where('organisation', '=', council)
      .select('id')
      .executeTakeFirstOrThrow()
    const fields = { 'job-title': 'Senior assistant', teams: [team.id, foreign.id] }
    await manager.post(`${personPage(worker)}/jobs/${id}`, fields)
    const words = wordsOf(await manager.get(personPage(worker)))
    expect(words).toContain('Senior assistant')
    expect(words).toContain(`Team ${team.name}`)
    const filtered = await manager.get(`/orgs/${trust}/people?team=${team.id}`)
    expect(wordsOf(filtered)).toContain('Tamsin')
    expect(wordsOf(filtered)).not.toContain('Farzana')
    await expect(
      asActor(site.db, personWith(worker), (db) =>
        db.updateTable('membership').where('id', '=', id).set({ job_title: 'Chief' }).execute(),
      ),
    ).rejects.toThrow(/one's own job is ended/)
  })
})

describe('an identity check', () => {
  it('is recorded once by a manager, of a closed list, and not of oneself', async () => {
    const day = { 'on-day': '1', 'on-month': '11', 'on-year': '2026' }
    const form = await manager.get(`${personPage(worker)}/identity`)
    const id = /name="id" value="([^"]+)"/.exec(form.body)?.[1] ?? ''
    const post = (fields: Record<string, string>, who: string = worker) =>
      manager.post(`${personPage(who)}/identity`, { id, ...day, ...fields })
    expect((await post({ how: 'passport 1234' })).statusCode).toBe(422)
    expect((await post({ how: 'known-to-employer' }, managers.trust)).statusCode).toBe(409)
    await Promise.all([post({ how: 'known-to-employer' }), post({ how: 'known-to-employer' })])
    const checks = await ownerDb
      .selectFrom('identity_check')
      .where('id', '=', id)
      .select(['how', 'checked_by', 'organisation'])
      .execute()
    expect(checks).toEqual([
      { how: 'known-to-employer', checked_by: managers.trust, organisation: trust },
    ])
    expect(wordsOf(await manager.get(personPage(worker)))).toContain(
      'Known to the employer already',
    )
  })
})

describe('the review of permissions', () => {
  const due = async () => wordsOf(await manager.get(`/orgs/${trust}/people/reviews`))
  const review = async (decision: string, id: string = people.assessor) => {
    const grant = (await grantsOf(id)).findLast(({ ended_on }) => ended_on === null)
    return manager.post(`/orgs/${trust}/people/reviews/${grant?.id}/${decision}`)
  }

  it('lists what ends soon or has no end, keeps it in one press, and ends it in another', async () => {
    expect(await due()).toContain('Farzana Whitlock-Rahimi : Sign off No end date was set')
    await review('keep')
    expect(await due()).toContain('Kept until')
    const grants = await grantsOf(people.assessor)
    expect(grants.map(({ ended_on }) => ended_on === null)).toEqual([false, true])
    await review('end')
    expect(await due()).toContain('Ended')
    await manager.post(`/orgs/${trust}/people/reviews/give-back`, {
      ...{ person: people.assessor, permission: 'assess' },
    })
    expect(await due()).toContain('Kept until')
  })

  it('leaves one’s own to another manager', async () => {
    const reply = await review('keep', managers.trust)
    expect(reply.statusCode).toBe(409)
    expect(await due()).toContain('This is yours. Another manager must look at it.')
  })

  it('of another organisation is not found', async () => {
    const [grant] = await grantsOf(people.assessor)
    for (const decision of ['keep', 'end']) {
      const url = `/orgs/${council}/people/reviews/${grant?.id}/${decision}`
      expect((await elsewhere.post(url)).statusCode).toBe(404)
    }
    expect(await grantsOf(people.assessor)).toEqual([grant])
  })
})

describe('what somebody may do elsewhere', () => {
  it('is not for colleagues here, nor where else they work', async () => {
    await ownerDb
      .insertInto('membership')
      .values({
        ...{ person_id: people.assessor, organisation: council, job_title: 'Agency therapist' },
        valid_from: '2026-01-01',
      })
      .execute()
    await restore(people.assessor, 'assess', council)
    const seen = await asActor(site.db, personWith(worker), async (db) => ({
      jobs: await db
        .selectFrom('membership')
        .where('person_id', '=', people.assessor)
        .select('organisation')
        .execute(),
      grants: await db
        .selectFrom('permission_grant')
        .where('person_id', '=', people.assessor)
        .select('organisation')
        .execute(),
    }))
    expect(seen.jobs).toEqual([{ organisation: trust }])
    expect(seen.grants).toEqual([{ organisation: trust }])
    await ownerDb.deleteFrom('membership').where('job_title', '=', 'Agency therapist').execute()
  })
})
