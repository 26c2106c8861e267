import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { editionOf, statement } from '../../../test/small-edition.ts'
import { writeZip } from '../../content/write-zip.ts'
import { readEditionContent } from '../frameworks-content.ts'
import {
  type Edition,
  partySlugs,
  pillarSlugs,
  type Statement,
  sectorSlugs,
} from '../model/framework.ts'
import { readSheets, withSheets } from './model/read-sheets.ts'
import type { SheetName, SheetRow, Sheets } from './model/sheet.ts'
import { writeSheets } from './model/write-sheets.ts'
import { readWorkbook } from './read-workbook.ts'
import { writeTemplate, writeWorkbook } from './write-workbook.ts'

const { edition } = readEditionContent('ahp-support-worker/2026')

const numbered = (edition: Edition): Sheets =>
  Object.fromEntries(
    Object.entries(writeSheets(edition)).map(([sheet, rows]) => [
      sheet,
      rows.map((cells, index): SheetRow => ({ number: index + 2, cells })),
    ]),
  )

async function roundTrip(before: Edition): Promise<Edition> {
  const workbook = readWorkbook(await writeWorkbook(before))
  if (!workbook.ok) throw new Error(JSON.stringify(workbook.findings))
  const read = readSheets(workbook.sheets)
  if (!read.ok) throw new Error(JSON.stringify(read.findings))
  return withSheets(before, read.value)
}

describe('a workbook', () => {
  it('holds all that it says of our own framework, and gives it back', async () => {
    expect(await roundTrip(edition)).toEqual(edition)
  })

  it('holds words that begin like a formula as words', async () => {
    const texts = ['=HYPERLINK("x")', '+1', '-1', '@SUM(A1)', "'quoted", '& "both" < 3']
    const sections = [
      {
        ...{ code: '1.1', title: '=A1', about: '@A1' },
        statements: texts.map((text, index) => full(`1.1.${index + 1}-entry`, { text })),
      },
    ]
    const domains = [{ number: 1, title: '-1', purpose: '+1', sections }]
    expect((await roundTrip(editionOf({ domains }))).domains).toEqual(domains)
  })

  it('can be filled in from the template', async () => {
    const workbook = readWorkbook(await writeTemplate(edition))
    expect(workbook).toMatchObject({ ok: true })
    if (workbook.ok) expect(readSheets(workbook.sheets).ok).toBe(true)
  })
})

const full = (code: string, changes: Partial<Statement> = {}) =>
  statement(code, {
    ...{ capability: 'one-thing', pillars: ['leadership'], parties: ['person'], ...changes },
  })

describe('the rows of an edition', () => {
  const words = fc
    .array(fc.constantFrom('shows', '=1+1', 'ŵ', 'carer,', 'a: b', '“so”', '< 3', '-'), {
      minLength: 1,
      maxLength: 6,
    })
    .map((parts) => parts.join(' '))
  const several = fc.uniqueArray(words, { minLength: 2, maxLength: 3 })
  const asked = fc.record({
    text: words,
    pillars: fc.subarray([...pillarSlugs], { minLength: 1 }),
    parties: fc.subarray([...partySlugs], { minLength: 1 }),
    professions: fc.subarray(['dietetics', 'podiatry']),
    settings: fc.subarray(['home', 'ward'] as const),
    highRisk: fc.boolean(),
    variants: fc.array(fc.record({ sector: fc.constantFrom(...sectorSlugs), text: words }), {
      maxLength: 2,
    }),
  })
  const more = fc.record(
    {
      example: words,
      requires: fc.oneof(
        several.map((all) => ({ all })),
        several.map((any) => ({ any })),
      ),
    },
    { requiredKeys: [] },
  )

  it('make the edition again, whatever it says', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(asked, more), { maxLength: 5 }), words, (made, title) => {
        const statements = made.map(([one, rest], index) =>
          full(`2.1.${index + 1}-entry`, { ...one, ...rest }),
        )
        const sections = [{ code: '2.1', title, statements }]
        const domains = [{ number: 2, title, purpose: title, sections }]
        const before = editionOf({
          ...{ domains, terms: [] },
          glossary: [{ term: title, forms: [], meaning: title, includes: [title] }],
        })
        const read = readSheets(numbered(before))
        expect(read.ok && withSheets(before, read.value)).toEqual(before)
      }),
    )
  })

  const change = (sheet: SheetName, index: number, cells: Readonly<Record<string, string>>) => {
    const sheets = numbered(edition)
    const rows = (sheets[sheet] ?? []).map((row, at) =>
      at === index ? { ...row, cells: { ...row.cells, ...cells } } : row,
    )
    const read = readSheets({ ...sheets, [sheet]: rows })
    return read.ok ? [] : read.findings.map(({ at, message }) => `${at}: ${message}`)
  }

  it.each<[string, SheetName, Readonly<Record<string, string>>, RegExp]>([
    [
      'a code that stands twice',
      'Statements',
      { Code: '1.1-intermediate' },
      /row 3, Code.*stands in row 2/,
    ],
    [
      'a code that is none',
      'Statements',
      { Code: '1.1-novice' },
      /row 2, Code: Write a code such as/,
    ],
    ['another level', 'Statements', { Level: 'intermediate' }, /row 2, Level: Write entry/],
    ['another section', 'Statements', { Section: '9.9' }, /row 2, Section: Write 1.1/],
    ['no text', 'Statements', { Text: '' }, /row 2, Text: This is empty/],
    ['a pillar of no framework', 'Statements', { Pillars: 'strength' }, /“strength” is none/],
    [
      '20,000 characters',
      'Statements',
      { Text: 'word '.repeat(4_000) },
      /must be 1,000 characters or fewer/,
    ],
    [
      'a link',
      'Statements',
      { Text: 'See https://example.org now' },
      /must not hold a web or email address/,
    ],
    [
      'a script',
      'Domains',
      { Purpose: 'Go to javascript:alert(1)' },
      /row 2, Purpose: This must not hold a link that runs/,
    ],
    [
      'an element that acts',
      'Statements',
      { Text: 'Says <script>x</script>' },
      /must not hold HTML/,
    ],
    ['a character nobody sees', 'Glossary', { Meaning: 'so\u0007und' }, /cannot be seen/],
    ['words turned round', 'Statements', { Text: 'so\u202eund' }, /cannot be seen/],
    [
      'risk in other words',
      'Statements',
      { 'High risk': 'perhaps' },
      /Write yes, or leave it empty/,
    ],
    ['nothing of all', 'Statements', { Requires: 'all:' }, /then each thing on a line/],
    [
      'a variant of nowhere',
      'Statements',
      { Variants: 'moon: words' },
      /Begin each line with where/,
    ],
    [
      'a domain that is not there',
      'Sections',
      { Code: '99.1' },
      /Add domain 99 to the sheet Domains/,
    ],
  ])('are refused for %s, with a line to mend', (_, sheet, cells, line) => {
    expect(change(sheet, 0, cells).join('\n')).toMatch(line)
  })

  it('are refused where a sheet is missing', () => {
    const { Sections: _, ...others } = numbered(edition)
    const read = readSheets(others)
    expect(read.ok ? [] : read.findings[0]).toMatchObject({ at: 'Sections' })
  })
})

/** A workbook by hand, with what our own never writes. */
function workbookOf(
  sheetData: string,
  { state = 'visible', after = '', shared = '' } = {},
): Buffer {
  const headings = ['Number', 'Title', 'Purpose']
  const first = headings.map((word, index) => text(`${'ABC'[index]}1`, word)).join('')
  const sheet = `<worksheet><sheetData><row r="1">${first}</row>${sheetData}</sheetData>${after}</worksheet>`
  const files: Readonly<Record<string, string>> = {
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets><sheet name="Domains" sheetId="1" state="${state}" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': sheet,
    ...(shared && { 'xl/sharedStrings.xml': shared }),
  }
  const entries = Object.entries(files).map(([name, xml]) => ({ name, content: Buffer.from(xml) }))
  return writeZip(entries, new Date(0))
}

const text = (place: string, words: string) =>
  `<c r="${place}" t="inlineStr"><is><t>${words}</t></is></c>`
const row = (cells: string) => `<row r="2">${cells}</row>`
const sound = row(`<c r="A2"><v>1</v></c>${text('B2', 'A')}${text('C2', 'B')}`)

describe('a workbook from elsewhere', () => {
  it('is read where it holds plain values', () => {
    const rows = [{ number: 2, cells: { Number: '1', Title: 'A', Purpose: 'B' } }]
    expect(readWorkbook(workbookOf(sound))).toEqual({ ok: true, sheets: { Domains: rows } })
    const shared = '<sst><si><r><t>A</t></r><r><t>B</t></r><rPh><t>no</t></rPh></si></sst>'
    const sharing = row('<c r="B2" t="s"><v>0</v></c>')
    expect(readWorkbook(workbookOf(sharing, { shared }))).toEqual({
      ...{ ok: true, sheets: { Domains: [{ number: 2, cells: { Title: 'AB' } }] } },
    })
  })

  it.each<[string, Buffer, RegExp]>([
    [
      'a formula',
      workbookOf(row('<c r="B2"><f>1+1</f><v>2</v></c>')),
      /Domains, B2: This is a formula/,
    ],
    [
      'merged cells',
      workbookOf(sound, { after: '<mergeCells><mergeCell ref="A2:B2"/></mergeCells>' }),
      /A2:B2: These cells are merged/,
    ],
    [
      'a link',
      workbookOf(sound, { after: '<hyperlinks><hyperlink ref="B2" r:id="x"/></hyperlinks>' }),
      /B2: This cell is a link/,
    ],
    ['a hidden sheet', workbookOf(sound, { state: 'veryHidden' }), /Domains: The sheet is hidden/],
    ['a hidden row', workbookOf('<row r="2" hidden="1"/>'), /row 2: The row is hidden/],
    ['an error', workbookOf(row('<c r="B2" t="e"><v>#REF!</v></c>')), /B2: This is an error/],
    [
      'a number for words',
      workbookOf(row('<c r="B2"><v>3.1</v></c>')),
      /row 2, Title: This is a number/,
    ],
    [
      'a cell without a heading',
      workbookOf(row(text('D2', 'x'))),
      /column D: The column has no heading/,
    ],
    [
      'a heading twice',
      workbookOf(`<row r="1">${text('C1', 'Title')}</row>`),
      /Two columns are called Title/,
    ],
    ['a wrong heading', workbookOf(`<row r="1">${text('C1', 'Aim')}</row>`), /“Aim” is no heading/],
    ['a document type', workbookOf(`]]><!DOCTYPE x>`), /cannot be read: it is broken/],
    ['what is no archive', Buffer.from('Code,Text\n'), /cannot be read/],
    ['what is another archive', writeZip([], new Date(0)), /it is not a workbook/],
    ['more than is read', workbookOf(' '.repeat(8_100_000)), /more than is read/],
  ])('is refused for %s, with its place', (_, file, line) => {
    const read = readWorkbook(file)
    const lines = read.ok ? [] : read.findings.map(({ at, message }) => `${at}: ${message}`)
    expect(lines.join('\n')).toMatch(line)
  })
})
