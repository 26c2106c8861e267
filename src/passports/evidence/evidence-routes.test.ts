import { randomBytes, randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { colleague } from '../../../test/at-merrowfell.ts'
import { eicar, fakeClamd } from '../../../test/clamd.ts'
import { people } from '../../../test/issue-credential.ts'
import { hostilePdf, phonePhoto } from '../../../test/made-files.ts'
import { sendFile } from '../../../test/send-file.ts'
import { testSite } from '../../../test/site.ts'
import { visitor, wordsOf } from '../../../test/visitor.ts'
import { rotateKeys } from '../../credentials/rotate-keys.ts'
import { asActor } from '../../database/as-actor.ts'
import { entriesPart } from '../entries/entries-personal-part.ts'
import { openEvidence } from './evidence-actions.ts'
import { mostEvidence } from './model/evidence.ts'

const clamd = await fakeClamd()
const test = await testSite({ CLAMD_SOCKET: clamd.socket })
const { app, signIn, database, site } = test
const session = await signIn(people.holder)
const worker = visitor(app, session)
const elsewhereSession = await signIn(colleague.elsewhere)
const elsewhere = visitor(app, elsewhereSession)

const ofStatement = '3.11-entry'

let entries = 0
async function newEntry(): Promise<string> {
  const id = randomUUID()
  entries += 1
  // Each in words of its own, and no number by chance: now and then that reads like a patient's.
  const learned = `To wait${', and to wait'.repeat(entries)}`
  const fields = { id, learned, private: 'yes' }
  const reply = await worker.post('/passport/entries/add/lived-experience', fields)
  expect(reply.statusCode, wordsOf(reply)).toBe(303)
  return id
}

async function addFile(about: string, bytes: Uint8Array, fields: Record<string, string> = {}) {
  const id = fields.id ?? randomUUID()
  const file = { name: 'certificate.jpg', type: 'image/jpeg', bytes }
  const url = `/passport/evidence/for/${about}/file`
  const sent = { fields: { id, words: 'My certificate', ...fields }, file }
  return { id, reply: await sendFile(app, session, url, sent) }
}

const rowsOf = (id: string) =>
  database.ownerDb
    .selectFrom('evidence')
    .leftJoin('evidence_file', 'evidence_id', 'id')
    .where('id', '=', id)
    .selectAll()
    .execute()

describe('a photo as evidence of an entry', () => {
  it('is kept sealed, and opens as a picture for its holder alone', async () => {
    const entry = await newEntry()
    const { id, reply } = await addFile(entry, await phonePhoto())
    expect(reply.headers.location).toBe(`/passport/evidence/for/${entry}?done=added`)
    const [row] = await rowsOf(id)
    expect([row?.file_type, row?.scan, row?.entry_id]).toEqual(['image/jpeg', 'clean', entry])
    // Neither a picture nor words of one stand in the database.
    expect(row?.sealed?.subarray(0, 3).toString('hex')).not.toBe('ffd8ff')
    const page = wordsOf(await worker.get(`/passport/entries/${entry}`))
    expect(page).toContain('My certificate (photo')
    expect(page).not.toContain('Not scanned')
    const opened = await worker.get(`/passport/evidence/${id}/file`)
    expect((await sharp(opened.rawPayload).metadata()).format).toBe('jpeg')
    expect((await elsewhere.get(`/passport/evidence/${id}/file`)).statusCode).toBe(404)
  })

  it('is shown and never run, whatever it turned out to be', async () => {
    const { id } = await addFile(ofStatement, await phonePhoto())
    const { headers } = await worker.get(`/passport/evidence/${id}/file`)
    expect(headers).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': `inline; filename="evidence-${id.slice(0, 8)}.jpg"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
  })

  it('is as large as phones make them', async () => {
    const noise = { width: 2400, height: 1800, channels: 3 as const }
    const raw = await sharp(randomBytes(2400 * 1800 * 3), { raw: noise }).jpeg({ quality: 70 })
    const bytes = await raw.toBuffer()
    expect(bytes.length).toBeGreaterThan(2_000_000)
    expect((await addFile(ofStatement, bytes)).reply.statusCode).toBe(303)
  })

  it('that is larger than the limit is refused before it is read', async () => {
    const { reply } = await addFile(ofStatement, Buffer.alloc(9_000_000, 0xff))
    expect(reply.statusCode).toBe(413)
  })
})

describe('a PDF as evidence', () => {
  it('is saved and never opened in the page', async () => {
    const { id, reply } = await addFile(ofStatement, await hostilePdf())
    expect(reply.statusCode).toBe(303)
    const { headers } = await worker.get(`/passport/evidence/${id}/file`)
    expect(headers['content-type']).toBe('application/pdf')
    expect(headers['content-disposition']).toMatch(/^attachment; filename="evidence-\w+\.pdf"$/)
  })
})

describe('a file that is no use', () => {
  it('is said to be so in words, and nothing is kept', async () => {
    const { id, reply } = await addFile(ofStatement, Buffer.from('<script>alert(1)</script>'))
    expect(reply.statusCode).toBe(422)
    expect(wordsOf(reply)).toContain('The file must be a photo (JPEG or PNG) or a PDF')
    expect(reply.body).toContain('value="My certificate"')
    expect(await rowsOf(id)).toEqual([])
  })

  it('with a virus in it is not kept', async () => {
    const { id, reply } = await addFile(ofStatement, Buffer.concat([await phonePhoto(), eicar]))
    expect(wordsOf(reply)).toContain('A virus was found in this file')
    expect(await rowsOf(id)).toEqual([])
  })

  it('or none at all, or no word of what it shows, is asked for', async () => {
    const url = `/passport/evidence/for/${ofStatement}/file`
    const fields = { id: randomUUID(), words: 'A certificate' }
    const none = await sendFile(app, session, url, { fields })
    expect(wordsOf(none)).toContain('Choose a photo or a PDF')
    const { reply } = await addFile(ofStatement, await phonePhoto(), { words: '' })
    expect(wordsOf(reply)).toContain('Enter what the file shows')
  })
})

describe('a note as evidence', () => {
  const url = `/passport/evidence/for/${ofStatement}/note`

  it('is asked for by prompts, one of them “I taught a carer to use …”', async () => {
    const page = wordsOf(await worker.get(url))
    expect(page).toContain('I taught a carer to use')
    expect(page).toContain('What good evidence looks like')
  })

  it('is kept once, also when it is posted twice', async () => {
    const id = randomUUID()
    const fields = { id, did: 'I taught a carer to use the bath lift.' }
    const replies = await Promise.all([worker.post(url, fields), worker.post(url, fields)])
    expect(replies.map(({ statusCode }) => statusCode)).toEqual([303, 303])
    expect(await rowsOf(id)).toHaveLength(1)
    const page = wordsOf(await worker.get(`/passport/evidence/for/${ofStatement}?done=added`))
    expect(page).toContain('I taught a carer to use the bath lift.')
  })

  it('is asked about where it may tell who a patient is', async () => {
    const fields = { id: randomUUID(), did: 'Mrs Khan, 3/4/1941, used the lift' }
    const reply = await worker.post(url, fields)
    expect([reply.statusCode, await rowsOf(fields.id)]).toEqual([422, []])
    expect((await worker.post(url, { ...fields, 'no-patient': 'yes' })).statusCode).toBe(303)
  })

  it('is any of three answers, and none at all is asked for', async () => {
    const none = await worker.post(url, { id: randomUUID(), did: '' })
    expect(wordsOf(none)).toContain('Answer at least one of the three questions')
    const id = randomUUID()
    await worker.post(url, { id, did: 'I showed it.', next: 'Slower.' })
    expect((await rowsOf(id))[0]?.words).toBe('I showed it.\n\nSlower.')
  })

  it('is asked about where it may tell who was cared for, when that is what it is of', async () => {
    const about = `/passport/evidence/for/${await newEntry()}/note`
    const fields = { id: randomUUID(), did: 'My mum Jean needed me.' }
    expect((await worker.post(about, fields)).statusCode).toBe(422)
  })
})

describe('evidence of somebody else', () => {
  it('is not found by any address or form, and nothing happens to it', async () => {
    const entry = await newEntry()
    const { id } = await addFile(entry, await phonePhoto())
    for (const end of ['', '/file', '/note']) {
      expect((await elsewhere.get(`/passport/evidence/for/${entry}${end}`)).statusCode).toBe(404)
    }
    const note = { id: randomUUID(), did: 'A note' }
    const onEntry = await elsewhere.post(`/passport/evidence/for/${entry}/note`, note)
    expect([onEntry.statusCode, await rowsOf(note.id)]).toEqual([404, []])
    const taken = { id, did: 'The same number', words: 'The same number' }
    const url = `/passport/evidence/for/${ofStatement}/note`
    expect((await elsewhere.post(url, taken)).statusCode).toBe(404)
    const sent = { fields: taken, file: { name: 'a', type: 'x', bytes: await phonePhoto() } }
    const path = `/passport/evidence/for/${entry}/file`
    expect((await sendFile(app, elsewhereSession, path, sent)).statusCode).toBe(404)
    expect((await elsewhere.get(`/passport/evidence/${id}/take-out`)).statusCode).toBe(404)
    expect((await elsewhere.post(`/passport/evidence/${id}/take-out`)).statusCode).toBe(404)
    expect(await rowsOf(id)).toHaveLength(1)
  })

  it('is of no statement that is not there', async () => {
    expect((await worker.get('/passport/evidence/for/9.99-entry')).statusCode).toBe(404)
  })
})

describe('taking evidence out', () => {
  it('leaves nothing of its file', async () => {
    const { id } = await addFile(ofStatement, await phonePhoto())
    expect(wordsOf(await worker.get(`/passport/evidence/${id}/take-out`))).toContain(
      'My certificate',
    )
    await worker.post(`/passport/evidence/${id}/take-out`)
    const file = database.ownerDb.selectFrom('evidence_file').where('evidence_id', '=', id)
    expect([await rowsOf(id), await file.selectAll().execute()]).toEqual([[], []])
  })

  it('comes with taking its entry out', async () => {
    const entry = await newEntry()
    const { id } = await addFile(entry, await phonePhoto())
    await worker.post(`/passport/entries/${entry}/take-out`)
    expect(await rowsOf(id)).toEqual([])
  })
})

describe('the copy of a record', () => {
  it('holds each file, as it is opened', async () => {
    const { id } = await addFile(ofStatement, await phonePhoto())
    const person = { kind: 'person', id: people.holder, name: '', permissions: [] } as const
    const part = entriesPart(site.keyEncryptionKey)
    const { sections, files = [] } = await asActor(database.db, person, (db) =>
      part.exportFor(db, { personId: people.holder }),
    )
    const copied = files.find(({ name }) => name === `evidence/${id}.jpg`)
    const bytes = copied && 'bytes' in copied ? copied.bytes : Buffer.alloc(0)
    expect((await sharp(bytes).metadata()).format).toBe('jpeg')
    expect(sections.map(({ key }) => key)).toEqual(['entries', 'evidence'])
  })
})

describe('the key that seals a file', () => {
  it('is sealed anew with the next key-encryption key, and the file opens with that', async () => {
    const { id } = await addFile(ofStatement, await phonePhoto())
    const keys = { current: randomBytes(32), previous: site.keyEncryptionKey }
    const { evidence } = await rotateKeys(database.db, keys)
    expect(evidence).toBeGreaterThan(0)
    const which = { id, holderId: people.holder }
    const person = { kind: 'person', id: people.holder, name: '', permissions: [] } as const
    const opened = await asActor(database.db, person, (db) => openEvidence(db, keys.current, which))
    expect((await sharp(opened.bytes).metadata()).format).toBe('jpeg')
    await rotateKeys(database.db, { current: keys.previous, previous: keys.current })
  })
})

describe('how much evidence one may keep', () => {
  it('has an end, and is said', async () => {
    const stranger = visitor(app, elsewhereSession)
    await database.superuserClient.query(
      `insert into evidence (id, holder_id, edition, code, words)
        select gen_random_uuid(), $1, 'ahp-support-worker/2026', $2, 'A note' from generate_series(1, $3)`,
      [colleague.elsewhere, ofStatement, mostEvidence],
    )
    const url = `/passport/evidence/for/${ofStatement}/note`
    const reply = await stranger.post(url, { id: randomUUID(), did: 'One more' })
    expect(reply.statusCode).toBe(422)
    expect(wordsOf(reply)).toContain('You have no room for more evidence')
  })
})
