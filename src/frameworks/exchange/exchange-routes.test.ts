import { describe, expect, it } from 'vitest'
import { members } from '../../../test/authorisation/people.ts'
import { personWith } from '../../../test/issue-credential.ts'
import { testSite } from '../../../test/site.ts'
import { uploadFile } from '../../../test/uploads.ts'
import { visitor, wordsOf } from '../../../test/visitor.ts'
import type { Person } from '../../actor.ts'
import { asActor } from '../../database/as-actor.ts'
import { beginDraft, changeDraft } from '../authoring/drafts-actions.ts'
import { listDraftChanges, listThings } from '../authoring/drafts-store.ts'
import { putTogether } from '../authoring/model/put-together.ts'
import { editionFiles } from '../edition-yaml.ts'
import { readEditionContent } from '../frameworks-content.ts'
import type { Edition } from '../model/framework.ts'
import { readFolder } from './read-folder.ts'
import { writeFolder } from './write-folder.ts'
import { writeWorkbook } from './write-workbook.ts'

const { app, site, signIn } = await testSite()
const { db } = site
const { edition } = readEditionContent('ahp-support-worker/2026')
const organisation = members.steward.organisation
const steward: Person = {
  ...personWith(members.steward.id),
  permissions: [{ organisation, permission: 'steward-framework' }],
}
const session = await signIn(members.steward.id)
const mine = visitor(app, session)

const begin = (version: string) =>
  beginDraft(db, steward, { organisation, from: edition, name: { slug: edition.slug, version } })
const read = (draft: string) =>
  asActor(db, steward, async (db) => putTogether(await listThings(db, { draft })))
const upload = (draft: string, file: Uint8Array) =>
  uploadFile(app, session, { url: `/drafts/${draft}/files`, file })

/** One statement reworded, one section taken out, one word added. */
function changed(edition: Edition): Edition {
  return {
    ...edition,
    domains: edition.domains.map((domain) => ({
      ...domain,
      sections: domain.sections
        .filter(({ code }) => code !== '8.2')
        .map((section) => ({
          ...section,
          statements: section.statements.map((one) =>
            one.code === '7.1-entry' ? { ...one, text: 'Shows values in a new way.' } : one,
          ),
        })),
    })),
    glossary: [
      ...edition.glossary,
      { term: 'nook', forms: [], meaning: 'A corner.', includes: [] },
    ],
  }
}

const revisionOn = (body: string) => /name="revision" value="(\d+)"/.exec(body)?.[1] ?? ''

describe('a spreadsheet brought to a draft', () => {
  it('shows what it would change, changes nothing before yes, and then that alone', async () => {
    const draft = await begin('by-sheet')
    const before = await read(draft)
    const reply = await upload(draft, await writeWorkbook(changed(before)))
    const address = String(reply.headers.location)
    expect([reply.statusCode, address]).toEqual([
      303,
      expect.stringContaining(`/drafts/${draft}/files/`),
    ])
    const page = await mine.get(address)
    expect(wordsOf(page)).toMatch(/Added 1 .*Section 8.2.*Word nook.*Statement 7.1-entry/s)
    expect(wordsOf(page)).toContain('Shows values in a new way.')
    expect(await read(draft)).toEqual(before)
    const revision = revisionOn(page.body)
    const unasked = await mine.post(`${address}/accept`, { revision })
    expect([unasked.statusCode, wordsOf(unasked)]).toEqual([
      422,
      expect.stringContaining('This takes words out of the draft'),
    ])
    expect(await read(draft)).toEqual(before)
    const yes = await mine.post(`${address}/accept`, { revision, takeOut: 'yes' })
    expect(yes.headers.location).toBe(`/drafts/${draft}/files?done=taken-in`)
    expect(await read(draft)).toEqual(changed(before))
    const acts = await asActor(db, steward, (db) => listDraftChanges(db, { draft }))
    expect(acts.map(({ thing, act }) => `${thing} ${act}`)).toContain('section/8.2 taken-out')
    expect((await mine.post(`${address}/accept`, { revision: '2' })).statusCode).toBe(404)
  })

  it('is looked at again where somebody changed the draft meanwhile', async () => {
    const draft = await begin('overtaken')
    const reply = await upload(draft, await writeWorkbook(changed(await read(draft))))
    const address = String(reply.headers.location)
    const revision = revisionOn((await mine.get(address)).body)
    await changeDraft(db, steward, draft, (held) => ({ ...held, title: 'Another title' }))
    const yes = await mine.post(`${address}/accept`, { revision })
    expect(yes.headers.location).toBe(`${address}?note=overtaken`)
    expect(wordsOf(await mine.get(`${address}?note=overtaken`))).toContain('Nothing was taken in')
    expect((await read(draft)).glossary).toEqual(edition.glossary)
  })

  it('can be put away', async () => {
    const draft = await begin('put-away')
    const reply = await upload(draft, await writeWorkbook(changed(await read(draft))))
    const address = String(reply.headers.location)
    expect((await mine.post(`${address}/drop`)).statusCode).toBe(303)
    expect((await mine.get(address)).statusCode).toBe(404)
  })

  it('is refused with a line for each thing to mend, and leaves no trace', async () => {
    const draft = await begin('refused')
    const before = await read(draft)
    const file = await writeWorkbook({
      ...before,
      domains: before.domains.map((domain) => ({ ...domain, purpose: 'javascript:alert(1)' })),
    })
    const reply = await upload(draft, file)
    expect(reply.statusCode).toBe(422)
    expect(wordsOf(reply)).toMatch(/Nothing was changed. Mend 8 things.*Domains, row 2, Purpose/s)
    expect((await upload(draft, Buffer.from('x'))).statusCode).toBe(422)
    expect((await upload(draft, Buffer.alloc(0))).statusCode).toBe(422)
    expect(await read(draft)).toEqual(before)
  })
})

describe('a draft as files', () => {
  it('comes back from its content folder byte for byte, and changes nothing', async () => {
    const draft = await begin('by-folder')
    const { rawPayload } = await mine.get(`/drafts/${draft}/files/edition.zip`)
    const folder = readFolder(rawPayload, [])
    const now = await read(draft)
    expect(folder.ok && [...editionFiles(folder.edition)]).toEqual([...editionFiles(now)])
    const reply = await upload(draft, rawPayload)
    expect(wordsOf(await mine.get(String(reply.headers.location)))).toContain(
      'Nothing: the file says',
    )
  })

  it('keeps its own name, and is not published by a folder that is', async () => {
    const draft = await begin('keeps-its-name')
    const reply = await upload(draft, writeFolder({ ...edition, title: 'A new title' }))
    const address = String(reply.headers.location)
    await mine.post(`${address}/accept`, { revision: revisionOn((await mine.get(address)).body) })
    const { published: _, ...text } = edition
    const named = { title: 'A new title', version: 'keeps-its-name', status: 'draft' }
    expect(await read(draft)).toEqual({ ...text, ...named })
  })

  it('takes no file of another framework', async () => {
    const draft = await begin('other')
    const other = readEditionContent('four-pillars/2021').edition
    const reply = await upload(draft, writeFolder(other))
    expect(wordsOf(reply)).toContain('is missing: add its file')
  })

  it.each(['edition.xlsx', 'template.xlsx'])('is a spreadsheet: %s', async (name) => {
    const draft = await begin(`out-${name.slice(0, 4)}`)
    const reply = await mine.get(`/drafts/${draft}/files/${name}`)
    expect([reply.statusCode, reply.headers['cache-control']]).toEqual([200, 'no-store'])
    expect((await upload(draft, reply.rawPayload)).statusCode).toBe(303)
  })
})
