import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFObject, PDFRef } from 'pdf-lib'
import { describe, expect, it } from 'vitest'
import { testSite } from '../../../test/site.ts'
import { editionOf, statement } from '../../../test/small-edition.ts'
import { readZip } from '../../content/read-zip.ts'
import { readEditionContent } from '../frameworks-content.ts'
import type { Edition } from '../model/framework.ts'
import { getFile, keptFiles } from './kept-files.ts'
import { composePublication } from './model/compose-publication.ts'
import { headingsOf, type Publication } from './model/publication.ts'
import { writePdf } from './pdf/write-pdf.ts'
import { writeWord } from './word/write-word.ts'

const { app } = await testSite()
const ref = 'ahp-support-worker/2026'
const draftRef = 'ahp-support-worker/2021-consultation-draft'
const listRef = 'four-pillars/2021'

const published = (ref: string): Publication => {
  const { edition } = readEditionContent(ref)
  const address = `https://lanyard.example/frameworks/${ref}`
  return composePublication({ edition, status: edition.status, address })
}

describe('an edition can be taken away', () => {
  it.each([
    ['docx', 'wordprocessingml.document', 'PK'],
    ['pdf', 'application/pdf', '%PDF-1.7'],
    ['xlsx', 'spreadsheetml.sheet', 'PK'],
    ['zip', 'application/zip', 'PK'],
  ])('as %s, by anybody, and not sent twice', async (kind, type, start) => {
    const url = `/frameworks/${listRef}/edition.${kind}`
    const reply = await app.inject(url)
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([
      200,
      expect.stringContaining(type),
    ])
    expect(reply.rawPayload.subarray(0, start.length).toString()).toBe(start)
    expect(reply.headers['content-disposition']).toContain(`four-pillars-2021.${kind}`)
    expect(reply.headers['set-cookie']).toBeUndefined()
    const again = await app.inject({ url, headers: { 'if-none-match': reply.headers.etag ?? '' } })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })

  it('is told in one place how', async () => {
    const { body } = await app.inject(`/frameworks/${ref}/download`)
    for (const way of ['edition.docx', 'edition.pdf', 'edition.xlsx', 'edition.zip', 'print']) {
      expect(body).toContain(`/frameworks/${ref}/${way}`)
    }
    expect((await app.inject(`/frameworks/${ref}`)).body).toContain(`/frameworks/${ref}/download`)
  })

  it('stands on one page for paper, with every statement', async () => {
    const { body } = await app.inject(`/frameworks/${ref}/print`)
    const { edition } = readEditionContent(ref)
    const codes = edition.domains.flatMap(({ sections }) =>
      sections.flatMap(({ statements }) => statements.map(({ code }) => code)),
    )
    expect(codes.filter((code) => !body.includes(`>${code}<`))).toEqual([])
    const draft = await app.inject(`/frameworks/${draftRef}/print`)
    expect(draft.body.split('Draft in consultation').length).toBeGreaterThan(10)
  })

  it.each(['print', 'edition.pdf', 'download'])(
    'is not found where there is none: %s',
    async (way) => {
      expect((await app.inject(`/frameworks/ahp-support-worker/2031/${way}`)).statusCode).toBe(404)
    },
  )
})

describe('a file', () => {
  it('is made once however many ask, one after another, and again after a fault', async () => {
    const kept = keptFiles()
    const made: string[] = []
    const make =
      (name: string, fails = false) =>
      async () => {
        made.push(`${name} begins`)
        await new Promise((resolve) => setImmediate(resolve))
        made.push(`${name} ends`)
        if (fails) throw new Error('no paper')
        return Buffer.from(name)
      }
    const asked = ['a', 'b', 'a', 'a'].map((name) => getFile(kept, name, make(name)))
    const bodies = (await Promise.all(asked)).map(({ body }) => String(body))
    expect(bodies).toEqual(['a', 'b', 'a', 'a'])
    expect(made).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
    const large = async () => Buffer.alloc(30_000_000)
    await Promise.all(['d', 'e', 'f'].map((name) => getFile(kept, name, large)))
    expect(kept.size).toBeLessThanOrEqual(40_000_000)
    expect([...kept.files.keys()]).toEqual(['f'])
    await expect(getFile(kept, 'c', make('c', true))).rejects.toThrow('no paper')
    expect(String((await getFile(kept, 'c', make('c'))).body)).toBe('c')
  })
})

describe('the PDF', async () => {
  const publication = published(draftRef)
  const bytes = await writePdf(publication)
  const pdf = await PDFDocument.load(bytes)
  const tree = structureOf(pdf)

  it('is the same bytes each time', async () => {
    expect((await writePdf(published(listRef))).equals(await writePdf(published(listRef)))).toBe(
      true,
    )
  })

  it('has a title, a language, a tree and letters inside', () => {
    const words = bytes.toString('latin1')
    for (const needed of [
      '/Lang (en-GB)',
      '/DisplayDocTitle true',
      '/Marked true',
      'DejaVuSansCondensed',
    ]) {
      expect(words).toContain(needed)
    }
    expect(pdf.getTitle()).toContain('competency framework')
  })

  it('has every heading in its tree, and bookmarks for the chapters', () => {
    const headings = publication.chapters.flatMap((chapter) => headingsOf(chapter))
    expect(tree.count('H1')).toBe(1)
    expect(tree.count('H2')).toBe(publication.chapters.length + 1)
    expect(tree.count('H3')).toBeGreaterThanOrEqual(headings.length)
    expect(pdf.catalog.get(PDFName.of('Outlines'))).toBeDefined()
  })

  it('has tables whose rows are alike, each with a heading of its column', () => {
    const tables = tree.all('Table')
    expect(tables.length).toBe(
      publication.chapters.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'table'))
        .length,
    )
    for (const table of tables) {
      const widths = table.children.map(({ children }) => children.length)
      expect(new Set(widths).size).toBe(1)
      expect(table.children[0]?.children.every(({ tag }) => tag === 'TH')).toBe(true)
    }
  })

  it('leads from each line of the contents to its place, and describes its picture', () => {
    expect(tree.count('Link')).toBe(tree.count('TOCI'))
    expect(tree.count('Link')).toBeGreaterThan(50)
    expect(tree.all('Figure').map(({ alt }) => alt)).toEqual([expect.stringContaining('Lanyard')])
  })
})

describe('a publication', () => {
  const small = (changes: Partial<Edition>) => editionOf({ ...changes, title: 'Small' })
  const of = (edition: Edition, status: 'published' | 'withdrawn' = 'published') =>
    composePublication({ edition, status, address: 'https://lanyard.example' })

  it('says that it was withdrawn', () => {
    expect(of(small({}), 'withdrawn').standing).toContain('Withdrawn')
    expect(of(small({})).standing).toBeUndefined()
  })

  it('can be of nothing, and of a statement longer than a page', async () => {
    const statements = [
      statement('1.1-entry', { text: 'word '.repeat(3_000) }),
      statement('1.1-intermediate'),
    ]
    const sections = [{ code: '1.1', title: 'One', statements }]
    const domains = [{ number: 1, title: 'One', purpose: 'One', sections }]
    for (const edition of [small({}), small({ domains })]) {
      const tree = structureOf(await PDFDocument.load(await writePdf(of(edition))))
      const rows = tree.all('TR').map(({ children }) => children.length)
      expect(rows).toEqual(edition.domains.length === 0 ? [] : [2, 2])
      expect((await writeWord(of(edition))).length).toBeGreaterThan(1_000)
    }
  })
})

describe('the Word document', async () => {
  const publication = published(draftRef)
  const limits = { entries: 100, file: 5_000_000, total: 10_000_000 }
  const files = new Map(
    readZip(await writeWord(publication), limits).map(({ name, content }) => [
      name,
      String(content()),
    ]),
  )
  const text = files.get('word/document.xml') ?? ''
  const times = (words: string) => text.split(words).length - 1

  it('has real headings, tables with a head on each page, and contents that lead there', () => {
    const tables = publication.chapters.flatMap(({ blocks }) =>
      blocks.filter(({ kind }) => kind === 'table'),
    )
    expect(times('<w:pStyle w:val="Heading1"/>')).toBe(publication.chapters.length)
    expect(times('<w:tblHeader')).toBe(tables.length)
    const places = [...text.matchAll(/w:anchor="([^"]+)"/g)].map(([, name]) => name)
    const marks = new Set(
      [...text.matchAll(/<w:bookmarkStart[^>]* w:name="([^"]+)"/g)].map(([, name]) => name),
    )
    expect(places.length).toBeGreaterThan(50)
    expect(places.filter((name) => !marks.has(name))).toEqual([])
    expect(text).toContain('descr="The mark of Lanyard')
  })

  it('is in English, has a title, and says on each page what it is and is not', () => {
    expect(files.get('word/styles.xml')).toContain('<w:lang w:val="en-GB"')
    expect(files.get('docProps/core.xml')).toContain('competency framework')
    const running = [...files].filter(([name]) => /word\/(header|footer)\d/.test(name)).join()
    expect(running).toContain('Draft in consultation')
    expect(running).toContain('not published or endorsed by NHS England')
  })
})

interface Tagged {
  readonly tag: string
  readonly alt: string
  readonly children: readonly Tagged[]
}

/** The structure tree, as a screen reader walks it. */
function structureOf(pdf: PDFDocument) {
  const read = (object: PDFObject | undefined): Tagged[] => {
    const found = object instanceof PDFRef ? pdf.context.lookup(object) : object
    if (!(found instanceof PDFDict)) return []
    const kids = found.lookup(PDFName.of('K'))
    const list = kids instanceof PDFArray ? kids.asArray() : [kids]
    const children = list.flatMap((kid) => read(kid))
    const tag = found.get(PDFName.of('S'))
    const alt = String(found.get(PDFName.of('Alt')) ?? '')
    return tag instanceof PDFName ? [{ tag: tag.decodeText(), alt, children }] : children
  }
  const tops = read(pdf.catalog.get(PDFName.of('StructTreeRoot')))
  const all = (tag: string, from = tops): Tagged[] =>
    from.flatMap((one) => [...(one.tag === tag ? [one] : []), ...all(tag, [...one.children])])
  return { all, count: (tag: string) => all(tag).length }
}
