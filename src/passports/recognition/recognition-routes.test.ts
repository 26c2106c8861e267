import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { at, atMerrowfell } from '../../../test/at-merrowfell.ts'
import { people } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { type Fields, visitor, wordsOf } from '../../../test/visitor.ts'
import type { Job } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import { addDays, dayOf } from '../../language/days.ts'
import { partsOfDay } from '../../web/posted-form.ts'
import { insertEntry, insertEntryVersion } from '../entries/entries-store.ts'
import { eraseRecognition } from './recognition-record-store.ts'

const test = await testSite()
const { app, signIn, database } = test
const { ownerDb, superuserClient } = database
const { worker, assessor, issuer, signed, otherAssessor } = await atMerrowfell(test)
const receiver = visitor(app, await signIn(people.stranger))
const stranger = visitor(app)
const trust = 'ostlewick-community'
const today = dayOf(new Date())

const inDays = (field: string, days: number): Fields => {
  const { day, month, year } = partsOfDay(addDays(today, days))
  return { [`${field}-day`]: day, [`${field}-month`]: month, [`${field}-year`]: year }
}

const policy: Fields = {
  ...{ do: 'publish', version: '0', 'also-local': 'Fire walk-round of the health centre' },
  ...{ 'sign-off-outcome': 'accept', 'sign-off-months': '24' },
  ...{ 'training-outcome': 'accept', 'training-seen': 'yes', 'training-months': '36' },
  ...{ 'qualification-outcome': 'say-nothing', 'experience-outcome': 'say-nothing' },
  ...{ 'x1-kind': 'sign-off', 'x1-what': '3.10', 'x1-outcome': 'accept-with-top-up' },
  'x1-top-up': 'our own hoists, 40 minutes',
  ...inDays('from', 0),
}

const signings = { plain: await signed('3.9'), topUp: await signed('3.10') }
const entry = { id: randomUUID(), secret: randomUUID() }
const edition = 'ahp-support-worker/2026'
const draft = { kind: 'training', codes: [], edition, facts: {}, from: '2026-03-01' } as const
await asActor(database.db, personOf(people.holder), async (db) => {
  const whose = (id: string) => ({ id, holderId: people.holder })
  await insertEntry(db, whose(entry.id), { ...draft, title: 'Fire safety', private: false })
  await insertEntry(db, whose(entry.secret), { ...draft, title: 'Kestrel', private: true })
})

function personOf(id: string) {
  return { kind: 'person', id, name: 'Somebody', permissions: [] } as const
}

function set(fields: Fields = {}): Fields & { readonly id: string } {
  const id = randomUUID()
  const items = [
    `credential:${signings.plain.credential}`,
    `credential:${signings.topUp.credential}`,
    `entry:${entry.id}`,
  ]
  return { id, items, purpose: 'join', ...inDays('ends', 14), ...fields }
}

async function shared(fields: Fields = {}): Promise<string> {
  const form = set(fields)
  const reply = await worker.post(`/passport/recognition/share/${trust}`, form)
  expect(reply.statusCode, wordsOf(reply)).toBe(303)
  return form.id
}

async function itemsOf(share: string) {
  const page = await receiver.get(`/orgs/${trust}/recognition/${share}`)
  const items = [...page.body.matchAll(/\/items\/([0-9a-f-]{36})"/g)].map(([, id = '']) => id)
  return { page, items }
}

/** What stands in the form beside each thing that may be accepted in one go. */
function suggestedOn({ body }: { readonly body: string }): Fields {
  const fields = body.matchAll(/name="(suggested-[0-9a-f-]+)" value="([^"]*)"/g)
  return Object.fromEntries(
    [...fields].map(([, name = '', value = '']) => [name, value.replaceAll('&quot;', '"')]),
  )
}

const decide = (share: string, item: string, fields: Fields, by = receiver) =>
  by.post(`/orgs/${trust}/recognition/${share}/items/${item}`, { sequence: '0', ...fields })

describe('what an organisation accepts', () => {
  it('is filled in from a sensible start by its own people alone', async () => {
    const page = await receiver.get(`/orgs/${trust}/accepts/change`)
    expect(wordsOf(page)).toContain('Sign-offs from elsewhere')
    for (const other of [worker, issuer, stranger]) {
      const refused = await other.post(`/orgs/${trust}/accepts/change`, policy)
      expect([404, 303, 401]).toContain(refused.statusCode)
    }
    expect(wordsOf(await stranger.get(`/orgs/${trust}/accepts`))).toContain('has not said yet')
  })

  it.each([
    ['from', { ...policy, 'from-day': '31', 'from-month': '2' }, /must be a real one/],
    ['from', { ...policy, ...inDays('from', -3) }, /must not be before/],
    ['x1-what', { ...policy, 'x1-what': '99.9' }, /no section 99.9/],
    ['x1-top-up', { ...policy, 'x1-top-up': '' }, /Enter what the top-up is/],
    ['training-outcome', { ...policy, 'training-outcome': 'perhaps' }, /Select what you do/],
  ])('says what is wrong at %s', async (_, fields, words) => {
    const page = await receiver.post(`/orgs/${trust}/accepts/change`, fields)
    expect(page.statusCode).toBe(422)
    expect(wordsOf(page)).toMatch(words)
  })

  it('is read before it is published, with what comes first where rules differ', async () => {
    const page = await receiver.post(`/orgs/${trust}/accepts/change`, { ...policy, do: 'preview' })
    expect(wordsOf(page)).toContain('For 3.10, that rule comes before the one on sign-offs')
    expect((await stranger.get(`/orgs/${trust}/accepts.json`)).statusCode).toBe(404)
  })

  it('is published once by two at once, in words and as data', async () => {
    const both = [policy, policy].map((one) => receiver.post(`/orgs/${trust}/accepts/change`, one))
    const codes = (await Promise.all(both)).map(({ statusCode }) => statusCode)
    expect(codes.sort()).toEqual([303, 422])
    const page = wordsOf(await stranger.get(`/orgs/${trust}/accepts`))
    expect(page).toContain('We accept sign-offs, from anywhere, done in the last 24 months')
    expect(page).toContain('The top-up: our own hoists, 40 minutes')
    expect(page).toContain('A check of the right to work')
    expect(page).toContain('Fire walk-round of the health centre')
    const data = (await stranger.get(`/orgs/${trust}/accepts.json`)).json()
    expect(data).toMatchObject({ organisation: trust, version: 1 })
    expect(JSON.stringify(data)).not.toContain(people.stranger)
  })

  it('is changed by a new version, and the form starts from the one before', async () => {
    const page = await receiver.get(`/orgs/${trust}/accepts/change`)
    expect(page.body).toContain('value="our own hoists, 40 minutes"')
    const later = {
      ...policy,
      version: '1',
      ...inDays('from', 30),
      'training-outcome': 'do-not-accept',
    }
    expect((await receiver.post(`/orgs/${trust}/accepts/change`, later)).statusCode).toBe(303)
    const read = wordsOf(await stranger.get(`/orgs/${trust}/accepts`))
    expect(read).toContain('This is version 1')
    expect(read).toContain('this changes')
  })
})

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

describe('recognising', () => {
  it('shows each thing verified now, with what the policy says, to its people alone', async () => {
    const share = await shared()
    const { page } = await itemsOf(share)
    const words = wordsOf(page)
    expect(words).toContain('Tamsin Oyelaran-Pike')
    expect(words).toContain('Valid. We checked it just now.')
    expect(words).toContain('Policy would accept with a top-up')
    expect(words).toContain('The person says so themselves. Nobody has checked it.')
    for (const other of [issuer, worker, otherAssessor]) {
      const refused = await other.get(`/orgs/${trust}/recognition/${share}`)
      expect(refused.statusCode).toBe(404)
    }
    const elsewhere = await issuer.get(`/orgs/merrowfell-hospitals/recognition/${share}`)
    expect(elsewhere.statusCode).toBe(404)
    expect(wordsOf(await worker.get('/account/who-looked'))).toContain(
      'opened what you shared with them to be recognised',
    )
  })

  it('accepts in one go what the policy accepts; the rest is decided one by one', async () => {
    const share = await shared()
    const { items, page } = await itemsOf(share)
    const [plain = '', topUp = '', training = ''] = items
    const address = `/orgs/${trust}/recognition/${share}`
    const shown = suggestedOn(page)
    expect(Object.keys(shown)).toHaveLength(2)
    // As if the policy had asked for no hoists when the page was opened.
    const before = { ...shown, [`suggested-${topUp}`]: shown[`suggested-${plain}`] }
    for (const stale of [{}, before]) {
      const refused = await receiver.post(address, { items: [plain, topUp], ...stale })
      expect(refused.statusCode).toBe(409)
    }
    const bulk = await receiver.post(address, { items: [plain, topUp], ...shown })
    expect(bulk.statusCode).toBe(303)
    const refusal = {
      outcome: 'do-not-accept',
      reason: 'not-checked',
      words: 'Bring the original.',
    }
    expect((await decide(share, training, { outcome: 'do-not-accept' })).statusCode).toBe(422)
    expect((await decide(share, training, refusal)).statusCode).toBe(303)
    const toDo = wordsOf(await receiver.get(`/orgs/${trust}/recognition/${share}/to-do`))
    expect(toDo).toContain('our own hoists, 40 minutes (for')
    expect(toDo).toContain('Fire safety. It could not be checked')
    expect(toDo).toContain('Induction to the workplace')
    expect(toDo).not.toContain('Reporting, referring')
    const { rows } = await superuserClient.query(
      `select outcome, suggested, suggested_by_rule from recognition_decision
        where share_id = $1 order by outcome`,
      [share],
    )
    expect(rows).toEqual([
      { outcome: 'accept', suggested: 'accept', suggested_by_rule: 'sign-off' },
      {
        ...{ outcome: 'accept-with-top-up', suggested: 'accept-with-top-up' },
        suggested_by_rule: 'exception-1',
      },
      { outcome: 'do-not-accept', suggested: 'unknown', suggested_by_rule: 'training' },
    ])
    const mine = wordsOf(await worker.get(`/passport/recognition/${share}`))
    expect(mine).toContain('Accepted with a top-up')
    expect(mine).toContain('Bring the original.')
    expect(mine).toContain('Decided by Sunil Braithwood')
  })

  it('takes one of two decisions at once, and a later one beside the earlier', async () => {
    const share = await shared()
    const [item = ''] = (await itemsOf(share)).items
    const both = ['accept', 'accept'].map((outcome) => decide(share, item, { outcome }))
    const codes = (await Promise.all(both)).map(({ statusCode }) => statusCode)
    expect(codes.sort()).toEqual([303, 409])
    const later = { outcome: 'accept-with-top-up', 'top-up': 'one visit', sequence: '1' }
    expect((await decide(share, item, later)).statusCode).toBe(303)
    const page = wordsOf(await worker.get(`/passport/recognition/${share}`))
    expect(page).toContain('The top-up: one visit')
  })

  it('hears the reply of the one it is about, and of nobody else', async () => {
    const share = await shared()
    const [item = ''] = (await itemsOf(share)).items
    await decide(share, item, { outcome: 'do-not-accept', reason: 'too-old', words: 'Too old.' })
    const { rows } = await superuserClient.query<{ id: string }>(
      'select id from recognition_decision where share_id = $1',
      [share],
    )
    const decision = rows[0]?.id ?? ''
    const reply = { id: randomUUID(), decision, words: 'It was in March.' }
    const address = `/passport/recognition/${share}/reply`
    expect((await otherAssessor.post(address, reply)).statusCode).toBe(404)
    expect((await worker.post(address, { ...reply, decision: randomUUID() })).statusCode).toBe(404)
    expect((await worker.post(address, { ...reply, words: '' })).statusCode).toBe(422)
    for (const _ of [1, 2]) expect((await worker.post(address, reply)).statusCode).toBe(303)
    const read = wordsOf((await itemsOf(share)).page)
    expect(read.split('It was in March.')).toHaveLength(2)
  })

  it('leaves only the decisions once the holder stops', async () => {
    const share = await shared()
    const [item = '', other = ''] = (await itemsOf(share)).items
    await decide(share, item, { outcome: 'accept' })
    expect((await otherAssessor.post(`/passport/recognition/${share}/stop`)).statusCode).toBe(404)
    expect((await worker.post(`/passport/recognition/${share}/stop`)).statusCode).toBe(303)
    const late = await decide(share, other, { outcome: 'accept' })
    expect(late.statusCode).toBe(409)
    const { page } = await itemsOf(share)
    expect(wordsOf(page)).toContain('This is no longer shared with you.')
    expect(wordsOf(page)).not.toContain('Tamsin')
    expect(wordsOf(page)).not.toContain('Fire safety')
    expect(wordsOf(page)).toContain('Decided by Sunil Braithwood')
  })

  it('shows an entry no more once it is private', async () => {
    const share = await shared({ items: [`entry:${entry.id}`] })
    await asActor(database.db, personOf(people.holder), (db) =>
      insertEntryVersion(
        db,
        { id: entry.id, holderId: people.holder, version: 2 },
        { ...draft, title: 'Fire safety', private: true },
      ),
    )
    expect(wordsOf((await itemsOf(share)).page)).not.toContain('Fire safety')
  })

  it('suggests no acceptance of what was withdrawn meanwhile', async () => {
    const made = await signed('7.1')
    const share = await shared({ items: [`credential:${made.credential}`] })
    const { items } = await itemsOf(share)
    const codes = await ownerDb
      .selectFrom('sign_off')
      .where('signing_id', '=', made.signing)
      .select('code')
      .execute()
    await issuer.post(`/team/issued/${made.signing}/withdraw`, {
      ...{ codes: codes.map(({ code }) => code), cause: 'error', understood: 'yes' },
      explanation: 'The wrong person.',
    })
    const page = wordsOf((await itemsOf(share)).page)
    expect(page).toContain('Withdrawn')
    expect(page).toContain('Policy would not accept')
    const bulk = await receiver.post(`/orgs/${trust}/recognition/${share}`, { items })
    expect(bulk.statusCode).toBe(409)
  })

  it('judges how old a sign-off is by the day that was put right', async () => {
    const made = await signed('7.1')
    await superuserClient.query(
      `insert into signing_correction (id, signing_id, holder_id, assessor_id, method, assessed_on,
          setting, review_on, stepped_up_how, stepped_up_at)
        select gen_random_uuid(), id, holder_id, assessor_id, method, '2021-05-04', setting,
          review_on, 'code', now() from signing where id = $1`,
      [made.signing],
    )
    const share = await shared({ items: [`credential:${made.credential}`] })
    const page = wordsOf((await itemsOf(share)).page)
    expect(page).toContain('It was done on 4 May 2021, and the policy asks for the last 24 months.')
  })

  it('sees that an original was seen, while the entry says what was shown', async () => {
    const id = randomUUID()
    const holder = personOf(people.holder)
    const seen = { ...draft, title: 'Ladders', private: false, validUntil: undefined }
    await asActor(database.db, holder, (db) =>
      insertEntry(db, { id, holderId: people.holder }, seen),
    )
    await worker.post(`/passport/bring/original/${id}`, { organisation: at })
    const { rows } = await superuserClient.query(
      'select id from original_request where entry_id = $1',
      [id],
    )
    const answer = { outcome: 'seen', how: 'paper', ...inDays('on', 0) }
    const unseen = await shared({ items: [`entry:${id}`] })
    expect(wordsOf((await itemsOf(unseen)).page)).toContain('Policy cannot say')
    const answered = await assessor.post(`/team/originals/${rows[0]?.id}`, answer)
    expect(answered.statusCode).toBe(303)
    const share = await shared({ items: [`entry:${id}`] })
    const page = wordsOf((await itemsOf(share)).page)
    expect(page).toContain('Merrowfell Hospitals NHS Trust saw the original on')
    expect(page).toContain('Policy would accept')
    expect(wordsOf(await worker.get('/passport/accepted?name=ostle'))).toContain(
      'they would accept 2 as it is',
    )
    await asActor(database.db, holder, (db) =>
      insertEntryVersion(
        db,
        { id, holderId: people.holder, version: 2 },
        { ...seen, title: 'Law' },
      ),
    )
    const changed = await shared({ items: [`entry:${id}`] })
    expect(wordsOf((await itemsOf(changed)).page)).toContain('Nobody has checked it.')
  })

  it('is never about oneself', async () => {
    const id = randomUUID()
    await superuserClient.query(
      `insert into recognition_share (id, holder_id, organisation, purpose, ends_on)
        values ($1, $2, $3, 'join', current_date + 9)`,
      [id, people.stranger, trust],
    )
    expect((await receiver.get(`/orgs/${trust}/recognition/${id}`)).statusCode).toBe(404)
    expect((await receiver.get(`/orgs/${trust}/recognition`)).body).not.toContain(id)
  })

  it('tells no figure of fewer than five people', async () => {
    const page = wordsOf(await receiver.get(`/orgs/${trust}/recognition`))
    expect(page).toContain('You have decided for fewer than 5 people, so not shown.')
    expect(page).toContain('It is too old: fewer than 5 people')
  })
})

describe('an agreement', () => {
  const terms = (fields: Fields = {}): Fields => ({
    ...{ id: randomUUID(), other: trust, 'takes-kinds': ['sign-off'], 'gives-kinds': ['sign-off'] },
    ...{ 'takes-months': '24', 'gives-months': '', 'takes-top-up': '', 'gives-top-up': '' },
    ...{ ...inDays('from', 0), ...inDays('review', 365), ...fields },
  })
  const idOf = async () => {
    const rows = await ownerDb.selectFrom('acceptance_agreement').select('id').execute()
    return rows[0]?.id ?? ''
  }

  it('waits until both have said what they accept', async () => {
    const page = await issuer.post(`/orgs/${at}/agreements`, terms())
    expect(wordsOf(page)).toContain('Publish what you accept before')
    const other = { ...policy, 'x1-kind': '', 'x1-what': '', 'x1-outcome': '', 'x1-top-up': '' }
    expect((await issuer.post(`/orgs/${at}/accepts/change`, other)).statusCode).toBe(303)
    for (const wrong of [{ other: at }, { other: 'Nobody at all' }, { 'takes-kinds': [] }]) {
      expect((await issuer.post(`/orgs/${at}/agreements`, terms(wrong))).statusCode).toBe(422)
    }
    expect((await issuer.post(`/orgs/${at}/agreements`, terms())).statusCode).toBe(303)
  })

  it('is agreed by somebody of the other one, and then stands with both policies', async () => {
    const id = await idOf()
    const agree = { step: 'agreed' }
    expect((await issuer.post(`/orgs/${at}/agreements/${id}`, agree)).statusCode).toBe(409)
    expect((await worker.post(`/orgs/${trust}/agreements/${id}`, agree)).statusCode).toBe(404)
    expect(wordsOf(await stranger.get(`/orgs/${at}/accepts`))).not.toContain('Agreements')
    const both = [1, 2].map(() => receiver.post(`/orgs/${trust}/agreements/${id}`, agree))
    const codes = (await Promise.all(both)).map(({ statusCode }) => statusCode)
    expect(codes.sort()).toEqual([303, 409])
    for (const slug of [at, trust]) {
      expect(wordsOf(await stranger.get(`/orgs/${slug}/accepts`))).toContain('In force')
    }
  })

  it('ends by either, with notice', async () => {
    const address = `/orgs/${trust}/agreements/${await idOf()}`
    const soon = await receiver.post(address, { step: 'ended', ...inDays('ends', 5) })
    expect(soon.statusCode).toBe(422)
    const due = await receiver.post(address, { step: 'ended', ...inDays('ends', 30) })
    expect(due.statusCode).toBe(303)
    expect(wordsOf(await stranger.get(`/orgs/${at}/accepts`))).toContain('notice given')
    expect((await issuer.get(`/orgs/${at}/agreements/${randomUUID()}`)).statusCode).toBe(404)
  })
})

describe('an account that is erased', () => {
  it('leaves decisions by number alone', async () => {
    await superuserClient.query(
      `insert into account_closing (id, person_id, asked_at, erase_after)
        values (gen_random_uuid(), $1, now() - interval '20 days', now() - interval '1 day')`,
      [people.holder],
    )
    const job: Job = { kind: 'job', name: 'erase-account' }
    await asActor(database.db, job, (db) => eraseRecognition(db, { personId: people.holder }))
    const { rows } = await superuserClient.query(
      `select count(*)::int as kept, count(title)::int as titles, count(words)::int as words
        from recognition_decision where holder_id = $1`,
      [people.holder],
    )
    expect(rows[0]).toMatchObject({ titles: 0, words: 0 })
    expect(rows[0]?.kept).toBeGreaterThan(3)
    const replies = await superuserClient.query('select 1 from recognition_reply')
    expect(replies.rows).toEqual([])
  })
})
