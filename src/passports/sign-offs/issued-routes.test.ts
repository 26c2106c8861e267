import { describe, expect, it } from 'vitest'
import { atMerrowfell } from '../../../test/at-merrowfell.ts'
import { people } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { wordsOf } from '../../../test/visitor.ts'
import { verifyDocument } from '../../credentials/verify-document.ts'

const test = await testSite()
const { site } = test
const { ownerDb } = test.database
const { worker, assessor, issuer, stranger, codesOf, signed, share } = await atMerrowfell(test)

describe('a withdrawal', () => {
  const because = {
    cause: 'error',
    explanation: 'The wrong box was ticked',
    understood: 'yes',
  }

  it('in part revokes the credential and issues another for the rest', async () => {
    const { signing: id, credential } = await signed('3.1')
    const link = await share(credential)
    const codes = await codesOf('3.1', 'entry')
    expect(codes.length).toBeGreaterThan(1)
    const [first = ''] = codes
    const reply = await issuer.post(`/team/issued/${id}/withdraw`, { codes: first, ...because })
    expect(reply.headers.location).toBe(`/team/issued?withdrawn=${id}`)
    const told = wordsOf(await issuer.get(`/team/issued?withdrawn=${id}`))
    expect(told).toContain('Withdrawn from Tamsin Oyelaran-Pike: 3.1')
    const again = await issuer.post(`/team/issued/${id}/withdraw`, { codes: first, ...because })
    expect(again.statusCode).toBe(409)

    const issued = await ownerDb
      .selectFrom('credential')
      .where('replaces', '=', credential)
      .select(['id', 'document'])
      .execute()
    expect(issued).toHaveLength(1)
    const [replacement] = issued
    const document = JSON.stringify(replacement?.document)
    expect(document).not.toContain(`"${first}"`)
    for (const code of codes.slice(1)) expect(document).toContain(`"${code}"`)
    expect(document).toContain('Farzana Whitlock-Rahimi')
    expect((await verifyDocument(site, replacement?.document)).outcome).toBe('valid')

    const seen = wordsOf(await stranger.get(link))
    expect(seen).toContain('Not withdrawn: not valid')
    expect(seen).toMatch(/withdrawn by the issuer on \d/i)
    expect(seen).not.toContain('The wrong box was ticked')

    const own = wordsOf(await worker.get(`/passport/${credential}`))
    expect(own).toContain('This credential was withdrawn')
    expect(own).toContain('The wrong box was ticked')
    expect(own).toContain('If you think this is wrong')
    expect(wordsOf(await worker.get('/passport'))).toContain('Withdrawn: 3.1')
  })

  it('of everything leaves no credential', async () => {
    const { request, signing: id, credential } = await signed('3.2')
    const codes = await codesOf('3.2', 'entry')
    const replies = await Promise.all([
      issuer.post(`/team/issued/${id}/withdraw`, { codes, ...because }),
      issuer.post(`/team/issued/${id}/withdraw`, { codes, ...because }),
    ])
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409])
    const shares = await worker.get('/passport/shares')
    expect(shares.body).not.toContain(credential)
    const answered = wordsOf(await assessor.get(`/team/requests/${request}`))
    expect(answered).toContain('You signed this off. It was withdrawn since')
    expect(answered).not.toContain('Made a mistake?')
    expect(wordsOf(await worker.get('/passport'))).toContain('Withdrawn: 3.2')
    expect(wordsOf(await issuer.get('/team/issued'))).toContain(
      'Nothing stands any more: all withdrawn',
    )
  })

  it.each([
    ['nothing', { codes: [] as string[] }, 'Select what to withdraw'],
    ['no reason', { cause: 'dislike' }, 'Select why'],
    ['no explanation', { explanation: '' }, 'Write what happened'],
    ['no second thought', { understood: '' }, 'Tick that you understand'],
  ])('with %s is an error', async (_, fields, words) => {
    const row = await ownerDb
      .selectFrom('signing')
      .where('section', '=', '5.1')
      .select('id')
      .executeTakeFirst()
    const id = row?.id ?? (await signed('5.1')).signing
    const codes = await codesOf('5.1', 'entry')
    const reply = await issuer.post(`/team/issued/${id}/withdraw`, { codes, ...because, ...fields })
    expect(reply.statusCode).toBe(422)
    expect(wordsOf(reply)).toContain(words)
  })

  it('still knows who is who after they have left', async () => {
    const { signing: id } = await signed('3.3')
    await ownerDb
      .updateTable('membership')
      .set({ valid_to: '2026-01-01' })
      .where('person_id', 'in', [people.holder, people.assessor])
      .execute()
    const page = await issuer.get(`/team/issued/${id}/proposal`)
    await ownerDb
      .updateTable('membership')
      .set({ valid_to: null })
      .where('person_id', 'in', [people.holder, people.assessor])
      .execute()
    expect(wordsOf(page)).toContain('Tamsin Oyelaran-Pike: 3.3')
  })
})
