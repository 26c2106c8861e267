import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { at } from '../../../test/at-merrowfell.ts'
import { people, personWith } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { visitor, wordsOf } from '../../../test/visitor.ts'
import { asActor } from '../../database/as-actor.ts'

const managerId = '2f6c1c0e-4b1d-4d0a-8f1e-6a6f0d9f3c11'
const { app, signIn, site, database } = await testSite()
const worker = visitor(app, await signIn(people.holder))
const manager = visitor(app, await signIn(managerId))
const supervisor = visitor(app, await signIn(people.assessor))
const elsewhere = visitor(app, await signIn(people.stranger))

async function needed(words = 'Half an hour a week to read'): Promise<string> {
  const id = randomUUID()
  const reply = await worker.post('/what-helps-me/add', { id, kind: 'time', words })
  expect(reply.statusCode, wordsOf(reply)).toBe(303)
  return id
}

const share = (id: string) => worker.post(`/what-helps-me/${id}/share`, { organisation: at })
const stop = (id: string) => worker.post(`/what-helps-me/${id}/stop`, { organisation: at })
const offer = (id: string) =>
  manager.post(`/team/support/${id}/offer`, { id: randomUUID(), words: 'Fridays, 2 to 2.30' })
const rowsSeenBy = (personId: string) =>
  asActor(site.db, personWith(personId), async (db) => ({
    needs: await db.selectFrom('support_need').select('id').execute(),
    offers: await db.selectFrom('support_offer').select('id').execute(),
  }))

describe('what helps somebody', () => {
  it('is nobody else’s until it is shared, one by one, and then the managers’ there', async () => {
    const [id, other] = [await needed(), await needed('Somebody who speaks Polish')]
    expect((await manager.get(`/team/support/${id}`)).statusCode).toBe(404)
    expect((await share(id)).statusCode).toBe(303)
    const page = await manager.get('/team/support')
    expect(page.body).toContain(id)
    expect(page.body).not.toContain(other)
    expect((await supervisor.get(`/team/support/${id}`)).statusCode).toBe(404)
    expect((await elsewhere.get(`/team/support/${id}`)).statusCode).toBe(404)
    expect((await elsewhere.get(`/what-helps-me/${id}`)).statusCode).toBe(404)
    expect((await rowsSeenBy(managerId)).needs).toEqual([{ id }])
    expect((await rowsSeenBy(people.assessor)).needs).toEqual([])
    await stop(id)
  })

  it('is offered, taken up or not wanted, with its history', async () => {
    const id = await needed('Forms in large print')
    await share(id)
    expect((await offer(id)).statusCode).toBe(303)
    const page = await worker.get(`/what-helps-me/${id}`)
    expect(wordsOf(page)).toContain('Fridays, 2 to 2.30')
    const made = /offers\/([\w-]{36})\/answer/.exec(page.body)?.[1] ?? ''
    await worker.post(`/what-helps-me/offers/${made}/answer`, { answer: 'taken-up' })
    expect(wordsOf(await manager.get(`/team/support/${id}`))).toContain('Taken up')
    await worker.post(`/what-helps-me/offers/${made}/answer`, { answer: 'not-wanted' })
    const theirs = await manager.post(`/what-helps-me/offers/${made}/answer`, {
      answer: 'taken-up',
    })
    expect(theirs.statusCode).toBe(404)
    expect(wordsOf(await worker.get(`/what-helps-me/${id}`))).toContain('Not wanted')
  })

  it('is seen by nobody else from the moment that sharing stops', async () => {
    const id = await needed('A quiet place')
    await share(id)
    await offer(id)
    await stop(id)
    expect((await manager.get(`/team/support/${id}`)).statusCode).toBe(404)
    expect((await offer(id)).statusCode).toBe(404)
    const seen = await rowsSeenBy(managerId)
    expect(seen.needs).not.toContainEqual({ id })
    const own = wordsOf(await worker.get(`/what-helps-me/${id}`))
    expect(own).toContain('Fridays, 2 to 2.30')
    expect(own).toContain('Only you can see it')
  })

  it('that is over is shared with nobody, and not shared again', async () => {
    const id = await needed('A course in English')
    await share(id)
    await worker.post(`/what-helps-me/${id}/end`)
    expect((await manager.get(`/team/support/${id}`)).statusCode).toBe(404)
    expect((await share(id)).statusCode).toBe(409)
  })

  it('is not shared with an employer where they do not work', async () => {
    const id = await needed('A mentor')
    const reply = await worker.post(`/what-helps-me/${id}/share`, {
      organisation: 'ostlewick-community',
    })
    expect(reply.statusCode).toBe(404)
  })

  it('says that health is not asked for, and looks for what may be a patient', async () => {
    const page = wordsOf(await worker.get('/what-helps-me/add'))
    expect(page).toContain('leave out your health')
    const words = 'Time to look after 943 476 5919'
    const reply = await worker.post('/what-helps-me/add', { kind: 'time', words })
    expect(reply.statusCode).toBe(422)
    expect(wordsOf(await worker.post('/what-helps-me/add'))).toContain('Enter what helps you')
  })

  it('ends with the job: it is not open again when they come back', async () => {
    const id = await needed('Before I leave')
    await share(id)
    const client = database.superuserClient
    const where = `where person_id = $1 and organisation = $2`
    await client.query(`update membership set valid_to = current_date - 1 ${where}`, [
      people.holder,
      at,
    ])
    expect((await manager.get(`/team/support/${id}`)).statusCode).toBe(404)
    expect((await rowsSeenBy(managerId)).needs).toEqual([])
    const away = wordsOf(await worker.get(`/what-helps-me/${id}`))
    expect(away).toContain('Only you can see it')
    expect(away).toContain('until you left that job')
    expect(away).not.toContain('Shared with')
    expect(wordsOf(await worker.get('/what-helps-me'))).not.toContain('Shared with')
    await client.query(
      `update support_share set at = now() - interval '3 days' where holder_id = $1`,
      [people.holder],
    )
    await client.query(
      `insert into membership (person_id, organisation, job_title, valid_from)
        values ($1, $2, 'Senior support worker', current_date)`,
      [people.holder, at],
    )
    expect((await manager.get(`/team/support/${id}`)).statusCode).toBe(404)
    expect((await rowsSeenBy(managerId)).needs).toEqual([])
    expect(wordsOf(await worker.get(`/what-helps-me/${id}`))).toContain('Only you can see it')
    await share(id)
    expect((await manager.get(`/team/support/${id}`)).statusCode).toBe(200)
    expect((await rowsSeenBy(managerId)).needs).toEqual([{ id }])
  })
})
