/** Who gets which letter on recognition, and that no letter says what it is about. */
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { atOstlewick, trust } from '../../../test/at-ostlewick.ts'
import { people } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { lettersTold, recognitionLetter } from './model/recognition-letters.ts'

const test = await testSite()
const { superuserClient } = test.database
const { worker, shared, itemsOf, decide, publish } = await atOstlewick(test)
await publish()

const addresses = async (id: string) =>
  (
    await superuserClient.query<{ address: string }>(
      'select address from email_address where person_id = $1',
      [id],
    )
  ).rows.map(({ address }) => address)
const [holder, decider] = [await addresses(people.holder), await addresses(people.stranger)]

const sent = async () =>
  (
    await superuserClient.query<{ address: string; subject: string; text: string }>(
      'select address, subject, text from demonstration_letter order by id',
    )
  ).rows

/** As if the quarter of an hour had passed. */
const later = () =>
  superuserClient.query(
    "update pgboss.job set start_after = now() where name = 'tell-recognition' and state < 'active'",
  )

beforeEach(async () => {
  await later()
  await test.workOff()
  await test.workOff()
  await superuserClient.query('delete from demonstration_letter')
})

describe('letters on recognition', () => {
  it('reach those who decide when a set arrives, once for a form that was posted twice', async () => {
    const share = await shared()
    await test.workOff()
    const letters = await sent()
    expect(letters.some(({ address }) => decider.includes(address))).toBe(true)
    expect(new Set(letters.map(({ address }) => address)).size).toBe(letters.length)
    expect(letters.some(({ address }) => holder.includes(address))).toBe(false)
    expect(letters[0]?.text).toContain(`/orgs/${trust}/recognition/${share}`)
    for (const { subject, text } of letters) {
      expect(`${subject} ${text}`).not.toMatch(/Tamsin|Oyelaran|Fire safety|3\.9/)
    }
  })

  it('reach whoever shared it when somebody decided: one, however many decisions', async () => {
    const share = await shared()
    const { items } = await itemsOf(share)
    await test.workOff()
    await superuserClient.query('delete from demonstration_letter')
    for (const item of items) await decide(share, item, { outcome: 'accept' })
    await test.workOff()
    expect(await sent()).toEqual([])
    await later()
    await test.workOff()
    const letters = await sent()
    expect(letters).toHaveLength(1)
    expect(holder).toContain(letters[0]?.address)
    expect(letters[0]?.text).toContain(`/passport/recognition/${share}`)
    expect(letters[0]?.text).not.toMatch(/Ostlewick|Sunil|Fire/)
  })

  it('reach whoever decided when the person replies', async () => {
    const share = await shared()
    const [item = ''] = (await itemsOf(share)).items
    await decide(share, item, { outcome: 'do-not-accept', reason: 'too-old', words: 'Old.' })
    const { rows } = await superuserClient.query<{ id: string }>(
      'select id from recognition_decision where share_id = $1',
      [share],
    )
    await test.workOff()
    await superuserClient.query('delete from demonstration_letter')
    const reply = { id: randomUUID(), decision: rows[0]?.id ?? '', words: 'It was in March.' }
    for (const _ of [1, 2]) await worker.post(`/passport/recognition/${share}/reply`, reply)
    await test.workOff()
    const letters = await sent()
    expect(letters).toHaveLength(1)
    expect(decider).toContain(letters[0]?.address)
    expect(letters[0]?.text).not.toContain('March')
  })

  it.each(lettersTold)('say what to do, and lead to one page: %s', (told) => {
    const { subject, text } = recognitionLetter(told, 'https://x.example/y')
    expect(subject.length).toBeGreaterThan(10)
    expect(text).toMatch(/^Hello,\n\n.+\n\nhttps:\/\/x\.example\/y\n\n/)
  })
})
