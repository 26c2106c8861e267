/** One decides, another confirms, and the owner of that nation approves (R26). */
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { personWith } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { visitor, wordsOf } from '../../../test/visitor.ts'
import type { Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import { Conflict, NotFound } from '../../errors.ts'
import { readFrameworks } from '../frameworks-content.ts'
import { answerMapping, approveMapping } from './crosswalks-actions/answer-mapping.ts'
import { beginMapping, replaceMapping } from './crosswalks-actions/decide-mapping.ts'
import { loadCrosswalk } from './crosswalks-actions/load-crosswalks.ts'
import { readCrosswalks } from './crosswalks-content.ts'
import {
  getMapping,
  insertMappingAnswer,
  insertMappingApproval,
  insertMappings,
  listLine,
  listMappings,
} from './crosswalks-store.ts'
import { chooseNewest, chooseStanding } from './model/choose-standing.ts'
import { type MappingWords, statusOf } from './model/mapping.ts'

const test = await testSite()
const { db } = test.site
const from = 'ahp-support-worker/2026'
const wales = 'wales-skills-and-career-development/2015'

const may = (id: string, organisation: string): Person => ({
  ...personWith(id),
  permissions: [{ organisation, permission: 'steward-framework' }],
})
const first = may('0cd6c524-99a5-48fb-9269-ebfa7a0e2f95', 'lanyard-stewards')
const second = may('b6a3d0c4-5f0e-4c1b-9a55-7d2f1f6f2f10', 'lanyard-stewards')
const owner = may('5b0e3a52-7a86-4a3b-9f0d-2f1d6c5e8b47', 'aberllan-frameworks')
const worker = personWith('67189a08-24a0-44e7-88da-5ab5bacbe1cd')

const words = (to: string): MappingWords => ({
  ...{ from: ['8.1'], to, relation: 'exact', coverage: 'whole', confidence: 'high' },
  why: 'They say the same.',
})
const begin = (to: string, toEdition = wales) =>
  beginMapping(db, first, { words: words(to), fromEdition: from, toEdition })
const statusNow = async (id: string) => statusOf(await getMapping(db, id))

describe('a mapping', () => {
  it('is decided by one, confirmed by another, and approved by the owner of its nation', async () => {
    const id = await begin('2.1')
    expect(await statusNow(id)).toBe('decided')
    await expect(answerMapping(db, first, { id, outcome: 'confirmed' })).rejects.toThrow(Conflict)
    await expect(approveMapping(db, owner, { id, outcome: 'approved' })).rejects.toThrow(Conflict)
    await answerMapping(db, second, { id, outcome: 'confirmed' })
    await expect(approveMapping(db, first, { id, outcome: 'approved' })).rejects.toThrow(NotFound)
    await approveMapping(db, owner, { id, outcome: 'approved' })
    expect(await statusNow(id)).toBe('approved')
    await expect(approveMapping(db, owner, { id, outcome: 'not-approved' })).rejects.toThrow(
      Conflict,
    )
  })

  it('of another nation is not theirs to approve, nor anything to decide', async () => {
    const id = await begin('1', 'care-certificate/2025')
    await answerMapping(db, second, { id, outcome: 'confirmed' })
    await expect(approveMapping(db, owner, { id, outcome: 'approved' })).rejects.toThrow(NotFound)
    await expect(replaceMapping(db, owner, { id, words: words('1') })).rejects.toThrow(NotFound)
    await expect(replaceMapping(db, worker, { id, words: words('1') })).rejects.toThrow(NotFound)
  })

  it('is refused by the database too', async () => {
    const id = await begin('2.3')
    const answer = { mapping: id, decidedBy: first.id, for: 'lanyard-stewards' } as const
    const confirm = (actor: Person) =>
      asActor(db, actor, (db) =>
        insertMappingAnswer(db, { ...answer, by: actor.id, outcome: 'confirmed' }),
      )
    const approve = (actor: Person, at: string) =>
      asActor(db, actor, (db) =>
        insertMappingApproval(db, { mapping: id, by: actor.id, for: at, outcome: 'approved' }),
      )
    await expect(confirm(worker)).rejects.toThrow(/row-level security/)
    await expect(confirm(owner)).rejects.toThrow(/row-level security/)
    await expect(confirm(first)).rejects.toThrow(/check constraint/)
    // Not confirmed yet.
    await expect(approve(owner, 'aberllan-frameworks')).rejects.toThrow(/row-level security/)
    await confirm(second)
    await expect(approve(second, 'lanyard-stewards')).rejects.toThrow(/row-level security/)
    await expect(approve(second, 'aberllan-frameworks')).rejects.toThrow(/row-level security/)
    await expect(approve(worker, 'aberllan-frameworks')).rejects.toThrow(/row-level security/)
    expect(await approve(owner, 'aberllan-frameworks')).toBe(true)
    const made = { ...words('2.3'), id: randomUUID(), fromEdition: from, toEdition: wales }
    const decide = (actor: Person, by: string) =>
      asActor(db, actor, (db) =>
        insertMappings(db, [{ ...made, line: made.id, decided: { by, for: 'lanyard-stewards' } }]),
      )
    await expect(decide(worker, worker.id)).rejects.toThrow(/row-level security/)
    await expect(decide(first, second.id)).rejects.toThrow(/row-level security/)
    await expect(decide(owner, owner.id)).rejects.toThrow(/row-level security/)
  })

  it('is decided once by two at once, and answered once', async () => {
    const both = await Promise.allSettled([begin('3.1'), begin('3.1')])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const [id = ''] = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    await expect(begin('3.1')).rejects.toThrow('Find it in the list of that framework')
    const anew = () => replaceMapping(db, second, { id, words: words('3.1') })
    const replaced = await Promise.allSettled([anew(), anew()])
    expect(replaced.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    // What was replaced is answered no more.
    await expect(answerMapping(db, second, { id, outcome: 'confirmed' })).rejects.toThrow(Conflict)
    expect(await listLine(db, (await getMapping(db, id)).line)).toHaveLength(2)
  })

  it('stays approved until a newer one is', async () => {
    const id = await begin('3.3')
    await answerMapping(db, second, { id, outcome: 'confirmed' })
    await approveMapping(db, owner, { id, outcome: 'approved' })
    const anew = await replaceMapping(db, second, { id, words: words('3.3') })
    await answerMapping(db, first, { id: anew, outcome: 'confirmed' })
    const standing = async () => chooseStanding(await listLine(db, id)).map((mapping) => mapping.id)
    expect(await standing()).toEqual([id])
    await approveMapping(db, owner, { id: anew, outcome: 'approved' })
    expect(await standing()).toEqual([anew])
  })

  it('is never changed', async () => {
    const { superuserClient } = test.database
    for (const table of ['mapping', 'mapping_answer', 'mapping_approval']) {
      await expect(superuserClient.query(`delete from ${table}`)).rejects.toThrow()
    }
  })
})

describe('our own suggestions', () => {
  const contents = readCrosswalks(readFrameworks())
  const ofWales = contents.find(({ to }) => to === wales)
  if (ofWales === undefined) throw new Error('no suggestions for Wales')

  it('are loaded once, and again only where they changed', async () => {
    const before = await listMappings(db, { from, to: wales })
    expect(await loadCrosswalk(db, ofWales)).toBe(0)
    const [some, ...others] = ofWales.mappings
    if (some === undefined) throw new Error('there are some')
    const changed = { ...ofWales, mappings: [{ ...some, why: 'We know more.' }, ...others] }
    expect(await loadCrosswalk(db, changed)).toBe(1)
    expect(await loadCrosswalk(db, changed)).toBe(0)
    // And back, as a third of its line.
    expect(await loadCrosswalk(db, ofWales)).toBe(1)
    expect(await listMappings(db, { from, to: wales })).toHaveLength(before.length + 2)
  })

  it('say that the two are not related where they are gone from the file', async () => {
    const [gone, ...mappings] = ofWales.mappings
    expect(await loadCrosswalk(db, { ...ofWales, mappings })).toBe(1)
    const newest = chooseNewest(await listMappings(db, { from, to: wales }))
    expect(newest.find(({ to, decided }) => to === gone?.to && !decided)?.relation).toBe('none')
    expect(await loadCrosswalk(db, ofWales)).toBe(1)
  })

  it('never touch what a person decided', async () => {
    const suggested = chooseNewest(await listMappings(db, { from, to: wales })).find(
      ({ decided, to }) => decided === undefined && to === '4.1',
    )
    if (suggested === undefined) throw new Error('a suggestion for 4.1')
    const { from: codes, level, to } = suggested
    const own = { ...words(to), from: codes, level }
    await replaceMapping(db, first, { id: suggested.id, words: own })
    expect(await loadCrosswalk(db, ofWales)).toBe(0)
  })

  it('take in every section of ours, and none is called the same', () => {
    const named = new Set(
      contents.flatMap(({ mappings }) =>
        mappings.flatMap((mapping) => mapping.from.map((code) => /^\d+\.\d+/.exec(code)?.[0])),
      ),
    )
    const frameworks = readFrameworks()
    const sections = frameworks
      .filter(({ edition }) => edition.slug === 'ahp-support-worker' && edition.version === '2026')
      .flatMap(({ edition }) => edition.domains.flatMap((domain) => domain.sections))
    expect(sections.map(({ code }) => code).filter((code) => !named.has(code))).toEqual([])
    const all = contents.flatMap(({ mappings }) => mappings)
    expect(all.filter(({ relation }) => relation === 'exact')).toEqual([])
    expect(all.filter(({ missing }) => missing === undefined)).toEqual([])
  })
})

describe('the pages', () => {
  const stranger = visitor(test.app)

  it('show anybody what was decided, that it is a draft, and no person', async () => {
    const page = await stranger.get('/frameworks/crosswalks/care-workforce-pathway/2025')
    expect(wordsOf(page)).toContain(
      'Draft: not approved by the owner for social care in England. Suggested by Lanyard’s own draft, confirmed by nobody.',
    )
    const json = await stranger.get(`/frameworks/crosswalks/${wales}?as=json`)
    expect(json.body).toContain('Approved'.toLowerCase())
    expect(json.body).not.toContain(first.id)
    expect(json.body).not.toContain(owner.id)
  })

  it('say honestly that none is known in Northern Ireland', async () => {
    const page = await stranger.get('/frameworks/crosswalks')
    expect(wordsOf(page)).toContain('We know of no framework for allied health support workers in')
  })

  it('are not there for what is no framework of others', async () => {
    for (const ref of ['ahp-support-worker/2026', 'hee-ahp-support-worker/2021', 'none/1']) {
      expect((await stranger.get(`/frameworks/crosswalks/${ref}`)).statusCode).toBe(404)
    }
  })

  it('tell a steward what to mend, and keep what they wrote', async () => {
    const steward = visitor(test.app, await test.signIn(first.id))
    const reply = await steward.post('/stewards/crosswalks/begin', {
      ...{ framework: 'care-certificate/2025', to: '2', from: '8.2 9.9', relation: 'close' },
      ...{ coverage: 'part', missing: '', confidence: '', why: '' },
    })
    expect(reply.statusCode).toBe(422)
    expect(wordsOf(reply)).toContain('Select how sure you are')
    expect(reply.body).toContain('8.2 9.9')
    const again = await steward.post('/stewards/crosswalks/begin', {
      ...{ framework: 'care-certificate/2025', to: '2', from: '8.2 9.9', relation: 'close' },
      ...{ coverage: 'part', missing: '', confidence: 'low', why: 'So' },
    })
    expect(wordsOf(again)).toContain('"9.9" is no section or statement of ours')
    expect(wordsOf(again)).toContain('Enter what is missing')
  })
})
