import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { at } from '../../../test/at-merrowfell.ts'
import {
  atOstlewick,
  inDays,
  personOf,
  suggestedOn,
  training,
  trust,
} from '../../../test/at-ostlewick.ts'
import { issueForTest, people, personWith } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { wordsOf } from '../../../test/visitor.ts'
import type { Job } from '../../actor.ts'
import { withdrawCredential } from '../../credentials/credentials-actions.ts'
import { asActor } from '../../database/as-actor.ts'
import { insertEntry, insertEntryVersion } from '../entries/entries-store.ts'
import { listCounted } from './decisions-store.ts'
import { eraseRecognition } from './recognition-record-store.ts'

const test = await testSite()
const { database } = test
const { ownerDb, superuserClient } = database
const {
  worker,
  assessor,
  otherAssessor,
  issuer,
  receiver,
  signed,
  signings,
  entry,
  shared,
  itemsOf,
  decide,
  publish,
} = await atOstlewick(test)
await publish()

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
        { ...training, title: 'Fire safety', private: true },
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
    const seen = { ...training, title: 'Ladders', private: false, validUntil: undefined }
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

  it('checks anew what was brought from elsewhere, and never shows unknown as valid', async () => {
    const bring = async (document: unknown) => {
      const reply = await worker.post('/passport/bring/credential', {
        pasted: JSON.stringify(document),
      })
      expect(reply.statusCode, wordsOf(reply)).toBe(303)
      return /credential\/([0-9a-f-]{36})/.exec(String(reply.headers.location))?.[1] ?? ''
    }
    const { document, id } = await issueForTest(test.site)
    const valid = await bring(document)
    const did = `did:web:${encodeURIComponent(new URL(test.site.config.baseUrl).host)}`
    const foreign = JSON.stringify(document).replaceAll(did, 'did:web:nowhere.invalid')
    const unknown = await bring(JSON.parse(foreign))
    const wrongly = await otherAssessor.post(`/passport/recognition/share/${trust}`, {
      ...{ id: randomUUID(), items: [`received:${valid}`], purpose: 'join' },
      ...inDays('ends', 3),
    })
    expect(wrongly.statusCode).toBe(422)
    const share = await shared({ items: [`received:${valid}`, `received:${unknown}`] })
    const { page, items } = await itemsOf(share)
    expect(items).toHaveLength(2)
    expect(wordsOf(page)).toContain('The person brought this from elsewhere. Valid. We checked it')
    expect(wordsOf(page)).toContain('The person brought this from elsewhere. Could not be checked.')
    const actor = personWith(people.issuer)
    await asActor(database.db, actor, (db) => withdrawCredential(db, actor, id))
    const later = wordsOf((await itemsOf(share)).page)
    expect(later).toContain('The person brought this from elsewhere. Not valid.')
    expect(later).not.toContain('The person brought this from elsewhere. Valid')
    for (const item of items) {
      const words = wordsOf(await receiver.get(`/orgs/${trust}/recognition/${share}/items/${item}`))
      expect(words).not.toContain('This credential is valid')
    }
    await superuserClient.query(
      `insert into received_check (id, received_id, holder_id, outcome, steps, made_out_to, codes, at)
        values (gen_random_uuid(), $1, $2, 'valid', '[]', 'somebody-else', '{}', now())`,
      [valid, people.holder],
    )
    expect((await itemsOf(share)).items).toHaveLength(1)
    const again = await worker.get(`/passport/recognition/share/${trust}`)
    expect(again.body).not.toContain(`received:${valid}`)
    expect(again.body).toContain(`received:${unknown}`)
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

  it('counts a thing once, by what was last decided on it, however often it is shared', async () => {
    const refusal = { outcome: 'do-not-accept', reason: 'too-old', words: 'Too old.' }
    for (const fields of [{ outcome: 'accept' }, refusal]) {
      const share = await shared({ items: [`credential:${signings.topUp.credential}`] })
      const [item = ''] = (await itemsOf(share)).items
      expect((await decide(share, item, fields)).statusCode).toBe(303)
      await worker.post(`/passport/recognition/${share}/stop`)
    }
    const counted = await asActor(database.db, personOf(people.stranger), (db) =>
      listCounted(db, { organisation: trust }),
    )
    expect(counted.filter(({ reason }) => reason === 'too-old')).toHaveLength(1)
  })

  it('tells no figure of fewer than five people', async () => {
    const page = wordsOf(await receiver.get(`/orgs/${trust}/recognition`))
    expect(page).toContain('You have decided for fewer than 5 people, so not shown.')
    expect(page).toContain('It is too old: fewer than 5 people')
  })
})

describe('an account that is erased', () => {
  it('leaves decisions by number alone, also those of before deciding asked who it is', async () => {
    await superuserClient.query(`
      alter table recognition_decision disable trigger recognition_decision_append_only;
      update recognition_decision set stepped_up_how = null, stepped_up_at = null;
      alter table recognition_decision enable trigger recognition_decision_append_only`)
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
