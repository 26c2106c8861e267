/** Rows of cells become domains, sections and statements, or a line for each thing to mend. */
import type { Finding } from '../../../finding.ts'
import { checkTypedText, type TextKind } from '../../model/check-typed-text.ts'
import {
  type Domain,
  type Edition,
  type GlossaryEntry,
  levelOf,
  nationSlugs,
  type PreferredTerm,
  partySlugs,
  pillarSlugs,
  type Requires,
  type Section,
  type Statement,
  sectorSlugs,
  settingSlugs,
  type Variant,
} from '../../model/framework.ts'
import { sectionOf } from '../../model/look-up.ts'
import { columnsOf, type SheetName, type SheetRow, type Sheets, sheetNames } from './sheet.ts'

/** Of the sheets that were in the workbook. */
export interface SheetEdition {
  readonly domains: readonly Domain[]
  readonly glossary?: readonly GlossaryEntry[] | undefined
  readonly terms?: readonly PreferredTerm[] | undefined
}

export type ReadSheets =
  | { readonly ok: true; readonly value: SheetEdition }
  | { readonly ok: false; readonly findings: readonly Finding[] }

/** The words of one row, and the line to write where they are wrong. */
interface RowReader {
  readonly text: (column: string) => string
  readonly wrong: (column: string, message: string) => void
  /** Words that no door lets in. */
  readonly check: (column: string, text: string, kind: TextKind) => void
}

export function readSheets(sheets: Sheets): ReadSheets {
  const findings: Finding[] = missingSheets(sheets)
  const rowsOf = <T>(sheet: SheetName, read: (row: RowReader) => T): T[] =>
    (sheets[sheet] ?? []).map((row) => read(rowReader(sheet, row, findings)))
  const statements = rowsOf('Statements', readStatement)
  const sections = rowsOf('Sections', readSection)
  const domains = rowsOf('Domains', readDomain)
  findings.push(...repeats(sheets), ...homeless({ domains, sections, statements }, sheets))
  const glossary = rowsOf('Glossary', readGlossaryEntry)
  const terms = rowsOf('Terms', readTerm)
  if (findings.length > 0) return { ok: false, findings }
  return {
    ok: true,
    value: {
      domains: domains.map((domain) => ({
        ...domain,
        sections: sections
          .filter(({ code }) => domainOf(code) === domain.number)
          .map((section) => ({
            ...section,
            statements: statements.filter(({ code }) => sectionOf(code) === section.code),
          })),
      })),
      ...(sheets.Glossary !== undefined && { glossary }),
      ...(sheets.Terms !== undefined && { terms }),
    },
  }
}

/** The edition with what the sheets hold in place of what it held. */
export function withSheets(edition: Edition, { domains, glossary, terms }: SheetEdition): Edition {
  return {
    ...edition,
    domains,
    glossary: glossary ?? edition.glossary,
    terms: terms ?? edition.terms,
  }
}

const needed: readonly SheetName[] = ['Statements', 'Domains', 'Sections']

function missingSheets(sheets: Sheets): Finding[] {
  return needed
    .filter((name) => sheets[name] === undefined)
    .map((name) => ({
      ...{ code: 'sheet-missing', at: name },
      message: `There is no sheet called ${name}: add it, as in the template`,
    }))
}

function rowReader(sheet: SheetName, row: SheetRow, findings: Finding[]): RowReader {
  const wrong = (column: string, message: string) => {
    findings.push({ code: 'cell-refused', at: `${sheet}, row ${row.number}, ${column}`, message })
  }
  const check = (column: string, text: string, kind: TextKind) => {
    const fault = checkTypedText(text, kind)
    if (fault !== undefined) wrong(column, `This ${fault}`)
  }
  for (const { name, isRequired, kind = 'text' } of columnsOf(sheet)) {
    const text = row.cells[name] ?? ''
    if (isRequired && text === '') wrong(name, 'This is empty: write something')
    if (kind !== 'several') check(name, text, kind)
  }
  return { wrong, check, text: (column) => row.cells[column] ?? '' }
}

const statementCode = /^\d+\.\d+(\.\d+)?-(entry|intermediate|assistant-practitioner)$/
const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/

function readStatement(row: RowReader): Statement {
  const code = row.text('Code')
  const section = row.text('Section')
  const capability = row.text('Capability')
  if (code !== '' && !statementCode.test(code)) {
    row.wrong('Code', 'Write a code such as 3.9-entry or 3.9.2-intermediate')
  } else {
    if (section !== sectionOf(code))
      row.wrong('Section', `Write ${sectionOf(code)}, as in the code`)
    const level = levelOf(code) ?? ''
    if (row.text('Level') !== level) row.wrong('Level', `Write ${level}, as in the code`)
  }
  if (capability !== '' && !slug.test(capability)) {
    row.wrong('Capability', 'Write it in lower-case letters, digits and hyphens')
  }
  const requires = readRequires(row)
  const example = row.text('Example')
  return {
    ...{ code, capability, text: row.text('Text') },
    pillars: chosen(row, 'Pillars', pillarSlugs),
    parties: chosen(row, 'Parties', partySlugs),
    professions: items(row.text('Professions')),
    settings: chosen(row, 'Settings', settingSlugs),
    variants: readVariants(row),
    ...(requires !== undefined && { requires }),
    ...(example !== '' && { example }),
    highRisk: readYes(row),
  }
}

function items(text: string): string[] {
  return text
    .split(/[,;\n]/)
    .map((item) => item.trim())
    .filter((item) => item !== '')
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function chosen<T extends string>(row: RowReader, column: string, known: readonly T[]): T[] {
  return items(row.text(column)).flatMap((item) => {
    const found = known.find((one) => one === item)
    if (found !== undefined) return [found]
    row.wrong(column, `“${item.slice(0, 40)}” is none of these: ${known.join(', ')}`)
    return []
  })
}

function readYes(row: RowReader): boolean {
  const text = row.text('High risk').toLowerCase()
  if (!['', 'yes', 'no'].includes(text)) row.wrong('High risk', 'Write yes, or leave it empty')
  return text === 'yes'
}

function readRequires(row: RowReader): Requires | undefined {
  const [first, ...things] = lines(row.text('Requires'))
  if (first === undefined) return undefined
  const kind = first.toLowerCase()
  if ((kind !== 'all:' && kind !== 'any:') || things.length === 0) {
    row.wrong(
      'Requires',
      'Write “all:” or “any:” on the first line, then each thing on a line of its own',
    )
    return undefined
  }
  row.check('Requires', things.join('\n'), 'text')
  for (const thing of things) row.check('Requires', thing, 'statement')
  return kind === 'all:' ? { all: things } : { any: things }
}

function readVariants(row: RowReader): Variant[] {
  return lines(row.text('Variants')).flatMap((line) => {
    const [, before = '', text = ''] = /^([^:]*):\s*(.+)$/.exec(line) ?? []
    const places = items(before)
    const sector = sectorSlugs.find((one) => places.includes(one))
    const nation = nationSlugs.find((one) => places.includes(one))
    const known = [sector, nation].filter((place) => place !== undefined)
    if (text !== '' && known.length > 0 && known.length === places.length) {
      row.check('Variants', text, 'statement')
      return [{ ...(sector && { sector }), ...(nation && { nation }), text }]
    }
    const all = [...sectorSlugs, ...nationSlugs].join(', ')
    row.wrong('Variants', `Begin each line with where it holds and a colon. Known: ${all}`)
    return []
  })
}

type SectionAlone = Omit<Section, 'statements'>
type DomainAlone = Omit<Domain, 'sections'>

const sectionCode = /^\d+\.\d+$/

function readSection(row: RowReader): SectionAlone {
  const [code, cites, about] = [row.text('Code'), row.text('Cites'), row.text('About')]
  if (code !== '' && !sectionCode.test(code)) row.wrong('Code', 'Write a code such as 3.9')
  if (cites !== '' && !sectionCode.test(cites)) row.wrong('Cites', 'Write a code such as 3.9')
  return {
    ...{ code, title: row.text('Title') },
    ...(cites !== '' && { cites }),
    ...(about !== '' && { about }),
  }
}

function readDomain(row: RowReader): DomainAlone {
  const number = row.text('Number')
  if (number !== '' && !/^[1-9]\d{0,2}$/.test(number)) row.wrong('Number', 'Write a whole number')
  return { number: Number(number), title: row.text('Title'), purpose: row.text('Purpose') }
}

function readGlossaryEntry(row: RowReader): GlossaryEntry {
  return {
    ...{ term: row.text('Term'), forms: lines(row.text('Forms')), meaning: row.text('Meaning') },
    includes: lines(row.text('Includes')),
  }
}

function readTerm(row: RowReader): PreferredTerm {
  return {
    ...{ use: row.text('Use'), insteadOf: lines(row.text('Instead of')) },
    ...{ because: row.text('Because'), owner: row.text('Owner'), audience: row.text('Audience') },
  }
}

function domainOf(section: string): number {
  return Number(section.split('.')[0])
}

/** What names a row of each sheet. */
const keys: Readonly<Record<SheetName, string>> = {
  ...{ Statements: 'Code', Domains: 'Number', Sections: 'Code', Glossary: 'Term', Terms: 'Use' },
}

function repeats(sheets: Sheets): Finding[] {
  return sheetNames.flatMap((sheet) => {
    const first = new Map<string, number>()
    return (sheets[sheet] ?? []).flatMap(({ number, cells }) => {
      const key = (cells[keys[sheet]] ?? '').toLowerCase()
      const before = first.get(key)
      if (key === '') return []
      if (before === undefined) {
        first.set(key, number)
        return []
      }
      const message = `“${key.slice(0, 60)}” stands in row ${before} too: keep one of them`
      return [{ code: 'row-twice', at: `${sheet}, row ${number}, ${keys[sheet]}`, message }]
    })
  })
}

/** A statement whose section, or a section whose domain, has no row of its own. */
function homeless(
  {
    domains,
    sections,
    statements,
  }: {
    readonly domains: readonly DomainAlone[]
    readonly sections: readonly SectionAlone[]
    readonly statements: readonly Statement[]
  },
  sheets: Sheets,
): Finding[] {
  const rowOf = (sheet: SheetName, index: number) => sheets[sheet]?.[index]?.number ?? 0
  return [
    ...statements.flatMap(({ code }, index) => {
      const section = sectionOf(code)
      if (!sectionCode.test(section) || sections.some((one) => one.code === section)) return []
      const at = `Statements, row ${rowOf('Statements', index)}, Section`
      return [
        { code: 'section-missing', at, message: `Add section ${section} to the sheet Sections` },
      ]
    }),
    ...sections.flatMap(({ code }, index) => {
      const domain = domainOf(code)
      if (!sectionCode.test(code) || domains.some(({ number }) => number === domain)) return []
      const at = `Sections, row ${rowOf('Sections', index)}, Code`
      return [{ code: 'domain-missing', at, message: `Add domain ${domain} to the sheet Domains` }]
    }),
  ]
}
