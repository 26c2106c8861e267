import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { organisation, people, personWith } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { type Fields, visitor, wordsOf } from '../../../test/visitor.ts'
import { asActor } from '../../database/as-actor.ts'
import { changeEntry, countEntry } from '../entries/entries-actions.ts'
import { getEntry, insertEntryVersion } from '../entries/entries-store.ts'
import { endOpenOriginals } from './bring-record-store.ts'
import { withConfirmation } from './model/original.ts'
import { insertOriginalRequest, listOwnOriginals } from './originals-store.ts'

const { app, site, signIn, database } = await testSite()
const worker = visitor(app, await signIn(people.holder))
const assessor = visitor(app, await signIn(people.assessor))
const issuer = visitor(app, await signIn(people.issuer))
const stranger = visitor(app, await signIn(people.stranger))
const holderId = people.holder

const certificate = (more: Fields = {}): Fields => ({
  ...{ kind: 'qualification', title: 'Diploma in Healthcare Support', given: 'A college' },
  ...{ 'from-day': '30', 'from-month': '6', 'from-year': '2024', organisation },
  ...more,
})
const today = new Date().toISOString().slice(0, 10).split('-')
const seen = (more: Fields = {}): Fields => ({
  ...{ outcome: 'seen', how: 'paper' },
  ...{ 'on-day': today[2] ?? '', 'on-month': today[1] ?? '', 'on-year': today[0] ?? '' },
  ...more,
})

const own = () => asActor(site.db, personWith(holderId), (db) => listOwnOriginals(db, { holderId }))
const confirmed = (entryId: string) =>
  asActor(site.db, personWith(holderId), async (db) =>
    withConfirmation(
      await getEntry(db, { id: entryId, holderId }),
      await listOwnOriginals(db, { holderId }),
    ),
  )

async function file(more: Fields = {}) {
  const entryId = randomUUID()
  const reply = await worker.post('/passport/bring/certificate', {
    ...certificate(more),
    id: entryId,
  })
  expect(reply.statusCode, wordsOf(reply)).toBe(303)
  const asked = (await own()).find((one) => one.entryId === entryId)
  return { entryId, id: asked?.id ?? '' }
}

const readAs = async (who: typeof worker) => (await who.get('/team/originals')).body

async function makePrivate(entryId: string) {
  const entry = await asActor(site.db, personWith(holderId), (db) =>
    getEntry(db, { id: entryId, holderId }),
  )
  const said = { ...entry, private: true }
  const change = { id: entryId, version: entry.version, said, again: true }
  expect(await changeEntry(site.db, personWith(holderId), change)).toBe('changed')
}

describe('a paper certificate', () => {
  it('waits for somebody to look at the original, who says that they saw it', async () => {
    const { entryId, id } = await file()
    expect(wordsOf(await worker.get('/passport/bring'))).toContain(
      'Waiting for somebody to look at the original',
    )
    expect((await confirmed(entryId)).confirmation).toBeUndefined()
    const list = wordsOf(await assessor.get('/team/originals'))
    expect(list).toContain('Tamsin Oyelaran-Pike: Qualification')
    const page = wordsOf(await assessor.get(`/team/originals/${id}`))
    expect(page).toMatch(/Diploma in Healthcare Support.*A college.*30 June 2024/)
    expect((await assessor.post(`/team/originals/${id}`, seen())).statusCode).toBe(303)
    const { confirmation } = await confirmed(entryId)
    expect(confirmation).toMatchObject({
      ...{ how: 'original-seen', by: 'Merrowfell Hospitals NHS Trust', codes: [] },
      on: today.join('-'),
    })
    expect(wordsOf(await worker.get('/passport/bring'))).toContain('Original seen by Farzana')
    expect(wordsOf(await worker.get('/account/who-looked'))).toContain('Farzana')
  })

  it('is filed once, however often the form is sent, and not under another’s number', async () => {
    const { entryId } = await file()
    await worker.post('/passport/bring/certificate', { ...certificate(), id: entryId })
    expect((await own()).filter((one) => one.entryId === entryId)).toHaveLength(1)
    const taken = await assessor.post('/passport/bring/certificate', {
      ...certificate(),
      id: entryId,
    })
    expect(taken.statusCode).toBe(404)
  })

  it.each([
    [{ 'from-day': '31', 'from-month': '2' }, 'must be a real day'],
    [{ 'from-year': '2999' }, 'must be today or in the past'],
    [{ 'from-year': '1850' }, 'must be after 1900'],
    [
      { 'until-day': '1', 'until-month': '1', 'until-year': '2020' },
      'must be after the day it was given',
    ],
    [{ title: ' ' }, 'Enter what it says on it'],
    [{ title: 'Mrs Ada Byron 3/4/1950' }, 'patient'],
    [{ kind: 'lived-experience' }, 'Select what it is for'],
    [{ organisation: 'ostlewick-community' }, 'Select where you will show the original'],
  ])('is refused with %j', async (more, words) => {
    const reply = await worker.post('/passport/bring/certificate', {
      ...certificate(more),
      id: randomUUID(),
    })
    expect(reply.statusCode).toBe(422)
    expect(wordsOf(reply)).toContain(words)
  })

  it('counts as it was when it was seen, and asks anew when it was changed', async () => {
    const { entryId, id } = await file()
    await assessor.post(`/team/originals/${id}`, seen())
    await asActor(site.db, personWith(holderId), async (db) => {
      const { kind: _, ...entry } = await getEntry(db, { id: entryId, holderId })
      const draft = { ...entry, kind: 'qualification' as const, title: 'Degree in Medicine' }
      await insertEntryVersion(db, { id: entryId, holderId, version: 2 }, draft)
    })
    expect((await confirmed(entryId)).confirmation).toBeUndefined()
    await worker.post(`/passport/bring/original/${entryId}`, { organisation })
    const asked = (await own()).filter(
      (one) => one.entryId === entryId && one.endedAt === undefined,
    )
    expect(asked).toMatchObject([{ version: 2, answers: [] }])
  })
})

describe('what was seen', () => {
  it('stands when its holder says what it counts towards', async () => {
    const { entryId, id } = await file()
    await assessor.post(`/team/originals/${id}`, seen())
    const edition = 'ahp-support-worker/2026'
    const counted = { id: entryId, edition, codes: ['5.4-entry'] }
    await countEntry(site.db, personWith(holderId), counted)
    const entry = await confirmed(entryId)
    expect([entry.version, entry.confirmation?.how]).toEqual([2, 'original-seen'])
    await worker.post(`/passport/bring/original/${entryId}`, { organisation })
    expect((await own()).filter((one) => one.entryId === entryId)).toHaveLength(1)
  })

  it('stands for somebody who asked to close their account, and what waited does not', async () => {
    const [answered, waits] = [await file(), await file()]
    await assessor.post(`/team/originals/${answered.id}`, seen())
    await asActor(site.db, personWith(holderId), (db) =>
      endOpenOriginals(db, { personId: holderId }),
    )
    expect((await confirmed(answered.entryId)).confirmation).toBeDefined()
    expect((await own()).find(({ id }) => id === waits.id)?.endedAt).toBeDefined()
  })
})

describe('the look at an original', () => {
  it('is nobody’s elsewhere, and never one’s own', async () => {
    const { id } = await file()
    expect(wordsOf(await stranger.get('/team/originals'))).not.toContain('Tamsin')
    for (const who of [stranger, worker]) {
      expect((await who.get(`/team/originals/${id}`)).statusCode).toBe(404)
      expect((await who.post(`/team/originals/${id}`, seen())).statusCode).toBe(404)
    }
    const mine = randomUUID()
    await assessor.post('/passport/bring/certificate', { ...certificate(), id: mine })
    expect(wordsOf(await assessor.get('/team/originals'))).not.toContain(
      'Farzana Whitlock-Rahimi: Q',
    )
  })

  it('is answered by one of two who answer at once', async () => {
    const { entryId, id } = await file()
    const replies = await Promise.all([
      assessor.post(`/team/originals/${id}`, seen()),
      issuer.post(`/team/originals/${id}`, { outcome: 'not-seen', reason: 'Bring the paper.' }),
    ])
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409])
    const [asked] = (await own()).filter((one) => one.entryId === entryId)
    expect(asked?.answers).toHaveLength(1)
  })

  it('is taken back with its trace, and answered again', async () => {
    const { entryId, id } = await file()
    await assessor.post(`/team/originals/${id}`, seen())
    expect((await stranger.post(`/team/originals/${id}/take-back`)).statusCode).toBe(404)
    expect((await assessor.post(`/team/originals/${id}/take-back`)).statusCode).toBe(303)
    expect((await confirmed(entryId)).confirmation).toBeUndefined()
    expect((await assessor.post(`/team/originals/${id}/take-back`)).statusCode).toBe(404)
    const page = wordsOf(await assessor.get(`/team/originals/${id}`))
    expect(page).toMatch(/That was taken back on/)
    await issuer.post(`/team/originals/${id}`, { outcome: 'not-seen', reason: 'Bring the paper.' })
    expect(wordsOf(await worker.get('/passport/bring'))).toMatch(/Not confirmed.*Bring the paper\./)
    const [asked] = (await own()).filter((one) => one.entryId === entryId)
    expect(asked?.answers.map(({ outcome }) => outcome)).toEqual(['seen', 'not-seen'])
  })

  it.each([
    [{}, 'Select whether you saw the original'],
    [{ outcome: 'seen' }, 'Select how you saw it'],
    [seen({ 'on-year': '2999' }), 'must be today or in the past'],
    [seen({ 'on-year': '2020' }), 'must be after the day it was given'],
    [
      seen({ 'until-day': '1', 'until-month': '1', 'until-year': '2025' }),
      'must be after the day you saw it',
    ],
    [{ outcome: 'not-seen' }, 'Enter what they can do'],
  ])('is refused with %j', async (fields, words) => {
    const { id } = await file()
    const reply = await assessor.post(`/team/originals/${id}`, fields)
    expect(reply.statusCode).toBe(422)
    expect(wordsOf(reply)).toContain(words)
  })

  it('ends once the entry is private, and is read by nobody there any more', async () => {
    const [waits, answered] = [await file(), await file()]
    await assessor.post(`/team/originals/${answered.id}`, seen())
    for (const { entryId } of [waits, answered]) await makePrivate(entryId)
    for (const { id } of [waits, answered]) {
      expect((await assessor.get(`/team/originals/${id}`)).statusCode).toBe(404)
      expect(await readAs(issuer)).not.toContain(id)
    }
    const asked = await own()
    expect(asked.find(({ id }) => id === waits.id)?.endedAt).toBeDefined()
    expect(asked.find(({ id }) => id === answered.id)?.endedAt).toBeUndefined()
    expect(
      (await worker.post(`/passport/bring/original/${waits.entryId}`, { organisation })).statusCode,
    ).toBe(404)
    await expect(
      asActor(site.db, personWith(holderId), (db) =>
        insertOriginalRequest(db, {
          ...{ id: randomUUID(), entryId: waits.entryId, version: 2, holderId, organisation },
          shown: { kind: 'qualification', title: 'Kept', facts: {} },
        }),
      ),
    ).rejects.toThrow('row-level security')
  })

  it('ends when its holder stops asking', async () => {
    const { id } = await file()
    expect((await assessor.post(`/passport/bring/original/${id}/end`)).statusCode).toBe(404)
    expect((await worker.post(`/passport/bring/original/${id}/end`)).statusCode).toBe(303)
    expect((await assessor.post(`/team/originals/${id}`, seen())).statusCode).toBe(404)
  })
})

describe('somebody who has left', () => {
  it('is read by nobody there any more, but for what a person said themselves', async () => {
    const { id } = await file()
    await assessor.post(`/team/originals/${id}`, seen())
    await database.superuserClient.query(
      `update membership set valid_to = current_date - 1 where person_id = $1`,
      [holderId],
    )
    for (const who of [assessor, issuer]) {
      expect((await who.get(`/team/originals/${id}`)).statusCode).toBe(404)
      expect(await readAs(who)).not.toContain(id)
    }
    const read = (personId: string) =>
      asActor(site.db, personWith(personId), (db) =>
        db.selectFrom('original_answer').where('request_id', '=', id).select('outcome').execute(),
      )
    expect(await read(people.assessor)).toEqual([{ outcome: 'seen' }])
    expect(await read(people.issuer)).toEqual([])
  })
})
