/** A data protection complaint, from both sides. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { people, personWith } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { type Fields, type Visitor, visitor, wordsOf } from '../../../test/visitor.ts'
import { asActor } from '../../database/as-actor.ts'
import { listAnswererAddresses, listComplaintsFor } from './complaints-store.ts'
import { remindOfComplaints } from './remind-of-complaints.ts'

const { app, site, database, signIn, lettersTo } = await testSite()
const { db } = site
const { ownerDb } = database
const employer = 'merrowfell-hospitals'
const steward = '0cd6c524-99a5-48fb-9269-ebfa7a0e2f95'
/** Manages people at the employer, once a test says so. */
const manager = '79aa6a69-e71a-4183-8039-11b38ada78ec'

let worker: Visitor
let stewards: Visitor
let managing: Visitor
let stranger: Visitor
const nobody = visitor(app)

beforeAll(async () => {
  await ownerDb
    .insertInto('permission_grant')
    .values({ person_id: manager, organisation: employer, permission: 'manage-team' })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  worker = visitor(app, await signIn(people.holder))
  stewards = visitor(app, await signIn(steward))
  managing = visitor(app, await signIn(manager))
  stranger = visitor(app, await signIn(people.stranger))
})

const said: Fields = {
  about: 'service',
  what: 'My old name is still shown.',
  right: 'Show my name of now.',
  name: 'Tamsin Oyelaran-Pike',
  reply: 'here',
}

async function complain(who: Visitor, fields: Fields = {}) {
  const id = randomUUID()
  const reply = await who.post('/privacy/complaint', { ...said, id, ...fields })
  const words = wordsOf(reply)
  const reference = /DP-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(words)?.[0] ?? ''
  const code = /Your code is ([0-9A-Z-]{14})/.exec(words)?.[1] ?? ''
  return { reply, words, id, reference, code, url: `/privacy/complaints/${id}` }
}

describe('the form', () => {
  it('is for anybody, signed in or not', async () => {
    const out = wordsOf(await nobody.get('/privacy/complaint'))
    expect(out).toContain('You do not need an account')
    expect(out).not.toContain('Only here, in Lanyard')
    expect(out).toContain('ico.org.uk/make-a-complaint')
    const own = await worker.get('/privacy/complaint')
    expect(wordsOf(own)).toContain('Merrowfell Hospitals NHS Trust')
    expect(own.body).toContain('value="Tamsin Oyelaran-Pike"')
  })

  it('says what is missing, all at once, with what was entered', async () => {
    const { reply, words } = await complain(nobody, { about: '', right: '', name: '', reply: '' })
    expect(reply.statusCode).toBe(422)
    for (const fault of [
      'Select who your complaint is about',
      'Enter what would put it right',
      'Enter your name',
      'Select how we should answer you',
    ]) {
      expect(words).toContain(fault)
    }
    expect(reply.body).toContain('My old name is still shown.')
  })

  it.each([
    [{ about: 'other', named: '' }, 'Enter the name of the organisation'],
    [{ reply: 'email', email: 'tamsin@' }, 'Enter an e-mail address, like name@example.com'],
    [{ reply: 'post', address: ' ' }, 'Enter the address that we should write to'],
    [{ what: 'x'.repeat(4001) }, 'What happened must be 4000 characters or fewer'],
    [{ about: 'ostlewick-community' }, 'Select who your complaint is about'],
    [
      { what: 'Mrs Ada Brown, born 3 May 1950, was named.' },
      'Take it out if it is about a patient',
    ],
  ])('refuses %j', async (fields, fault) => {
    const { reply, words } = await complain(worker, fields)
    expect(reply.statusCode).toBe(422)
    expect(words).toContain(fault)
  })

  it('offers nobody who is signed out to be answered in the product', async () => {
    expect((await complain(nobody, { reply: 'here' })).reply.statusCode).toBe(422)
  })
})

describe('somebody signed in', () => {
  it('gets a reference at once, and sees where it stands', async () => {
    const sent = await complain(worker)
    expect(sent.reply.statusCode).toBe(200)
    expect(sent.words).toContain('We have your complaint')
    expect(sent.reference).not.toBe('')
    expect(sent.code).toBe('')
    const page = wordsOf(await worker.get(sent.url))
    expect(page).toContain('My old name is still shown.')
    expect(page).toContain('Somebody confirms by')
    expect(wordsOf(await worker.get('/privacy/complaints'))).toContain(sent.reference)
  })

  it('who sends the form twice has sent one complaint', async () => {
    const id = randomUUID()
    const both = await Promise.all([complain(worker, { id }), complain(worker, { id })])
    const [first, second] = both.map(({ reference }) => reference)
    expect(first).not.toBe('')
    expect(second).toBe(first)
    const rows = await ownerDb.selectFrom('complaint').where('id', '=', id).select('id').execute()
    expect(rows).toHaveLength(1)
  })

  it('is told by letter, where they asked for one, and at no address of others', async () => {
    const email = `${randomUUID()}@example.org`
    const { reference, url } = await complain(worker, { reply: 'email', email })
    const [letter, ...more] = await lettersTo(email)
    expect(more).toEqual([])
    expect(letter?.text).toContain(reference)
    expect(letter?.text).toContain(url)
    expect(letter?.text).not.toContain('My old name')
  })
})

describe('somebody without an account', () => {
  it('follows it with the reference and the code, and with nothing less', async () => {
    const sent = await complain(nobody, { reply: 'post', address: '1 High Street\nExampleton' })
    expect(sent.code).not.toBe('')
    const { reference, code } = sent
    const follow = (fields: Fields) => nobody.post('/privacy/complaint/follow', fields)
    const page = await follow({ reference: reference.toLowerCase(), code: code.toLowerCase() })
    expect(page.statusCode).toBe(200)
    expect(wordsOf(page)).toContain('My old name is still shown.')
    expect(page.headers['cache-control']).toBe('no-store')
    for (const wrong of [
      { reference, code: '' },
      { reference: '', code },
      { reference, code: code.replace(/.$/, (last) => (last === '0' ? '1' : '0')) },
    ]) {
      const refused = await follow(wrong)
      expect(refused.statusCode).toBe(422)
      expect(wordsOf(refused)).toContain('that belong together')
    }
    expect((await nobody.get(sent.url)).statusCode).toBe(303)
  })

  it('gets the same code when the form is sent twice, and nobody gets it with other words', async () => {
    const id = randomUUID()
    const fields = { reply: 'email', email: 'anna@example.org', id }
    const first = await complain(nobody, fields)
    expect((await complain(nobody, fields)).code).toBe(first.code)
    const other = await complain(nobody, { ...fields, what: 'Something else.' })
    expect(other.reply.statusCode).toBe(409)
    expect(other.words).not.toContain(first.code)
    expect((await complain(worker, { id })).reply.statusCode).toBe(404)
  })

  it('gets reference and code by e-mail', async () => {
    const email = `${randomUUID()}@example.org`
    const { reference, code } = await complain(nobody, { reply: 'email', email })
    const [letter] = await lettersTo(email)
    expect(letter?.text).toContain(reference)
    expect(letter?.text).toContain(code)
  })

  it('is heard about an organisation that nobody here has heard of', async () => {
    const fields = {
      reply: 'post',
      address: 'Somewhere',
      about: 'other',
      named: 'Nowhere Care Ltd',
    }
    const { id, reference } = await complain(nobody, fields)
    expect(wordsOf(await stewards.get(`/privacy/complaints/${id}`))).toContain('Nowhere Care Ltd')
    expect(wordsOf(await stewards.get('/privacy/complaints'))).toContain(reference)
  })

  it('reaches an organisation by its name', async () => {
    const named = 'merrowfell hospitals nhs trust'
    const fields = { reply: 'post', address: 'Somewhere', about: 'other', named }
    const { url } = await complain(nobody, fields)
    expect((await managing.get(url)).statusCode).toBe(200)
    expect((await stewards.get(url)).statusCode).toBe(404)
  })
})

describe('whoever answers', () => {
  let sent: Awaited<ReturnType<typeof complain>>
  let email: string

  beforeEach(async () => {
    email = `${randomUUID()}@example.org`
    sent = await complain(worker, { about: employer, reply: 'email', email })
  })

  it('is a manager of that employer, and nobody else', async () => {
    expect((await managing.get(sent.url)).statusCode).toBe(200)
    for (const other of [stewards, stranger, visitor(app, await signIn(people.assessor))]) {
      expect((await other.get(sent.url)).statusCode).toBe(404)
      const step = await other.post(`${sent.url}/acknowledged`, { words: 'Yes.' })
      expect(step.statusCode).toBe(404)
      expect(wordsOf(await other.get('/privacy/complaints'))).not.toContain(sent.reference)
    }
  })

  it('is a steward for the service, and for an employer that has nobody', async () => {
    const service = await complain(worker)
    expect((await stewards.get(service.url)).statusCode).toBe(200)
    expect((await managing.get(service.url)).statusCode).toBe(404)
    const rhodri = visitor(app, await signIn('d5fc6864-467b-478a-866c-98775e587146'))
    await ownerDb
      .updateTable('permission_grant')
      .where('organisation', '=', 'ostlewick-community')
      .where('permission', '=', 'manage-team')
      .set({ ended_on: '2020-01-01' })
      .execute()
    const orphan = await complain(rhodri, { about: 'ostlewick-community' })
    expect((await stewards.get(orphan.url)).statusCode).toBe(200)
  })

  it('sees the days that are left, acknowledges, tells news and answers', async () => {
    expect(wordsOf(await managing.get('/privacy/complaints'))).toContain(
      '29 days left to acknowledge',
    )
    const step = async (kind: string, fields: Fields) => {
      const reply = await managing.post(`${sent.url}/${kind}`, fields)
      expect(reply.statusCode).toBe(303)
      return wordsOf(await managing.get(String(reply.headers.location)))
    }
    expect(await step('acknowledged', { words: 'Ana in HR looks into it.' })).toContain(
      'Being looked into, day 1',
    )
    await step('progress', { words: 'We found the old name in a letter.' })
    expect(await step('answered', { outcome: 'upheld', words: 'It is put right.' })).toContain(
      'Answered',
    )
    const page = wordsOf(await worker.get(sent.url))
    for (const words of [
      'Ana in HR looks into it.',
      'We found the old name in a letter.',
      'We agree with you.',
      'It is put right.',
    ]) {
      expect(page).toContain(words)
    }
    const letters = await lettersTo(email)
    expect(letters).toHaveLength(4)
    expect(letters.at(-1)?.text).toContain('It is put right.')
    const events = await ownerDb
      .selectFrom('audit_event')
      .where('subject_ref', '=', `complaint:${sent.id}`)
      .select(['action', 'details'])
      .execute()
    expect(events.map(({ action }) => action).sort()).toEqual([
      ...['complaint.acknowledged', 'complaint.answered', 'complaint.made', 'complaint.progressed'],
    ])
    expect(JSON.stringify(events)).not.toMatch(/old name|put right|Ana/)
  })

  it('acknowledges once, also when two do it at once, and answers once', async () => {
    const twice = await Promise.all(
      ['One.', 'Two.'].map((words) => managing.post(`${sent.url}/acknowledged`, { words })),
    )
    expect(twice.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409])
    await managing.post(`${sent.url}/answered`, { outcome: 'not-upheld', words: 'No.' })
    const late = await managing.post(`${sent.url}/progress`, { words: 'More.' })
    expect(late.statusCode).toBe(409)
    expect(await lettersTo(email)).toHaveLength(3)
  })

  it('is told what an answer needs', async () => {
    const reply = await managing.post(`${sent.url}/answered`, { words: '' })
    expect(reply.statusCode).toBe(422)
    expect(wordsOf(reply)).toContain('Select what you decided')
    expect(wordsOf(reply)).toContain('Enter what you want to tell them')
    expect((await managing.post(`${sent.url}/forgotten`, { words: 'x' })).statusCode).toBe(404)
  })

  it('does not answer their own', async () => {
    const own = await complain(managing, { about: employer })
    expect(wordsOf(await managing.get(own.url))).toContain('Your complaint')
    const step = await managing.post(`${own.url}/answered`, { outcome: 'upheld', words: 'Yes.' })
    expect(step.statusCode).toBe(404)
    const direct = asActor(db, personWith(manager), (db) =>
      sql`insert into complaint_step (id, complaint_id, kind, words, by_person)
        values (gen_random_uuid(), ${own.id}, 'acknowledged', 'Yes.', ${manager})`.execute(db),
    )
    await expect(direct).rejects.toThrow(/row-level security/)
  })

  it('is seen to have looked', async () => {
    await managing.get(sent.url)
    const looked = await ownerDb
      .selectFrom('viewing')
      .where('subject_id', '=', sent.id)
      .select(['holder_id', 'viewer_id', 'organisation', 'what'])
      .execute()
    expect(looked).toEqual([
      {
        ...{ holder_id: people.holder, viewer_id: manager },
        ...{ organisation: employer, what: 'complaint' },
      },
    ])
  })

  it('reads no complaint of others with SQL of their own', async () => {
    for (const id of [people.assessor, 'a9dbc668-4cbc-4297-a0b1-139e23170286']) {
      const rows = await asActor(db, personWith(id), async (db) => [
        ...(await db.selectFrom('complaint').selectAll().execute()),
        ...(await db.selectFrom('complaint_step').selectAll().execute()),
        ...(await listComplaintsFor(db, { answererId: id })),
      ])
      expect(rows).toEqual([])
    }
  })
})

describe('the reminder on the twentieth day', () => {
  const reminder = (days: number) => {
    const now = () => new Date(site.now().getTime() + days * 86_400_000)
    return remindOfComplaints({ ...site, now })
  }
  const run = (days: number) => {
    const { queue, run } = reminder(days)
    return run({ id: randomUUID(), details: {}, actor: { kind: 'job', name: queue } })
  }

  it('goes once to whoever answers, and never for what is acknowledged', async () => {
    const address = `${randomUUID()}@example.org`
    await ownerDb
      .insertInto('email_address')
      .values({
        ...{ id: randomUUID(), person_id: manager, address, kind: 'work' },
        confirmed_at: new Date(),
      })
      .execute()
    const waiting = await complain(worker, { about: employer })
    const begun = await complain(worker, { about: employer })
    await managing.post(`${begun.url}/acknowledged`, { words: 'Yes.' })
    await run(19)
    expect(await lettersTo(address)).toEqual([])
    await run(20)
    await run(21)
    const told = (await lettersTo(address)).map(({ subject }) => subject)
    expect(told.filter((subject) => subject.includes(waiting.reference))).toHaveLength(1)
    expect(told.filter((subject) => subject.includes(begun.reference))).toEqual([])
  })

  it('alone learns where those who answer can be written to', async () => {
    const asked = asActor(db, personWith(people.holder), (db) =>
      listAnswererAddresses(db, { organisation: employer }),
    )
    await expect(asked).rejects.toThrow(/only the job that reminds/)
    const direct = asActor(db, personWith(people.holder), (db) =>
      sql`select * from complaint_answerers(${employer})`.execute(db),
    )
    await expect(direct).rejects.toThrow(/permission denied/)
  })
})
