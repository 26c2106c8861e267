import { describe, expect, it } from 'vitest'
import { testSite } from '../../test/site.ts'
import { loadEdition } from './frameworks-actions.ts'
import { readEditionContent } from './frameworks-content.ts'
import { findEditionHead, searchStatements } from './frameworks-store.ts'
import { editionRef } from './model/framework.ts'

const { app, database } = await testSite()
const ref = 'ahp-support-worker/2026'
const content = readEditionContent(ref)
const get = (url: string, headers = {}) => app.inject({ url, headers })
const json = { accept: 'application/json' }

describe('the address of a framework', () => {
  it.each([
    ['/frameworks/ahp-support-worker', `/frameworks/${ref}`],
    ['/frameworks/ahp-support-worker/latest/parts/1', `/frameworks/${ref}/parts/1`],
    ['/frameworks/ahp-support-worker/latest/statements?q=a', `/frameworks/${ref}/statements?q=a`],
  ])('%s leads to the newest edition, and is not kept', async (asked, given) => {
    const { statusCode, headers } = await get(asked)
    expect([statusCode, headers.location]).toEqual([303, given])
    expect(headers['cache-control']).toBe('no-store')
  })

  it('that there is none of is not found', async () => {
    expect((await get('/frameworks/astrology')).statusCode).toBe(404)
  })
})

describe('the pages of an edition', () => {
  it.each([
    ['/frameworks', 'Draft for consultation'],
    ['/frameworks', 'href="/checks"'],
    ['/checks', 'href="/response#R45"'],
    ['/checks', '“College of Occupational Therapy”: write'],
    [`/frameworks/${ref}`, '192 statements'],
    [`/frameworks/${ref}/parts/1`, 'About this framework'],
    [`/frameworks/${ref}/domains/5`, 'Safe and inclusive environments'],
    [`/frameworks/${ref}/sections/3.9`, 'Keeps the number of'],
    [`/frameworks/${ref}/statements/7.1-entry`, 'Permanent address of this wording'],
    [`/frameworks/${ref}/glossary`, 'One word for one thing'],
    [`/frameworks/${ref}/levels`, 'Each level is a whole job'],
    [`/frameworks/${ref}/changes/2021-consultation-draft`, 'Before:'],
    ['/frameworks/ahp-support-worker/2021-consultation-draft/sections/7.1', 'Illustrative draft'],
    ['/frameworks/hee-ahp-support-worker/2021/sections/7.1', 'codes and titles'],
  ])('%s', async (url, words) => {
    const reply = await get(url)
    expect(reply.statusCode).toBe(200)
    expect(reply.body).toContain(words)
    expect(reply.body).toContain('not published or endorsed by NHS England')
  })

  it.each([
    '/frameworks/ahp-support-worker/2031',
    `/frameworks/${ref}/sections/9.9`,
    `/frameworks/${ref}/statements/3.9-novice`,
    `/frameworks/${ref}/parts/99`,
    `/frameworks/${ref}/changes/2019`,
  ])('%s is not found, in words', async (url) => {
    const reply = await get(url)
    expect(reply.statusCode).toBe(404)
    expect(reply.body).toContain('Page not found')
  })

  it('links the words of the glossary in the text', async () => {
    const reply = await get(`/frameworks/${ref}/statements/7.1-entry`)
    expect(reply.body).toContain(`/frameworks/${ref}/glossary#role-model`)
  })

  it('are the same bytes for everyone, and not sent twice', async () => {
    const first = await get(`/frameworks/${ref}`)
    expect(first.headers['set-cookie']).toBeUndefined()
    const again = await get(`/frameworks/${ref}`, { 'if-none-match': first.headers.etag })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })

  it('come compressed where the browser can read it', async () => {
    const reply = await get(`/frameworks/${ref}`, { 'accept-encoding': 'gzip' })
    expect(reply.headers['content-encoding']).toBe('gzip')
    expect(reply.rawPayload.length).toBeLessThan(20_000)
  })
})

describe('the same addresses for machines', () => {
  it('answer the shape that lanyard framework show prints', async () => {
    const reply = await get(`/frameworks/${ref}`, json)
    const shown = reply.json()
    expect(Object.keys(shown)).toEqual(
      expect.arrayContaining(['slug', 'version', 'statements', 'sections', 'glossary']),
    )
    expect(shown.statements).toHaveLength(192)
    expect(shown.statements[0]).toMatchObject({
      code: '1.1-entry',
      section: '1.1',
      domain: 1,
      level: 'entry',
      pillars: expect.any(Array),
      professions: [],
      parties: expect.any(Array),
    })
  })

  it('answer one statement with its permanent address', async () => {
    const reply = await get(`/frameworks/${ref}/statements/3.9-entry`, json)
    expect(reply.json().address).toBe(
      `http://localhost:3000/frameworks/${ref}/statements/3.9-entry`,
    )
  })

  it('say what is wrong in JSON too', async () => {
    const reply = await get(`/frameworks/${ref}/statements/nothing`, json)
    expect([reply.statusCode, reply.json().error]).toEqual([404, 'Page not found'])
  })
})

describe('finding statements', () => {
  it('finds inflected forms', async () => {
    const codes = await searchStatements(database.db, ref, 'escalating')
    expect(codes).toContain('3.9-intermediate')
    expect(await searchStatements(database.db, ref, 'escalates')).toEqual(codes)
  })

  it.each(["'); drop table statement; --", '"unclosed', '& | ! <->', '\0', 'x'.repeat(500)])(
    'survives %j',
    async (words) => {
      const reply = await get(`/frameworks/${ref}/statements?q=${encodeURIComponent(words)}`)
      expect(reply.statusCode).toBe(200)
    },
  )

  it('narrows by level, pillar and profession, and counts what each choice would leave', async () => {
    const reply = await get(
      `/frameworks/${ref}/statements?level=entry&pillar=leadership&profession=podiatry`,
      json,
    )
    const { statements } = reply.json()
    expect(statements.length).toBeGreaterThan(0)
    for (const { code, pillars } of statements) {
      expect(code).toMatch(/-entry$/)
      expect(pillars).toContain('leadership')
    }
    const page = await get(`/frameworks/${ref}/statements?level=entry&pillar=leadership`)
    expect(page.body).toContain(`Entry (${statements.length})`)
  })

  it('takes an unknown choice for none', async () => {
    const reply = await get(`/frameworks/${ref}/statements?level=novice`)
    expect(reply.body).toContain('192 statements')
  })
})

describe('loading content', () => {
  it('loads the same edition once', async () => {
    expect(await loadEdition(database.db, content)).toBe('unchanged')
  })

  it('refuses another text of a published edition, and changes nothing', async () => {
    const before = await findEditionHead(database.db, ref)
    const edition = { ...content.edition, summary: 'Another summary.' }
    await expect(loadEdition(database.db, { edition })).rejects.toThrow('make a new edition')
    expect(await findEditionHead(database.db, ref)).toEqual(before)
  })

  it('lets a draft be written again, statements and all', async () => {
    const draft = { ...content.edition, version: '2031', status: 'draft' as const }
    await loadEdition(database.db, { edition: draft })
    const shorter = { ...draft, domains: draft.domains.slice(0, 1) }
    await loadEdition(database.db, { edition: shorter })
    const codes = await searchStatements(database.db, editionRef(draft), 'role model')
    expect(codes.every((code) => code.startsWith('1.'))).toBe(true)
  })

  it.each([
    `update edition set title = 'Another' where ref = '${ref}'`,
    `delete from edition where ref = '${ref}'`,
    `update statement set text = 'Another' where edition = '${ref}' and code = '7.1-entry'`,
    `delete from statement where edition = '${ref}' and code = '7.1-entry'`,
    `insert into statement select edition, '7.9-entry', position, section, domain, level, capability,
       text, pillars, professions, search from statement
       where edition = '${ref}' and code = '7.1-entry'`,
    `delete from edition_status where edition = '${ref}'`,
  ])('the database refuses: %s', async (change) => {
    // As the superuser, whom no policy and no grant holds: the trigger does.
    await expect(database.superuserClient.query(change)).rejects.toThrow(/published|append-only/)
  })
})
