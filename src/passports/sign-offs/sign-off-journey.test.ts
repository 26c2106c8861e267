import { describe, expect, it } from 'vitest'
import { at, atMerrowfell, colleague, nextYear } from '../../../test/at-merrowfell.ts'
import { people } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { visitor, wordsOf } from '../../../test/visitor.ts'
import { verifyDocument } from '../../credentials/verify-document.ts'

const test = await testSite()
const { app, site, signIn } = test
const { ownerDb } = test.database
const { worker, assessor, stranger, count, codesOf, ask, signing, share } = await atMerrowfell(test)

describe('the journey of a sign-off', () => {
  it('leads from the worker’s own answer to a stranger’s verdict', async () => {
    const codes = await codesOf('3.9', 'entry')
    await worker.post('/passport/assess/3.9/entry', {
      ...Object.fromEntries(codes.map((code) => [`answer-${code}`, 'confident'])),
      note: 'My secret worry',
    })
    const id = await ask('3.9', { message: 'You saw me on Tuesday' })
    expect(wordsOf(await worker.get('/passport'))).toContain('Waiting for sign-off')

    const list = await assessor.get('/team/requests')
    expect(wordsOf(list)).toContain('Tamsin Oyelaran-Pike: 3.9')
    const request = await assessor.get(`/team/requests/${id}`)
    const asked = wordsOf(request)
    expect(asked).toContain('You saw me on Tuesday')
    expect(asked).toContain('Tamsin Oyelaran-Pike says: I do this with confidence')
    expect(asked).not.toContain('My secret worry')

    const entered = await assessor.post(
      `/team/requests/${id}`,
      await signing('3.9', { note: 'Well done' }),
    )
    expect(entered.headers.location).toBe(`/team/requests/${id}/check`)
    const check = await assessor.get(`/team/requests/${id}/check`)
    expect(check.statusCode).toBe(200)
    const shown = wordsOf(check)
    expect(shown).toContain('What others will be shown')
    expect(shown).toContain('Your name Farzana Whitlock-Rahimi')
    expect(shown).toContain('Your job Lead occupational therapist, stroke')
    expect(shown).toContain('Health and Care Professions Council DEMO-OT-0001')
    expect(shown).toContain('Organisation Merrowfell Hospitals NHS Trust')
    expect(shown).toContain('Where Stroke ward')
    const before = await count('signing')

    const fields = await signing('3.9', { note: 'Well done' })
    const done = await assessor.post(`/team/requests/${id}/sign`, fields)
    expect(done.headers.location).toBe(`/team/requests/${id}`)
    expect(await count('signing')).toBe(before + 1)
    expect(wordsOf(await assessor.get(`/team/requests/${id}`))).toContain(
      'Tamsin Oyelaran-Pike now holds a credential',
    )

    const passport = await worker.get('/passport')
    expect(wordsOf(passport)).toContain('Signed off 3.9')
    const credential = /href="\/passport\/([0-9a-f-]{36})"/.exec(passport.body)?.[1] ?? ''
    const entry = wordsOf(await worker.get(`/passport/${credential}`))
    expect(entry).toContain('Well done')
    expect(entry).toContain('Farzana Whitlock-Rahimi, Health and Care Professions Council')

    const file = await worker.get(`/passport/${credential}/credential.json`)
    expect(file.headers['content-disposition']).toBe(
      'attachment; filename="sign-off-3.9-entry.json"',
    )
    const document = file.json()
    expect(file.body).not.toContain('Tamsin')
    expect(file.body).not.toContain('Well done')
    const { alignment } = document.credentialSubject.achievement
    const statements = await ownerDb
      .selectFrom('statement')
      .where('edition', '=', 'ahp-support-worker/2026')
      .where('code', 'in', codes)
      .orderBy('position')
      .select(['code', 'text'])
      .execute()
    expect(alignment.map((one: Record<string, string>) => one.targetDescription)).toEqual(
      statements.map(({ text }) => text),
    )
    expect(alignment.map((one: Record<string, string>) => one.targetUrl)).toEqual(
      codes.map(
        (code) => `http://localhost:3000/frameworks/ahp-support-worker/2026/statements/${code}`,
      ),
    )
    expect(document.validUntil).toMatch(new RegExp(`^${nextYear}-02-01`))
    expect((await verifyDocument(site, document)).outcome).toBe('valid')

    const link = await share(credential)
    const page = await stranger.get(link)
    expect(page.statusCode).toBe(200)
    expect(page.headers['referrer-policy']).toBe('no-referrer')
    expect(page.headers['x-robots-tag']).toContain('noindex')
    expect(page.headers['cache-control']).toBe('no-store')
    const seen = wordsOf(page)
    expect(seen.indexOf('Check photo ID')).toBeGreaterThan(0)
    expect(seen.indexOf('Check photo ID')).toBeLessThan(seen.indexOf('Signature: valid'))
    expect(seen).toContain('Tamsin Oyelaran-Pike')
    expect(seen).toContain('The link stops working on')
    expect(seen).toContain('Review due 1 February')
    expect(seen).not.toContain('expires')
    expect(seen).not.toContain('My secret worry')
  })

  it('says “not checked” where nobody has checked who the holder is', async () => {
    const holder = visitor(app, await signIn(colleague.unchecked))
    const codes = await codesOf('2.1', 'assistant-practitioner')
    await holder.post('/passport/ask/2.1/assistant-practitioner', {
      colleague: `${people.assessor} ${at}`,
      codes,
    })
    const { id } = await ownerDb
      .selectFrom('sign_off_request')
      .where('holder_id', '=', colleague.unchecked)
      .select('id')
      .executeTakeFirstOrThrow()
    const fields = await signing('2.1', { codes })
    await assessor.post(`/team/requests/${id}`, fields)
    const check = await assessor.get(`/team/requests/${id}/check`)
    expect(wordsOf(check)).toContain('Identity check of the worker Not checked')
    await assessor.post(`/team/requests/${id}/sign`, fields)
    const { document } = await ownerDb
      .selectFrom('credential')
      .where('holder_id', '=', colleague.unchecked)
      .select('document')
      .executeTakeFirstOrThrow()
    expect(JSON.stringify(document)).toContain('"genre":"not checked"')
  })
})
