/** What happens while a signing waits for its second: a pause, a leaver, a correction, a guess. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { at, atMerrowfell, colleague } from '../../../test/at-merrowfell.ts'
import { everyPart } from '../../../test/authorisation/sign-fields.ts'
import { people } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { type Fields, wordsOf } from '../../../test/visitor.ts'
import { verifyDocument } from '../../credentials/verify-document.ts'
import { asActor } from '../../database/as-actor.ts'
import { addDays, dayOf } from '../../language/days.ts'

const test = await testSite()
const { ownerDb, superuserClient } = test.database
const { worker, assessor, otherAssessor, issuer, codesOf, ask, signing } = await atMerrowfell(test)

async function signAndAsk(section: string) {
  const request = await ask(section)
  await assessor.post(`/team/requests/${request}/sign`, await signing(section))
  const { id } = await ownerDb
    .selectFrom('signing')
    .where('request_id', '=', request)
    .select('id')
    .executeTakeFirstOrThrow()
  const asked = await worker.post(`/team/seconds/${id}/ask`, { second: colleague.otherAssessor })
  expect(asked.statusCode).toBe(303)
  return id
}

async function codesIn(id: string, needsSecond: boolean) {
  const rows = await ownerDb
    .selectFrom('sign_off')
    .where('signing_id', '=', id)
    .where('needs_second', '=', needsSecond)
    .select('code')
    .execute()
  return rows.map(({ code }) => code)
}

const confirm = async (id: string, fields: Fields = {}) =>
  otherAssessor.post(`/team/seconds/${id}`, {
    ...{ codes: await codesIn(id, true), reason: '', corrections: '0' },
    ...fields,
  })

const credentialsOf = (id: string) =>
  ownerDb
    .selectFrom('signing_credential')
    .innerJoin('credential', 'credential.id', 'credential_id')
    .where('signing_id', '=', id)
    .orderBy('signing_credential.at')
    .select(['credential.id', 'document'])
    .execute()

const wrong = (codes: readonly string[]) => ({
  ...{ codes: [...codes], cause: 'error', explanation: 'The wrong day.', understood: 'yes' },
})

const moveOut = (on: string) =>
  superuserClient.query(
    `update membership set valid_to = ${on} where person_id = $1 and organisation = $2`,
    [people.holder, at],
  )
const leave = () => moveOut('current_date - 1')
const comeBack = () => moveOut('null')

const [year = '', month = '', day = ''] = addDays(dayOf(new Date()), 30).split('-')
const pause = (id: string) =>
  issuer.post(`/team/signed/${id}/pause`, {
    ...{ cause: 'concern-raised', explanation: 'We look at how it was seen that day.' },
    ...{ 'until-day': day, 'until-month': month, 'until-year': year },
  })

const give = (person: string, permission: string) =>
  superuserClient.query(
    `insert into permission_grant (person_id, organisation, permission, expires_on, review_on)
      values ($1, $2, $3, current_date + 300, current_date + 200)`,
    [person, at, permission],
  )

beforeAll(async () => {
  // Somebody to decide with the issuer.
  await give(colleague.unchecked, 'issue')
  const reply = await issuer.post(`/orgs/${at}/assessing/change`, {
    ...{ 'all-who': 'experienced', second: 'high-risk', anyway: 'yes', version: '0' },
  })
  expect(reply.statusCode).toBe(303)
})

describe('while it is paused', () => {
  it('no second confirms, and what is paused stays so', async () => {
    const id = await signAndAsk('3.1')
    expect((await pause(id)).statusCode).toBe(303)
    expect(wordsOf(await otherAssessor.get(`/team/seconds/${id}`))).toContain(
      'You can confirm after',
    )
    const reply = await confirm(id)
    expect(reply.statusCode).toBe(409)
    expect(wordsOf(reply)).toContain('Paused until')
    const [only, ...more] = await credentialsOf(id)
    expect(more).toEqual([])
    const { outcome } = await verifyDocument(test.site, only?.document)
    expect(outcome).not.toBe('valid')
  })

  it('also where all that stood was withdrawn meanwhile', async () => {
    const id = await signAndAsk('3.1')
    await pause(id)
    const gone = wrong(await codesIn(id, false))
    expect((await issuer.post(`/team/issued/${id}/withdraw`, gone)).statusCode).toBe(303)
    expect((await confirm(id)).statusCode).toBe(409)
    expect(await credentialsOf(id)).toHaveLength(1)
  })
})

describe('once the worker has left', () => {
  afterEach(comeBack)

  it('the page of the second still opens, and an issuer withdraws what waits', async () => {
    const id = await signAndAsk('3.9')
    const other = await signAndAsk('3.1')
    await leave()
    const pages = ['/team/seconds', `/team/seconds/${id}`, `/team/seconds/${other}`]
    for (const page of pages) expect((await otherAssessor.get(page)).statusCode).toBe(200)
    expect((await assessor.get(`/team/signed/${other}/pause`)).statusCode).toBe(200)
    const proposed = await issuer.post(
      `/team/issued/${id}/proposal`,
      wrong(await codesIn(id, true)),
    )
    expect(proposed.statusCode).toBe(303)
    const looked = await ownerDb
      .selectFrom('viewing')
      .where('subject_id', '=', id)
      .where('viewer_id', '=', colleague.otherAssessor)
      .select('organisation')
      .execute()
    expect(looked[0]).toEqual({ organisation: at })
  })

  it('nobody notes that they looked at what they cannot see', async () => {
    const id = await signAndAsk('3.9')
    const viewer = colleague.elsewhere
    const looking = asActor(
      test.site.db,
      { kind: 'person', id: viewer, name: 'X', permissions: [] },
      (db) =>
        sql`insert into viewing (holder_id, what, subject_id, viewer_id, organisation)
          select ${people.holder}, 'sign-off', ${id}, person_id, organisation
          from membership where person_id = ${viewer}`.execute(db),
    )
    await expect(looking).rejects.toThrow('row-level security')
  })

  it('the list keeps what waits and what they answered, and nothing that is gone', async () => {
    const id = await signAndAsk('3.9')
    expect((await otherAssessor.get('/team/seconds')).body).toContain(id)
    await issuer.post(`/team/issued/${id}/withdraw`, wrong(await codesOf('3.9', 'entry')))
    expect((await otherAssessor.get('/team/seconds')).body).not.toContain(id)
    const [first] = await otherViewings(id)
    await otherAssessor.get('/team/seconds')
    expect(await otherViewings(id)).toEqual([first])
  })
})

const otherViewings = (id: string) =>
  ownerDb
    .selectFrom('viewing')
    .where('subject_id', '=', id)
    .where('viewer_id', '=', colleague.otherAssessor)
    .select('at')
    .execute()

describe('the facts that the second confirms', () => {
  it('are those that the page showed', async () => {
    const id = await signAndAsk('3.9')
    const form = await signing('3.9', { method: 'discussion', setting: 'By telephone' })
    await assessor.post(`/team/signed/${id}/correct`, form)
    const old = await confirm(id)
    expect(old.statusCode).toBe(409)
    expect(wordsOf(old)).toContain('changed since you opened it')
    expect(await credentialsOf(id)).toEqual([])
    const page = await otherAssessor.get(`/team/seconds/${id}`)
    const [, corrections = ''] = /name="corrections" value="(\d+)"/.exec(page.body) ?? []
    expect(corrections).toBe('1')
    expect((await confirm(id, { corrections })).statusCode).toBe(303)
  })

  it('do not change once they have answered', async () => {
    const id = await signAndAsk('3.9')
    await confirm(id)
    expect(wordsOf(await assessor.get(`/team/signed/${id}/correct`))).toContain(
      'A second assessor has answered',
    )
    const form = await signing('3.9', { method: 'discussion', setting: 'By telephone' })
    const reply = await assessor.post(`/team/signed/${id}/correct`, form)
    expect(reply.statusCode).toBe(409)
    const all = await credentialsOf(id)
    expect(all).toHaveLength(1)
    expect(JSON.stringify(all)).not.toContain('By telephone')
  })

  it('hold from when they were confirmed, and not from when the first signed', async () => {
    const id = await signAndAsk('3.1')
    const [first] = await credentialsOf(id)
    // As if the first had signed long ago.
    await superuserClient.query('set session_replication_role = replica')
    await superuserClient.query(
      `update credential set document = document || '{"validFrom": "2026-01-05T09:00:00Z"}'
        where id = $1`,
      [first?.id],
    )
    await superuserClient.query('set session_replication_role = origin')
    await confirm(id)
    const [, both] = await credentialsOf(id)
    const { rows } = await sql<{ same: boolean; replaces: string }>`
      select (document ->> 'validFrom')::timestamptz = date_trunc('second', issued_at) as same,
        replaces from credential where id = ${both?.id}`.execute(ownerDb)
    expect(rows).toEqual([{ same: true, replaces: first?.id }])
  })
})

describe('somebody who was asked', () => {
  const seen = (id: string) =>
    asActor(
      test.site.db,
      { kind: 'person', id: colleague.otherAssessor, name: 'X', permissions: [] },
      async (db) => ({
        signings: await db.selectFrom('signing').where('id', '=', id).select('id').execute(),
        credentials: await db
          .selectFrom('credential')
          .innerJoin('signing_credential', 'credential_id', 'credential.id')
          .where('signing_id', '=', id)
          .select('credential.id')
          .execute(),
      }),
    )
  it('reads it while they may sign off there, and then what they answered', async () => {
    const id = await signAndAsk('3.1')
    const done = await signAndAsk('3.1')
    await confirm(done)
    expect((await seen(id)).signings).toHaveLength(1)
    await superuserClient.query(
      `update permission_grant set ended_on = current_date
        where person_id = $1 and permission = 'assess'`,
      [colleague.otherAssessor],
    )
    expect(await seen(id)).toEqual({ signings: [], credentials: [] })
    expect((await seen(done)).signings).toHaveLength(1)
    expect((await otherAssessor.get(`/team/seconds/${id}`)).statusCode).toBe(404)
    await give(colleague.otherAssessor, 'assess')
  })
})

describe('a code that is guessed', () => {
  it('opens nothing after eight wrong ones, also sixty at once', async () => {
    const made = await worker.post('/passport/code?level=entry', { id: randomUUID() })
    const place = String(made.headers.location)
    const [, code = ''] = /lanyard-code-shown">([\d ]+)</.exec((await worker.get(place)).body) ?? []
    const opened = await assessor.post('/team/code', { code })
    const codes = ['3.9-entry']
    const seen = { codes, ...everyPart(codes), method: 'observed', setting: 'Stroke ward' }
    expect((await assessor.post(String(opened.headers.location), seen)).statusCode).toBe(303)
    const digits = code.replaceAll(' ', '')
    const guess = (n: number) =>
      String((Number(digits) + n) % 10 ** digits.length).padStart(digits.length, '0')
    const replies = await Promise.all(
      Array.from({ length: 59 }, (_, n) =>
        otherAssessor.post('/team/code', { code: guess(n + 1) }),
      ),
    )
    expect(replies.every(({ statusCode }) => statusCode === 422)).toBe(true)
    const { rows } = await sql<{ tries: number }>`
      select count(*)::integer as tries from corridor_try`.execute(ownerDb)
    expect(rows).toEqual([{ tries: 8 }])
    expect((await otherAssessor.post('/team/code', { code })).statusCode).toBe(422)
    await superuserClient.query('delete from corridor_try')
    expect((await otherAssessor.post('/team/code', { code })).statusCode).toBe(303)
    expect((await otherAssessor.post('/team/code', { code })).statusCode).toBe(303)
  })

  it('opens for no second that two dozen wrong ones may have been meant for', async () => {
    const made = await worker.post('/passport/code?level=entry', { id: randomUUID() })
    const place = String(made.headers.location)
    const [, code = ''] = /lanyard-code-shown">([\d ]+)</.exec((await worker.get(place)).body) ?? []
    const opened = await assessor.post('/team/code', { code })
    const codes = ['3.9.2-entry']
    const seen = { codes, ...everyPart(codes), method: 'observed', setting: 'Stroke ward' }
    expect((await assessor.post(String(opened.headers.location), seen)).statusCode).toBe(303)
    await superuserClient.query(
      `insert into corridor_try (assessor_id, organisations)
        select $1, array[$2] from generate_series(1, 24)`,
      [people.assessor, at],
    )
    expect((await otherAssessor.post('/team/code', { code })).statusCode).toBe(422)
    await superuserClient.query('delete from corridor_try')
    expect((await otherAssessor.post('/team/code', { code })).statusCode).toBe(303)
  })
})
