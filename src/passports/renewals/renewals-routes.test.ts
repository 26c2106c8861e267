import { describe, expect, it } from 'vitest'
import { at, atMerrowfell, colleague } from '../../../test/at-merrowfell.ts'
import { everyPart } from '../../../test/authorisation/sign-fields.ts'
import { people } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { type Fields, wordsOf } from '../../../test/visitor.ts'
import { asActor } from '../../database/as-actor.ts'
import { addDays, dayOf } from '../../language/days.ts'
import { partsOfDay } from '../../web/posted-form.ts'

const test = await testSite()
const { ownerDb, superuserClient } = test.database
const { worker, assessor, otherAssessor, elsewhere, ask, signing, codesOf } =
  await atMerrowfell(test)
/** Their own, and not the one from work. */
const address = 'tamsin@example.org'
const today = dayOf(new Date())

/** Signs a section off, with a review so many days from now. */
async function signedUntil(section: string, days: number) {
  const request = await ask(section)
  const { day, month, year } = partsOfDay(addDays(today, Math.max(days, 1)))
  const reply = await assessor.post(`/team/requests/${request}/sign`, {
    ...(await signing(section)),
    ...{ 'review-day': day, 'review-month': month, 'review-year': year },
  })
  expect(reply.statusCode).toBe(303)
  const { id } = await ownerDb
    .selectFrom('signing')
    .where('request_id', '=', request)
    .select('id')
    .executeTakeFirstOrThrow()
  if (days < 1) await moveReview(id, days)
  return id
}

const moveReview = (id: string, days: number) =>
  superuserClient.query(
    `alter table signing disable trigger user;
     update signing set review_on = current_date + (${days}), assessed_on = current_date - 200
       where id = '${id}';
     alter table signing enable trigger user`,
  )

/** Its assessor puts the review date right, so many days from now. */
async function correctReview(id: string, section: string, days: number) {
  const { codes, ...facts } = await signing(section)
  const { day, month, year } = partsOfDay(addDays(today, days))
  const review = { 'review-day': day, 'review-month': month, 'review-year': year }
  const reply = await assessor.post(`/team/signed/${id}/correct`, { ...facts, ...review })
  expect(reply.statusCode).toBe(303)
}

const remind = async () => {
  const { db, jobs } = test.site
  const job = { kind: 'job', name: 'test' } as const
  await asActor(db, job, (db) => jobs.send(db, 'remind-of-reviews', {}))
  await test.workOff()
  return (await test.lettersTo(address)).filter(({ subject }) =>
    subject.includes('skills passport'),
  )
}

const ofAssessor = `${people.assessor} ${at}`

describe('renewing in one screen', () => {
  it('is asked for in one tap and confirmed on one page, with the former facts', async () => {
    const id = await signedUntil('3.9', 20)
    const due = wordsOf(await worker.get('/passport/renew'))
    expect(due).toContain('Ask Farzana Whitlock-Rahimi to renew it')
    const asked = await worker.post(`/passport/renew/${id}`, { colleague: ofAssessor })
    const request = new URL(String(asked.headers.location), 'http://x').searchParams.get('asked')
    const after = wordsOf(await worker.get(String(asked.headers.location)))
    expect(after).toContain('You asked Farzana Whitlock-Rahimi.')
    const page = await assessor.get(`/team/requests/${request}`)
    expect(wordsOf(page)).toContain('asks you to renew')
    expect(wordsOf(page)).toContain('Last time: Farzana Whitlock-Rahimi, on 1 February')
    expect(page.body).toContain('value="Stroke ward"')
    expect(page.body).toContain(`action="/team/requests/${request}/sign"`)
    const codes = await codesOf('3.9', 'entry')
    const review = partsOfDay(addDays(today, 365))
    const now = partsOfDay(today)
    const signed = await assessor.post(`/team/requests/${request}/sign`, {
      ...{ codes, ...everyPart(codes), method: 'observed', setting: 'Stroke ward', note: '' },
      ...{ 'assessed-day': now.day, 'assessed-month': now.month, 'assessed-year': now.year },
      ...{ 'review-day': review.day, 'review-month': review.month, 'review-year': review.year },
    })
    expect(signed.statusCode).toBe(303)
    expect(wordsOf(await worker.get('/passport/renew'))).toContain('Nothing is due')
  })

  it('shows former facts to another assessor, and only while they are asked', async () => {
    const id = await signedUntil('7.1', 20)
    const other = `${colleague.otherAssessor} ${at}`
    const asked = await worker.post(`/passport/renew/${id}`, { colleague: other })
    const request = new URL(String(asked.headers.location), 'http://x').searchParams.get('asked')
    expect(wordsOf(await otherAssessor.get(`/team/requests/${request}`))).toContain(
      'Last time: Farzana Whitlock-Rahimi',
    )
    expect((await assessor.get(`/team/requests/${request}`)).statusCode).toBe(404)
    const twice = await worker.post(`/passport/renew/${id}`, { colleague: other })
    expect(twice.headers.location).toBe(asked.headers.location)
  })

  it('refuses what is not the worker’s, not due, or asked of a stranger', async () => {
    const id = await signedUntil('2.1', 20)
    expect(
      (await elsewhere.post(`/passport/renew/${id}`, { colleague: ofAssessor })).statusCode,
    ).toBe(404)
    const far = await signedUntil('2.2', 300)
    expect(
      (await worker.post(`/passport/renew/${far}`, { colleague: ofAssessor })).statusCode,
    ).toBe(404)
    const stranger = { colleague: `${colleague.elsewhere} ostlewick-community` } as Fields
    const reply = await worker.post(`/passport/renew/${id}`, stranger)
    expect(reply.statusCode).toBe(422)
    expect(wordsOf(reply)).toContain('Select who to ask')
  })
})

describe('the reminder', () => {
  it('comes once before the date, once when it has passed, and not after a renewal', async () => {
    const id = await signedUntil('4.1', 200)
    const before = (await remind()).length
    await moveReview(id, 30)
    const due = await remind()
    expect(due).toHaveLength(before + 1)
    expect(due.at(-1)?.text).toContain('/passport/renew')
    expect(due.at(-1)?.text).not.toContain('4.1')
    expect(await remind()).toHaveLength(before + 1)
    await moveReview(id, -1)
    const passed = await remind()
    expect(passed).toHaveLength(before + 2)
    expect(passed.at(-1)?.subject).toBe('A review date in your skills passport has passed')
    expect(await remind()).toHaveLength(before + 2)
  })

  it('is not sent for what was signed again, withdrawn, or is due far off', async () => {
    const [old, far] = [await signedUntil('5.7', 100), await signedUntil('5.6', 100)]
    await signedUntil('5.7', 300)
    const before = (await remind()).length
    await moveReview(old, 10)
    await moveReview(far, 31)
    expect(await remind()).toHaveLength(before)
  })

  it.each([
    ['a year off', '3.1', 350],
    ['ten years off', '3.2', 3650],
  ])('is sent for a date %s that was put right to one due soon', async (_, section, days) => {
    const id = await signedUntil(section, days)
    const before = (await remind()).length
    await correctReview(id, section, 20)
    expect(await remind()).toHaveLength(before + 1)
    expect(await remind()).toHaveLength(before + 1)
  })

  it('is not sent where a later sign-off was put right to stand for longer', async () => {
    const [old, again] = [await signedUntil('3.3', 100), await signedUntil('3.3', 5)]
    const before = (await remind()).length
    await correctReview(again, '3.3', 300)
    await moveReview(old, 20)
    expect(await remind()).toHaveLength(before)
  })
})
