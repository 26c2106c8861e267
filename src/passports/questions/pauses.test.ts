import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { atMerrowfell } from '../../../test/at-merrowfell.ts'
import { people } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { wordsOf } from '../../../test/visitor.ts'
import { decodeStatusList, readStatusBit } from '../../credentials/model/status-list.ts'
import { statusListAsOf } from '../../credentials/served-status-list.ts'
import { verifyDocument } from '../../credentials/verify-document.ts'
import { asActor } from '../../database/as-actor.ts'
import { addDays, dayOf } from '../../language/days.ts'

const test = await testSite()
const { worker, assessor, otherAssessor, issuer, elsewhere, stranger, signed, codesOf } =
  await atMerrowfell(test)
const { ownerDb, superuserClient } = test.database
const freshId = '3f1c9a52-7d64-4b0e-9a38-5e2f8c71d0b6'
const person = (id: string) => ({ kind: 'person', id, name: 'X', permissions: [] }) as const
const today = dayOf(new Date())

const lastDay = (until: string) => {
  const [year = '', month = '', day = ''] = until.split('-')
  return { 'until-day': day, 'until-month': month, 'until-year': year }
}
const inDays = (days: number) => lastDay(addDays(today, days))
const pausing = (days = 30) => ({
  ...{ cause: 'concern-raised', explanation: 'We look at how it was seen that day.' },
  ...inDays(days),
})

async function verdictOf(credential: string, now = new Date()) {
  const { document } = await ownerDb
    .selectFrom('credential')
    .where('id', '=', credential)
    .select('document')
    .executeTakeFirstOrThrow()
  return verifyDocument({ ...test.site, now: () => now }, document)
}

async function liveCredential(signing: string) {
  const row = await ownerDb
    .selectFrom('signing_credential')
    .where('signing_id', '=', signing)
    .orderBy('at', 'desc')
    .select('credential_id')
    .executeTakeFirstOrThrow()
  return row.credential_id
}

/** The id that the forms of the page carry. */
async function pauseId(signing: string, by = issuer) {
  const page = await by.get(`/team/signed/${signing}/pause`)
  return /name="pause" value="([^"]+)"/.exec(page.body)?.[1] ?? ''
}

const bits = async (credential: string) => {
  const { rows } = await sql<{ list: string; index: number }>`
    select status_list as list, status_index as index from credential where id = ${credential}`.execute(
    ownerDb,
  )
  return rows[0]
}

describe('a paused sign-off', () => {
  it('does not count, is suspended for whoever checks it, and counts again after its last day', async () => {
    const { signing, credential } = await signed('3.9')
    const before = wordsOf(await worker.get('/passport'))
    expect(before).not.toContain('Paused until')
    const reply = await issuer.post(`/team/signed/${signing}/pause`, pausing(10))
    expect(reply.statusCode).toBe(303)
    const page = wordsOf(await worker.get('/passport'))
    expect(page).toContain('Paused until')
    expect(page).toContain('while Merrowfell Hospitals NHS Trust looks at it')
    expect(page).not.toContain('withdrew')
    const now = await verdictOf(credential)
    expect(now.outcome).toBe('invalid')
    const status = now.steps.find(({ step }) => step === 'status')
    expect(status).toMatchObject({ state: 'suspended' })
    expect(status?.message).toMatch(/^Suspended by the issuer until .*It has not been withdrawn\.$/)
    const later = await verdictOf(credential, new Date(`${addDays(today, 11)}T12:00:00Z`))
    expect(later.steps.find(({ step }) => step === 'status')?.outcome).toBe('valid')
  })

  it('is set in the suspension list that others read, and in no other', async () => {
    const { signing, credential } = await signed('3.8')
    await issuer.post(`/team/signed/${signing}/pause`, pausing())
    const place = await bits(credential)
    const changes = await ownerDb
      .selectFrom('status_change')
      .where('list', '=', place?.list ?? '')
      .where('index', '=', place?.index ?? -1)
      .select(['purpose', 'set', 'until'])
      .execute()
    expect(changes).toEqual([{ purpose: 'suspension', set: true, until: addDays(today, 30) }])
    const list = await stranger.get(`/status/${place?.list}-suspension`)
    expect(list.statusCode).toBe(200)
    expect(list.json()).toMatchObject({ credentialSubject: { statusPurpose: 'suspension' } })
    const bitIn = async (purpose: 'revocation' | 'suspension', days: number) => {
      const moment = new Date(`${addDays(today, days)}T12:00:00Z`)
      const served = { list: place?.list ?? '', purpose }
      const { credentialSubject } = Object(await statusListAsOf(test.site, served, moment))
      const read = decodeStatusList(credentialSubject.encodedList)
      return read && readStatusBit(read, place?.index ?? -1)
    }
    expect(await bitIn('suspension', 30)).toBe(true)
    expect(await bitIn('suspension', 31)).toBe(false)
    expect(await bitIn('revocation', 30)).toBe(false)
  })

  it.each([
    ['yesterday', { ...pausing(), ...inDays(-1) }, 'must be in the future'],
    ['today', { ...pausing(), ...inDays(0) }, 'must be in the future'],
    ['too far', { ...pausing(), ...inDays(100) }, 'must be in the next 3 months'],
    ['no day', { ...pausing(), ...lastDay('') }, 'Enter the last day'],
    ['no real day', { ...pausing(), ...lastDay('2027-02-31') }, 'must be a real date'],
    ['no cause', { ...pausing(), cause: '' }, 'Select why'],
    ['no words', { ...pausing(), explanation: '' }, 'Write what happened'],
  ])('is refused with %s', async (_, fields, words) => {
    const { signing } = await signed('4.1')
    const reply = await issuer.post(`/team/signed/${signing}/pause`, fields)
    expect(reply.statusCode).toBe(422)
    expect(wordsOf(reply)).toContain(words)
  })

  it('is replied to, answered, given more time and ended, each told to its holder', async () => {
    const { signing, credential } = await signed('4.2')
    await issuer.post(`/team/signed/${signing}/pause`, pausing(10))
    const pause = await pauseId(signing)
    const reply = { pause, words: 'I was there with the other team that morning.' }
    for (const _ of ['once', 'twice']) {
      const sent = await worker.post(`/passport/questions/${signing}/reply`, reply)
      expect(sent.statusCode).toBe(303)
    }
    const seen = wordsOf(await issuer.get(`/team/signed/${signing}/pause`))
    expect(seen.match(/I was there with the other team/g)).toHaveLength(1)
    await issuer.post(`/team/signed/${signing}/pause/answer`, {
      pause,
      answer: 'Thank you. Noted.',
    })
    expect(wordsOf(await worker.get(`/passport/questions/${signing}`))).toContain('Noted.')
    const more = { pause, explanation: 'Somebody is on leave.', ...inDays(40) }
    expect((await issuer.post(`/team/signed/${signing}/pause/more`, more)).statusCode).toBe(303)
    const ended = { pause, why: 'All was right.' }
    expect((await issuer.post(`/team/signed/${signing}/pause/end`, ended)).statusCode).toBe(303)
    expect((await verdictOf(credential)).steps.every(({ outcome }) => outcome === 'valid')).toBe(
      true,
    )
    expect(wordsOf(await worker.get(`/passport/questions/${signing}`))).toContain(
      'The pause is over',
    )
    for (const [path, fields] of [
      ['more', { ...more, ...inDays(50) }],
      ['end', ended],
      ['answer', { pause, answer: 'And more.' }],
    ] as const) {
      expect((await issuer.post(`/team/signed/${signing}/pause/${path}`, fields)).statusCode).toBe(
        409,
      )
    }
    const late = await worker.post(`/passport/questions/${signing}/reply`, {
      ...reply,
      words: 'No',
    })
    expect(late.statusCode).toBe(409)
    await test.workOff()
    const { address } = await ownerDb
      .selectFrom('email_address')
      .where('person_id', '=', people.holder)
      .orderBy('kind')
      .orderBy('confirmed_at')
      .select('address')
      .executeTakeFirstOrThrow()
    const about = (await test.lettersTo(address)).filter(({ text }) => text.includes(signing))
    expect(about.map(({ subject }) => subject).toSorted()).toEqual([
      'One of your sign-offs is paused',
      'One of your sign-offs stays paused for longer',
      'There is an answer to what you wrote',
      'Your sign-off counts again',
    ])
    expect(about.every(({ text }) => !text.includes('We look at how'))).toBe(true)
  })

  it('is given no more than six months in all, and never less than it had', async () => {
    const { signing } = await signed('4.3')
    await issuer.post(`/team/signed/${signing}/pause`, pausing(30))
    const pause = await pauseId(signing)
    const more = { pause, explanation: 'It takes longer.' }
    const less = await issuer.post(`/team/signed/${signing}/pause/more`, { ...more, ...inDays(20) })
    expect(less.statusCode).toBe(422)
    expect(wordsOf(less)).toContain('The last day must be after')
  })

  it('cannot be begun of what is withdrawn; and two at once begin one', async () => {
    const { signing } = await signed('4.4')
    const replies = await Promise.all([
      issuer.post(`/team/signed/${signing}/pause`, pausing()),
      assessor.post(`/team/signed/${signing}/pause`, pausing()),
    ])
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409])
    const codes = await codesOf('4.4', 'entry')
    const withdrawal = { codes, cause: 'error', explanation: 'A slip.', understood: 'yes' }
    await issuer.post(`/team/issued/${signing}/withdraw`, withdrawal)
    const late = await issuer.post(`/team/signed/${signing}/pause`, pausing())
    expect(late.statusCode).toBe(409)
    expect(wordsOf(late)).toContain('This was withdrawn')
  })

  it('at the same moment as a withdrawal leaves one story', async () => {
    const { signing, credential } = await signed('5.1')
    const codes = await codesOf('5.1', 'entry')
    const withdrawal = { codes, cause: 'error', explanation: 'A slip.', understood: 'yes' }
    const [withdrawn, paused] = await Promise.all([
      issuer.post(`/team/issued/${signing}/withdraw`, withdrawal),
      assessor.post(`/team/signed/${signing}/pause`, pausing()),
    ])
    expect(withdrawn.statusCode).toBe(303)
    expect([303, 409]).toContain(paused.statusCode)
    expect(
      (await verdictOf(credential)).steps.find(({ step }) => step === 'status')?.message,
    ).toMatch(/^Withdrawn/)
  })

  it('stays paused where part of it is withdrawn, in the new credential', async () => {
    const { signing } = await signed('2.2')
    await issuer.post(`/team/signed/${signing}/pause`, pausing())
    const [first = ''] = await codesOf('2.2', 'entry')
    const part = { codes: [first], cause: 'error', explanation: 'A slip.', understood: 'yes' }
    expect((await issuer.post(`/team/issued/${signing}/withdraw`, part)).statusCode).toBe(303)
    const verdict = await verdictOf(await liveCredential(signing))
    expect(verdict.steps.find(({ step }) => step === 'status')).toMatchObject({
      state: 'suspended',
    })
  })

  it('begun by its assessor is theirs to end; begun by an issuer it is not', async () => {
    const one = await signed('5.2')
    expect((await assessor.post(`/team/signed/${one.signing}/pause`, pausing())).statusCode).toBe(
      303,
    )
    const pause = await pauseId(one.signing, assessor)
    const ended = { pause, why: 'All was right.' }
    const done = await assessor.post(`/team/signed/${one.signing}/pause/end`, ended)
    expect(done.statusCode).toBe(303)
    const other = await signed('5.3')
    await issuer.post(`/team/signed/${other.signing}/pause`, pausing())
    const theirs = { pause: await pauseId(other.signing), why: 'All was right.' }
    const refused = await assessor.post(`/team/signed/${other.signing}/pause/end`, theirs)
    expect(refused.statusCode).toBe(404)
    expect(wordsOf(await worker.get(`/passport/questions/${other.signing}`))).toContain(
      'Paused until',
    )
    const page = wordsOf(await assessor.get(`/team/signed/${other.signing}/pause`))
    expect(page).not.toContain('End the pause now')
  })

  it('once an issuer let it count is paused again by an issuer alone', async () => {
    const { signing } = await signed('1.1')
    await issuer.post(`/team/signed/${signing}/pause`, pausing())
    const ended = { pause: await pauseId(signing), why: 'All is well.' }
    await issuer.post(`/team/signed/${signing}/pause/end`, ended)
    const again = await assessor.post(`/team/signed/${signing}/pause`, pausing())
    expect(again.statusCode).toBe(409)
    expect(wordsOf(again)).toContain('Only they can pause it again')
    const page = await assessor.get(`/team/signed/${signing}/pause`)
    expect(wordsOf(page)).toContain('Only they can pause it again')
    const row = sql`insert into sign_off_pause (id, pause_id, signing_id, holder_id, act, cause,
        explanation, until, acted_by, acted_for, stepped_up_how, stepped_up_at)
      values (${freshId}, ${freshId}, ${signing}, ${people.holder},
        'paused', 'being-checked', 'Once more.', current_date + 9, ${people.assessor},
        'merrowfell-hospitals', 'passkey', now())`
    await expect(
      asActor(test.site.db, person(people.assessor), (db) => row.execute(db)),
    ).rejects.toThrow(/row-level security/)
    expect((await issuer.post(`/team/signed/${signing}/pause`, pausing())).statusCode).toBe(303)
  })

  it('is paused for six months in all, however often', async () => {
    const { signing } = await signed('1.2')
    await issuer.post(`/team/signed/${signing}/pause`, pausing(80))
    await superuserClient.query(`begin; set local session_replication_role = replica;
      update sign_off_pause set at = at - interval '170 days', until = current_date - 1
        where signing_id = '${signing}'; commit`)
    const long = await issuer.post(`/team/signed/${signing}/pause`, pausing(30))
    expect(long.statusCode).toBe(422)
    expect(wordsOf(long)).toContain('All pauses of a sign-off together last 6 months at most')
    const row = sql`insert into sign_off_pause (id, pause_id, signing_id, holder_id, act, cause,
        explanation, until, acted_by, acted_for, stepped_up_how, stepped_up_at)
      values (${freshId}, ${freshId}, ${signing}, ${people.holder}, 'paused', 'being-checked',
        'Once more.', current_date + 30, ${people.issuer}, 'merrowfell-hospitals', 'passkey', now())`
    await expect(
      asActor(test.site.db, person(people.issuer), (db) => row.execute(db)),
    ).rejects.toThrow(/row-level security/)
    expect((await issuer.post(`/team/signed/${signing}/pause`, pausing(5))).statusCode).toBe(303)
  })

  it('is not begun of what wholly waits for its second, and says so', async () => {
    const { signing } = await signed('2.1')
    await superuserClient.query(`begin; set local session_replication_role = replica;
      update sign_off set needs_second = true where signing_id = '${signing}'; commit`)
    for (const reply of [
      await issuer.get(`/team/signed/${signing}/pause`),
      await issuer.post(`/team/signed/${signing}/pause`, pausing()),
    ]) {
      expect(reply.statusCode).toBe(409)
      expect(wordsOf(reply)).toContain('It waits for a second assessor and does not count yet')
      expect(wordsOf(reply)).not.toContain('This was withdrawn')
    }
  })

  it('is looked at again by the tasks that rest on it, at once', async () => {
    const queued = async () =>
      (
        await superuserClient.query(`select count(*)::int as count from pgboss.job
        where name = 'watch-delegations' and state = 'created'`)
      ).rows[0].count
    const one = await signed('1.3')
    await test.workOff()
    expect(await queued()).toBe(0)
    await issuer.post(`/team/signed/${one.signing}/pause`, pausing())
    expect(await queued()).toBe(1)
    const other = await signed('3.10')
    await test.workOff()
    const back = { explanation: 'The wrong person.' }
    expect((await assessor.post(`/team/signed/${other.signing}/take-back`, back)).statusCode).toBe(
      303,
    )
    expect(await queued()).toBe(1)
  })

  it('is found by nobody else', async () => {
    const { signing } = await signed('5.4')
    for (const one of [otherAssessor, elsewhere, worker]) {
      expect((await one.get(`/team/signed/${signing}/pause`)).statusCode).toBe(404)
      expect((await one.post(`/team/signed/${signing}/pause`, pausing())).statusCode).toBe(404)
    }
    expect((await issuer.get(`/passport/questions/${signing}`)).statusCode).toBe(404)
  })
})
