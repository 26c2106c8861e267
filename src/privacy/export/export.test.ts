import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LightMyRequestResponse } from 'fastify'
import { beforeAll, describe, expect, it } from 'vitest'
import { type FullRecord, fullRecord, traces } from '../../../test/full-record.ts'
import { people, personWith } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { visitor, wordsOf } from '../../../test/visitor.ts'
import { verifyDocument } from '../../credentials/verify-document.ts'
import { asActor } from '../../database/as-actor.ts'
import { personalPartsOf } from '../../personal-parts.ts'

const test = await testSite()
const { app, site, database, signIn, lettersTo, workOff } = test
const personalParts = personalPartsOf(site)
let full: FullRecord

beforeAll(async () => {
  full = await fullRecord(test)
})

const copyOf = async () => {
  const row = await database.ownerDb
    .selectFrom('export_copy')
    .where('person_id', '=', people.holder)
    .orderBy('asked_at', 'desc')
    .select(['id', 'ready_at'])
    .executeTakeFirstOrThrow()
  return { id: row.id, ready: row.ready_at !== null }
}

/** The files of an archive, by an unpacker that is not ours. */
function unpack(reply: LightMyRequestResponse): (name: string) => string {
  const folder = mkdtempSync(join(tmpdir(), 'lanyard-copy-'))
  try {
    writeFileSync(join(folder, 'copy.zip'), reply.rawPayload)
    const python = 'import zipfile; zipfile.ZipFile("copy.zip").extractall("."); print("ok")'
    expect(execFileSync('python3', ['-c', python], { cwd: folder }).toString()).toBe('ok\n')
    const files = new Map(
      ['your-data.html', 'your-data.json', `credentials/${full.credential}.json`].map((name) => [
        name,
        readFileSync(join(folder, name), 'utf8'),
      ]),
    )
    return (name) => files.get(name) ?? ''
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe('what the features hand over', () => {
  it('has something of every table of a full record', async () => {
    const exported = await asActor(site.db, personWith(people.holder), async (db) => {
      const found = []
      for (const part of personalParts) {
        found.push(await part.exportFor(db, { personId: people.holder }))
      }
      return found.flatMap(({ sections }) => sections)
    })
    const empty = exported.filter(({ records }) => records.length === 0).map(({ key }) => key)
    expect(empty).toEqual(['copies'])
  })

  it('is nobody else’s, also when somebody else’s number is asked for', async () => {
    const exported = await asActor(site.db, personWith(people.stranger), async (db) => {
      const found = []
      for (const part of personalParts) {
        found.push(await part.exportFor(db, { personId: people.holder }))
      }
      return found.flatMap(({ sections }) => sections)
    })
    // What is accepted, mappings, the register and our own example are public, a number in each.
    const told = exported.filter(({ records }) => records.length > 0).map(({ key }) => key)
    expect(told.sort()).toEqual([
      ...['acceptance-acts', 'imported-responses', 'mapping-acts', 'overlay-acts', 'register-acts'],
      'review-acts',
    ])
  })
})

describe('a copy of one’s own record', () => {
  it('is made while one waits, and says everything once for people and once for programs', async () => {
    expect(wordsOf(await full.worker.get('/account/export'))).toContain('Make my copy')
    const made = await full.worker.post('/account/export')
    expect([made.statusCode, made.headers.location]).toEqual([303, '/account/export'])
    expect(wordsOf(await full.worker.get('/account/export'))).toContain('Your copy is ready.')
    const reply = await full.worker.get(`/account/export/${(await copyOf()).id}`)
    expect(reply.headers['content-disposition']).toBe(
      'attachment; filename="lanyard-my-record.zip"',
    )
    const file = unpack(reply)
    for (const words of [traces.note, traces.message, traces.name, ...traces.addresses]) {
      expect(file('your-data.html')).toContain(words)
      expect(file('your-data.json')).toContain(words)
    }
    expect(file('your-data.html')).toContain('I do this with confidence')
    const json = JSON.parse(file('your-data.json'))
    expect(json.format).toBe('lanyard-personal-record/1')
    expect(json.sections.every(({ kept }: { kept: { why: string } }) => kept.why !== '')).toBe(true)
    const verdict = await verifyDocument(
      site,
      JSON.parse(file(`credentials/${full.credential}.json`)),
    )
    expect(verdict.outcome).toBe('valid')
  })

  it('never has a secret of the service or of somebody’s way in', async () => {
    const reply = await full.worker.get(`/account/export/${(await copyOf()).id}`)
    const json = unpack(reply)('your-data.json')
    expect(json).not.toMatch(/hash|sealed|salt|privateKey|user_handle/i)
  })

  it('is one at a time: the one before goes', async () => {
    const { id } = await copyOf()
    await full.worker.post('/account/export')
    expect((await copyOf()).id).not.toBe(id)
    expect((await full.worker.get(`/account/export/${id}`)).statusCode).toBe(404)
  })

  it('is not found by anybody else, whoever they are', async () => {
    const { id } = await copyOf()
    for (const who of [people.assessor, people.issuer, people.stranger]) {
      const other = visitor(app, await signIn(who))
      expect((await other.get(`/account/export/${id}`)).statusCode).toBe(404)
    }
    const signedOut = await visitor(app).get(`/account/export/${id}`)
    expect(signedOut.headers.location).toContain('/sign-in')
  })

  it('is asked for by whoever shows again that it is them', async () => {
    const tired = visitor(app, await signIn(people.assessor))
    await database.ownerDb
      .updateTable('session')
      .where('person_id', '=', people.assessor)
      .set({ stepped_up_at: new Date(Date.now() - 3_600_000) })
      .execute()
    const asked = await tired.post('/account/export')
    expect(asked.headers.location).toContain('/confirm-it-is-you')
    const { rows } = await database.superuserClient.query(
      'select 1 from export_copy where person_id = $1',
      [people.assessor],
    )
    expect(rows).toEqual([])
  })
})

describe('a copy of more than can be made while one waits', () => {
  it('is made by a job, says how far it is, and tells by letter when it is ready', async () => {
    await database.superuserClient.query(
      `insert into private_note (id, holder_id, edition, section, note)
        select gen_random_uuid(), $1, 'ahp-support-worker/2026', '3.9', 'Thought ' || n
        from generate_series(1, 5001) n`,
      [people.holder],
    )
    await full.worker.post('/account/export')
    expect(wordsOf(await full.worker.get('/account/export'))).toContain('Your copy is being made.')
    const { id, ready } = await copyOf()
    expect(ready).toBe(false)
    expect((await full.worker.get(`/account/export/${id}`)).statusCode).toBe(404)
    await full.worker.post('/account/export')
    expect((await copyOf()).id).toBe(id)
    await workOff()
    expect((await copyOf()).ready).toBe(true)
    const file = unpack(await full.worker.get(`/account/export/${id}`))
    expect(file('your-data.json')).toContain('Thought 5001')
    const [letter] = (await lettersTo(traces.addresses[0])).slice(-1)
    expect(letter?.subject).toBe('The copy of your Lanyard record is ready')
  })
})
