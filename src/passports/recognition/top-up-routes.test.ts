import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { atOstlewick, inDays, suggestedOn, trust } from '../../../test/at-ostlewick.ts'
import { people } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { type Fields, wordsOf } from '../../../test/visitor.ts'

const test = await testSite()
const { superuserClient } = test.database
const { worker, otherAssessor, issuer, receiver, shared, itemsOf, decide, publish } =
  await atOstlewick(test)
await publish()

const topUp = { outcome: 'accept-with-top-up', 'top-up': 'our own hoists' }

/** A set in which one thing was accepted with a top-up. */
async function awaited() {
  const share = await shared()
  const [item = ''] = (await itemsOf(share)).items
  expect((await decide(share, item, topUp)).statusCode).toBe(303)
  const { rows } = await superuserClient.query<{ id: string }>(
    'select id from recognition_decision where share_id = $1',
    [share],
  )
  const decision = rows[0]?.id ?? ''
  const page = `/orgs/${trust}/recognition/${share}/top-ups/${decision}`
  const toDo = async () => wordsOf(await receiver.get(`/orgs/${trust}/recognition/${share}/to-do`))
  return { share, item, decision, page, toDo }
}

const done = (fields: Fields = {}): Fields & { readonly id: string } => ({
  ...{ id: randomUUID(), ...inDays('on', 0), ...fields },
})

describe('a top-up', () => {
  it('is recorded as done, by name and day; then the item reads accepted', async () => {
    const { share, page, toDo } = await awaited()
    expect(await toDo()).toContain('our own hoists (for')
    expect(wordsOf(await receiver.get(page))).toContain('On which day was it done?')
    const form = done()
    for (const _ of [1, 2]) expect((await receiver.post(page, form)).statusCode).toBe(303)
    expect(await toDo()).toContain('All are done.')
    expect(await toDo()).toContain('Sunil Braithwood recorded it on')
    const own = wordsOf(await worker.get(`/passport/recognition/${share}`))
    expect(own).toContain('Accepted Decided by')
    expect(own).not.toContain('Accepted with a top-up')
    expect(own).toContain('Sunil Braithwood recorded it on')
    expect(wordsOf((await itemsOf(share)).page)).toContain('Accepted Decided by')
    expect(wordsOf(await receiver.get(page))).toContain('Nothing is left to do here.')
    const { rows } = await superuserClient.query('select 1 from recognition_top_up where id = $1', [
      form.id,
    ])
    expect(rows).toHaveLength(1)
  })

  it.each([
    [inDays('on', 1), /must not be after/],
    [inDays('on', -2), /must not be before/],
    [{ 'on-day': '31', 'on-month': '2' }, /must be a real one/],
    [{ 'on-day': '', 'on-month': '', 'on-year': '' }, /Enter a day/],
  ])('is not recorded on a day such as %j', async (fields, words) => {
    const { page } = await awaited()
    const reply = await receiver.post(page, done(fields))
    expect(reply.statusCode).toBe(422)
    expect(wordsOf(reply)).toMatch(words)
  })

  it('is recorded by one of two at once', async () => {
    const { page } = await awaited()
    const both = [done(), done()].map((form) => receiver.post(page, form))
    const codes = (await Promise.all(both)).map(({ statusCode }) => statusCode)
    expect(codes.sort()).toEqual([303, 409])
  })

  it('is taken back by whoever recorded it, and can be recorded anew on the right day', async () => {
    const { page, toDo } = await awaited()
    const form = done()
    await receiver.post(page, form)
    expect((await issuer.post(`${page}/take-back`, { id: form.id })).statusCode).toBe(404)
    expect((await receiver.post(`${page}/take-back`, { id: randomUUID() })).statusCode).toBe(404)
    for (const _ of [1, 2]) {
      const back = await receiver.post(`${page}/take-back`, { id: form.id })
      expect(back.statusCode).toBe(303)
    }
    expect(await toDo()).toContain('Record that it was done')
    // The form that is still open in another tab.
    expect((await receiver.post(page, form)).statusCode).toBe(409)
    expect((await receiver.post(page, done())).statusCode).toBe(303)
    const { rows } = await superuserClient.query(
      `select count(*)::int as kept, count(taken_back_at)::int as back from recognition_top_up
        where decision_id = (select decision_id from recognition_top_up where id = $1)`,
      [form.id],
    )
    expect(rows).toEqual([{ kept: 2, back: 1 }])
  })

  it('is nobody else’s to record, nor one’s own, nor of a decision that asks for none', async () => {
    const { share, item, page } = await awaited()
    for (const other of [worker, issuer, otherAssessor]) {
      expect((await other.post(page, done())).statusCode).toBe(404)
      expect((await other.get(page)).statusCode).toBe(404)
    }
    expect((await decide(share, item, { outcome: 'accept', sequence: '1' })).statusCode).toBe(303)
    expect((await receiver.post(page, done())).statusCode).toBe(404)
    const elsewhere = page.replace(trust, 'merrowfell-hospitals')
    expect((await issuer.post(elsewhere, done())).statusCode).toBe(404)
  })

  it('is recorded also when the holder has stopped sharing', async () => {
    const { share, page, toDo } = await awaited()
    await worker.post(`/passport/recognition/${share}/stop`)
    expect((await receiver.post(page, done())).statusCode).toBe(303)
    expect(await toDo()).toContain('All are done.')
  })
})

describe('deciding', () => {
  it('asks to show again who decides, before anything is typed and before anything is kept', async () => {
    const share = await shared()
    const { items, page } = await itemsOf(share)
    const [item = ''] = items
    const shown = suggestedOn(page)
    await superuserClient.query(
      "update session set stepped_up_at = now() - interval '1 hour' where person_id = $1",
      [people.stranger],
    )
    const address = `/orgs/${trust}/recognition/${share}`
    for (const reply of [
      await receiver.get(`${address}/items/${item}`),
      await decide(share, item, { outcome: 'accept' }),
      await receiver.post(address, { items: [item], ...shown }),
    ]) {
      expect(reply.statusCode).toBe(303)
      expect(reply.headers.location).toContain('/confirm-it-is-you')
    }
    const kept = () =>
      superuserClient.query('select stepped_up_how from recognition_decision where share_id = $1', [
        share,
      ])
    expect((await kept()).rows).toEqual([])
    await superuserClient.query('update session set stepped_up_at = now() where person_id = $1', [
      people.stranger,
    ])
    expect((await decide(share, item, { outcome: 'accept' })).statusCode).toBe(303)
    expect((await kept()).rows).toEqual([{ stepped_up_how: 'demonstration' }])
  })
})
