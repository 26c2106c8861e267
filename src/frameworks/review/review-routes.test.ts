/** From a draft to a published edition, by the pages alone; and every refusal on the way. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { members } from '../../../test/authorisation/people.ts'
import { personWith } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { type Visitor, visitor, wordsOf } from '../../../test/visitor.ts'
import type { Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import type { Transaction } from '../../database/database.ts'
import { Conflict, NotFound } from '../../errors.ts'
import { beginDraft, changeDraft, editThing } from '../authoring/drafts-actions.ts'
import { endDraftWork, getDraft, getThing, insertDraft } from '../authoring/drafts-store.ts'
import { editionShelf } from '../edition-shelf.ts'
import { readEditionContent } from '../frameworks-content.ts'
import { findEdition, insertEdition } from '../frameworks-store.ts'
import type { Edition } from '../model/framework.ts'
import { insertFates } from '../versions/draft-fates-store.ts'
import { prepareSuccession } from '../versions/read-draft-succession.ts'
import { insertSuccession } from '../versions/successions-store.ts'
import { chooseReconfirmBy } from '../versions/versions-actions.ts'
import { setDraftPersonEnded } from './people-store.ts'
import type { PublicationParts } from './publication-parts.ts'
import { insertWithdrawal } from './publications-store.ts'
import { publishDraft } from './review-actions/publish-draft.ts'
import { approveDraft, sendForReview } from './review-actions/review-draft.ts'
import { endWaiver } from './review-actions/waive-finding.ts'
import { setDraftState } from './reviews-store.ts'
import { insertWaiver } from './waivers-store.ts'

const test = await testSite()
const { site, database, app } = test
const { db } = site
const { superuserClient } = database
const { edition } = readEditionContent('ahp-support-worker/2026')
const organisation = members.steward.organisation

const stewardWith = (id: string): Person => ({
  ...personWith(id),
  permissions: [{ organisation, permission: 'steward-framework' }],
})
const first = stewardWith(members.steward.id)
const second = stewardWith(members.secondSteward.id)
const worker = personWith(members.holder.id)
const address = 'tamsin.asked@example.org'

const pages = {} as { first: Visitor; second: Visitor; worker: Visitor; other: Visitor }
beforeAll(async () => {
  pages.first = visitor(app, await test.signIn(first.id))
  pages.second = visitor(app, await test.signIn(second.id))
  pages.worker = visitor(app, await test.signIn(worker.id))
  pages.other = visitor(app, await test.signIn(members.colleague.id))
  await superuserClient.query(
    `insert into email_address (id, person_id, address, kind, confirmed_at)
      values (gen_random_uuid(), $1, $2, 'personal', now())`,
    [worker.id, address],
  )
})

let counter = 0
const begin = (from: Edition = edition) => {
  counter += 1
  const name = { slug: edition.slug, version: `next-${counter}` }
  return beginDraft(db, first, { organisation, from, name })
}
const stateOf = async (draft: string) =>
  (await asActor(db, first, (db) => getDraft(db, { draft }))).state
const revisionOf = async (draft: string) =>
  (await asActor(db, first, (db) => getDraft(db, { draft }))).revision
const approved = async (draft: string) => {
  await sendForReview(site, first, { draft })
  expect(await approveDraft(site, second, { draft, revision: await revisionOf(draft) })).toBe(true)
}
const reword = (draft: string, person: Person, text: string) =>
  asActor(db, person, (db) => getThing(db, { draft, thing: 'statement/7.1-entry' })).then(
    ({ value, revision }) =>
      editThing(db, person, {
        ...{ draft, thing: 'statement/7.1-entry', revision },
        value: { ...value, text } as never,
      }),
  )
const own = 'Shows the values of the service every day, so that a new colleague can copy them.'
const faulty = 'Shows the values of the service to every patient, so that a new colleague can copy.'

describe('people', () => {
  it('are asked by a letter, whether or not they have an account', async () => {
    const draft = await begin()
    const asked = []
    for (const email of [address, 'nobody.known@example.org']) {
      const reply = await pages.first.post(`/drafts/${draft}/people/ask`, {
        ...{ email, role: 'reviewer' },
      })
      asked.push([reply.statusCode, reply.headers.location])
      expect(await test.lettersTo(email)).toHaveLength(1)
    }
    expect(new Set(asked.map(String)).size).toBe(1)
    const page = await pages.first.get(`/drafts/${draft}/people`)
    expect(page.body).not.toContain('example.org')
    const [letter] = await test.lettersTo(address)
    const link = /\/draft-invitations\/\S+/.exec(letter?.text ?? '')?.[0] ?? ''
    expect((await pages.other.get(link)).statusCode).toBe(404)
    expect((await pages.other.post(link, { answer: 'joined' })).statusCode).toBe(404)
    expect((await pages.worker.get(`/drafts/${draft}/comments`)).statusCode).toBe(404)
    expect(wordsOf(await pages.worker.get(link))).toContain('Ikenna Ravensdale-Quirke')
    await pages.worker.post(link, { answer: 'joined' })
    expect((await pages.worker.get(link)).statusCode).toBe(404)
    expect(wordsOf(await pages.worker.get(`/drafts/${draft}/people`))).toContain('(you)')
    // A reviewer reads, and neither writes, waives, approves nor publishes.
    for (const [path, status] of [
      ['findings', 200],
      ['findings/suggestions', 404],
      ['waivers', 200],
      ['review', 200],
      ['publish', 404],
    ] as const) {
      expect([path, (await pages.worker.get(`/drafts/${draft}/${path}`)).statusCode]).toEqual([
        path,
        status,
      ])
    }
    await pages.worker.post(`/drafts/${draft}/people/${worker.id}/end`)
    expect((await pages.worker.get(`/drafts/${draft}/people`)).statusCode).toBe(404)
  })

  it('are told what to mend, and can be taken back', async () => {
    const draft = await begin()
    const wrong = await pages.first.post(`/drafts/${draft}/people/ask`, { email: 'x', role: '' })
    expect(wrong.statusCode).toBe(422)
    expect(wordsOf(wrong)).toContain('Select whether they are to write or to review')
    const ask = { email: 'taken.back@example.org', role: 'editor' }
    await pages.first.post(`/drafts/${draft}/people/ask`, ask)
    const page = await pages.first.get(`/drafts/${draft}/people`)
    const back = /action="(\S+\/take-back)"/.exec(page.body)?.[1] ?? ''
    expect((await pages.first.post(back)).statusCode).toBe(303)
    expect((await pages.first.post(back)).statusCode).toBe(409)
    expect((await pages.worker.post(`/drafts/${draft}/people/ask`, ask)).statusCode).toBe(404)
  })
})

describe('comments', () => {
  it('stand on a thing, are answered, settled and opened again', async () => {
    const draft = await begin()
    const said = { id: randomUUID(), thing: 'statement/7.1-entry', words: 'Is this watched?' }
    await pages.first.post(`/drafts/${draft}/comments`, said)
    await pages.first.post(`/drafts/${draft}/comments`, said)
    const thing = () => pages.second.get(`/drafts/${draft}/comments?thing=statement/7.1-entry`)
    expect((await thing()).body.match(/Is this watched/g)).toHaveLength(1)
    const reply = { id: randomUUID(), words: 'Yes, for twenty minutes.' }
    await pages.second.post(`/drafts/${draft}/comments/${said.id}/reply`, reply)
    expect(wordsOf(await thing())).toContain('Yes, for twenty minutes.')
    await pages.second.post(`/drafts/${draft}/comments/${said.id}/settle`)
    expect(wordsOf(await thing())).toContain('See what is settled (1)')
    await pages.first.post(`/drafts/${draft}/comments/${said.id}/reopen`)
    expect(wordsOf(await thing())).toContain('Is this watched?')
    // A reply is no thread, and a comment of another draft is none of this one.
    expect(
      (await pages.first.post(`/drafts/${draft}/comments/${reply.id}/settle`)).statusCode,
    ).toBe(404)
    const other = await begin()
    expect((await pages.first.post(`/drafts/${other}/comments/${said.id}/settle`)).statusCode).toBe(
      404,
    )
    await expect(
      superuserClient.query('update draft_comment set words = $1', ['x']),
    ).rejects.toThrow()
  })

  it('have words, and not too many, about something that is there', async () => {
    const draft = await begin()
    const send = (words: string, thing = 'edition') =>
      pages.first.post(`/drafts/${draft}/comments`, { id: randomUUID(), thing, words })
    expect((await send('')).statusCode).toBe(422)
    expect(wordsOf(await send('x'.repeat(2001)))).toContain('must be 2000 characters or fewer')
    expect((await send('Here', 'statement/99.9-entry')).statusCode).toBe(404)
  })
})

describe('findings', () => {
  it('are shown at their place, waived with a reason, and idle once the words are gone', async () => {
    const draft = await begin()
    await reword(draft, first, faulty)
    const page = await pages.first.get(`/drafts/${draft}/findings?severity=must`)
    expect(wordsOf(page)).toContain('Must be mended')
    const link = /href="(\/drafts\/\S+\/waivers\/add\?[^"]+)"/.exec(page.body)?.[1] ?? ''
    const query = new URL(link.replaceAll('&amp;', '&'), 'http://x').searchParams
    const asked = { code: query.get('code') ?? '', at: query.get('at') ?? '' }
    const start = query.get('start') ?? ''
    const waive = (reason: string, visitor = pages.first) =>
      visitor.post(`/drafts/${draft}/waivers/add`, { ...asked, start, reason })
    expect((await waive('')).statusCode).toBe(422)
    expect((await waive('Because', pages.worker)).statusCode).toBe(404)
    expect((await waive('It is a quotation of the law.')).statusCode).toBe(303)
    expect((await waive('Once more.')).statusCode).toBe(409)
    expect(wordsOf(await pages.second.get(`/drafts/${draft}/findings`))).toContain(
      'It stands because: It is a quotation of the law.',
    )
    await reword(draft, first, own)
    expect(wordsOf(await pages.first.get(`/drafts/${draft}/waivers`))).toContain('Idle')
    expect((await waive('Gone.')).statusCode).toBe(409)
    const waivers = await pages.first.get(`/drafts/${draft}/waivers`)
    const end = /action="(\S+\/end)"/.exec(waivers.body)?.[1] ?? ''
    expect((await pages.worker.post(end)).statusCode).toBe(404)
    expect((await pages.first.post(end)).statusCode).toBe(303)
    expect((await pages.first.post(end)).statusCode).toBe(409)
  })

  it('take a suggestion only where it was made', async () => {
    const draft = await begin()
    const made = JSON.stringify(['no-check', 'statement/7.1-entry/text', 0, 'Shows', 'Sees'])
    const reply = await pages.first.post(`/drafts/${draft}/findings/take`, { change: made })
    expect(reply.headers.location).toContain('done=0&left=1')
    expect(wordsOf(await pages.first.get(String(reply.headers.location)))).toContain(
      '1 suggestion left out',
    )
    expect(await revisionOf(draft)).toBe(1)
    expect((await pages.worker.post(`/drafts/${draft}/findings/take`)).statusCode).toBe(404)
  })
})

/** As the pages send it: all that did not change, and the one that was reworded. */
async function decideFates(at: string): Promise<void> {
  const list = await pages.first.get(`${at}/succession`)
  await pages.first.post(`${at}/succession/unchanged`, { seen: fieldOf(list.body, 'seen') })
  const code = '7.1-entry'
  const page = await pages.first.get(`${at}/succession/statements/${code}`)
  const held = { seen: fieldOf(page.body, 'seen'), texts: fieldOf(page.body, 'texts') }
  const fate = { ...held, fate: 'reworded', to: code, reason: '' }
  const decided = await pages.first.post(`${at}/succession/statements/${code}`, fate)
  expect(decided.statusCode).toBe(303)
}

const fieldOf = (body: string, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(body)?.[1] ?? ''

describe('the whole way', () => {
  it('leads from a draft to an edition at its address, by pages without script', async () => {
    const draft = await begin()
    await reword(draft, first, own)
    const at = `/drafts/${draft}`
    expect(wordsOf(await pages.first.get(`${at}/publish`))).toContain('It cannot be published yet')
    await decideFates(at)
    await pages.first.post(`${at}/review/send`, { message: 'Look at 7.1.' })
    expect((await pages.first.post(`${at}/review/send`)).statusCode).toBe(409)
    const answer = { revision: String(await revisionOf(draft)), reason: '' }
    expect(
      (await pages.second.post(`${at}/review/answer`, { ...answer, answer: 'not-yet' })).statusCode,
    ).toBe(422)
    await pages.second.post(`${at}/review/answer`, { ...answer, answer: 'ready' })
    expect(
      (await pages.worker.post(`${at}/review/answer`, { ...answer, answer: 'ready' })).statusCode,
    ).toBe(404)
    // Who wrote it does not approve it alone.
    const mine = await pages.first.post(`${at}/review/approve`, answer)
    expect(mine.headers.location).toContain('one-approved')
    expect((await pages.first.post(`${at}/review/approve`, answer)).statusCode).toBe(409)
    expect(await stateOf(draft)).toBe('in-review')
    expect((await pages.second.post(`${at}/review/approve`, { revision: '1' })).statusCode).toBe(
      409,
    )
    await pages.second.post(`${at}/review/approve`, answer)
    expect(await stateOf(draft)).toBe('approved')
    const empty = await pages.first.post(`${at}/publish`, { ...answer, notice: '' })
    expect(empty.statusCode).toBe(422)
    const form = { ...answer, notice: 'The values are said more plainly.', understood: 'yes' }
    expect((await pages.worker.post(`${at}/publish`, form)).statusCode).toBe(404)
    // What was kept of the edition before is forgotten as this one is published.
    const older = `/frameworks/${edition.slug}/2026/statements/7.1-entry`
    const next = `In next-${counter} this`
    expect(wordsOf(await app.inject(older))).not.toContain(next)
    const done = await pages.first.post(`${at}/publish`, form)
    expect(wordsOf(await app.inject(older))).toContain(next)
    expect(done.headers.location).toBe(`${at}/publish?done=published`)
    expect((await pages.second.post(`${at}/publish`, form)).statusCode).toBe(409)
    const page = await app.inject(
      `/frameworks/${edition.slug}/next-${counter}/statements/7.1-entry`,
    )
    expect(wordsOf(page)).toContain(own)
    const front = await app.inject(`/frameworks/${edition.slug}/2026`)
    expect(front.body).toContain(`next-${counter}`)
    const record = wordsOf(await app.inject(`/frameworks/${edition.slug}/next-${counter}/record`))
    expect(record).toContain('The values are said more plainly.')
    expect(record).not.toContain('Ravensdale')
    await expect(reword(draft, first, 'Too late.')).rejects.toThrow(Conflict)
    await test.workOff()
    await expect(
      superuserClient.query(`update edition set title = 'x' where version = 'next-${counter}'`),
    ).rejects.toThrow('is published')
  })
})

const parts = (over: Partial<PublicationParts> = {}): PublicationParts => ({
  prepareSuccession: async () => ({ findings: [] }),
  insertSuccession: async () => {},
  touchedBy: async () => new Map(),
  ...over,
})
const shelf = editionShelf(db, site.now)
const publish = async (draft: string, person = first, over: Partial<PublicationParts> = {}) =>
  publishDraft(
    site,
    shelf,
    person,
    { draft, revision: await revisionOf(draft), notice: 'New.' },
    parts(over),
  )

describe('publishing', () => {
  it('waits for what is not decided about each statement', async () => {
    const draft = await begin()
    await approved(draft)
    const open = { code: 'not-decided', at: 'statement/1.1-entry', message: 'Decide' }
    const prepareSuccession = async () => ({ findings: [open] })
    expect(await publish(draft, first, { prepareSuccession })).toEqual({ outcome: 'blocked' })
    expect(await stateOf(draft)).toBe('approved')
  })

  it('waits for findings that must be mended, and keeps what was waived', async () => {
    const draft = await begin()
    await reword(draft, first, faulty)
    await sendForReview(site, first, { draft })
    const revision = await revisionOf(draft)
    await expect(approveDraft(site, second, { draft, revision })).rejects.toThrow(Conflict)
    expect(await publish(draft)).toEqual({ outcome: 'blocked' })
  })

  it('leaves nothing behind where one part of it fails', async () => {
    const draft = await begin()
    await approved(draft)
    const succession = { from: 'a/1', to: 'a/2', reconfirmBy: '2030-01-01', lines: [] }
    const failing = publish(draft, first, {
      prepareSuccession: async () => ({ succession, findings: [] }),
      insertSuccession: async () => {
        throw new Error('no room')
      },
    })
    await expect(failing).rejects.toThrow('no room')
    expect(await findEdition(db, `${edition.slug}/next-${counter}`)).toBeUndefined()
    expect(await stateOf(draft)).toBe('approved')
  })

  it('is done once by two at once', async () => {
    const draft = await begin()
    await approved(draft)
    const revision = await revisionOf(draft)
    const both = await Promise.allSettled(
      [first, second].map((person) =>
        publishDraft(site, shelf, person, { draft, revision, notice: 'New.' }, parts()),
      ),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const [lost] = both.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
    expect(lost).toBeInstanceOf(Conflict)
  })

  it.each([1, 2, 3])('and an edit at the same moment never both come through (%i)', async () => {
    const draft = await begin()
    await approved(draft)
    const revision = await revisionOf(draft)
    const [published, edited] = await Promise.allSettled([
      publishDraft(site, shelf, first, { draft, revision, notice: 'New.' }, parts()),
      reword(draft, second, own),
    ])
    const ref = `${edition.slug}/next-${counter}`
    const out = await findEdition(db, ref)
    const isOut = published.status === 'fulfilled' && published.value.outcome === 'published'
    const isSaved = edited.status === 'fulfilled' && edited.value === 'saved'
    expect(isSaved).toBe(!isOut)
    expect(out === undefined).toBe(!isOut)
    expect(await stateOf(draft)).toBe(isOut ? 'published' : 'writing')
    const held = await asActor(db, first, (db) =>
      getThing(db, { draft, thing: 'statement/7.1-entry' }),
    )
    expect('text' in held.value && held.value.text === own).toBe(!isOut)
  })

  it('is refused for a revision that the steward did not see', async () => {
    const draft = await begin()
    await approved(draft)
    await reword(draft, first, own)
    expect(await stateOf(draft)).toBe('writing')
    const old = publishDraft(site, shelf, first, { draft, revision: 1, notice: 'New.' }, parts())
    await expect(old).rejects.toThrow(Conflict)
  })
})

describe('an approval', () => {
  const day = '2099-01-01'
  const fate = { from: '7.1-entry', fate: 'unchanged', to: ['7.1-entry'] } as const
  const decide = (draft: string, person: Person) =>
    asActor(db, person, (db) =>
      insertFates(db, { draft, by: person.id }, [{ ...fate, number: 1, digest: 'seen' }]),
    )
  const waive = async (draft: string, person: Person) => {
    const id = randomUUID()
    await asActor(db, person, (db) =>
      insertWaiver(db, {
        ...{ id, draft, by: person.id, reason: 'So.' },
        ...{ code: 'long', target: 'edition', quote: '' },
      }),
    )
    return id
  }

  it.each([
    ['a fate', decide],
    ['a day', (draft: string, person: Person) => chooseReconfirmBy(db, person, { draft, day })],
  ])('is taken away by a decision on %s, as by an edit', async (_, act) => {
    const draft = await begin()
    await approved(draft)
    await act(draft, first)
    expect([await stateOf(draft), await revisionOf(draft)]).toEqual(['writing', 2])
    expect(await publish(draft)).toEqual({ outcome: 'blocked' })
    await expect(
      asActor(db, first, (db) => setDraftState(db, { draft, state: 'approved' })),
    ).rejects.toThrow('row-level security')
  })

  it.each([
    ['decided a fate', decide],
    [
      'chose a day',
      (draft: string, person: Person) => chooseReconfirmBy(db, person, { draft, day }),
    ],
    ['waived', waive],
    [
      'ended a waiver',
      async (draft: string, person: Person) => {
        const waiver = await waive(draft, first)
        await endWaiver(db, person, { draft, waiver, now: new Date() })
      },
    ],
  ])('is not of a second person where they %s', async (_, act) => {
    const draft = await begin()
    await act(draft, second)
    await sendForReview(site, first, { draft })
    const revision = await revisionOf(draft)
    expect(await approveDraft(site, second, { draft, revision })).toBe(false)
    await expect(
      asActor(db, second, (db) => setDraftState(db, { draft, state: 'approved' })),
    ).rejects.toThrow('row-level security')
    expect(await approveDraft(site, first, { draft, revision })).toBe(true)
  })

  it('ends with the right to give it', async () => {
    const draft = await begin()
    await approved(draft)
    await superuserClient.query(
      `update permission_grant set ended_on = '2020-01-01'
        where person_id = $1 and permission = 'steward-framework'`,
      [second.id],
    )
    expect(await publish(draft)).toEqual({ outcome: 'blocked' })
    const byHand = asActor(db, first, (db) =>
      insertEdition(
        db,
        { ...edition, version: `next-${counter}`, status: 'published' },
        { digest: 'by-hand' },
      ),
    )
    await expect(byHand).rejects.toThrow('row-level security')
    await superuserClient.query(
      `insert into permission_grant (person_id, organisation, permission)
        values ($1, $2, 'steward-framework')`,
      [second.id, organisation],
    )
    expect(await publish(draft)).toMatchObject({ outcome: 'published' })
  })
})

describe('an edition', () => {
  it('is followed by one other: of two from the same base, published at once, one', async () => {
    const base = await begin()
    await approved(base)
    await publish(base)
    const stored = await findEdition(db, `${edition.slug}/next-${counter}`)
    const from = stored?.edition ?? edition
    const both = [await begin(from), await begin(from)]
    for (const draft of both) {
      const list = await pages.first.get(`/drafts/${draft}/succession`)
      const seen = fieldOf(list.body, 'seen')
      await pages.first.post(`/drafts/${draft}/succession/unchanged`, { seen })
      await approved(draft)
    }
    const real = { prepareSuccession, insertSuccession }
    const outcomes = await Promise.all(both.map((draft) => publish(draft, first, real)))
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['blocked', 'published'])
    const blocked = both[outcomes.findIndex(({ outcome }) => outcome === 'blocked')] ?? ''
    const { findings } = await asActor(db, first, (db) =>
      prepareSuccession(db, { draft: blocked, today: '2026-11-23' }),
    )
    expect(findings).toMatchObject([{ code: 'base-superseded' }])
    await expect(
      superuserClient.query(
        `insert into edition_succession (edition, from_edition, reconfirm_by)
          values ($1, $2, '2099-01-01')`,
        [`${edition.slug}/2026`, stored?.ref],
      ),
    ).rejects.toThrow('edition_succeeded_once')
  })

  it('is kept by the organisation that published one of its framework here', async () => {
    const slug = 'kept'
    const published = await beginDraft(db, first, {
      ...{ organisation, from: edition, name: { slug, version: 'one' } },
    })
    await superuserClient.query(
      `insert into organisation (slug, name, kind, nation, sector)
        values ('other-stewards', 'Other stewards', 'steward', 'england', 'voluntary')`,
    )
    await superuserClient.query(
      `insert into membership (person_id, organisation, job_title, valid_from)
        values ($1, 'other-stewards', 'Made for a test', current_date - 9)`,
      [members.colleague.id],
    )
    await superuserClient.query(
      `insert into permission_grant (person_id, organisation, permission)
        values ($1, 'other-stewards', 'steward-framework')`,
      [members.colleague.id],
    )
    const permission = 'steward-framework'
    const other: Person = {
      ...personWith(members.colleague.id),
      permissions: [{ organisation: 'other-stewards', permission }],
    }
    const beginElsewhere = (version: string) =>
      beginDraft(db, other, {
        ...{ organisation: 'other-stewards', from: edition, name: { slug, version } },
      })
    await beginElsewhere('free-until-then')
    await approved(published)
    await publish(published)
    await expect(beginElsewhere('two')).rejects.toThrow(Conflict)
    const draft = { id: randomUUID(), organisation: 'other-stewards', slug, version: 'by-hand' }
    const byHand = asActor(db, other, (db) =>
      insertDraft(db, { ...draft, base: undefined, begunBy: other.id }),
    )
    await expect(byHand).rejects.toThrow('row-level security')
    const page = `/stewards/editions/${slug}/one/withdraw`
    expect((await pages.other.get(page)).statusCode).toBe(404)
    expect((await pages.first.get(page)).statusCode).toBe(200)
    const withdraw = asActor(db, other, (db) =>
      insertWithdrawal(db, {
        ...{ edition: `${slug}/one`, reason: 'So.', for: 'other-stewards' },
        ...{ fromDay: '2099-01-01', by: other.id },
      }),
    )
    await expect(withdraw).rejects.toThrow('row-level security')
  })
})

describe('work on a draft', () => {
  const join = (draft: string) =>
    superuserClient.query(
      `insert into draft_person (draft_id, person_id, role, asked_by) values ($1, $2, 'editor', $3)`,
      [draft, worker.id, first.id],
    )

  it('is not begun again by whoever was taken from it', async () => {
    const draft = await begin()
    await join(draft)
    await asActor(db, first, (db) =>
      setDraftPersonEnded(db, { draft, personId: worker.id, now: new Date() }),
    )
    await asActor(db, worker, (db) => sql`update draft_person set ended_at = null`.execute(db))
    await expect(reword(draft, worker, own)).rejects.toThrow(NotFound)
  })

  it('is a revision, whoever counts; and none is set by hand', async () => {
    const draft = await begin()
    await approved(draft)
    await join(draft)
    await asActor(db, worker, async (db) => {
      await sql`update draft_thing set position = position + 1
        where draft_id = ${draft} and thing = 'statement/7.1-entry'`.execute(db)
    })
    expect([await stateOf(draft), await revisionOf(draft)]).toEqual(['writing', 2])
    await expect(
      asActor(db, worker, (db) =>
        sql`update draft set revision = 1, state = 'approved' where id = ${draft}`.execute(db),
      ),
    ).rejects.toThrow('permission denied')
  })

  it('stops with their account: they work on no draft any more', async () => {
    const draft = await begin()
    await join(draft)
    const eraser = { kind: 'job', name: 'erase-account' } as const
    const end = () => asActor(db, eraser, (db) => endDraftWork(db, { personId: worker.id }))
    await expect(end()).rejects.toThrow('not to be erased')
    await superuserClient.query(
      `insert into account_closing (id, person_id, asked_at, erase_after)
        values (gen_random_uuid(), $1, now() - interval '30 days', now() - interval '1 day')`,
      [worker.id],
    )
    await end()
    await superuserClient.query('delete from account_closing where person_id = $1', [worker.id])
    await expect(reword(draft, worker, own)).rejects.toThrow(NotFound)
  })
})

describe('the database', () => {
  const published = (version: string): Edition => ({ ...edition, version, status: 'published' })
  const insert = (person: Person, version: string, over: Partial<Edition> = {}) =>
    asActor(db, person, (db) =>
      insertEdition(db, { ...published(version), ...over }, { digest: 'by-hand' }),
    )
  const refused = /row-level security/

  it('publishes for nobody what is not approved', async () => {
    const draft = await begin()
    const version = `next-${counter}`
    await expect(insert(first, version)).rejects.toThrow(refused)
    const state = (to: 'approved' | 'published', person = first) =>
      asActor(db, person, (db) => setDraftState(db, { draft, state: to }))
    await expect(state('approved')).rejects.toThrow(refused)
    await expect(state('published')).rejects.toThrow(refused)
    await approved(draft)
    await expect(insert(worker, version)).rejects.toThrow(refused)
    await expect(insert(first, 'another')).rejects.toThrow(refused)
    // Approved, and yet with other words than were approved.
    const [domain, ...domains] = edition.domains
    const [section, ...sections] = domain?.sections ?? []
    const [statement, ...statements] = section?.statements ?? []
    const other = { ...statement, text: 'Words that nobody approved.' }
    const changed = {
      ...domain,
      sections: [{ ...section, statements: [other, ...statements] }, ...sections],
    }
    const over = { domains: [changed, ...domains] } as Partial<Edition>
    await expect(insert(first, version, over)).rejects.toThrow(refused)
    await expect(state('published')).rejects.toThrow(refused)
    // Whatever is written takes the approval away.
    await changeDraft(db, second, draft, (held) => ({ ...held, title: 'Another title' }))
    await expect(insert(first, version)).rejects.toThrow(refused)
    await expect(state('approved')).rejects.toThrow(refused)
  })

  it('withdraws for nobody but its stewards, and never before today', async () => {
    const withdrawal = {
      ...{ edition: `${edition.slug}/2026`, reason: 'So.', for: organisation },
      fromDay: '2099-01-01',
    }
    const withdraw = (person: Person, over: object = {}) =>
      asActor(db, person, (db) => insertWithdrawal(db, { ...withdrawal, by: person.id, ...over }))
    await expect(withdraw(worker)).rejects.toThrow(refused)
    await expect(withdraw(first, { by: second.id })).rejects.toThrow(refused)
    await expect(withdraw(first, { fromDay: '2020-01-01' })).rejects.toThrow()
    const status = asActor(db, first, (db) =>
      db
        .insertInto('edition_status')
        .values({ edition: withdrawal.edition, status: 'withdrawn' })
        .execute(),
    )
    await expect(status).rejects.toThrow(refused)
  })

  it('takes the moment of a status from nobody', async () => {
    const draft = await begin()
    const version = `next-${counter}`
    const ref = `${edition.slug}/${version}`
    await approved(draft)
    const at = (db: Transaction, status: 'published' | 'withdrawn', day: string) =>
      db
        .insertInto('edition_status')
        .values({ edition: ref, status, at: new Date(day) })
        .execute()
    for (const day of ['2020-01-01', '2199-01-01']) {
      const early = asActor(db, first, async (db) => {
        await insertEdition(db, published(version), { digest: 'by-hand' })
        await at(db, 'published', day)
      })
      await expect(early).rejects.toThrow(refused)
    }
    await publish(draft)
    const withdrawal = { edition: ref, reason: 'So.', for: organisation, by: first.id }
    await asActor(db, first, (db) => insertWithdrawal(db, { ...withdrawal, fromDay: '2199-01-01' }))
    for (const day of ['2198-12-31', '2199-01-02']) {
      const other = asActor(db, first, (db) => at(db, 'withdrawn', day))
      await expect(other).rejects.toThrow(refused)
    }
  })
})

describe('withdrawing', () => {
  const year = String(new Date().getUTCFullYear() + 1)
  const day = { 'from-day': '1', 'from-month': '3', 'from-year': year }

  it('asks from when, why and what instead, and is told on every page', async () => {
    const draft = await begin()
    await approved(draft)
    await publish(draft)
    const version = `next-${counter}`
    const page = `/stewards/editions/${edition.slug}/${version}/withdraw`
    expect((await pages.worker.get(page)).statusCode).toBe(404)
    expect((await pages.worker.post(page, day)).statusCode).toBe(404)
    const wrong = wordsOf(await pages.first.post(page, { 'from-day': '32' }))
    for (const fault of ['Enter a real date', 'Enter why', 'Select the edition to use instead']) {
      expect(wrong).toContain(fault)
    }
    const instead = `${edition.slug}/2026`
    const form = { ...day, reason: 'It asked too little.', instead }
    expect((await pages.first.post(page, form)).statusCode).toBe(303)
    expect((await pages.first.post(page, form)).statusCode).toBe(404)
    const told = wordsOf(
      await app.inject(`/frameworks/${edition.slug}/${version}/statements/7.1-entry`),
    )
    expect(told).toContain(`This edition will be withdrawn on 1 March ${year}`)
    expect(told).toContain('It asked too little.')
    expect(wordsOf(await pages.first.get('/stewards/editions'))).toContain(
      'It will be withdrawn on',
    )
  })

  it('takes effect on the day, and asks for words where no edition is left', async () => {
    const slug = 'lonely'
    const name = { slug, version: 'one' }
    const draft = await beginDraft(db, first, { organisation, from: edition, name })
    await approved(draft)
    await publish(draft)
    const page = `/stewards/editions/${slug}/one/withdraw`
    const today = new Date()
    const form = {
      'from-day': String(today.getUTCDate()),
      'from-month': String(today.getUTCMonth() + 1),
      'from-year': String(today.getUTCFullYear()),
      reason: 'Nobody used it.',
    }
    expect(wordsOf(await pages.first.post(page, form))).toContain(
      'Enter what people are to do when no edition is left',
    )
    await pages.first.post(page, { ...form, 'none-left': 'Use the edition of your profession.' })
    const told = wordsOf(await app.inject(`/frameworks/${slug}/one`))
    expect(told).toContain('This edition was withdrawn on')
    expect(told).toContain('Use the edition of your profession.')
  })
})
