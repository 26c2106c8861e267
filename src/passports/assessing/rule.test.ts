import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { at, atMerrowfell, colleague } from '../../../test/at-merrowfell.ts'
import { everyPart } from '../../../test/authorisation/sign-fields.ts'
import { people } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { type Fields, visitor, wordsOf } from '../../../test/visitor.ts'

const test = await testSite()
const { superuserClient } = test.database
const { worker, assessor, issuer, elsewhere, count, codesOf, ask, signing, signed } =
  await atMerrowfell(test)
const address = `/orgs/${at}/assessing`

const version = async () => {
  const { rows } = await superuserClient.query(
    'select coalesce(max(version), 0)::text as version from assessing_rule',
  )
  return String(rows[0].version)
}

const change = async (fields: Fields = {}, who = issuer) =>
  who.post(`${address}/change`, {
    ...{ 'all-who': 'experienced', second: 'none', version: await version() },
    ...fields,
  })

const everybody = () => change({ anyway: 'yes' })
const registered = { 'x1-domain': '3', 'x1-who': 'registered', anyway: 'yes' }

async function unregister(person: string) {
  const { rows } = await superuserClient.query(
    `insert into registration_check (id, registration_id, organisation, outcome, checked_on, checked_by)
      select gen_random_uuid(), id, $2, 'not-found', current_date, $3
      from registration where person_id = $1 and ended_at is null returning registration_id`,
    [person, at, people.issuer],
  )
  return () =>
    superuserClient.query(
      `insert into registration_check (id, registration_id, organisation, outcome, checked_on, checked_by)
        values (gen_random_uuid(), $1, $2, 'on-register', current_date, $3)`,
      [rows[0].registration_id, at, people.issuer],
    )
}

describe('who may sign off, until somebody says so', () => {
  it('is whoever has the permission, and one is enough', async () => {
    const page = wordsOf(await worker.get(address))
    expect(page).toContain('All statements: anybody who has the job of signing off.')
    expect(page).toContain('has not written a rule of its own')
    expect(page).not.toContain('Change the rule')
    const { credential } = await signed('3.9')
    expect(credential).toBeTruthy()
  })
})

describe('a rule', () => {
  it('is written by a manager, and read by whoever works there', async () => {
    expect((await change(registered)).headers.location).toBe(address)
    const page = wordsOf(await worker.get(address))
    expect(page).toContain('Statements of domain 3')
    expect(page).toContain('a registered professional whose registration was checked here')
    expect(page).toContain('All others: anybody who has the job of signing off.')
    expect((await everybody()).statusCode).toBe(303)
    expect(wordsOf(await worker.get(address))).toContain('Earlier versions')
  })

  it('is nobody else’s to write, and nobody else’s to read', async () => {
    for (const who of [worker, assessor, elsewhere]) {
      expect((await who.get(`${address}/change`)).statusCode).toBe(404)
      expect((await change({}, who)).statusCode).toBe(404)
    }
    expect((await elsewhere.get(address)).statusCode).toBe(404)
  })

  it.each([
    [{ 'all-who': '' }, 'Select who may sign off'],
    [{ second: 'maybe' }, 'Select whether a second assessor is needed'],
    [{ 'x1-who': 'registered' }, 'Select which statements this is about'],
    [{ 'x1-level': 'entry' }, 'Select who may sign these'],
    [
      {
        ...{ 'x1-level': 'entry', 'x1-who': 'registered' },
        ...{ 'x2-level': 'entry', 'x2-who': 'experienced' },
      },
      'These statements stand in another line already',
    ],
  ])('says what is wrong with %j', async (fields, message) => {
    const before = await version()
    const reply = await change(fields)
    expect(reply.statusCode).toBe(422)
    expect(wordsOf(reply)).toContain(message)
    expect(await version()).toBe(before)
  })

  it('warns where it would leave nobody, and is saved only when it is meant', async () => {
    const nobody = { 'all-who': 'registered', 'all-professions': 'orthoptics' }
    const before = await version()
    const reply = await change(nobody)
    expect(reply.statusCode).toBe(422)
    expect(wordsOf(reply)).toContain('Nobody who works here today could sign off anything.')
    expect(await version()).toBe(before)
    expect((await change({ ...nobody, anyway: 'yes' })).statusCode).toBe(303)
    expect(wordsOf(await worker.get('/passport/ask/3.9/entry'))).toContain(
      'by its rule none of them may sign this section',
    )
    await everybody()
  })

  it('of two managers at once is that of one', async () => {
    const from = await version()
    const [one, other] = await Promise.all([
      change({ version: from, anyway: 'yes' }),
      change({ version: from, anyway: 'yes', second: 'high-risk' }),
    ])
    expect([one.statusCode, other.statusCode].toSorted()).toEqual([303, 422])
    const refused = one.statusCode === 422 ? one : other
    expect(wordsOf(refused)).toContain('Somebody else changed the rule meanwhile')
    expect(await version()).toBe(String(Number(from) + 1))
    await everybody()
  })

  it('does not loosen what holds for whoever wrote it', async () => {
    await change(registered)
    await superuserClient.query(
      `insert into assessing_rule (id, organisation, version, lines, second, made_by, stepped_up_how,
          stepped_up_at)
        select gen_random_uuid(), organisation, version + 1, '[]', 'none', $1, 'passkey', now()
        from assessing_rule order by version desc limit 1`,
      [people.holder],
    )
    const restore = await unregister(people.assessor)
    const id = await ask('5.7')
    expect(wordsOf(await worker.get(address))).toContain('You wrote this version.')
    expect(wordsOf(await assessor.get(`/team/requests/${id}`))).not.toContain('Not yours to sign')
    await worker.post(`/passport/requests/${id}/take-back`)
    expect(wordsOf(await worker.get('/passport/ask/3.9/entry'))).not.toContain('Farzana')
    await restore()
    await everybody()
  })
})

describe('an assessor who may not sign', () => {
  it('reads which statement and why, before and while signing, and signs nothing by it', async () => {
    await everybody()
    const id = await ask('3.9')
    await change(registered)
    const before = await count('signing')
    expect(wordsOf(await assessor.get(`/team/requests/${id}`))).not.toContain('Not yours to sign')
    const restore = await unregister(people.assessor)
    const page = wordsOf(await assessor.get(`/team/requests/${id}`))
    expect(page).toContain('Not yours to sign here')
    expect(page).toContain('3.9-entry is signed here by a registered professional')
    const reply = await assessor.post(`/team/requests/${id}/sign`, await signing('3.9'))
    expect(reply.statusCode).toBe(422)
    expect(wordsOf(reply)).toContain('No registration of yours was checked here.')
    expect(await count('signing')).toBe(before)
    await restore()
    expect(
      (await assessor.post(`/team/requests/${id}/sign`, await signing('3.9'))).statusCode,
    ).toBe(303)
    expect(await count('signing')).toBe(before + 1)
    await everybody()
  })

  it('signs the rest of a visit', async () => {
    await change(registered)
    const restore = await unregister(people.assessor)
    const made = await worker.post('/passport/code?level=entry', { id: randomUUID() })
    const shown = await worker.get(String(made.headers.location))
    const [, code = ''] = /lanyard-code-shown">([\d ]+)</.exec(shown.body) ?? []
    const visit = String((await assessor.post('/team/code', { code })).headers.location)
    expect(wordsOf(await assessor.get(visit))).toContain('of this level you may not sign here')
    const [mine = ''] = await codesOf('1.1', 'entry')
    const form = (codes: readonly string[]) => ({
      ...{ codes, ...everyPart(codes), method: 'observed', setting: 'Stroke ward' },
    })
    const both = await assessor.post(visit, form([mine, '3.9-entry']))
    expect(both.statusCode).toBe(422)
    expect(wordsOf(both)).toContain('3.9-entry is signed here by a registered professional')
    const before = await count('signing')
    expect((await assessor.post(visit, form([mine]))).statusCode).toBe(303)
    expect(await count('signing')).toBe(before + 1)
    await restore()
    await everybody()
  })

  it('is flagged or left out where somebody is chosen to ask', async () => {
    await change({ ...registered, 'x1-high-risk': 'yes' })
    const restore = await unregister(people.assessor)
    const page = wordsOf(await worker.get('/passport/ask/3.1/entry'))
    expect(page).toContain('May not sign 3.1.2-entry here')
    await restore()
    await everybody()
  })
})

describe('assessors’ hours', () => {
  const hours = `${address}/hours`
  const visitor_ = visitor(test.app)

  it('are the managers’ alone', async () => {
    for (const who of [worker, assessor, elsewhere]) {
      expect((await who.get(hours)).statusCode).toBe(404)
    }
    expect((await visitor_.get(hours)).statusCode).not.toBe(200)
    expect(wordsOf(await issuer.get(hours))).toContain('never shown for one person')
  })

  it('are counted of minutes entered, refused where they are no number', async () => {
    const id = await ask('5.7')
    const wrong = await assessor.post(`/team/requests/${id}/sign`, {
      ...(await signing('5.7', { minutes: '1.5' })),
    })
    expect(wrong.statusCode).toBe(422)
    expect(wordsOf(wrong)).toContain('Minutes must be a whole number')
    const form = await signing('5.7', { minutes: '25' })
    expect((await assessor.post(`/team/requests/${id}/sign`, form)).statusCode).toBe(303)
    const { rows } = await superuserClient.query(
      `select minutes, timed from signing where timed = 'entered'`,
    )
    expect(rows).toEqual([{ minutes: 25, timed: 'entered' }])
  })

  it('show a quarter that has ended, of five assessors, and hide one of four', async () => {
    const people5 = await superuserClient.query('select id from person where id <> $1 limit 5', [
      people.holder,
    ])
    const ids: string[] = people5.rows.map(({ id }) => id)
    const put = (id: string, months: number) =>
      superuserClient.query(
        `with asked as (insert into sign_off_request (id, holder_id, assessor_id, organisation, edition,
            section, level, codes) values (gen_random_uuid(), $1, $2, $3,
            'ahp-support-worker/2026', '5.6', 'entry', '{5.6-entry}') returning id)
          insert into signing (id, request_id, holder_id, assessor_id, organisation, edition, section,
            level, method, assessed_on, setting, review_on, shown, at, stepped_up_how, stepped_up_at, minutes, timed)
          select gen_random_uuid(), asked.id, $1, $2, $3, 'ahp-support-worker/2026', '5.6', 'entry',
            'observed', '2020-01-01', 'Ward', '2030-01-01', '{}',
            date_trunc('quarter', now()) - make_interval(months => $4), 'email-code', now(), 60,
            'entered' from asked`,
        [people.holder, id, at, months],
      )
    for (const id of ids) await put(id, 1)
    for (const id of ids.slice(0, 4)) await put(id, 4)
    await put(ids[0] ?? '', -1)
    const page = wordsOf(await issuer.get(hours))
    expect(page).toContain('5 hours')
    expect(page).toContain('Hidden')
    expect(page.match(/\d+ hours?\b/g)?.filter((one) => one === '4 hours') ?? []).toEqual([])
    expect(page).not.toContain(colleague.otherAssessor)
  })
})
