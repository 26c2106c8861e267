import { sql } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import { at, atMerrowfell, colleague } from '../../../test/at-merrowfell.ts'
import { people } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { visitor, wordsOf } from '../../../test/visitor.ts'
import { verifyDocument } from '../../credentials/verify-document.ts'

const test = await testSite()
const { worker, assessor, issuer, elsewhere, signed, codesOf } = await atMerrowfell(test)
const { ownerDb, superuserClient } = test.database

const grantSecond = () =>
  superuserClient.query(
    `insert into permission_grant (person_id, organisation, permission, expires_on, review_on)
      values ($1, $2, 'issue', current_date + 300, current_date + 200)`,
    [colleague.otherAssessor, at],
  )
await grantSecond()
const second = visitor(test.app, await test.signIn(colleague.otherAssessor))

const leave = () =>
  superuserClient.query(
    `update membership set valid_to = current_date - 1 where person_id = $1 and organisation = $2`,
    [people.holder, at],
  )
const comeBack = () =>
  superuserClient.query(
    `update membership set valid_to = null where person_id = $1 and organisation = $2`,
    [people.holder, at],
  )
afterEach(comeBack)

async function left(section: string) {
  const one = await signed(section)
  await leave()
  const codes = await codesOf(section, 'entry')
  const fields = { codes, cause: 'error', explanation: 'Signed for the wrong day.' }
  const propose = (by = issuer) =>
    by.post(`/team/issued/${one.signing}/proposal`, { ...fields, understood: 'yes' })
  return { ...one, fields: { ...fields, understood: 'yes' }, propose }
}

async function proposalId(signing: string) {
  const row = await ownerDb
    .selectFrom('withdrawal_proposal')
    .where('signing_id', '=', signing)
    .orderBy('at', 'desc')
    .select('id')
    .executeTakeFirst()
  return row?.id ?? ''
}

async function statusOf(credential: string) {
  const { document } = await ownerDb
    .selectFrom('credential')
    .where('id', '=', credential)
    .select('document')
    .executeTakeFirstOrThrow()
  const { steps } = await verifyDocument(test.site, document)
  return steps.find(({ step }) => step === 'status')?.outcome
}

describe('a withdrawal once the holder has left', () => {
  it('is proposed, replied to, and takes effect only when a second person confirms', async () => {
    const { signing, credential, propose, fields } = await left('3.9')
    const straight = await issuer.post(`/team/issued/${signing}/withdraw`, fields)
    expect(straight.headers.location).toBe(`/team/issued/${signing}/proposal`)
    expect(await statusOf(credential)).toBe('valid')
    expect((await propose()).statusCode).toBe(303)
    expect(await statusOf(credential)).toBe('valid')
    const proposal = await proposalId(signing)
    const own = wordsOf(await worker.get(`/passport/questions/${signing}`))
    expect(own).toContain('Nothing has changed. A second person has to decide.')
    expect(wordsOf(await worker.get('/passport'))).toContain('somebody proposed to withdraw it')
    const said = { proposal, words: 'You saw me twice that week.' }
    expect((await worker.post(`/passport/questions/${signing}/reply`, said)).statusCode).toBe(303)
    const page = wordsOf(await second.get(`/team/issued/${signing}/proposal`))
    expect(page).toContain('You saw me twice that week.')
    const alone = await issuer.post(`/team/issued/${signing}/proposal/confirm`, { proposal })
    expect(alone.statusCode).toBe(409)
    const confirm = () => second.post(`/team/issued/${signing}/proposal/confirm`, { proposal })
    const replies = await Promise.all([confirm(), confirm()])
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409])
    expect(await statusOf(credential)).toBe('invalid')
    const late = await worker.post(`/passport/questions/${signing}/reply`, { ...said, words: 'No' })
    expect(late.statusCode).toBe(409)
    expect(wordsOf(await worker.get(`/passport/questions/${signing}`))).toContain(
      'A second person confirmed it',
    )
    await test.workOff()
    const letters = await test.lettersTo('tamsin@example.org')
    const about = letters.filter(({ text }) => text.includes(signing))
    expect(about.map(({ subject }) => subject)).toContain('One of your sign-offs was withdrawn')
  })

  it('is refused with words, or taken back; both leave it as it was', async () => {
    const { signing, credential, propose } = await left('3.8')
    await propose()
    expect((await propose(second)).statusCode).toBe(303)
    const proposal = await proposalId(signing)
    const { rows } =
      await sql`select 1 from withdrawal_proposal where signing_id = ${signing}`.execute(ownerDb)
    expect(rows).toHaveLength(1)
    const blank = await second.post(`/team/issued/${signing}/proposal/refuse`, {
      proposal,
      why: '',
    })
    expect(blank.statusCode).toBe(422)
    const refusal = { proposal, why: 'I was there, and it was right.' }
    const mine = await issuer.post(`/team/issued/${signing}/proposal/refuse`, refusal)
    expect(mine.statusCode).toBe(409)
    const refused = await second.post(`/team/issued/${signing}/proposal/refuse`, refusal)
    expect(refused.statusCode).toBe(303)
    expect(wordsOf(await worker.get(`/passport/questions/${signing}`))).toContain(
      'I was there, and it was right.',
    )
    await propose()
    const again = await proposalId(signing)
    await issuer.post(`/team/issued/${signing}/proposal/take-back`, { proposal: again })
    expect(await statusOf(credential)).toBe('valid')
  })

  it('lapses when its time is over', async () => {
    const { signing, credential, propose } = await left('4.1')
    await propose()
    const proposal = await proposalId(signing)
    await superuserClient.query(`begin; set local session_replication_role = replica;
      update withdrawal_proposal set lapses_on = current_date - 1 where id = '${proposal}'; commit`)
    const late = await second.post(`/team/issued/${signing}/proposal/confirm`, { proposal })
    expect(late.statusCode).toBe(409)
    expect(await statusOf(credential)).toBe('valid')
    expect(wordsOf(await worker.get(`/passport/questions/${signing}`))).toContain('it lapsed')
    expect((await propose(second)).statusCode).toBe(303)
  })

  it('cannot be confirmed of whoever may no longer withdraw', async () => {
    const { signing, credential, propose } = await left('4.2')
    await propose(second)
    const proposal = await proposalId(signing)
    await superuserClient.query(
      `update permission_grant set ended_on = current_date
        where person_id = $1 and permission = 'issue' and ended_on is null`,
      [colleague.otherAssessor],
    )
    const confirmed = await issuer.post(`/team/issued/${signing}/proposal/confirm`, { proposal })
    expect(confirmed.statusCode).toBe(409)
    expect(await statusOf(credential)).toBe('valid')
    const page = wordsOf(await issuer.get(`/team/issued/${signing}/proposal`))
    expect(page).toContain('A proposed withdrawal')
    await grantSecond()
  })

  it('says what to do where nobody else could decide', async () => {
    const { signing, propose } = await left('4.3')
    await superuserClient.query(
      `update permission_grant set ended_on = current_date
        where person_id = $1 and permission = 'issue' and ended_on is null`,
      [colleague.otherAssessor],
    )
    const page = wordsOf(await issuer.get(`/team/issued/${signing}/proposal`))
    expect(page).toContain('You are the only person here who can withdraw')
    expect((await propose()).statusCode).toBe(409)
    await grantSecond()
  })

  it('is not asked for while they work there, nor found by others', async () => {
    const { signing, propose } = await left('4.4')
    await comeBack()
    const page = await issuer.get(`/team/issued/${signing}/proposal`)
    expect(page.headers.location).toBe(`/team/issued/${signing}/withdraw`)
    for (const one of [assessor, elsewhere, worker]) {
      expect((await one.get(`/team/issued/${signing}/proposal`)).statusCode).toBe(404)
      expect((await propose(one)).statusCode).toBe(404)
    }
  })

  it('cannot be written past the second person by hand', async () => {
    const { signing } = await left('5.1')
    const found = await superuserClient.query<{ id: string }>(
      'select id from sign_off where signing_id = $1 limit 1',
      [signing],
    )
    const write = async () => {
      await superuserClient.query('begin; set local role lanyard_app')
      try {
        await superuserClient.query(`select set_config('app.actor', '${people.issuer}', true)`)
        await superuserClient.query(
          `insert into sign_off_withdrawal (sign_off_id, holder_id, cause, explanation, withdrawn_by,
              stepped_up_how, stepped_up_at)
            values ($1, $2, 'error', 'By hand', $3, 'email-code', now())`,
          [found.rows[0]?.id, people.holder, people.issuer],
        )
      } finally {
        await superuserClient.query('rollback')
      }
    }
    await expect(write()).rejects.toThrow('row-level security')
    await comeBack()
    await expect(write()).resolves.toBeUndefined()
  })
})
