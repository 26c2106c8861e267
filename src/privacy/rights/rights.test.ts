import { beforeAll, describe, expect, it } from 'vitest'
import { asking, at, type FullRecord, fullRecord } from '../../../test/full-record.ts'
import { people } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { type Visitor, visitor, wordsOf } from '../../../test/visitor.ts'

const test = await testSite()
const { app, site, database, signIn, lettersTo } = test
const { ownerDb, superuserClient } = database
let full: FullRecord
let worker: Visitor
let issuer: Visitor
let steward: Visitor
const others: Visitor[] = []

beforeAll(async () => {
  full = await fullRecord(test)
  worker = full.worker
  issuer = visitor(app, await signIn(people.issuer))
  steward = visitor(app, await signIn('0cd6c524-99a5-48fb-9269-ebfa7a0e2f95'))
  for (const who of [people.assessor, people.stranger]) {
    others.push(visitor(app, await signIn(who)))
  }
})

const person = (id: string) =>
  ownerDb
    .selectFrom('person')
    .where('id', '=', id)
    .select(['name', 'level', 'profession', 'name_changed_at'])
    .executeTakeFirstOrThrow()

const details = { name: 'Tamsin Oyelaran-Pike', level: 'entry', profession: 'occupational-therapy' }

describe('one’s own details', () => {
  it('are put right at once, and the name of before is kept for oneself alone', async () => {
    const reply = await worker.post('/account/correct', { ...details, name: 'Tamsin  Pike' })
    expect([reply.statusCode, reply.headers.location]).toEqual([303, '/account/correct?done=yes'])
    expect((await person(people.holder)).name).toBe('Tamsin Pike')
    const former = await ownerDb
      .selectFrom('former_name')
      .where('person_id', '=', people.holder)
      .orderBy('until')
      .select('name')
      .execute()
    expect(former.at(-1)).toEqual({ name: details.name })
    expect(wordsOf(await worker.get('/account/correct?done=yes'))).toContain(
      'Your details are changed.',
    )
  })

  it('are not taken without a name, and nothing is changed', async () => {
    const page = await worker.post('/account/correct', { ...details, name: ' ' })
    expect(page.statusCode).toBe(422)
    expect(wordsOf(page)).toContain('Enter your name')
    expect((await person(people.holder)).name).toBe('Tamsin Pike')
  })

  it('never change what was issued, whose identity check was of the name of its day', async () => {
    const { shown } = await ownerDb
      .selectFrom('signing')
      .where('id', '=', full.signing)
      .select('shown')
      .executeTakeFirstOrThrow()
    expect(shown.identityCheck).not.toBe('not-checked')
    const { signing } = await asking(test).signed(worker, others[0] as Visitor, '2.1')
    const now = await ownerDb
      .selectFrom('signing')
      .where('id', '=', signing)
      .select('shown')
      .executeTakeFirstOrThrow()
    expect(now.shown.identityCheck).toBe('not-checked')
    const { id, ...check } = await ownerDb
      .selectFrom('identity_check')
      .where('person_id', '=', people.holder)
      .select(['id', 'person_id', 'organisation', 'how', 'checked_on', 'checked_by'])
      .executeTakeFirstOrThrow()
    await ownerDb
      .insertInto('identity_check')
      .values({ id: crypto.randomUUID(), ...check })
      .execute()
    const again = await asking(test).signed(worker, others[0] as Visitor, '2.2')
    const then = await ownerDb
      .selectFrom('signing')
      .where('id', '=', again.signing)
      .select('shown')
      .executeTakeFirstOrThrow()
    expect(then.shown.identityCheck).not.toBe('not-checked')
  })

  it('of somebody else cannot be changed, not even by their number', async () => {
    const reply = await others[0]?.post('/account/correct', {
      ...{ name: 'Somebody New', id: people.holder, person: people.holder },
    })
    expect(reply?.statusCode).toBe(303)
    expect((await person(people.holder)).name).toBe('Tamsin Pike')
    expect((await person(people.assessor)).name).toBe('Somebody New')
  })
})

describe('a record that others made', () => {
  const ref = () => `signing:${full.signing}`
  const ask = (who: Visitor, words: string) =>
    who.post(`/account/correct/ask?about=${encodeURIComponent(ref())}`, { words })
  let asked = ''

  it('is offered with whom to ask, and by when they must answer', async () => {
    const words = wordsOf(await worker.get('/account/correct'))
    expect(words).toContain('The sign-off of 3.9, entry, by Farzana Whitlock-Rahimi')
    expect(words).toContain('Ask Merrowfell Hospitals NHS Trust to put it right')
    const form = await worker.get(`/account/correct/ask?about=${encodeURIComponent(ref())}`)
    expect(wordsOf(form)).toContain('one calendar month from today')
  })

  it('is asked about in words, which name no patient', async () => {
    expect((await ask(worker, '')).statusCode).toBe(422)
    const patient = await ask(worker, 'It was for Mrs Jones, NHS number 943 476 5919')
    expect(patient.statusCode).toBe(422)
    const reply = await ask(worker, 'It was on the other ward.')
    expect(reply.statusCode).toBe(303)
    asked = String(reply.headers.location)
    expect(asked).toMatch(/^\/account\/asked\/[0-9a-f-]{36}\?done=sent$/)
    expect(wordsOf(await worker.get(asked))).toContain('Waiting')
    const [letter] = (await lettersTo('odette.pargeter-nkemelu@merrowfell.example')).slice(-1)
    expect(letter?.subject).toContain('waits for an answer')
    expect(letter?.text).not.toContain('Tamsin')
  })

  it('asked about twice is one request', async () => {
    const both = await Promise.all([ask(worker, 'Again.'), ask(worker, 'And again.')])
    const open = asked.replace('done=sent', 'done=open')
    expect(both.map(({ headers }) => headers.location)).toEqual([open, open])
    expect(wordsOf(await worker.get(open))).toContain('What you wrote just now was not sent.')
  })

  it('is not found by anybody whom it is not for', async () => {
    const id = asked.split(/[/?]/)[3]
    for (const other of others) {
      expect((await ask(other, 'Not mine.')).statusCode).toBe(404)
      expect((await other.get(`/account/asked/${id}`)).statusCode).toBe(404)
      expect((await other.get(`/team/rights-requests/${id}`)).statusCode).toBe(404)
      const answer = { outcome: 'refused', words: 'No.' }
      expect((await other.post(`/team/rights-requests/${id}`, answer)).statusCode).toBe(404)
    }
    expect((await worker.get(`/team/rights-requests/${id}`)).statusCode).toBe(404)
    expect((await steward.get(`/team/rights-requests/${id}`)).statusCode).toBe(404)
  })

  it('is answered once by those who answer for it, and both read both', async () => {
    const address = asked.replace('/account/asked', '/team/rights-requests').split('?')[0] ?? ''
    expect(wordsOf(await issuer.get('/team/rights-requests'))).toContain('Tamsin Pike')
    expect(wordsOf(await issuer.get(address))).toContain('It was on the other ward.')
    expect((await issuer.post(address, { words: 'Done.' })).statusCode).toBe(422)
    const given = { outcome: 'done', words: 'We withdrew it. Please ask again.' }
    const [first, second] = await Promise.all([
      issuer.post(address, given),
      issuer.post(address, { ...given, words: 'Twice.' }),
    ])
    expect([first.statusCode, second.statusCode]).toEqual([303, 303])
    const answers = await superuserClient.query(
      `select answer.words from rights_answer answer join rights_request asked on asked.id = request_id
        where about = $1`,
      [ref()],
    )
    expect(answers.rows).toHaveLength(1)
    const words = wordsOf(await worker.get(asked))
    expect(words).toContain('It was put right')
    expect(words).toContain(answers.rows[0].words)
    expect(words).toContain('Odette Pargeter-Nkemelu')
    expect(words).not.toContain('has received it')
  })

  it('was looked at, and its holder knows by whom', async () => {
    expect(wordsOf(await worker.get('/account/who-looked'))).toContain(
      'Odette Pargeter-Nkemelu, Merrowfell Hospitals NHS Trust, opened what you asked them about your record',
    )
  })

  it('is late a day after its month', async () => {
    await superuserClient.query(`alter table rights_request disable trigger user;
      update rights_request set due_on = current_date - 1 where about like 'signing:%';
      alter table rights_request enable trigger user`)
    const reply = await worker.post(
      `/account/correct/ask?about=${encodeURIComponent(`job:${at}/${await joined()}`)}`,
      { words: 'My job is another one.' },
    )
    expect(reply.statusCode).toBe(303)
    await superuserClient.query(`alter table rights_request disable trigger user;
      update rights_request set due_on = current_date - 1 where about like 'job:%';
      alter table rights_request enable trigger user`)
    expect(wordsOf(await worker.get('/account/asked'))).toContain('Late')
  })

  const joined = async () =>
    (
      await ownerDb
        .selectFrom('membership')
        .where('person_id', '=', people.holder)
        .select('valid_from')
        .executeTakeFirstOrThrow()
    ).valid_from
})

describe('an objection', () => {
  it('goes to whoever runs the service, and its stewards answer', async () => {
    const form = await worker.get('/account/object?to=passport')
    expect(wordsOf(form)).toContain('Whoever runs this service answers.')
    const reply = await worker.post('/account/object?to=passport', { words: 'I do not want it.' })
    expect(reply.statusCode).toBe(303)
    const id = String(reply.headers.location).split(/[/?]/)[3]
    expect((await issuer.get(`/team/rights-requests/${id}`)).statusCode).toBe(404)
    expect(wordsOf(await steward.get(`/team/rights-requests/${id}`))).toContain('I do not want it.')
    const answer = { outcome: 'refused', words: 'We go on, because the law asks for it.' }
    expect((await steward.post(`/team/rights-requests/${id}`, answer)).statusCode).toBe(303)
    expect(wordsOf(await worker.get(`/account/asked/${id}`))).toContain(
      'It goes on, and they say why',
    )
  })

  it('to what an employer does goes to that employer', async () => {
    const page = await worker.post('/account/object?to=sign-off', { words: 'A reason.' })
    expect(wordsOf(page)).toContain('Select which employer this is about')
    const reply = await worker.post('/account/object?to=sign-off', {
      ...{ organisation: at, words: 'A reason.' },
    })
    const id = String(reply.headers.location).split(/[/?]/)[3]
    expect((await issuer.get(`/team/rights-requests/${id}`)).statusCode).toBe(200)
    const elsewhere = await worker.post('/account/object?to=sign-off', {
      ...{ organisation: 'ostlewick-community', words: 'Not mine.' },
    })
    expect(elsewhere.statusCode).toBe(422)
  })

  it('to what is no use, or a duty in law, is not found', async () => {
    expect((await worker.get('/account/object?to=nonsense')).statusCode).toBe(404)
    expect((await worker.get('/account/object')).statusCode).toBe(404)
  })
})

describe('an organisation in which nobody can answer', () => {
  it('has the stewards answer in its place', async () => {
    await superuserClient.query(
      `update permission_grant set ended_on = current_date
        where organisation = $1 and permission in ('issue', 'manage-team') and ended_on is null`,
      [at],
    )
    const words = wordsOf(await steward.get('/team/rights-requests'))
    expect(words).toContain('Tamsin Pike: objection to a use of information')
    expect((await issuer.get('/team/rights-requests')).statusCode).toBe(404)
    expect(site.config.demo).toBe(true)
  })
})
