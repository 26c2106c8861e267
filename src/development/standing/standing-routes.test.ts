import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { at, atMerrowfell, colleague } from '../../../test/at-merrowfell.ts'
import { people } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { visitor, wordsOf } from '../../../test/visitor.ts'
import { asActor } from '../../database/as-actor.ts'
import { insertEntry } from '../../passports/entries/entries-store.ts'
import { paths } from '../../paths.ts'

const test = await testSite()
const { app, signIn } = test
const { superuserClient, ownerDb } = test.database
const { worker, assessor, issuer: manager, elsewhere, signed } = await atMerrowfell(test)
const nobody = visitor(app)
const otherManager = visitor(app, await signIn(people.stranger))
const other = visitor(app, await signIn(colleague.unchecked))
const holderName = 'Tamsin Oyelaran-Pike'
const edition = 'ahp-support-worker/2026'

await signed('3.9')
await worker.post('/passport/assess/2.1/entry', { 'answer-2.1-entry': 'with-support' })
await asActor(test.database.db, personOf(people.holder), async (db) => {
  const draft = { edition, facts: {}, codes: ['3.10-entry'], private: false } as const
  const whose = () => ({ id: randomUUID(), holderId: people.holder })
  await insertEntry(db, whose(), { ...draft, kind: 'training', title: 'Hoist course' })
  const life = { ...draft, codes: ['3.11-entry'], title: 'Caring for my mum' }
  await insertEntry(db, whose(), { ...life, kind: 'lived-experience' })
})

function personOf(id: string) {
  return { kind: 'person', id, name: 'Somebody', permissions: [] } as const
}

const share = (seen: string, fields: Record<string, string> = {}) =>
  worker.post(paths.standingShare(at), { seen, ...fields })
const stop = () => worker.post(paths.stopStandingShare(at))
const list = paths.teamStanding(at)
const page = paths.personStanding(people.holder, at)

describe('where I stand', () => {
  it('is drawn by domain and by pillar, with the same in a table, and says what next', async () => {
    const shown = await worker.get(paths.whereIStand('entry'))
    const words = wordsOf(shown)
    for (const said of ['By domain', 'By pillar', 'Your next step', 'signed off or confirmed']) {
      expect(words).toContain(said)
    }
    expect(shown.body.match(/<table/g)).toHaveLength(2)
    expect(shown.body).toContain('url(#state-held)')
    expect(words).toContain('Nobody. You can let the people who manage your team')
  })

  it('is for whoever is signed in', async () => {
    expect((await nobody.get(paths.whereIStand())).statusCode).toBe(303)
  })
})

describe('sharing where I stand', () => {
  it('is nobody until it is chosen, and says so', async () => {
    const words = wordsOf(await worker.get(paths.standingShares()))
    expect(words).toContain('The people who manage your team They see: nothing')
    expect(words).toContain('Nobody supervises you there now.')
    const shown = wordsOf(await manager.get(list))
    expect(shown).toContain('Nobody shares where they stand with you.')
    expect(shown).not.toContain(holderName)
    expect((await manager.get(page)).statusCode).toBe(404)
  })

  it('shows figures and no statement where only figures were chosen', async () => {
    expect((await share('counts')).headers.location).toBe(paths.standingShares('shared'))
    const shown = wordsOf(await manager.get(page))
    expect(shown).toContain('shares this with you: Only how many, by domain and by pillar.')
    expect(shown).toContain('not signed off, or not shared')
    expect(shown).not.toContain('Each statement')
    expect(wordsOf(await manager.get(list))).toContain('1 person shares where they stand with you.')
    expect(wordsOf(await manager.get(paths.teamStatements(at)))).toContain(
      'Nobody shares each statement with you',
    )
  })

  it('shows each statement, and none of what they say of themselves', async () => {
    await share('statements')
    const shown = wordsOf(await manager.get(page))
    expect(shown).toContain('Each statement')
    expect(shown).toContain('Signed off or confirmed; is due on 1 February')
    for (const hidden of ['they say they do it', 'with support', 'Hoist course', 'Caring']) {
      expect(shown).not.toContain(hidden)
    }
    expect(wordsOf(await manager.get(paths.teamStatements(at)))).toContain('1 of 1')
  })

  it('shows what they say of themselves where they ticked it, and never what is of life', async () => {
    await share('statements', { 'own-words': 'yes' })
    const shown = wordsOf(await manager.get(page))
    expect(shown).toContain('They say they do it; says “I do this with support”')
    expect(shown).not.toContain('Hoist course')
    expect(shown).not.toContain('Caring for my mum')
    const evaluated = await manager.get(page)
    const lived = await ownerDb
      .selectFrom('statement')
      .where('code', 'in', ['3.10-entry', '3.11-entry'])
      .where('edition', '=', edition)
      .select(['code', 'text'])
      .execute()
    const lineOf = (code: string) => {
      const text = lived.find((one) => one.code === code)?.text ?? code
      return wordsOf(evaluated).split(text)[1]?.slice(0, 30)
    }
    expect(lineOf('3.10-entry')).toContain('They say they do it')
    expect(lineOf('3.11-entry')).toContain('Open')
  })

  it('is previewed as it is seen, word for word', async () => {
    for (const [depth, seen, fields] of [
      ['counts', 'counts', {}],
      ['statements', 'statements', {}],
      ['own-words', 'statements', { 'own-words': 'yes' }],
    ] as const) {
      await share(seen, fields)
      const part = (words: string) =>
        /Against the entry level[\s\S]*?(?=Who sees this|Back)/.exec(words)?.[0]
      const preview = part(wordsOf(await worker.get(paths.standingPreview(at, { depth }))))
      expect(preview).toContain('By pillar')
      expect(part(wordsOf(await manager.get(page)))).toBe(preview)
    }
  })

  it('is refused without a choice, and where they do not work', async () => {
    const refused = await worker.post(paths.standingShare(at), {})
    expect(refused.statusCode).toBe(422)
    expect(wordsOf(refused)).toContain('Select what the people who manage your team there may see')
    const there = paths.standingShare('ostlewick-community')
    expect((await worker.get(there)).statusCode).toBe(404)
    expect((await worker.post(there, { seen: 'counts' })).statusCode).toBe(404)
  })

  it('keeps what was shared before, and one that counts however often it is sent', async () => {
    await Promise.all([share('counts'), share('statements'), share('counts')])
    const rows = await ownerDb.selectFrom('standing_share').selectAll().execute()
    expect(rows.filter(({ ended_at }) => ended_at === null)).toHaveLength(1)
    expect(wordsOf(await worker.get(paths.standingShares()))).toContain('What you shared before')
  })

  it('tells the worker who looked', async () => {
    await share('counts')
    await manager.get(list)
    await manager.get(page)
    const looked = wordsOf(await worker.get(paths.whoLooked()))
    expect(looked).toContain('opened where you stand, as far as you share it')
    expect(looked).toContain('read where their team stands, with what you share in it')
  })

  it('notes nobody as looked at who is only on another page, or in no figure', async () => {
    await share('counts')
    const count = async () =>
      (await superuserClient.query(`select from viewing where what = 'standing-list'`)).rowCount
    const before = await count()
    await manager.get(paths.teamStatements(at))
    expect(await count(), 'figures of statements are not of those who share counts').toBe(before)
  })

  it('is seen by nobody else', async () => {
    await share('statements', { 'own-words': 'yes' })
    for (const one of [assessor, other, elsewhere, otherManager]) {
      expect((await one.get(list)).statusCode).toBe(404)
      expect((await one.get(page)).statusCode).toBe(404)
      expect((await one.get(paths.teamStatementsFile(at))).statusCode).toBe(404)
    }
  })

  it('is gone at once when it is stopped', async () => {
    expect((await stop()).headers.location).toBe(paths.standingShares('stopped'))
    expect((await manager.get(page)).statusCode).toBe(404)
    expect(wordsOf(await manager.get(list))).not.toContain(holderName)
    expect((await stop()).statusCode).toBe(303)
  })

  it('is gone when they have left, and does not come back with a new job', async () => {
    await share('statements')
    const set = (sql: string) => superuserClient.query(sql, [people.holder, at])
    await set(
      `update membership set valid_to = current_date - 1 where person_id = $1 and organisation = $2`,
    )
    expect((await manager.get(page)).statusCode).toBe(404)
    await superuserClient.query(
      `update standing_share set at = at - interval '3 days' where ended_at is null`,
    )
    await set(`insert into membership (person_id, organisation, job_title, valid_from)
      values ($1, $2, 'Senior support worker', current_date)`)
    expect((await manager.get(page)).statusCode).toBe(404)
    expect(wordsOf(await worker.get(paths.standingShares()))).toContain('It ended with that job')
    await share('statements')
    expect((await manager.get(page)).statusCode).toBe(200)
  })
})

describe('the file for others', () => {
  it('leaves out figures of fewer than five', async () => {
    const file = await manager.get(paths.teamStatementsFile(at))
    expect(file.headers['content-type']).toContain('text/csv')
    expect(file.body).toContain('"fewer than 5","not shown"')
    expect(file.body).not.toContain(holderName)
  })
})
