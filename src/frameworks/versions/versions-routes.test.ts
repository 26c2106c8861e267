import { describe, expect, it } from 'vitest'
import { members } from '../../../test/authorisation/people.ts'
import { testSite } from '../../../test/site.ts'
import { visitor, wordsOf } from '../../../test/visitor.ts'
import type { Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import { beginDraft, changeDraft } from '../authoring/drafts-actions.ts'
import { listThings } from '../authoring/drafts-store.ts'
import { putTogether } from '../authoring/model/put-together.ts'
import { loadEdition } from '../frameworks-actions.ts'
import { readEditionContent } from '../frameworks-content.ts'
import type { Edition, Statement } from '../model/framework.ts'
import { insertReconfirmBy } from './draft-fates-store.ts'
import { prepareSuccession } from './read-draft-succession.ts'
import { insertSuccession, listSuccessions } from './successions-store.ts'

const test = await testSite()
const { app, database, site } = test
const { db } = site
const organisation = members.steward.organisation
await database.superuserClient.query(
  `insert into permission_grant (person_id, organisation, permission, granted_at)
    select $1, $2, 'steward-framework', now() where not exists
      (select from permission_grant where person_id = $1 and permission = 'steward-framework')`,
  [members.secondSteward.id, organisation],
)
const personOf = ({ id, name }: { id: string; name: string }): Person => ({
  ...{ kind: 'person', id, name },
  permissions: [{ organisation, permission: 'steward-framework' }],
})
const steward = personOf(members.steward)
const first = visitor(app, await test.signIn(members.steward.id))
const second = visitor(app, await test.signIn(members.secondSteward.id))
const worker = visitor(app, await test.signIn(members.holder.id))
const stranger = visitor(app)
const { edition } = readEditionContent('ahp-support-worker/2026')

const reworded = '7.1-entry'
const retired = '7.3-entry'
const name = { slug: edition.slug, version: '2027' }
const draft = await beginDraft(db, steward, { organisation, from: edition, name })
const inDraft = (code: string, change: (statement: Statement) => Statement[]) =>
  changeDraft(db, steward, draft, (held) => withStatements(held, code, change))
await inDraft(reworded, (one) => [{ ...one, text: `${one.text.slice(0, -1)}, every day.` }])
await inDraft(retired, () => [])

function withStatements(
  held: Edition,
  code: string,
  change: (statement: Statement) => Statement[],
): Edition {
  const domains = held.domains.map((domain) => ({
    ...domain,
    sections: domain.sections.map((section) => ({
      ...section,
      statements: section.statements.flatMap((one) => (one.code === code ? change(one) : [one])),
    })),
  }))
  return { ...held, domains }
}

const base = `/drafts/${draft}`
const fieldOf = (body: string, field: string) =>
  new RegExp(`name="${field}" value="([^"]*)"`).exec(body)?.[1] ?? ''
async function pageOf(code: string) {
  const page = await first.get(`${base}/succession/statements/${code}`)
  return { page, seen: fieldOf(page.body, 'seen'), texts: fieldOf(page.body, 'texts') }
}

describe('the changes of any two editions', () => {
  const changes = '/frameworks/ahp-support-worker/2026/changes/2021-consultation-draft'

  it('stand one by one with their reasons, and those alone that are chosen', async () => {
    const all = await stranger.get(changes)
    expect(wordsOf(all)).toContain('98 changes since 2021 consultation draft')
    expect(all.body).toContain('(added)')
    expect(all.body).toContain('id="a-001"')
    const added = await stranger.get(`${changes}?kind=added&area=domain-1&level=entry`)
    expect(wordsOf(added)).toContain('1 change Words taken out')
    expect(added.body).not.toContain('7.1 Showing')
  })

  it('can be read backwards, where no reasons are known', async () => {
    const back = await stranger.get(
      '/frameworks/ahp-support-worker/2021-consultation-draft/changes/2026',
    )
    expect(wordsOf(back)).toContain('98 changes since 2026')
    expect(back.body).not.toContain('id="a-001"')
  })

  it('are none between an edition and itself', async () => {
    const page = await stranger.get('/frameworks/ahp-support-worker/2026/changes/2026')
    expect(wordsOf(page)).toContain('Not a word differs between the two.')
  })

  it('are there for machines and as a Word document', async () => {
    const json = (await stranger.get(`${changes}?as=json`)).json()
    expect([json.changes.length, json.amendments.length]).toEqual([98, 112])
    expect(json.changes[0].differences[0].marks.length).toBeGreaterThan(1)
    const word = await stranger.get(`${changes}/word`)
    expect(word.headers['content-disposition']).toContain('.docx')
    expect(word.rawPayload.subarray(0, 2).toString()).toBe('PK')
  })
})

describe('what a draft changes', () => {
  it('is shown to those who work on it, and to nobody else', async () => {
    const page = wordsOf(await first.get(`${base}/changes`))
    expect(page).toContain('2 changes since 2026')
    expect(page).toContain('every day')
    for (const path of ['changes', 'changes/word', 'succession']) {
      expect((await worker.get(`${base}/${path}`)).statusCode).toBe(404)
      expect((await first.get(`${base}/${path}`)).statusCode).toBe(200)
    }
  })
})

describe('deciding what became of each statement', () => {
  it('begins with none decided, and accepts what did not change in one act, once seen', async () => {
    const page = await first.get(`${base}/succession`)
    expect(wordsOf(page)).toContain('0 of 192 decided')
    const accept = `${base}/succession/unchanged`
    expect((await first.post(accept, { seen: 'another list' })).statusCode).toBe(409)
    const seen = fieldOf(page.body, 'seen')
    expect((await worker.post(accept, { seen })).statusCode).toBe(404)
    expect((await first.post(accept, { seen })).statusCode).toBe(303)
    const after = wordsOf(await first.get(`${base}/succession`))
    expect(after).toContain('190 of 192 decided')
    expect(after).toContain('2 to decide one by one')
  })

  it('is refused where it is not true, with what to mend', async () => {
    const { page, ...hidden } = await pageOf(reworded)
    expect(wordsOf(page)).toContain('The words suggest: other words, same meaning.')
    const sent = (fields: Record<string, string>) =>
      first.post(`${base}/succession/statements/${reworded}`, { ...hidden, ...fields })
    expect(wordsOf(await sent({}))).toContain('Select what became of it')
    const unchanged = await sent({ fate: 'unchanged', to: reworded })
    expect([unchanged.statusCode, wordsOf(unchanged)]).toEqual([
      422,
      expect.stringContaining('is not the same as it was'),
    ])
    const level = await sent({ fate: 'moved', others: '7.1-intermediate' })
    expect(wordsOf(level)).toContain('is of another level')
    const none = await sent({ fate: 'moved', others: '99.9-entry' })
    expect(wordsOf(none)).toContain('is not in the new edition')
  })

  it('tells the later of two who decide at once', async () => {
    const { page: _, ...hidden } = await pageOf(reworded)
    const address = `${base}/succession/statements/${reworded}`
    const fields = { ...hidden, fate: 'reworded', to: reworded }
    expect((await worker.post(address, fields)).statusCode).toBe(404)
    const replies = await Promise.all([first.post(address, fields), second.post(address, fields)])
    expect(replies.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409])
    expect(wordsOf(await second.post(address, fields))).toContain('Somebody decided on this')
    expect(wordsOf(await first.get(`${base}/succession`))).toContain('191 of 192 decided')
  })

  it('is out of date once the words change again', async () => {
    await inDraft(reworded, (one) => [{ ...one, text: `${one.text.slice(0, -1)} and night.` }])
    const page = wordsOf(await first.get(`${base}/succession`))
    expect(page).toContain('190 of 192 decided')
    expect(page).toContain('Look again')
    const prepared = await prepare()
    expect(prepared.findings.map(({ code }) => code)).toEqual(['not-decided', 'out-of-date'])
  })

  it('takes a day in the future until which changed statements count', async () => {
    const day = (year: string) =>
      first.post(`${base}/succession/reconfirm-by`, {
        ...{ 'reconfirm-by-day': '31', 'reconfirm-by-month': '12', 'reconfirm-by-year': year },
      })
    expect(wordsOf(await day('2020'))).toContain('The day must be at least 3 months from today')
    expect(wordsOf(await day('2199'))).toContain('within five years')
    await asActor(db, steward, (db) =>
      insertReconfirmBy(db, { draft, by: steward.id, day: '2027-02-21' }),
    )
    expect((await prepare()).findings).toMatchObject([
      ...[{ code: 'not-decided' }, { code: 'out-of-date' }],
      { code: 'day-too-soon', message: expect.stringContaining('22 February 2027 or later') },
    ])
    const year = String(new Date().getUTCFullYear() + 2)
    expect((await day(year)).statusCode).toBe(303)
    expect((await prepare()).succession?.reconfirmBy).toBe(`${year}-12-31`)
  })

  it('is complete when all are decided, and fit to be published', async () => {
    for (const [code, fields] of [
      [reworded, { fate: 'meaning-changed', to: reworded, reason: 'It asks for more.' }],
      [retired, { fate: 'retired', to: reworded, reason: 'Nobody used it.' }],
    ] as const) {
      const { page: _, ...hidden } = await pageOf(code)
      const sent = await first.post(`${base}/succession/statements/${code}`, {
        ...{ ...hidden, ...fields },
      })
      expect(sent.statusCode).toBe(303)
    }
    const { findings, succession } = await prepare()
    expect(findings).toEqual([])
    expect(succession?.lines).toHaveLength(192)
    expect(succession?.lines.find(({ from }) => from === retired)).toEqual({
      ...{ from: retired, fate: 'retired', to: [], reason: 'Nobody used it.' },
    })
  })
})

const prepare = () =>
  asActor(db, steward, (db) => prepareSuccession(db, { draft, today: '2026-11-22' }))

describe('a published succession', () => {
  it('is kept by a steward of an approved draft alone, once, and never changes', async () => {
    const text = await asActor(db, steward, async (db) =>
      putTogether(await listThings(db, { draft })),
    )
    const published = { ...text, status: 'published', published: '2027-01-04' } as const
    await loadEdition(db, { edition: published })
    const { succession } = await prepare()
    if (succession === undefined) throw new Error('it began from an edition')
    const keep = (person: Person) => asActor(db, person, (db) => insertSuccession(db, succession))
    await expect(keep(steward)).rejects.toThrow('row-level security')
    await database.superuserClient.query(`update draft set state = 'approved' where id = $1`, [
      draft,
    ])
    await expect(keep({ ...steward, id: members.holder.id })).rejects.toThrow('row-level security')
    await keep(steward)
    await expect(keep(steward)).rejects.toThrow('duplicate key')
    expect(await listSuccessions(db)).toMatchObject([
      { from: 'ahp-support-worker/2026', to: 'ahp-support-worker/2027' },
    ])
    for (const table of ['succession_line', 'edition_succession', 'draft_fate']) {
      await expect(database.superuserClient.query(`delete from ${table}`)).rejects.toThrow(
        'append-only',
      )
    }
  })

  it('is told on its own page, and on each statement, whose address goes on working', async () => {
    // The pages ask again every few seconds; this is another start of the site.
    const { createApp } = await import('../../app.ts')
    const again = visitor(await createApp(site))
    const page = await again.get('/frameworks/ahp-support-worker/2027/succession/2026')
    expect(wordsOf(page)).toContain('Nobody used it.')
    expect(
      (await again.get('/frameworks/ahp-support-worker/2027/succession/2021')).statusCode,
    ).toBe(404)
    const old = await again.get(`/frameworks/ahp-support-worker/2026/statements/${reworded}`)
    expect(wordsOf(old)).toContain('In 2027 this became 7.1 entry')
    expect(wordsOf(old)).toContain('There is a newer edition: 2027')
    const gone = await again.get(`/frameworks/ahp-support-worker/2026/statements/${retired}`)
    expect(wordsOf(gone)).toContain('In 2027 nothing follows this statement')
    const now = await again.get(`/frameworks/ahp-support-worker/2027/statements/${reworded}`)
    expect(wordsOf(now)).toContain('In 2026 this was 7.1 entry')
    expect(wordsOf(now)).not.toContain('There is a newer edition')
  })
})
