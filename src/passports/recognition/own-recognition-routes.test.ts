import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { atOstlewick, inDays, trust } from '../../../test/at-ostlewick.ts'
import { testSite } from '../../../test/site.ts'
import { wordsOf } from '../../../test/visitor.ts'

const test = await testSite()
const { superuserClient } = test.database
const { worker, otherAssessor, signings, entry, set, publish } = await atOstlewick(test)
await publish()

describe('who accepts this today', () => {
  it('says of each thing what an employer would do, and never of a private one', async () => {
    const page = wordsOf(await worker.get('/passport/accepted?name=ostle'))
    expect(page).toContain('Of your 3 things, they would accept 1 as it is and 1 with a top-up.')
    expect(page).toContain('The person says so themselves.')
    expect(page).not.toContain('Kestrel')
  })

  it('finds an employer by its area, and those that have said nothing', async () => {
    const page = wordsOf(await worker.get('/passport/accepted?name=merrowfell'))
    expect(page).toContain('Ostlewick Community')
    expect(page).toContain('Merrowfell Hospitals NHS Trust. Share with')
    expect(page).not.toContain('Thistledown')
  })
})

describe('a set', () => {
  it('holds only what is one’s own and not private', async () => {
    const mine = await worker.get(`/passport/recognition/share/${trust}`)
    expect(wordsOf(mine)).not.toContain('Kestrel')
    for (const key of [`entry:${entry.secret}`, `credential:${randomUUID()}`]) {
      const fields = set({ items: [key] })
      const page = await worker.post(`/passport/recognition/share/${trust}`, fields)
      expect(page.statusCode).toBe(422)
    }
    const theirs = set({ items: [`credential:${signings.plain.credential}`] })
    const page = await otherAssessor.post(`/passport/recognition/share/${trust}`, theirs)
    expect(page.statusCode).toBe(422)
  })

  it('is shared with nobody whom nobody vouches for', async () => {
    const page = await worker.get('/passport/recognition/share/thistledown-house')
    expect(wordsOf(page)).toContain('you cannot share with it here')
    const reply = await worker.post('/passport/recognition/share/thistledown-house', set())
    expect(reply.statusCode).toBe(409)
    expect((await worker.get('/passport/recognition/share/nowhere-at-all')).statusCode).toBe(404)
  })

  it.each([
    [{ 'ends-day': '31', 'ends-month': '2' }, /must be a real one/],
    [inDays('ends', -1), /must not be before/],
    [inDays('ends', 400), /must not be after/],
    [{ purpose: 'spy' }, /Select why/],
  ])('is not shared until %j is put right', async (fields, words) => {
    const page = await worker.post(`/passport/recognition/share/${trust}`, set(fields))
    expect(page.statusCode).toBe(422)
    expect(wordsOf(page)).toMatch(words)
  })

  it('is shared once where its form is posted twice', async () => {
    const form = set()
    for (const _ of [1, 2]) {
      const reply = await worker.post(`/passport/recognition/share/${trust}`, form)
      expect(reply.statusCode).toBe(303)
    }
    const { rows } = await superuserClient.query(
      'select 1 from recognition_item where share_id = $1',
      [form.id],
    )
    expect(rows).toHaveLength(3)
  })
})
