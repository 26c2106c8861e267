import { describe, expect, it } from 'vitest'
import { people } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { visitor, wordsOf } from '../../../test/visitor.ts'
import { workPassport } from '../../../test/worked-passport.ts'

const test = await testSite()
const other = visitor(test.app, await test.signIn(people.stranger))
const empty = wordsOf(await other.get('/passport/read-as/care-certificate/2025'))
const worked = await workPassport(test)
const { worker } = worked
const pack = {
  ...{ framework: 'four-pillars/2021', level: 'entry', signings: worked.signing },
  parts: ['sign-offs', 'answers', 'read-as', 'remaining'],
}

describe('a passport read as another framework', () => {
  it('can be opened before anything is signed off', () => {
    expect(empty).toContain('Nothing of yours is signed off yet, so nothing is covered.')
    expect(empty).toContain('Covered: 0 of 16')
    expect(empty).toContain('Not covered: 16 of 16')
  })

  it('says what says so and what is missing, and that it is a draft', async () => {
    const page = wordsOf(
      await worker.get('/passport/read-as/nes-healthcare-support-worker/checked-2026'),
    )
    expect(page).toContain('Draft: not approved by the owner for Scotland.')
    expect(page).toContain('3.9 signed off by Farzana Whitlock-Rahimi')
    expect(page).toContain('Partly covered')
    expect(page).toContain('Covered: 0 of')
    expect(page).toContain('have not been compared one by one')
  })

  it('is read at another level on asking, and at the own one where that is none', async () => {
    const address = '/passport/read-as/four-pillars/2021'
    const at = async (level: string) => wordsOf(await worker.get(`${address}?level=${level}`))
    expect(await at('assistant-practitioner')).toContain(
      '1.4 Professional practice: career level 4',
    )
    expect(await at('nonsense')).toContain('You are read here at entry level.')
  })

  it('is not there for what is no framework of others', async () => {
    for (const ref of ['ahp-support-worker/2026', 'none/1']) {
      expect((await worker.get(`/passport/read-as/${ref}`)).statusCode).toBe(404)
    }
  })
})

describe('a pack for an education provider', () => {
  it('holds what the holder chose, and never a private note', async () => {
    const reply = await worker.post('/passport/prior-learning', pack)
    const page = wordsOf(reply)
    expect(reply.statusCode).toBe(200)
    expect(page).toContain('Signed off by Farzana Whitlock-Rahimi')
    expect(page).toContain('DEMO-OT-0001')
    expect(page).toContain('Own answer')
    expect(page).toContain('What remains to be shown')
    expect(page).not.toContain(worked.note)
  })

  it('leaves out what was not chosen, also from what it counts for', async () => {
    const { signings: _, ...without } = pack
    const page = wordsOf(
      await worker.post('/passport/prior-learning', {
        ...without,
        parts: ['sign-offs', 'read-as'],
      }),
    )
    expect(page).toContain('Nothing is signed off in this pack.')
    expect(page).not.toContain('Farzana')
    expect(page).not.toContain('Own answer')
    expect(page).not.toContain('What remains to be shown')
    expect(page).toContain('Partly covered: 0 of')
  })

  it('shows nobody the sign-offs of another', async () => {
    const reply = await other.post('/passport/prior-learning', pack)
    expect(reply.statusCode).toBe(200)
    expect(wordsOf(reply)).not.toContain('Farzana')
  })

  it('asks for what is not chosen yet', async () => {
    const reply = await worker.post('/passport/prior-learning', { framework: 'none/1' })
    expect(reply.statusCode).toBe(422)
    for (const words of ['Select the framework', 'Select a level', 'Select what goes in']) {
      expect(wordsOf(reply)).toContain(words)
    }
  })
})
