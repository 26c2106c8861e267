import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { at, atMerrowfell, colleague } from '../../../test/at-merrowfell.ts'
import { people, personWith } from '../../../test/issue-credential.ts'
import { phonePhoto } from '../../../test/made-files.ts'
import { testSite } from '../../../test/site.ts'
import { wordsOf } from '../../../test/visitor.ts'
import { asActor } from '../../database/as-actor.ts'
import { addEntry } from '../entries/entries-actions.ts'
import { addEvidence } from '../evidence/evidence-actions.ts'
import { getEvidenceFile, listEvidence } from '../evidence/evidence-store.ts'
import type { About, Scan } from '../evidence/model/evidence.ts'
import { insertShownEvidence } from './shown-evidence-store.ts'

const test = await testSite()
const { site } = test
const { ownerDb } = test.database
const { worker, assessor, otherAssessor, codesOf, ask, signing } = await atMerrowfell(test)
const edition = 'ahp-support-worker/2026'
const holder = personWith(people.holder)
const photo = await phonePhoto()
const both = [`${people.assessor} ${at}`, `${colleague.otherAssessor} ${at}`]

interface Kept {
  readonly words?: string
  readonly scan?: Scan
  readonly of?: string
  readonly about?: About
}

/** A photo where `scan` is said, and a note otherwise. */
async function keep(section: string, { words = 'I taught a colleague', scan, ...more }: Kept = {}) {
  const id = randomUUID()
  const about = more.about ?? { edition, code: (await codesOf(section, 'entry'))[0] ?? '' }
  const file = scan && ({ type: 'image/jpeg', bytes: photo, scan } as const)
  await addEvidence(site, personWith(more.of ?? people.holder), { id, about, words, file })
  return id
}

async function keepOfEntry(section: string, isPrivate: boolean, words: string) {
  const entryId = randomUUID()
  const draft = {
    ...({ kind: 'lived-experience', title: words, private: isPrivate } as const),
    ...{ edition, codes: await codesOf(section, 'entry'), facts: { learned: words } },
  }
  await addEntry(site.db, holder, { id: entryId, draft, again: false })
  return { entryId, id: await keep(section, { words, about: { entryId } }) }
}

const fileOf = (request: string, evidence: string) =>
  `/team/requests/${request}/evidence/${evidence}`
const shownWith = (request: string) =>
  ownerDb.selectFrom('request_evidence').where('request_id', '=', request).selectAll().execute()
/** What the database itself lets an assessor read, whatever the pages ask. */
const seenBy = (person: string, id: string) =>
  asActor(site.db, personWith(person), async (db) => ({
    rows: (await listEvidence(db, { holderId: people.holder })).filter((one) => one.id === id)
      .length,
    file: await getEvidenceFile(db, { id, holderId: people.holder }).then(
      () => true,
      () => false,
    ),
  }))

describe('the page to ask', () => {
  it('offers evidence of these statements, none of it ticked', async () => {
    const note = await keep('1.1', { words: 'I showed the new starter the lift' })
    const elsewhere = await keep('1.2', { words: 'Of another section' })
    const page = await worker.get('/passport/ask/1.1/entry')
    expect(wordsOf(page)).toContain('Do you want to show any of your evidence?')
    expect(wordsOf(page)).toContain('I showed the new starter the lift')
    expect(page.body).toMatch(new RegExp(`name="evidence"[^>]*value="${note}"`))
    expect(page.body).not.toMatch(/name="evidence"[^>]*checked/)
    expect(page.body).not.toContain(elsewhere)
  })

  it('says nothing of evidence where there is none', async () => {
    const words = wordsOf(await worker.get('/passport/ask/2.1/entry'))
    expect(words).not.toContain('show any of your evidence')
    expect(words).not.toContain('checked for viruses')
  })

  it('offers no file that was not scanned, and says why', async () => {
    const file = await keep('2.2', { scan: 'not-scanned' })
    const page = await worker.get('/passport/ask/2.2/entry')
    expect(page.body).not.toContain(file)
    expect(wordsOf(page)).toContain('You have 1 file about this that was not checked for viruses')
    expect(await shownWith(await ask('2.2', { evidence: file }))).toEqual([])
  })

  it('offers what is of lived experience only where its holder made that public', async () => {
    const own = await keepOfEntry('2.3', true, 'Of my own life')
    const told = await keepOfEntry('2.3', false, 'Of my life, and told')
    const page = await worker.get('/passport/ask/2.3/entry')
    expect(page.body).not.toContain(own.id)
    expect(page.body).toContain(told.id)
    const request = await ask('2.3', { evidence: [own.id, told.id] })
    expect((await shownWith(request)).map((row) => row.evidence_id)).toEqual([told.id])
  })

  it('keeps the ticks when something else has to be put right', async () => {
    const note = await keep('2.4')
    const fields = { colleague: both[0] ?? '', evidence: note, codes: [] as string[] }
    const page = await worker.post('/passport/ask/2.4/entry', fields)
    expect(page.statusCode).toBe(422)
    expect(page.body).toMatch(/name="evidence"[^>]*checked/)
  })

  it('does nothing with the evidence of somebody else', async () => {
    const theirs = await keep('2.5', { of: people.issuer })
    const request = await ask('2.5', { evidence: theirs })
    expect(await shownWith(request)).toEqual([])
    expect((await assessor.get(`/team/requests/${request}`)).body).not.toContain(theirs)
  })
})

describe('what was ticked', () => {
  it('is shown to whom it was asked of: notes as text, files opened and noted', async () => {
    const note = await keep('3.1', { words: 'I wrote <b>this</b> down' })
    const file = await keep('3.1', { words: 'My certificate of lifting', scan: 'clean' })
    const kept = await keep('3.1', { words: 'Not ticked at all', scan: 'clean' })
    const request = await ask('3.1', { evidence: [note, file] })
    const page = await assessor.get(`/team/requests/${request}`)
    expect(page.body).toContain('I wrote &lt;b>this&lt;/b> down')
    expect(wordsOf(page)).toContain('My certificate of lifting (photo')
    expect(page.body).toContain(fileOf(request, file))
    expect(page.body).not.toContain(kept)
    const opened = await assessor.get(fileOf(request, file))
    expect(opened.rawPayload.equals(Buffer.from(photo))).toBe(true)
    expect(opened.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': `inline; filename="evidence-${file.slice(0, 8)}.jpg"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    expect(wordsOf(await worker.get('/account/who-looked'))).toContain(
      'opened a file that you showed with your request about 3.1',
    )
    for (const id of [kept, note]) {
      expect((await assessor.get(fileOf(request, id))).statusCode).toBe(404)
    }
    expect((await otherAssessor.get(fileOf(request, file))).statusCode).toBe(404)
    expect(await seenBy(colleague.otherAssessor, file)).toEqual({ rows: 0, file: false })
    expect(await seenBy(people.assessor, kept)).toEqual({ rows: 0, file: false })
    expect(await seenBy(people.assessor, file)).toEqual({ rows: 1, file: true })
  })

  it('is not opened by the address of another request', async () => {
    const file = await keep('3.2', { scan: 'clean' })
    await ask('3.2', { evidence: file })
    const other = await ask('3.3')
    expect((await assessor.get(fileOf(other, file))).statusCode).toBe(404)
  })

  it('is gone once it is signed', async () => {
    const file = await keep('3.4', { scan: 'clean', words: 'My certificate of talking' })
    const request = await ask('3.4', { evidence: file })
    await assessor.post(`/team/requests/${request}/sign`, await signing('3.4'))
    const page = await assessor.get(`/team/requests/${request}`)
    expect(wordsOf(page)).not.toContain('My certificate of talking')
    expect((await assessor.get(fileOf(request, file))).statusCode).toBe(404)
    expect(await seenBy(people.assessor, file)).toEqual({ rows: 0, file: false })
  })

  it('is gone once it is declined', async () => {
    const file = await keep('3.5', { scan: 'clean' })
    const request = await ask('3.5', { evidence: file })
    await assessor.post(`/team/requests/${request}/decline`, { reason: 'not-seen' })
    expect(await seenBy(people.assessor, file)).toEqual({ rows: 0, file: false })
  })

  it('is shown to all who were asked at once, and gone for all when one has signed', async () => {
    const file = await keep('3.6', { scan: 'clean' })
    await ask('3.6', { colleague: both, evidence: file })
    const rows = await ownerDb
      .selectFrom('sign_off_request')
      .where('section', '=', '3.6')
      .select(['id', 'assessor_id'])
      .execute()
    const idOf = (person: string) => rows.find((row) => row.assessor_id === person)?.id ?? ''
    const theirs = fileOf(idOf(colleague.otherAssessor), file)
    expect((await otherAssessor.get(theirs)).statusCode).toBe(200)
    await assessor.post(`/team/requests/${idOf(people.assessor)}/sign`, await signing('3.6'))
    expect((await otherAssessor.get(theirs)).statusCode).toBe(404)
    expect(await seenBy(colleague.otherAssessor, file)).toEqual({ rows: 0, file: false })
  })

  it('goes when the worker takes it out, or makes its entry private', async () => {
    const file = await keep('3.7', { scan: 'clean' })
    const { entryId, id: note } = await keepOfEntry('3.7', false, 'To wait and to watch')
    const request = await ask('3.7', { evidence: [file, note] })
    expect((await shownWith(request)).length).toBe(2)
    await worker.post(`/passport/evidence/${file}/take-out`)
    expect((await assessor.get(fileOf(request, file))).statusCode).toBe(404)
    const page = () => assessor.get(`/team/requests/${request}`)
    expect(wordsOf(await page())).toContain('To wait and to watch')
    await ownerDb
      .insertInto('passport_entry_version')
      .columns([
        ...(['entry_id', 'version', 'holder_id', 'title', 'private', 'edition'] as const),
        ...(['codes', 'facts'] as const),
      ])
      .expression((eb) =>
        eb
          .selectFrom('passport_entry_version')
          .where('entry_id', '=', entryId)
          .select((eb) => [
            ...(['entry_id'] as const),
            eb.lit(2).as('version'),
            ...(['holder_id', 'title'] as const),
            eb.lit(true).as('private'),
            ...(['edition', 'codes', 'facts'] as const),
          ]),
      )
      .execute()
    expect(wordsOf(await page())).not.toContain('To wait and to watch')
    expect(await shownWith(request)).toHaveLength(1)
  })
})

describe('at the same moment', () => {
  it('taken back while somebody looks: the file opens or is not found, and then is not found', async () => {
    const file = await keep('4.1', { scan: 'clean' })
    const request = await ask('4.1', { evidence: file })
    const [taken, ...looks] = await Promise.all([
      worker.post(`/passport/requests/${request}/take-back`),
      ...[1, 2, 3, 4].map(() => assessor.get(fileOf(request, file))),
    ])
    expect(taken.statusCode).toBe(303)
    for (const { statusCode } of looks) expect([200, 404]).toContain(statusCode)
    expect((await assessor.get(fileOf(request, file))).statusCode).toBe(404)
    expect(await seenBy(people.assessor, file)).toEqual({ rows: 0, file: false })
  })

  it('taken out while it is being asked with: the request is made, and shows nothing', async () => {
    const file = await keep('4.2', { scan: 'clean' })
    const [request, gone] = await Promise.all([
      ask('4.2', { evidence: file }),
      worker.post(`/passport/evidence/${file}/take-out`),
    ])
    expect(gone.statusCode).toBe(303)
    expect(await shownWith(request)).toEqual([])
    expect((await assessor.get(`/team/requests/${request}`)).statusCode).toBe(200)
  })
})

describe('the database itself', () => {
  const show = (person: string, requestId: string, evidence: string) =>
    asActor(site.db, personWith(person), (db) =>
      insertShownEvidence(db, { requestId, holderId: person, evidence: [evidence] }),
    )

  it('lets nobody show what is not theirs, not scanned, or with a request that is over', async () => {
    const request = await ask('4.3')
    const theirs = await keep('4.3', { of: people.issuer, scan: 'clean' })
    const unscanned = await keep('4.3', { scan: 'not-scanned' })
    const clean = await keep('4.3', { scan: 'clean' })
    await expect(show(people.holder, request, theirs)).rejects.toThrow('row-level security')
    await expect(show(people.holder, request, unscanned)).rejects.toThrow('row-level security')
    await expect(show(people.issuer, request, theirs)).rejects.toThrow('row-level security')
    await worker.post(`/passport/requests/${request}/take-back`)
    await expect(show(people.holder, request, clean)).rejects.toThrow('row-level security')
  })

  it('closes a file to an assessor who may sign there no more', async () => {
    const file = await keep('4.4', { scan: 'clean' })
    await ask('4.4', { evidence: file })
    expect(await seenBy(people.assessor, file)).toEqual({ rows: 1, file: true })
    await test.database.superuserClient.query(
      `update permission_grant set expires_on = current_date - 1
        where person_id = $1 and permission = 'assess'`,
      [people.assessor],
    )
    expect(await seenBy(people.assessor, file)).toEqual({ rows: 0, file: false })
  })
})
