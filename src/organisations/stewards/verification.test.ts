import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { personWith } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { type Fields, visitor, wordsOf } from '../../../test/visitor.ts'
import type { Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import { addDays, dayOf } from '../../language/days.ts'
import { partsOfDay } from '../../web/posted-form.ts'
import { insertAnswer, insertProposal } from '../verifications-store.ts'

const { app, site, signIn, database } = await testSite()
const { db } = site
const { ownerDb } = database

const ikenna = '0cd6c524-99a5-48fb-9269-ebfa7a0e2f95'
const perpetua = 'b6a3d0c4-5f0e-4c1b-9a55-7d2f1f6f2f10'
const managerElsewhere = 'dc008747-87b6-4710-a314-2adb3f403da1'
const first = visitor(app, await signIn(ikenna))
const second = visitor(app, await signIn(perpetua))
const manager = visitor(app, await signIn(managerElsewhere))
const anybody = visitor(app)

const today = dayOf(site.now())
const dateFields = (field: string, day: string): Fields => {
  const parts = partsOfDay(day)
  return {
    [`${field}-day`]: parts.day,
    [`${field}-month`]: parts.month,
    [`${field}-year`]: parts.year,
  }
}

let organisations = 0

/** One that nobody has verified. */
async function unverified(): Promise<string> {
  organisations += 1
  const slug = `test-${organisations}`
  const about = { kind: 'care-provider', nation: 'england', sector: 'social-care' }
  await ownerDb
    .insertInto('organisation')
    .values({ slug, name: `Test ${organisations}`, ...about })
    .execute()
  return slug
}

const evidence = { evidence: 'register-entry', register: 'cqc', number: 'DEMO-1', seen: 'yes' }
const proposing = (fields: Fields = {}): Fields => ({
  ...{ ...evidence, ...dateFields('check-again', addDays(today, 300)) },
  ...fields,
})

async function proposed(slug: string): Promise<string> {
  const reply = await first.post(`/stewards/organisations/${slug}/propose`, proposing())
  expect(reply.statusCode).toBe(303)
  return String(reply.headers.location)
}

const confirm = { outcome: 'confirmed', seen: 'yes' }
const issues = async (slug: string) =>
  wordsOf(await anybody.get(`/orgs/${slug}`)).includes('Yes. Verified by two stewards')

describe('an organisation', () => {
  it('may issue once a second steward has confirmed what the first proposed', async () => {
    const slug = await unverified()
    const proposal = await proposed(slug)
    expect(await issues(slug)).toBe(false)
    expect((await second.post(proposal, confirm)).statusCode).toBe(303)
    expect(await issues(slug)).toBe(true)
    expect(wordsOf(await first.get(proposal))).toMatch(/Confirmed On .* by Perpetua/)
  })

  it('may not on the word of one steward twice', async () => {
    const slug = await unverified()
    const proposal = await proposed(slug)
    expect((await first.post(proposal, confirm)).statusCode).toBe(422)
    expect(wordsOf(await first.get(proposal))).toContain('somebody else must confirm it')
    expect(await issues(slug)).toBe(false)
  })

  it('may not when the second steward refuses, and the reason is kept', async () => {
    const slug = await unverified()
    const proposal = await proposed(slug)
    const wordless = await second.post(proposal, { outcome: 'refused', reason: ' ' })
    expect([wordless.statusCode, wordsOf(wordless)]).toEqual([
      422,
      expect.stringContaining('Enter why you refuse'),
    ])
    await second.post(proposal, { outcome: 'refused', reason: 'The number is another home’s.' })
    expect(await issues(slug)).toBe(false)
    expect(wordsOf(await first.get(proposal))).toContain('The number is another home’s.')
    expect(wordsOf(await first.get(`/stewards/organisations/${slug}`))).toContain('another home’s')
  })

  it('is proposed once at a time', async () => {
    const slug = await unverified()
    const [one, other] = await Promise.all([
      first.post(`/stewards/organisations/${slug}/propose`, proposing()),
      second.post(`/stewards/organisations/${slug}/propose`, proposing()),
    ])
    expect(one.headers.location).toBe(other.headers.location)
  })

  it('can be proposed again once the first proposal is taken back', async () => {
    const slug = await unverified()
    const proposal = await proposed(slug)
    expect((await second.post(proposal, { outcome: 'taken-back' })).statusCode).toBe(422)
    expect((await first.post(proposal, { outcome: 'taken-back' })).statusCode).toBe(303)
    expect(await proposed(slug)).not.toBe(proposal)
  })

  it('is answered once, of two at once', async () => {
    const slug = await unverified()
    const proposal = await proposed(slug)
    const both = await Promise.all([
      second.post(proposal, confirm),
      second.post(proposal, { outcome: 'refused', reason: 'No.' }),
    ])
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409])
    const answers = await ownerDb
      .selectFrom('verification_answer')
      .where('organisation', '=', slug)
      .select('outcome')
      .execute()
    expect(answers).toHaveLength(1)
  })

  it('loses its verification from a day on, for a reason that everybody reads', async () => {
    const slug = await unverified()
    await second.post(await proposed(slug), confirm)
    const page = `/stewards/organisations/${slug}/withdraw`
    const reason = 'The home has another owner.'
    const without = await first.post(page, { reason, ...dateFields('from', today) })
    expect(wordsOf(without)).toContain('Tick that you understand')
    const form = { reason, understood: 'yes', ...dateFields('from', today) }
    expect((await first.post(page, form)).statusCode).toBe(303)
    expect((await first.post(page, form)).statusCode).toBe(303)
    expect(await issues(slug)).toBe(false)
    expect(wordsOf(await anybody.get(`/orgs/${slug}`))).toContain(reason)
  })
})

describe('a proposal', () => {
  it.each<[string, Fields, string]>([
    ['nothing seen', { evidence: [] }, 'Select what you have seen'],
    ['a register that there is not', { register: 'atlantis' }, 'Select the register'],
    ['no number', { number: '' }, 'Enter its number in the register'],
    ['no word that it was seen', { seen: '' }, 'Tick that you have seen the evidence yourself'],
    [
      'a day more than a year on',
      dateFields('check-again', addDays(today, 367)),
      'The day to check it again must be in the next year',
    ],
    [
      'a day that has passed',
      dateFields('check-again', today),
      'The day to check it again must be in the next year',
    ],
    [
      'a web address that is none',
      { evidence: 'web-domain', domain: 'not a domain', 'shown-by': 'file' },
      'Enter its web address',
    ],
    [
      'a web address that nothing shows to be theirs',
      { evidence: 'web-domain', domain: 'example.org' },
      'Select how the web address was shown to be theirs',
    ],
    ['a letter without a date', { evidence: 'letter' }, 'Enter the date of the letter'],
    [
      'a letter from tomorrow',
      { evidence: 'letter', ...dateFields('letter', addDays(today, 1)) },
      'The date of the letter must be today or in the past',
    ],
  ])('with %s is shown again, with what to mend', async (_, fields, message) => {
    const slug = await unverified()
    const reply = await first.post(`/stewards/organisations/${slug}/propose`, proposing(fields))
    expect(reply.statusCode).toBe(422)
    expect(wordsOf(reply)).toContain(message)
  })

  it('needs no web address, and shows the next steward where to look', async () => {
    const slug = await unverified()
    const page = `/stewards/organisations/${slug}/propose`
    const form = proposing({
      evidence: ['register-entry', 'web-domain', 'letter'],
      ...{ domain: 'https://Example.ORG/about', 'shown-by': 'dns' },
      ...dateFields('letter', '2026-01-05'),
    })
    const reply = await first.post(page, form)
    const words = wordsOf(await second.get(String(reply.headers.location)))
    expect(words).toContain('Care Quality Commission, DEMO-1')
    expect(words).toContain('example.org, shown by a DNS record')
    expect(words).toContain('dated 5 January 2026')
  })

  it('about another organisation is not found under this one', async () => {
    const proposal = await proposed(await unverified())
    const elsewhere = proposal.replace(/test-\d+/, await unverified())
    expect((await second.get(elsewhere)).statusCode).toBe(404)
    expect((await second.post(elsewhere, confirm)).statusCode).toBe(404)
  })
})

describe('the stewards’ pages', () => {
  it('are not there for strangers, nor for a manager of another organisation', async () => {
    const slug = await unverified()
    const proposal = await proposed(slug)
    const base = `/stewards/organisations/${slug}`
    const pages = ['/stewards/organisations', base, `${base}/propose`, proposal, `${base}/withdraw`]
    for (const page of [...pages, `${base}/record/closed`, `${base}/areas`]) {
      expect((await manager.get(page)).statusCode, page).toBe(404)
      expect((await anybody.get(page)).headers.location, page).toMatch(/^\/sign-in/)
    }
    for (const [page, form] of [
      [proposal, confirm],
      [`${base}/propose`, proposing()],
      [`${base}/withdraw`, { reason: 'x', understood: 'yes', ...dateFields('from', today) }],
      [`${base}/record/closed`, { source: 'x', ...dateFields('on', today) }],
      [`${base}/areas`, { area: 'merrowfell-and-ostlewick', ...dateFields('on', today) }],
      [
        '/stewards/organisations/add',
        { name: 'X', kind: 'council', nation: 'wales', sector: 'nhs' },
      ],
    ] as const) {
      expect((await manager.post(page, form)).statusCode, page).toBe(404)
      expect((await anybody.post(page, form)).statusCode, page).toBe(401)
    }
    expect(await issues(slug)).toBe(false)
  })

  it('say what needs doing: whose turn it is, what is due, and what has lapsed', async () => {
    await proposed(await unverified())
    const words = wordsOf(await second.get('/stewards/organisations'))
    expect(words).toMatch(/Thistledown House care home Proposed by Ikenna Ravensdale-Quirke/)
    expect(words).toContain('Needs you')
    expect(words).toMatch(/next 60 days Sallowmarch College/)
    expect(words).toMatch(/Not checked again in time .* Withybrook Day Centre/)
    expect(wordsOf(await first.get('/stewards/organisations'))).toContain('Proposed by you')
    expect(wordsOf(await first.get('/stewards/organisations?name=withy'))).toMatch(
      /Find .* Withybrook/,
    )
  })

  it('ask a steward again who they are before what can do harm', async () => {
    const slug = await unverified()
    const proposal = await proposed(slug)
    const old = visitor(app, await signIn(perpetua))
    await ownerDb
      .updateTable('session')
      .where('person_id', '=', perpetua)
      .set({ stepped_up_at: new Date(Date.now() - 16 * 60_000) })
      .execute()
    const asked = await old.post(proposal, confirm)
    expect(asked.headers.location).toMatch(/^\/confirm-it-is-you/)
    expect((await old.get(`/stewards/organisations/${slug}/withdraw`)).statusCode).toBe(303)
    expect((await old.get(`/stewards/organisations/${slug}/record/closed`)).statusCode).toBe(303)
    expect(await issues(slug)).toBe(false)
  })
})

/** As a session would have it; row-level security asks the memberships themselves. */
const steward = (id: string): Person => ({
  ...personWith(id),
  permissions: [{ organisation: 'lanyard-stewards', permission: 'steward-framework' }],
})

describe('the database, when the code would let it pass,', () => {
  const open = async (slug: string, by: Person, proposedBy = by.id) => {
    const id = randomUUID()
    await asActor(db, by, (db) =>
      insertProposal(db, {
        ...{ id, organisation: slug, proposedBy, steward: 'lanyard-stewards' },
        ...{ proposedOn: today, checkAgainOn: addDays(today, 30) },
        evidence: [{ kind: 'letter', dated: today }],
      }),
    )
    return id
  }
  const answer = (proposalId: string, organisation: string, by: Person, proposedBy: string) =>
    asActor(db, by, (db) =>
      insertAnswer(db, {
        ...{ proposalId, organisation, proposedBy, answeredBy: by.id },
        ...{ steward: 'lanyard-stewards', outcome: 'confirmed', answeredOn: today },
      }),
    )

  it('takes a confirmation from a second steward', async () => {
    const slug = await unverified()
    const id = await open(slug, steward(ikenna))
    expect(await answer(id, slug, steward(perpetua), ikenna)).toBe(true)
    expect(await answer(id, slug, steward(perpetua), ikenna)).toBe(false)
  })

  it('takes none from the steward who proposed, under whatever name it is said to be', async () => {
    const slug = await unverified()
    const id = await open(slug, steward(ikenna))
    await expect(answer(id, slug, steward(ikenna), ikenna)).rejects.toThrow(/check constraint/)
    await expect(answer(id, slug, steward(ikenna), perpetua)).rejects.toThrow(/foreign key/)
  })

  it('takes nothing from somebody who is no steward, or in the name of another', async () => {
    const slug = await unverified()
    const refused = /row-level security/
    await expect(open(slug, steward(managerElsewhere))).rejects.toThrow(refused)
    await expect(open(slug, steward(ikenna), perpetua)).rejects.toThrow(refused)
    const id = await open(slug, steward(ikenna))
    await expect(answer(id, slug, steward(managerElsewhere), ikenna)).rejects.toThrow(refused)
    const nobody = { kind: 'nobody' } as const
    const read = await asActor(db, nobody, (db) =>
      db.selectFrom('verification_evidence').selectAll().execute(),
    )
    expect(read).toEqual([])
  })

  it('lets nobody change or remove what was proposed and answered', async () => {
    const change = asActor(db, steward(ikenna), (db) =>
      db.updateTable('verification_answer').set({ outcome: 'confirmed' }).execute(),
    )
    await expect(change).rejects.toThrow(/permission denied/)
    await expect(
      ownerDb.updateTable('verification_answer').set({ outcome: 'confirmed' }).execute(),
    ).rejects.toThrow(/append-only/)
  })
})
