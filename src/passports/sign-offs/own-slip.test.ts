import { describe, expect, it } from 'vitest'
import { atMerrowfell, nextYear } from '../../../test/at-merrowfell.ts'
import { testSite } from '../../../test/site.ts'
import { type Fields, wordsOf } from '../../../test/visitor.ts'
import { verifyDocument } from '../../credentials/verify-document.ts'

const test = await testSite()
const { site } = test
const { ownerDb, superuserClient } = test.database
const { worker, assessor, otherAssessor, issuer, signed, signing } = await atMerrowfell(test)

const age = (id: string, by: string) =>
  superuserClient.query(
    `alter table signing disable trigger user;
     update signing set at = at - interval '${by}' where id = '${id}';
     alter table signing enable trigger user`,
  )

const verdict = async (credential: string) => {
  const { document } = await ownerDb
    .selectFrom('credential')
    .where('id', '=', credential)
    .select('document')
    .executeTakeFirstOrThrow()
  return (await verifyDocument(site, JSON.stringify(document))).outcome
}

const credentialsOf = async (id: string) => {
  const rows = await ownerDb
    .selectFrom('signing_credential')
    .where('signing_id', '=', id)
    .orderBy('at')
    .select('credential_id')
    .execute()
  return rows.map(({ credential_id }) => credential_id)
}

describe('taking back what one has just signed', () => {
  it('withdraws it, says so plainly, and can be asked for again', async () => {
    const { request, signing, credential } = await signed('3.9')
    const offered = wordsOf(await assessor.get(`/team/requests/${request}`))
    expect(offered).toContain('Take it back , until')
    expect(wordsOf(await assessor.get(`/team/signed/${signing}/take-back`))).toContain(
      'You can do this until',
    )
    const reply = await assessor.post(`/team/signed/${signing}/take-back`, { explanation: '' })
    expect(reply.headers.location).toBe(`/team/requests/${request}`)
    expect(wordsOf(await assessor.get(`/team/requests/${request}`))).toContain('You took this back')
    expect(await verdict(credential)).toBe('invalid')
    const passport = wordsOf(await worker.get('/passport'))
    expect(passport).toContain('Farzana Whitlock-Rahimi took this back on')
    expect(passport).toContain('It was a slip of mine, and not of yours.')
    const again = await assessor.post(`/team/signed/${signing}/take-back`, { explanation: '' })
    expect(again.statusCode).toBe(409)
  })

  it('ends after ten minutes, and in the database too', async () => {
    const { signing, credential } = await signed('3.9')
    await age(signing, '11 minutes')
    expect((await assessor.get(`/team/signed/${signing}/take-back`)).statusCode).toBe(409)
    const reply = await assessor.post(`/team/signed/${signing}/take-back`, { explanation: '' })
    expect(reply.statusCode).toBe(409)
    expect(await verdict(credential)).toBe('valid')
  })

  it('is for the assessor who signed and nobody else', async () => {
    const { signing, credential } = await signed('3.9')
    for (const other of [otherAssessor, issuer, worker]) {
      for (const what of ['take-back', 'correct']) {
        expect((await other.get(`/team/signed/${signing}/${what}`)).statusCode).toBe(404)
        expect((await other.post(`/team/signed/${signing}/${what}`, {})).statusCode).toBe(404)
      }
    }
    expect(await verdict(credential)).toBe('valid')
  })

  it('and a withdrawal by the issuer at once withdraw it once', async () => {
    const { signing: id, credential } = await signed('3.9')
    const { codes } = await signing('3.9')
    const withdrawal = { codes, cause: 'error', explanation: 'Wrong day.', understood: 'yes' }
    const replies = await Promise.all([
      assessor.post(`/team/signed/${id}/take-back`, { explanation: '' }),
      issuer.post(`/team/issued/${id}/withdraw`, withdrawal as Fields),
    ])
    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 409])
    expect(await verdict(credential)).toBe('invalid')
    const { rows } = await superuserClient.query(
      `select distinct cause from sign_off_withdrawal join sign_off on sign_off.id = sign_off_id
        where signing_id = $1`,
      [id],
    )
    expect(rows).toHaveLength(1)
  })
})

describe('putting a slip right', () => {
  const right = async (fields: Fields = {}) => {
    const { codes, ...facts } = await signing('3.9')
    return { ...facts, setting: 'Home visits', note: '', ...fields }
  }

  it('issues a new credential, withdraws the old one, and shows what stood before', async () => {
    const { request, signing: id, credential } = await signed('3.9')
    await age(id, '20 hours')
    const form = await assessor.get(`/team/signed/${id}/correct`)
    expect(form.body).toContain('value="Stroke ward"')
    const reply = await assessor.post(`/team/signed/${id}/correct`, await right())
    expect(reply.headers.location).toBe(`/team/requests/${request}`)
    const [old, fresh = ''] = await credentialsOf(id)
    expect(old).toBe(credential)
    expect(await verdict(credential)).toBe('invalid')
    expect(await verdict(fresh)).toBe('valid')
    const { document } = await ownerDb
      .selectFrom('credential')
      .where('id', '=', fresh)
      .select('document')
      .executeTakeFirstOrThrow()
    expect(JSON.stringify(document)).toContain('Home visits')
    for (const page of [
      await worker.get(`/passport/${fresh}`),
      await assessor.get(`/team/requests/${request}`),
    ]) {
      expect(wordsOf(page)).toContain('put a slip right here')
      expect(wordsOf(page)).toContain('Stroke ward')
      expect(wordsOf(page)).toContain('Home visits')
    }
    expect(wordsOf(await worker.get('/passport'))).not.toContain('withdrew this')
  })

  it('can be done again, and each former one stays', async () => {
    const { request, signing: id } = await signed('3.9')
    await assessor.post(`/team/signed/${id}/correct`, await right())
    await assessor.post(`/team/signed/${id}/correct`, await right({ setting: 'Clinic' }))
    expect(await credentialsOf(id)).toHaveLength(3)
    const page = wordsOf(await assessor.get(`/team/requests/${request}`))
    for (const setting of ['Stroke ward', 'Home visits', 'Clinic']) expect(page).toContain(setting)
  })

  it('and then the issuer withdraws what stands', async () => {
    const { signing: id } = await signed('3.9')
    await assessor.post(`/team/signed/${id}/correct`, await right())
    const [, fresh = ''] = await credentialsOf(id)
    const { codes } = await signing('3.9')
    const withdrawal = { codes, cause: 'error', explanation: 'Wrong day.', understood: 'yes' }
    expect(
      (await issuer.post(`/team/issued/${id}/withdraw`, withdrawal as Fields)).statusCode,
    ).toBe(303)
    expect(await verdict(fresh)).toBe('invalid')
  })

  it.each([
    ['nothing changed', { setting: 'Stroke ward' }, 'Change what was wrong, or go back'],
    [
      'a day to come',
      { 'assessed-year': String(Number(nextYear) + 1) },
      'must be today or in the past',
    ],
    ['1899', { 'assessed-year': '1899' }, 'must be in the last 5 years'],
    ['31 February', { 'assessed-day': '31' }, 'must be a real date'],
    ['a review gone by', { 'review-year': '2020' }, 'must be after the date'],
    ['no place', { setting: '' }, 'Enter where this was'],
  ])('asks again for %s', async (_, fields: Fields, message) => {
    const { signing: id } = await signed('3.9')
    const reply = await assessor.post(`/team/signed/${id}/correct`, await right(fields))
    expect(reply.statusCode).toBe(422)
    expect(wordsOf(reply)).toContain(message)
    expect(await credentialsOf(id)).toHaveLength(1)
  })

  it('ends after a day', async () => {
    const { signing: id } = await signed('3.9')
    await age(id, '25 hours')
    expect((await assessor.post(`/team/signed/${id}/correct`, await right())).statusCode).toBe(409)
    expect(await credentialsOf(id)).toHaveLength(1)
  })

  it('and taking back at once leave nothing that is valid', async () => {
    const { signing: id } = await signed('3.9')
    await Promise.all([
      assessor.post(`/team/signed/${id}/correct`, await right()),
      assessor.post(`/team/signed/${id}/take-back`, { explanation: '' }),
    ])
    const verdicts = await Promise.all((await credentialsOf(id)).map(verdict))
    expect(verdicts.filter((outcome) => outcome === 'valid')).toHaveLength(0)
  })
})
