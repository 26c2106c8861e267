import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { at, atMerrowfell, colleague } from '../../../test/at-merrowfell.ts'
import { everyPart } from '../../../test/authorisation/sign-fields.ts'
import { testSite } from '../../../test/site.ts'
import { type Fields, type Visitor, visitor, wordsOf } from '../../../test/visitor.ts'

const test = await testSite()
const { app, signIn } = test
const { ownerDb, superuserClient } = test.database
const { worker, assessor, otherAssessor, issuer, elsewhere, count, codesOf } =
  await atMerrowfell(test)
const colleagueAtWork = visitor(app, await signIn(colleague.unchecked))

/** Shows a code and reads it off the page. */
async function show(fields: Fields = {}, holder: Visitor = worker) {
  const made = await holder.post('/passport/code?level=entry', { id: randomUUID(), ...fields })
  expect(made.statusCode).toBe(303)
  const page = await holder.get(String(made.headers.location))
  const [, code = ''] = /lanyard-code-shown">([\d ]+)</.exec(page.body) ?? []
  expect(code).toMatch(/^\d{3} \d{3}$/)
  return { code, id: String(made.headers.location).split('/').at(-1) ?? '', page }
}

const type = (code: string, who: Visitor = assessor) => who.post('/team/code', { code })

async function opened(fields: Fields = {}, who: Visitor = assessor) {
  const { code, id } = await show(fields)
  const reply = await type(code, who)
  expect(reply.headers.location).toBe(`/team/visits/${id}`)
  return id
}

async function seen(sections: readonly string[] = ['3.9'], fields: Fields = {}): Promise<Fields> {
  const all = await Promise.all(sections.map((section) => codesOf(section, 'entry')))
  const codes = all.flat()
  return { codes, ...everyPart(codes), method: 'observed', setting: 'Stroke ward', ...fields }
}

const shift = (id: string, column: string, by: string) =>
  superuserClient.query(
    `update corridor_visit set ${column} = ${column} + interval '${by}' where id = $1`,
    [id],
  )

beforeEach(async () => {
  await superuserClient.query('delete from corridor_try')
})

describe('a code in the corridor', () => {
  it('leads to a credential in two screens', async () => {
    const before = await count('signing')
    const { code, id, page } = await show({ sections: ['3.9', '1.1'] })
    expect(page.body).toContain('<svg')
    expect(wordsOf(await assessor.get('/team/code'))).toContain('The six figures')
    expect((await type(code)).headers.location).toBe(`/team/visits/${id}`)
    const form = wordsOf(await assessor.get(`/team/visits/${id}`))
    expect(form).toContain('What did you see Tamsin Oyelaran-Pike do?')
    expect(form).toContain('Occupational therapy assistant, Merrowfell Hospitals NHS Trust')
    const done = await assessor.post(
      `/team/visits/${id}`,
      await seen(['3.9', '1.1'], { note: 'Calm and kind' }),
    )
    expect(done.headers.location).toBe(`/team/visits/${id}`)
    expect(await count('signing')).toBe(before + 2)
    expect(wordsOf(await assessor.get(`/team/visits/${id}`))).toContain('Signed off')
    expect(wordsOf(await worker.get(`/passport/code/${id}`))).toContain(
      'Farzana Whitlock-Rahimi signed what they saw',
    )
    const passport = await worker.get('/passport')
    expect(wordsOf(passport)).toContain('Signed off 3.9')
    const { rows } = await sql<{ today: boolean; review: boolean; method: string }>`
      select assessed_on = current_date as today, method,
        review_on between current_date + 180 and current_date + 366 as review
      from signing order by at desc limit 1`.execute(ownerDb)
    expect(rows).toEqual([{ today: true, review: true, method: 'observed' }])
  })

  it('is in no table, nor is the secret of its square', async () => {
    const { code } = await show()
    const { rows } = await superuserClient.query('select * from corridor_visit')
    const kept = JSON.stringify(rows)
    expect(kept).not.toContain(code.replace(' ', ''))
    expect(rows.at(-1).code_hash).toHaveLength(32)
  })

  it('opens by its square too, once, for whoever was first', async () => {
    const { id } = await show()
    const { secretsOf } = await import('./corridor-actions/show-code.ts')
    const { secret } = secretsOf(test.site, id)
    expect((await assessor.get(`/team/code/open/${secret}`)).headers.location).toBe(
      `/team/visits/${id}`,
    )
    expect((await assessor.get(`/team/code/open/${secret}`)).statusCode).toBe(303)
    const other = await otherAssessor.get(`/team/code/open/${secret}`)
    expect(other.statusCode).toBe(404)
    expect(wordsOf(other)).toContain('That code does not work')
  })

  it('shows one code for a form posted twice, and a new one ends the one before', async () => {
    const id = randomUUID()
    const first = await show({ id })
    const again = await show({ id })
    expect(again.code).toBe(first.code)
    await show()
    expect(wordsOf(await worker.get(`/passport/code/${id}`))).toContain('does not work any more')
    expect((await type(first.code)).statusCode).toBe(422)
  })

  it('offers what the worker says they do first, and only the sections chosen', async () => {
    const [, second = ''] = await codesOf('5.7', 'entry')
    await worker.post('/passport/assess/5.7/entry', { [`answer-${second}`]: 'confident', note: '' })
    const id = await opened({ sections: '5.7' })
    const { codes } = await ownerDb
      .selectFrom('corridor_visit')
      .where('id', '=', id)
      .select('codes')
      .executeTakeFirstOrThrow()
    expect(codes[0]).toBe(second)
    expect(codes.toSorted()).toEqual((await codesOf('5.7', 'entry')).toSorted())
    const before = await count('signing')
    const foreign = await assessor.post(`/team/visits/${id}`, await seen(['3.9']))
    expect(foreign.statusCode).toBe(422)
    expect(wordsOf(foreign)).toContain('Select at least one statement')
    expect(await count('signing')).toBe(before)
  })

  it.each([
    ['of nobody', async () => '000 000'],
    [
      'that ran out',
      async () => {
        const { code, id } = await show()
        await shift(id, 'expires_at', '-11 minutes')
        return code
      },
    ],
    [
      'that was stopped',
      async () => {
        const { code, id } = await show()
        await worker.post(`/passport/code/${id}/stop`, {})
        return code
      },
    ],
    [
      'that another assessor has opened',
      async () => {
        const { code } = await show()
        expect((await type(code, otherAssessor)).statusCode).toBe(303)
        return code
      },
    ],
    ['of somebody who works elsewhere', async () => (await show({}, elsewhere)).code],
    ['of one’s own', async () => (await show({}, assessor)).code],
  ])('says the same of a code %s', async (_, make) => {
    const reply = await type(await make())
    expect(reply.statusCode).toBe(422)
    expect(wordsOf(reply)).toContain('There is a problem That code does not work')
  })

  it('is nothing to somebody who signs off nowhere', async () => {
    const { code } = await show()
    expect((await type(code, colleagueAtWork)).statusCode).toBe(404)
    expect((await type(code, worker)).statusCode).toBe(404)
  })

  it('cannot be guessed: after eight wrong ones even the right one does not work', async () => {
    const { code } = await show()
    for (let tries = 0; tries < 8; tries += 1) await type('999999')
    const right = await type(code)
    expect(right.statusCode).toBe(422)
    expect(wordsOf(right)).toContain('That code does not work')
    expect((await type(code, otherAssessor)).statusCode).toBe(303)
  })

  it('opens nothing once two dozen wrong ones may have been meant for it', async () => {
    const { code } = await show()
    await superuserClient.query(
      `insert into corridor_try (assessor_id, organisations)
        select $1, $2 from generate_series(1, 24)`,
      [colleague.unchecked, [at]],
    )
    expect((await type(code)).statusCode).toBe(422)
    await superuserClient.query(`update corridor_try set organisations = '{ostlewick-community}'`)
    expect((await type(code)).statusCode).toBe(303)
  })

  it('opens for one of two assessors who type it at once', async () => {
    const { code } = await show()
    const replies = await Promise.all([type(code), type(code, otherAssessor)])
    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 422])
  })
})

describe('confirming in the corridor', () => {
  it('makes one signing however often it is sent, and at once', async () => {
    const id = await opened({ sections: '2.1' })
    const before = await count('signing')
    const fields = await seen(['2.1'])
    const replies = await Promise.all([
      assessor.post(`/team/visits/${id}`, fields),
      assessor.post(`/team/visits/${id}`, fields),
    ])
    expect(replies.map(({ headers }) => headers.location)).toEqual([
      `/team/visits/${id}`,
      `/team/visits/${id}`,
    ])
    const again = await assessor.post(`/team/visits/${id}`, fields)
    expect(again.headers.location).toBe(`/team/visits/${id}`)
    expect(await count('signing')).toBe(before + 1)
    const { rows } =
      await sql`select 1 from credential join signing_credential on credential_id = id
      join signing on signing.id = signing_id where section = '2.1'`.execute(ownerDb)
    expect(rows).toHaveLength(1)
  })

  it.each([
    ['nothing ticked', { codes: [] }, 'Select at least one statement'],
    ['no place', { setting: '' }, 'Enter where this was'],
    [
      'a review on 31 February',
      { reviewed: 'other', 'review-day': '31', 'review-month': '2', 'review-year': '2028' },
      'must be a real date',
    ],
    [
      'a review in the past',
      { reviewed: 'other', 'review-day': '1', 'review-month': '2', 'review-year': '1899' },
      'must be after the date',
    ],
    ['a patient’s number', { note: 'NHS number 943 476 5919' }, 'NHS number'],
    ['no witness for testimony', { method: 'testimony' }, 'Write who told you'],
  ])('asks again for %s', async (_, fields: Fields, message) => {
    const id = await opened({ sections: '3.9' })
    const before = await count('signing')
    const reply = await assessor.post(`/team/visits/${id}`, await seen(['3.9'], fields))
    expect(reply.statusCode).toBe(422)
    expect(wordsOf(reply)).toContain(message)
    expect(await count('signing')).toBe(before)
  })

  it('asks for the parts of a statement, every one where all are needed', async () => {
    const id = await opened({ sections: '3.7' })
    const codes = ['3.7-entry']
    const some = { codes, method: 'observed', setting: 'Ward', 'parts-3.7-entry': '0' }
    const reply = await assessor.post(`/team/visits/${id}`, some)
    expect(reply.statusCode).toBe(422)
    expect(wordsOf(reply)).toContain('3.7-entry needs all its parts')
    await assessor.post(`/team/visits/${id}`, { ...some, ...everyPart(codes) })
    const kept = await ownerDb
      .selectFrom('sign_off')
      .innerJoin('signing', 'signing.id', 'signing_id')
      .where('code', '=', '3.7-entry')
      .orderBy('at', 'desc')
      .select('parts')
      .executeTakeFirstOrThrow()
    expect(kept.parts.length).toBeGreaterThan(1)
  })

  it('takes no more than a dozen: what is seen in one visit', async () => {
    const id = await opened()
    const all = await seen([
      '1.1',
      '1.2',
      '2.1',
      '2.2',
      '2.3',
      '2.4',
      '2.5',
      '3.1',
      '3.2',
      '3.3',
      '3.9',
    ])
    const reply = await assessor.post(`/team/visits/${id}`, all)
    expect(wordsOf(reply)).toContain('Tick 12 statements or fewer')
  })

  it('is for nobody else: another assessor, the worker, a stranger', async () => {
    const id = await opened({ sections: '3.9' })
    const fields = await seen()
    for (const other of [otherAssessor, worker, elsewhere]) {
      expect((await other.get(`/team/visits/${id}`)).statusCode).toBe(404)
      expect((await other.post(`/team/visits/${id}`, fields)).statusCode).toBe(404)
      expect((await other.post(`/team/visits/${id}/not-yet`, fields)).statusCode).toBe(404)
    }
    expect((await assessor.get(`/passport/code/${id}`)).statusCode).toBe(404)
    expect((await assessor.post(`/passport/code/${id}/stop`, {})).statusCode).toBe(404)
  })

  it('is over after an hour', async () => {
    const id = await opened({ sections: '3.9' })
    await shift(id, 'opened_at', '-61 minutes')
    const before = await count('signing')
    expect((await assessor.post(`/team/visits/${id}`, await seen())).statusCode).toBe(409)
    expect(await count('signing')).toBe(before)
    expect(wordsOf(await assessor.get(`/team/visits/${id}`))).toContain(
      'Ask Tamsin Oyelaran-Pike to show you a new code',
    )
  })

  it('shows the worker that they were looked up', async () => {
    await opened({ sections: '3.9' })
    expect(wordsOf(await worker.get('/account/who-looked'))).toContain('Farzana Whitlock-Rahimi')
  })
})

describe('what was signed in the corridor and then did not stand', () => {
  async function confirmed(sections: readonly string[]) {
    const id = await opened({ sections })
    await assessor.post(`/team/visits/${id}`, await seen(sections))
    const rows = await ownerDb
      .selectFrom('corridor_request')
      .innerJoin('signing', 'signing.request_id', 'corridor_request.request_id')
      .where('visit_id', '=', id)
      .orderBy('signing.section')
      .select('signing.id')
      .execute()
    return { id, signings: rows.map(({ id }) => id) }
  }

  const pages = async (id: string) => ({
    team: wordsOf(await assessor.get(`/team/visits/${id}`)),
    own: wordsOf(await worker.get(`/passport/code/${id}`)),
  })

  const takeBack = async (signing: string | undefined) => {
    const reply = await assessor.post(`/team/signed/${signing}/take-back`, { explanation: '' })
    expect(reply.statusCode).toBe(303)
  }

  it('is said to be taken back on both pages, and may be said to be not yet there', async () => {
    const { id, signings } = await confirmed(['7.1'])
    expect((await pages(id)).own).toContain('It stands in your passport now')
    await takeBack(signings[0])
    const { team, own } = await pages(id)
    expect(team).toContain('You took this back')
    expect(team).not.toContain('Signed off')
    expect(team).not.toContain('now holds')
    expect(own).toContain('Farzana Whitlock-Rahimi took this back')
    expect(own).not.toContain('stands in your passport')
    const [code = ''] = await codesOf('7.1', 'entry')
    expect(wordsOf(await assessor.get(`/team/visits/${id}/not-yet`))).toContain(code)
  })

  it('is counted without what was taken back, where the rest stands', async () => {
    const { id, signings } = await confirmed(['2.1', '7.1'])
    await takeBack(signings[1])
    const { team, own } = await pages(id)
    const left = (await codesOf('2.1', 'entry')).length
    const held = left === 1 ? 'one more statement' : `${left} more statements`
    expect(team).toContain(`now holds ${held}`)
    expect(team).toContain('Taken back')
    expect(own).toContain('Farzana Whitlock-Rahimi signed what they saw')
    expect(own).toContain('Some of it was taken back')
  })

  it('is said to be withdrawn where its issuer withdrew it', async () => {
    const { id, signings } = await confirmed(['7.1'])
    const codes = await codesOf('7.1', 'entry')
    const cause = { cause: 'error', explanation: 'Wrong person.', understood: 'yes' }
    const reply = await issuer.post(`/team/issued/${signings[0]}/withdraw`, { codes, ...cause })
    expect(reply.statusCode).toBe(303)
    const { team, own } = await pages(id)
    expect(team).toContain('This was withdrawn')
    expect(own).toContain('This was withdrawn')
  })
})

describe('not yet', () => {
  const notYet = (fields: Fields = {}) => ({
    ...{
      codes: ['4.1-entry'],
      reason: 'practise',
      phrases: ['with-prompts'],
      words: 'Nearly there.',
    },
    ...{ occasion: 'supervision', 'next-day': '', 'next-month': '', 'next-year': '' },
    ...fields,
  })

  it('is told kindly, with what exactly and the next chance, and nothing is signed', async () => {
    const id = await opened({ sections: '4.1' })
    const before = await count('signing')
    const reply = await assessor.post(`/team/visits/${id}/not-yet`, notYet())
    expect(reply.headers.location).toBe(`/team/visits/${id}`)
    await assessor.post(`/team/visits/${id}/not-yet`, notYet())
    expect(await count('signing')).toBe(before)
    const passport = wordsOf(await worker.get('/passport'))
    expect(passport).toContain('You did it with some prompts from me')
    expect(passport).toContain('Nearly there.')
    expect(passport).toContain('Your next chance: At our next supervision.')
    const { rows } = await sql`select 1 from sign_off_request where section = '4.1'`.execute(
      ownerDb,
    )
    expect(rows).toHaveLength(1)
    const signed = await assessor.post(
      `/team/visits/${id}`,
      await seen(['4.1'], { codes: ['4.1-entry'] }),
    )
    expect(signed.statusCode).toBe(303)
  })

  it.each([
    ['nothing chosen', { codes: [] }, 'Select what is not there yet'],
    ['nothing said', { reason: '', words: '', phrases: [] }, 'Select what to say'],
    [
      'a day gone by',
      { 'next-day': '1', 'next-month': '2', 'next-year': '2020' },
      'must be today or in the future',
    ],
    [
      'no such day',
      { 'next-day': '31', 'next-month': '2', 'next-year': '2027' },
      'must be a real date',
    ],
    [
      'a day far off',
      { 'next-day': '1', 'next-month': '2', 'next-year': '2099' },
      'in the next 12 months',
    ],
  ])('asks again for %s', async (_, fields: Fields, message) => {
    const id = await opened({ sections: '4.1' })
    const reply = await assessor.post(`/team/visits/${id}/not-yet`, notYet(fields))
    expect(reply.statusCode).toBe(422)
    expect(wordsOf(reply)).toContain(message)
  })
})
