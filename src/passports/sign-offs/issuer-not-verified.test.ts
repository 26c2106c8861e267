/** An organisation that may not issue any more: nothing new is signed, and what was stays right. */

import { describe, expect, it } from 'vitest'
import { everyPart } from '../../../test/authorisation/sign-fields.ts'
import { people } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { type Fields, visitor, wordsOf } from '../../../test/visitor.ts'
import { verifyDocument } from '../../credentials/verify-document.ts'
import { forgetHistories } from '../../organisations/register-shelf.ts'

const { app, site, database, signIn } = await testSite()
const { ownerDb, superuserClient } = database
const at = 'merrowfell-hospitals'

const worker = visitor(app, await signIn(people.holder))
const assessor = visitor(app, await signIn(people.assessor))
const issuer = visitor(app, await signIn(people.issuer))

const codes = (
  await ownerDb
    .selectFrom('statement')
    .where('edition', '=', 'ahp-support-worker/2026')
    .where('section', '=', '3.9')
    .where('level', '=', 'entry')
    .select('code')
    .execute()
).map(({ code }) => code)

const signing: Fields = {
  ...{ codes, method: 'observed', setting: 'Stroke ward', note: '' },
  ...everyPart(codes),
  ...{
    'assessed-day': '1',
    'assessed-month': '2',
    'assessed-year': String(new Date().getFullYear()),
  },
  ...{
    'review-day': '1',
    'review-month': '2',
    'review-year': String(new Date().getFullYear() + 1),
  },
}

async function asked(): Promise<string> {
  const form = { colleague: `${people.assessor} ${at}`, codes, message: '' }
  await worker.post('/passport/ask/3.9/entry', form)
  const row = await ownerDb
    .selectFrom('sign_off_request')
    .orderBy('at', 'desc')
    .select('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** The day on which it was to be checked again was so many days from now. */
async function checkedAgainIn(days: number): Promise<void> {
  await superuserClient.query(`begin; set local session_replication_role = replica;
    update verification_proposal set check_again_on = london_day() + ${days}
      where organisation = '${at}'; commit`)
  forgetHistories(site.db)
}

const documents = async () =>
  (
    await ownerDb
      .selectFrom('credential')
      .orderBy('issued_at', 'desc')
      .select(['document', 'replaces'])
      .execute()
  ).map(({ document, replaces }) => ({ document, replaces }))

describe('an organisation that was not checked again in time', () => {
  it('signs nothing off, says why before anything is entered, and keeps the request', async () => {
    const request = await asked()
    await checkedAgainIn(-1)
    const page = wordsOf(await assessor.get(`/team/requests/${request}`))
    expect(page).toContain('You cannot sign off just now')
    expect(page).toContain('Ask your manager to have it verified')
    expect(page).not.toContain('Check before signing')
    const sent = await assessor.post(`/team/requests/${request}/sign`, signing)
    expect(sent.statusCode).toBe(409)
    expect(await documents()).toEqual([])
    await checkedAgainIn(30)
    expect((await assessor.post(`/team/requests/${request}/sign`, signing)).statusCode).toBe(303)
    expect(await documents()).toHaveLength(1)
  })

  it('withdraws what was wrong, and what was right stays valid', async () => {
    await checkedAgainIn(0)
    const { id } = await ownerDb.selectFrom('signing').select('id').executeTakeFirstOrThrow()
    await checkedAgainIn(-1)
    const [first = ''] = codes
    const form = { codes: first, cause: 'error', explanation: 'Not that one.', understood: 'yes' }
    const sent = await issuer.post(`/team/issued/${id}/withdraw`, form)
    expect(sent.statusCode).toBe(303)
    const [again, before] = await documents()
    expect(again?.replaces).not.toBeNull()
    expect(again?.document.validFrom).toBe(before?.document.validFrom)
    const { outcome, steps } = await verifyDocument(site, again?.document)
    const issuerStep = steps.find(({ step }) => step === 'issuer')
    // It was issued today, and the day on which it was to be checked again was yesterday.
    expect([outcome, issuerStep?.outcome]).toEqual(['unknown', 'unknown'])
    await checkedAgainIn(0)
    expect((await verifyDocument(site, again?.document)).outcome).toBe('valid')
  })
})
