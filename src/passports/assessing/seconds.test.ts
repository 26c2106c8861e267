import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { at, atMerrowfell, colleague } from '../../../test/at-merrowfell.ts'
import { everyPart } from '../../../test/authorisation/sign-fields.ts'
import { people } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { type Fields, visitor, wordsOf } from '../../../test/visitor.ts'
import { asActor } from '../../database/as-actor.ts'
import { listAllSeconds, listAskedOf, listGivenSeconds } from './seconds-store.ts'

const test = await testSite()
const { ownerDb, superuserClient } = test.database
const { worker, assessor, otherAssessor, issuer, elsewhere, codesOf, ask, signing } =
  await atMerrowfell(test)

const setRule = async (fields: Fields = {}) => {
  const { rows } = await sql<{ version: number }>`
    select coalesce(max(version), 0) as version from assessing_rule
    where organisation = ${at}`.execute(ownerDb)
  const reply = await issuer.post(`/orgs/${at}/assessing/change`, {
    ...{ 'all-who': 'experienced', second: 'high-risk', anyway: 'yes', ...fields },
    version: String(rows[0]?.version ?? 0),
  })
  expect(reply.statusCode).toBe(303)
}

const latest = () =>
  ownerDb.selectFrom('signing').orderBy('at', 'desc').selectAll().executeTakeFirstOrThrow()

async function sign(section = '3.9', fields: Fields = {}) {
  const request = await ask(section)
  const form = await signing(section, fields)
  const reply = await assessor.post(`/team/requests/${request}/sign`, form)
  expect(reply.statusCode).toBe(303)
  return { request, id: (await latest()).id }
}

async function signAndAsk(section = '3.9') {
  const one = await sign(section)
  const asked = await worker.post(`/team/seconds/${one.id}/ask`, {
    second: colleague.otherAssessor,
  })
  expect(asked.statusCode).toBe(303)
  return one
}

async function credentialsOf(signing: string) {
  return ownerDb
    .selectFrom('signing_credential')
    .innerJoin('credential', 'credential.id', 'credential_id')
    .where('signing_id', '=', signing)
    .orderBy('signing_credential.at')
    .select(['credential.id', 'document', 'issued_by'])
    .execute()
}

async function revoked(credential: string): Promise<boolean> {
  const { rows } = await sql`select 1 from status_change join credential
    on status_list = list and status_index = index where credential.id = ${credential}`.execute(
    ownerDb,
  )
  return rows.length > 0
}

const highRisk = ['3.9-entry', '3.9.2-entry']
const all = () => codesOf('3.9', 'entry')
const confirm = async (id: string, fields: Fields = {}, who = otherAssessor) =>
  who.post(`/team/seconds/${id}`, { codes: await waitingOf(id), reason: '', ...fields })

async function waitingOf(id: string): Promise<string[]> {
  const rows = await ownerDb
    .selectFrom('sign_off')
    .where('signing_id', '=', id)
    .where('needs_second', '=', true)
    .orderBy('code')
    .select('code')
    .execute()
  return rows.map(({ code }) => code)
}

beforeAll(() => setRule())

describe('a second assessor', () => {
  it('is asked, confirms on their own phone, and only then it counts, with both names', async () => {
    const one = await sign()
    expect(await waitingOf(one.id)).toEqual((await all()).filter((code) => highRisk.includes(code)))
    expect(await credentialsOf(one.id)).toEqual([])
    const first = wordsOf(await assessor.get(`/team/requests/${one.request}`))
    expect(first).toContain('Signed by you, and waiting for a second assessor')
    const before = wordsOf(await worker.get('/passport'))
    expect(before).toContain(
      'Signed by Farzana Whitlock-Rahimi, waiting for a second assessor: 3.9-entry',
    )
    expect(before).not.toContain('Signed off 3.9')
    expect(wordsOf(await worker.get(`/team/seconds/${one.id}/ask`))).toContain(
      'Ask a second assessor',
    )
    await worker.post(`/team/seconds/${one.id}/ask`, { second: colleague.otherAssessor })
    expect(wordsOf(await otherAssessor.get('/team/seconds'))).toContain('Tamsin Oyelaran-Pike')
    const page = wordsOf(await otherAssessor.get(`/team/seconds/${one.id}`))
    expect(page).toContain('Do you confirm this too?')
    expect((await confirm(one.id)).statusCode).toBe(303)
    expect(wordsOf(await otherAssessor.get(`/team/seconds/${one.id}`))).toContain(
      'Confirmed by you both',
    )
    const [made, ...more] = await credentialsOf(one.id)
    expect(more).toEqual([])
    expect(made?.issued_by).toBe(colleague.otherAssessor)
    const document = JSON.stringify(made?.document)
    expect(document).toContain('Farzana Whitlock-Rahimi')
    expect(document).toContain('also confirmed 3.9-entry')
    const after = wordsOf(await worker.get('/passport'))
    expect(after).toContain('Signed off 3.9')
    expect(after).not.toContain('waiting for a second assessor')
    const entry = wordsOf(await worker.get(`/passport/${made?.id}`))
    expect(entry).toContain('Second assessor')
    const again = await confirm(one.id)
    expect(again.statusCode).toBe(303)
    expect(await credentialsOf(one.id)).toHaveLength(1)
  })

  it('leaves some out with a reason, which counts for nothing and can be asked again', async () => {
    const one = await signAndAsk()
    const [kept = '', ...left] = await waitingOf(one.id)
    const silent = await confirm(one.id, { codes: kept })
    expect(silent.statusCode).toBe(422)
    expect(wordsOf(silent)).toContain('Write why, for what you leave out')
    const reply = await confirm(one.id, { codes: kept, reason: 'Show me on Tuesday, calmly.' })
    expect(reply.statusCode).toBe(303)
    const [made] = await credentialsOf(one.id)
    const document = JSON.stringify(made?.document)
    expect(document).toContain(kept)
    for (const code of left) expect(document).not.toContain(`"${code}"`)
    expect(wordsOf(await worker.get('/passport'))).toContain('Show me on Tuesday, calmly.')
    expect(wordsOf(await assessor.get(`/team/requests/${one.request}`))).toContain(
      'Show me on Tuesday, calmly.',
    )
  })

  it('declines all of it: nothing is issued, and the page says so', async () => {
    const one = await signAndAsk()
    await confirm(one.id, { codes: [], reason: 'I have not seen you do this yet.' })
    expect(await credentialsOf(one.id)).toEqual([])
    expect(wordsOf(await assessor.get(`/team/requests/${one.request}`))).toContain(
      'The second assessor did not confirm this',
    )
  })

  it('confirms beside what counted already: one credential takes the place of the other', async () => {
    const one = await signAndAsk('3.1')
    expect(await waitingOf(one.id)).toEqual(['3.1.2-entry'])
    const [before] = await credentialsOf(one.id)
    expect(JSON.stringify(before?.document)).not.toContain('3.1.2-entry')
    await confirm(one.id)
    const [old, now] = await credentialsOf(one.id)
    expect(await revoked(old?.id ?? '')).toBe(true)
    expect(JSON.stringify(now?.document)).toContain('also confirmed 3.1.2-entry')
    const shown = wordsOf(await worker.get(`/passport/${old?.id}`))
    expect(shown).toContain('A second assessor confirmed more')
  })

  it('of two at once, one wins', async () => {
    const one = await signAndAsk()
    await assessor.post(`/team/seconds/${one.id}/ask`, { second: third })
    const replies = await Promise.all([confirm(one.id), confirm(one.id, {}, thirdAssessor)])
    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 409])
    expect(await credentialsOf(one.id)).toHaveLength(1)
  })

  it('is never the first, nor the worker, nor somebody elsewhere or unasked', async () => {
    const one = await sign()
    for (const second of [people.assessor, people.holder, colleague.elsewhere]) {
      const reply = await worker.post(`/team/seconds/${one.id}/ask`, { second })
      expect(reply.statusCode).toBe(422)
    }
    for (const who of [assessor, worker, elsewhere, otherAssessor]) {
      expect((await confirm(one.id, {}, who)).statusCode).toBe(404)
    }
    expect((await elsewhere.get(`/team/seconds/${one.id}/ask`)).statusCode).toBe(404)
    expect((await otherAssessor.get(`/team/seconds/${one.id}/ask`)).statusCode).toBe(404)
    expect(await credentialsOf(one.id)).toEqual([])
  })

  it('is not the first under another account with the same registration', async () => {
    const one = await signAndAsk()
    const { rows: was } = await superuserClient.query(
      'select id, regulator, number from registration where person_id = $1 and ended_at is null',
      [colleague.otherAssessor],
    )
    const { rows: own } = await superuserClient.query(
      `update registration mine set number = first.number, regulator = first.regulator
        from registration first where mine.person_id = $1 and first.person_id = $2
        and mine.ended_at is null and first.ended_at is null returning mine.id`,
      [colleague.otherAssessor, people.assessor],
    )
    expect(own).toHaveLength(1)
    const page = wordsOf(await otherAssessor.get(`/team/seconds/${one.id}`))
    expect(page).toContain('You signed this first. The second assessor is somebody else.')
    expect((await confirm(one.id)).statusCode).not.toBe(303)
    expect(await credentialsOf(one.id)).toEqual([])
    await superuserClient.query(
      'update registration set regulator = $2, number = $3 where id = $1',
      Object.values(was[0]),
    )
  })

  it('does not sign once they have lost the permission', async () => {
    const one = await signAndAsk()
    await superuserClient.query(
      `update permission_grant set ended_on = current_date
        where person_id = $1 and permission = 'assess'`,
      [third],
    )
    await superuserClient.query(
      `insert into second_request (signing_id, second_id, holder_id, asked_by, how)
        values ($1, $2, $3, $3, 'asked')`,
      [one.id, third, people.holder],
    )
    expect((await confirm(one.id, {}, thirdAssessor)).statusCode).toBe(404)
    await giveAssess(third)
  })
})

describe('what is kept of a second assessor', () => {
  it('is in the copy of both, and of nobody else', async () => {
    const one = await signAndAsk()
    await confirm(one.id)
    const read = (id: string, personId: string) =>
      asActor(test.site.db, { kind: 'person', id, name: 'Somebody', permissions: [] }, (db) =>
        Promise.all([
          listAllSeconds(db, { personId }),
          listGivenSeconds(db, { personId }),
          listAskedOf(db, { personId }),
        ]),
      )
    const [held] = await read(people.holder, people.holder)
    expect(held.some(({ signingId }) => signingId === one.id)).toBe(true)
    const [, given, askedOf] = await read(colleague.otherAssessor, colleague.otherAssessor)
    expect(given.length).toBeGreaterThan(0)
    expect(askedOf.length).toBeGreaterThan(0)
    for (const whose of [people.holder, colleague.otherAssessor]) {
      expect(await read(colleague.elsewhere, whose)).toEqual([[], [], []])
    }
  })
})

describe('what the first assessor still can do', () => {
  it('takes it back while it waits: nothing is left to confirm', async () => {
    const one = await signAndAsk()
    const back = await assessor.post(`/team/signed/${one.id}/take-back`, { explanation: '' })
    expect(back.statusCode).toBe(303)
    expect((await confirm(one.id)).statusCode).toBe(303)
    expect(await credentialsOf(one.id)).toEqual([])
    expect(wordsOf(await otherAssessor.get(`/team/seconds/${one.id}`))).toContain(
      'This is no longer waiting',
    )
  })

  it('takes it back after both: the credential of both is withdrawn', async () => {
    const one = await signAndAsk()
    await confirm(one.id)
    const [made] = await credentialsOf(one.id)
    await assessor.post(`/team/signed/${one.id}/take-back`, { explanation: '' })
    expect(await revoked(made?.id ?? '')).toBe(true)
  })

  it('puts a slip right while it waits', async () => {
    const one = await signAndAsk()
    const form = await signing('3.9', { setting: 'Clinic' })
    const first = await assessor.post(`/team/signed/${one.id}/correct`, form)
    expect(first.statusCode).toBe(303)
    expect(await credentialsOf(one.id)).toEqual([])
    expect(wordsOf(await otherAssessor.get(`/team/seconds/${one.id}`))).toContain('Clinic')
  })

  it('has it withdrawn by the issuer while it waits', async () => {
    const one = await signAndAsk()
    const reply = await issuer.post(`/team/issued/${one.id}/withdraw`, {
      ...{ codes: await waitingOf(one.id), cause: 'error', explanation: 'The wrong person.' },
      understood: 'yes',
    })
    expect(reply.statusCode).toBe(303)
    await confirm(one.id)
    expect(await credentialsOf(one.id)).toEqual([])
  })
})

describe('in the corridor', () => {
  it('a second phone opens the same code, and only the second time', async () => {
    const made = await worker.post('/passport/code?level=entry', { id: randomUUID() })
    const place = String(made.headers.location)
    const [, code = ''] = /lanyard-code-shown">([\d ]+)</.exec((await worker.get(place)).body) ?? []
    const opened = await assessor.post('/team/code', { code })
    expect((await otherAssessor.post('/team/code', { code })).statusCode).toBe(422)
    const seen = ['3.9-entry', '1.1-entry']
    const visit = String(opened.headers.location)
    const signed = await assessor.post(visit, {
      ...{ codes: seen, ...everyPart(seen), method: 'observed', setting: 'Stroke ward' },
    })
    expect(signed.statusCode).toBe(303)
    const first = wordsOf(await assessor.get(visit))
    expect(first).toContain('Waiting for a second assessor')
    expect(first).toContain('now holds one more statement')
    expect(wordsOf(await worker.get(place))).toContain('For the second assessor')
    expect((await elsewhere.post('/team/code', { code })).statusCode).toBe(404)
    const second = await otherAssessor.post('/team/code', { code })
    const signing = await ownerDb
      .selectFrom('signing')
      .where('section', '=', '3.9')
      .orderBy('at', 'desc')
      .selectAll()
      .executeTakeFirstOrThrow()
    expect(second.headers.location).toBe(`/team/seconds/${signing.id}`)
    expect((await confirm(signing.id)).statusCode).toBe(303)
    expect(wordsOf(await assessor.get(visit))).toContain('now holds 2 more statements')
    const timed = await ownerDb
      .selectFrom('signing')
      .where('timed', '=', 'visit')
      .select('minutes')
      .execute()
    expect(timed).toEqual([{ minutes: 1 }])
  })
})

const third = colleague.unchecked
const thirdAssessor = visitor(test.app, await test.signIn(third))

async function giveAssess(person: string) {
  await superuserClient.query(
    `insert into permission_grant (id, person_id, organisation, permission, granted_by)
      values (gen_random_uuid(), $1, $2, 'assess', $3)`,
    [person, at, people.issuer],
  )
}
await giveAssess(third)
