/** Signing off and withdrawing ask again who one is; nothing entered is lost, and the act says how. */

import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Browser, browser } from '../../../test/browser.ts'
import { people } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { visitor, wordsOf } from '../../../test/visitor.ts'

const { app, database, signIn, lettersTo } = await testSite()
const { superuserClient } = database

const at = 'merrowfell-hospitals'
const code = '3.9-entry'

const sql = async (query: string, values: unknown[] = []) =>
  (await superuserClient.query(query, values)).rows

let assessor: Browser
let issuer: Browser
let request: string

beforeAll(async () => {
  assessor = browser(app, await signIn(people.assessor))
  issuer = browser(app, await signIn(people.issuer))
})

beforeEach(() => setAgo(0))

/** As if everybody had shown who they are that long ago, in this way. */
function setAgo(minutes: number, how = 'email-code') {
  return sql(
    `update session set stepped_up_at = now() - make_interval(mins => $1), stepped_up_how = $2`,
    [minutes, how],
  )
}

async function ask(): Promise<string> {
  const worker = visitor(app, await signIn(people.holder))
  const fields = { colleague: `${people.assessor} ${at}`, codes: code, message: '' }
  await worker.post('/passport/ask/3.9/entry', fields)
  const [{ id }] = await sql(`select id from sign_off_request order by at desc limit 1`)
  return id
}

const year = new Date().getUTCFullYear()

const entered = {
  ...{ codes: code, method: 'observed', setting: 'Stroke ward, bay 4', note: '' },
  [`parts-${code}`]: '0',
  ...{ 'assessed-day': '1', 'assessed-month': '1', 'assessed-year': String(year) },
  ...{ 'review-day': '1', 'review-month': '1', 'review-year': String(year + 1) },
}

const withdrawal = {
  ...{ codes: code, cause: 'error', explanation: 'Signed by mistake' },
  understood: 'yes',
}

const confirm = (page: string) => `/confirm-it-is-you?next=${encodeURIComponent(page)}`

async function confirmByLetter(visitor: Browser, next: string) {
  const page = await visitor.get(confirm(next))
  const [, address = ''] = /name="address"[^>]*value="([^"]+)"/.exec(page.body) ?? []
  await visitor.post('/confirm-it-is-you', { next, address })
  const [{ address: to }] = await sql('select address from email_address where id = $1', [address])
  const letter = (await lettersTo(to)).at(-1)
  const code = /Your code is (\d{6})/.exec(letter?.text ?? '')?.[1] ?? ''
  return visitor.post('/confirm-it-is-you/by-email', { next, code })
}

describe('signing off', () => {
  it('asks before the page that signs, keeps what was entered, and comes back to it', async () => {
    request = await ask()
    const check = `/team/requests/${request}/check`
    await setAgo(16)
    const drafted = await assessor.post(`/team/requests/${request}`, entered)
    expect(drafted.headers.location).toBe(check)
    const asked = await assessor.get(check)
    expect([asked.statusCode, asked.headers.location]).toEqual([303, confirm(check)])
    const back = await confirmByLetter(assessor, check)
    expect([back.statusCode, back.headers.location]).toEqual([303, check])
    expect(wordsOf(await assessor.get(check))).toContain('Stroke ward, bay 4')
  })

  it('is refused when the fifteen minutes end on that page, and nothing is signed', async () => {
    await setAgo(16)
    const reply = await assessor.post(`/team/requests/${request}/sign`, entered)
    const check = `/team/requests/${request}/check`
    expect([reply.statusCode, reply.headers.location]).toEqual([303, confirm(check)])
    expect(await sql('select from signing')).toEqual([])
  })

  it.each(['recovery-sheet', 'printed-code'])('is not done with a %s', async (how) => {
    await setAgo(0, how)
    const reply = await assessor.post(`/team/requests/${request}/sign`, entered)
    expect(reply.headers.location).toMatch(/^\/confirm-it-is-you/)
  })

  it('says on the act, and in its event, how it was shown and when', async () => {
    await setAgo(3)
    const reply = await assessor.post(`/team/requests/${request}/sign`, entered)
    expect(reply.headers.location).toBe(`/team/requests/${request}`)
    const [signing] = await sql('select stepped_up_how, stepped_up_at from signing')
    const [session] = await sql('select stepped_up_at from session where person_id = $1', [
      people.assessor,
    ])
    expect(signing).toEqual({ stepped_up_how: 'email-code', ...session })
    const [event] = await sql(`select details from audit_event where action = 'sign-off.signed'`)
    const at = session.stepped_up_at.toISOString()
    expect(event.details.stepUp).toEqual({ how: 'email-code', at })
  })

  it('without it is refused by the database too', async () => {
    await expect(
      sql(`insert into signing select (jsonb_populate_record(signing, jsonb_build_object(
        'id', gen_random_uuid(), 'stepped_up_how', null))).* from signing`),
    ).rejects.toThrow(/signing_stepped_up/)
  })
})

describe('withdrawing', () => {
  const page = async () => {
    const [{ id }] = await sql('select id from signing')
    return `/team/issued/${id}/withdraw`
  }

  it('asks before its form, and again when the form is sent too late', async () => {
    const withdraw = await page()
    await setAgo(16)
    const asked = await issuer.get(withdraw)
    expect([asked.statusCode, asked.headers.location]).toEqual([303, confirm(withdraw)])
    const sent = await issuer.post(withdraw, withdrawal)
    expect([sent.statusCode, sent.headers.location]).toEqual([303, confirm(withdraw)])
    expect(await sql('select from sign_off_withdrawal')).toEqual([])
  })

  it('says on the act, and in its event, how it was shown', async () => {
    const reply = await issuer.post(await page(), withdrawal)
    expect(reply.headers.location).toMatch(/^\/team\/issued\?withdrawn=/)
    expect(await sql('select stepped_up_how as how from sign_off_withdrawal')).toEqual([
      { how: 'email-code' },
    ])
    const [event] = await sql(`select details from audit_event where action = 'sign-off.withdrawn'`)
    expect(event.details.stepUp.how).toBe('email-code')
  })
})
