import { describe, expect, it } from 'vitest'
import { at, atMerrowfell, colleague } from '../../../test/at-merrowfell.ts'
import { people } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { wordsOf } from '../../../test/visitor.ts'
import { asActor } from '../../database/as-actor.ts'

const test = await testSite()
const { worker, assessor, otherAssessor, codesOf, signing } = await atMerrowfell(test)
const { ownerDb } = test.database

const both = [`${people.assessor} ${at}`, `${colleague.otherAssessor} ${at}`]

/** The ids of the requests, to the first and to the other assessor. */
async function askBoth(section: string) {
  const fields = { colleague: both, codes: await codesOf(section, 'entry'), message: '' }
  const reply = await worker.post(`/passport/ask/${section}/entry`, fields)
  expect(reply.statusCode).toBe(303)
  const rows = await ownerDb
    .selectFrom('sign_off_request')
    .where('section', '=', section)
    .select(['id', 'assessor_id', 'together'])
    .execute()
  const idOf = (person: string) => rows.find((row) => row.assessor_id === person)?.id ?? ''
  expect(new Set(rows.map(({ together }) => together)).size).toBe(1)
  return { mine: idOf(people.assessor), theirs: idOf(colleague.otherAssessor) }
}

const seen = async (section: string, ids: readonly string[]) => {
  const page = wordsOf(await worker.get('/passport'))
  return { page, section, ids }
}

describe('asking several colleagues at once', () => {
  it('is one asking to the worker, and a request to each', async () => {
    await askBoth('4.1')
    const { page } = await seen('4.1', [])
    expect(page).toContain('One of them is enough')
    expect(page.match(/Take back 4\.1/g)).toHaveLength(1)
    expect(wordsOf(await assessor.get('/team/requests'))).toContain('4.1')
    expect(wordsOf(await otherAssessor.get('/team/requests'))).toContain('4.1')
  })

  it('is signed by the first; the other sees who, sees no answers and can do nothing more', async () => {
    const { mine, theirs } = await askBoth('4.2')
    const draft = await otherAssessor.post(`/team/requests/${theirs}`, await signing('4.2'))
    expect(draft.statusCode).toBe(303)
    const signed = await assessor.post(`/team/requests/${mine}/sign`, await signing('4.2'))
    expect(signed.statusCode).toBe(303)
    const page = await otherAssessor.get(`/team/requests/${theirs}`)
    expect(wordsOf(page)).toContain('Farzana Whitlock-Rahimi signed it')
    for (const path of ['/sign', '/decline', '']) {
      const late = await otherAssessor.post(`/team/requests/${theirs}${path}`, {
        ...(await signing('4.2')),
        reason: 'not-seen',
      })
      expect(late.statusCode).toBe(409)
      expect(wordsOf(late)).toContain('A colleague has signed this already')
    }
    expect(wordsOf(await otherAssessor.get('/team/requests'))).toContain('signed it on')
    expect(wordsOf(await worker.get('/passport'))).not.toContain('Take back 4.2')
  })

  it('of two who sign at once exactly one wins', async () => {
    const { mine, theirs } = await askBoth('4.3')
    const fields = await signing('4.3')
    const replies = await Promise.all([
      assessor.post(`/team/requests/${mine}/sign`, fields),
      otherAssessor.post(`/team/requests/${theirs}/sign`, fields),
    ])
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409])
    const signings = await ownerDb
      .selectFrom('signing')
      .where('request_id', 'in', [mine, theirs])
      .select('id')
      .execute()
    expect(signings).toHaveLength(1)
  })

  it('stays open when one declines, and says so only once all have', async () => {
    const { mine, theirs } = await askBoth('4.4')
    const decline = { reason: 'practise', words: '' }
    expect((await assessor.post(`/team/requests/${mine}/decline`, decline)).statusCode).toBe(303)
    const between = wordsOf(await worker.get('/passport'))
    expect(between).toContain('Take back 4.4')
    expect(between).not.toContain('did not sign this off')
    await otherAssessor.post(`/team/requests/${theirs}/decline`, { reason: 'somebody-else' })
    const after = wordsOf(await worker.get('/passport'))
    expect(after.match(/did not sign this off/g)).toHaveLength(2)
    expect(after).toContain('You are on your way with this')
    expect(after).not.toContain('Take back 4.4')
    const page = await worker.get(`/passport/ask/4.4/entry?after=${mine}&of=same`)
    expect(page.body.match(/name="colleague"[^>]*checked/g)).toHaveLength(2)
  })

  it('is taken back from all of them', async () => {
    const { mine, theirs } = await askBoth('5.1')
    await worker.post(`/passport/requests/${theirs}/take-back`)
    const late = await assessor.post(`/team/requests/${mine}/sign`, await signing('5.1'))
    expect(late.statusCode).toBe(409)
    expect(wordsOf(late)).toContain('This request was taken back')
    expect(wordsOf(await worker.get('/passport'))).not.toContain('Take back 5.1')
  })

  it.each([
    ['the same person twice', [...both, `${people.assessor} ${at}`], 303],
    ['oneself among them', [...both, `${people.holder} ${at}`], 303],
    ['nobody', [], 422],
  ])('with %s', async (_, chosen, status) => {
    const fields = { colleague: chosen, codes: await codesOf('5.2', 'entry'), message: '' }
    const reply = await worker.post('/passport/ask/5.2/entry', fields)
    expect(reply.statusCode).toBe(status)
    const rows = await ownerDb
      .selectFrom('sign_off_request')
      .leftJoin('sign_off_answer', 'request_id', 'id')
      .where('section', '=', '5.2')
      .where('outcome', 'is', null)
      .select('id')
      .execute()
    expect(rows).toHaveLength(status === 303 ? 2 : 0)
    for (const { id } of rows) await worker.post(`/passport/requests/${id}/take-back`)
  })

  it('cannot be answered for a colleague by hand', async () => {
    const { mine } = await askBoth('5.3')
    const person = {
      kind: 'person',
      id: people.assessor,
      name: 'Farzana',
      permissions: [],
    } as const
    const forged = asActor(test.database.db, person, (db) =>
      db
        .insertInto('sign_off_answer')
        .values({ request_id: mine, outcome: 'signed-by-other' })
        .execute(),
    )
    await expect(forged).rejects.toThrow()
  })
})

describe('a request that is signed in part', () => {
  it('says why, and when the next chance is, of what is left', async () => {
    const fields = { colleague: both[0] ?? '', codes: await codesOf('2.2', 'entry'), message: '' }
    await worker.post('/passport/ask/2.2/entry', fields)
    const { id } = await ownerDb
      .selectFrom('sign_off_request')
      .where('section', '=', '2.2')
      .select('id')
      .executeTakeFirstOrThrow()
    const [first = '', ...left] = await codesOf('2.2', 'entry')
    const part = await signing('2.2', { codes: [first] })
    await assessor.post(`/team/requests/${id}`, part)
    const check = wordsOf(await assessor.get(`/team/requests/${id}/check`))
    expect(check).toContain('I have not seen you do this yet')
    const next = { 'next-day': '1', 'next-month': '2', 'next-year': '2020' }
    const said = { ...part, reason: 'practise', occasion: 'supervision', 'no-patient': 'yes' }
    const past = await assessor.post(`/team/requests/${id}/sign`, { ...said, ...next })
    expect(past.statusCode).toBe(422)
    expect(wordsOf(past)).toContain('The next chance must be today or in the future')
    const named = { ...said, words: 'Mrs Jones (NHS number 943 476 5919) said so' }
    expect((await assessor.post(`/team/requests/${id}/sign`, named)).statusCode).toBe(422)
    expect((await assessor.post(`/team/requests/${id}/sign`, said)).statusCode).toBe(303)
    const passport = wordsOf(await worker.get('/passport'))
    expect(passport).toContain('You are on your way with this')
    expect(passport).toContain('Your next chance: At our next supervision')
    const again = await worker.get(`/passport/ask/2.2/entry?after=${id}&of=same`)
    expect(again.body.match(/name="codes"[^>]*checked/g)).toHaveLength(left.length)
  })
})
