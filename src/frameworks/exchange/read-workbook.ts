/**
 * Reads a workbook from a stranger: SpreadsheetML (ECMA-376), values alone. Nothing is worked out,
 * and what a person would not see, or another program would read in another way, is refused.
 */
import { readZip, ZipFault, type ZipFile } from '../../content/read-zip.ts'
import type { Finding } from '../../finding.ts'
import {
  columnsOf,
  explanations,
  type SheetName,
  type SheetRow,
  type Sheets,
  sheetNames,
} from './model/sheet.ts'
import { type Element, parseXml, XmlFault } from './parse-xml.ts'
import { type ReadCells, readCells } from './read-cells.ts'

export type ReadWorkbook =
  | { readonly ok: true; readonly sheets: Sheets }
  | { readonly ok: false; readonly findings: readonly Finding[] }

/** Twenty times what our own framework needs. */
const limits = { entries: 100, file: 8_000_000, total: 16_000_000 }
const mostRows = 5_000

export function readWorkbook(bytes: Uint8Array): ReadWorkbook {
  try {
    const files = readZip(Buffer.from(bytes), limits)
    return readFiles(new Map(files.map((file) => [file.name, file])))
  } catch (error) {
    if (!(error instanceof ZipFault || error instanceof XmlFault)) throw error
    const message = `This workbook cannot be read: ${error.message}. Save it again as .xlsx`
    return { ok: false, findings: [{ code: 'file-refused', at: 'The file', message }] }
  }
}

type Files = ReadonlyMap<string, ZipFile>

function readFiles(files: Files): ReadWorkbook {
  const targets = targetsOf(files)
  const strings = sharedStrings(files)
  const findings: Finding[] = []
  const sheets: Partial<Record<SheetName, readonly SheetRow[]>> = {}
  for (const { attributes } of elements(xmlOf(files, 'xl/workbook.xml'), 'sheet')) {
    const title = attributes.name ?? ''
    if ((attributes.state ?? 'visible') !== 'visible') {
      findings.push(refusal(title, `The sheet is hidden: show it or delete it`))
      continue
    }
    const name = sheetNames.find((known) => known === title)
    if (title === explanations) continue
    if (name === undefined || sheets[name] !== undefined) {
      findings.push(refusal(title, `Delete this sheet, or call it ${sheetNames.join(', ')}`))
      continue
    }
    const file = files.get(targets.get(attributes['r:id'] ?? '') ?? '')
    if (file === undefined) throw new XmlFault('a sheet is missing in it')
    const read = readCells(textOf(file), strings)
    findings.push(...read.faults.map(({ cell, message }) => refusal(title, message, cell)))
    sheets[name] = rowsOf(name, read, findings)
  }
  return findings.length > 0 ? { ok: false, findings } : { ok: true, sheets }
}

function refusal(sheet: string, message: string, cell?: string): Finding {
  const at = cell === undefined ? sheet.slice(0, 40) : `${sheet}, ${cell}`
  return { code: 'sheet-refused', at, message }
}

function textOf(file: ZipFile): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file.content())
  } catch (error) {
    if (error instanceof ZipFault) throw error
    throw new XmlFault('it is not written in UTF-8')
  }
}

function xmlOf(files: Files, name: string): Element {
  const file = files.get(name)
  if (file === undefined) throw new XmlFault('it is not a workbook')
  return parseXml(textOf(file))
}

/** Those of a name, however deep. */
function elements(element: Element, name: string): Element[] {
  const own = element.name === name ? [element] : []
  return [...own, ...element.children.flatMap((child) => elements(child, name))]
}

/** The files of the sheets, by the ids that the workbook knows them by. */
function targetsOf(files: Files): ReadonlyMap<string, string> {
  const relations = elements(xmlOf(files, 'xl/_rels/workbook.xml.rels'), 'Relationship')
  return new Map(
    relations.map(({ attributes: { Id = '', Target = '' } }) => [
      Id,
      Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`,
    ]),
  )
}

function sharedStrings(files: Files): string[] {
  if (!files.has('xl/sharedStrings.xml')) return []
  return elements(xmlOf(files, 'xl/sharedStrings.xml'), 'si').map(wordsOf)
}

/** Of a string and its runs; what is written above it to help reading is no part of it. */
function wordsOf(item: Element): string {
  if (item.name === 'rPh') return ''
  return item.name === 't' ? item.text : item.children.map(wordsOf).join('')
}

function rowsOf(sheet: SheetName, { cells }: ReadCells, findings: Finding[]): SheetRow[] {
  const headings = headingsOf(sheet, cells.get(1) ?? new Map(), findings)
  const numbers = [...cells.keys()].filter((number) => number > 1)
  if (numbers.length > mostRows) {
    findings.push(refusal(sheet, `Send ${mostRows} rows or fewer`))
    return []
  }
  return numbers.flatMap((number) => {
    const held = [...(cells.get(number) ?? [])].filter(([, { text }]) => text !== '')
    for (const [column, { isNumber }] of held) {
      const heading = headings.get(column)
      const at = `row ${number}, ${heading ?? `column ${column}`}`
      if (heading === undefined) findings.push(refusal(sheet, 'The column has no heading', at))
      if (isNumber && heading !== 'Number') {
        const why = 'This is a number, which may have lost a nought at its end'
        findings.push(refusal(sheet, `${why}: format the cell as text and write it again`, at))
      }
    }
    const row = Object.fromEntries(
      held.map(([column, { text }]) => [headings.get(column) ?? '', text]),
    )
    return held.length === 0 ? [] : [{ number, cells: row }]
  })
}

/** The heading of each column, by its letters. */
function headingsOf(
  sheet: SheetName,
  first: ReadCells['cells'] extends ReadonlyMap<number, infer Row> ? Row : never,
  findings: Finding[],
): ReadonlyMap<string, string> {
  const known = columnsOf(sheet).map(({ name }) => name)
  const found = [...first].filter(([, { text }]) => text !== '')
  for (const [column, { text }] of found) {
    if (known.includes(text)) continue
    const message = `“${text.slice(0, 40)}” is no heading here. Known: ${known.join(', ')}`
    findings.push(refusal(sheet, message, `row 1, column ${column}`))
  }
  const written = found.map(([, { text }]) => text)
  for (const name of known) {
    const times = written.filter((text) => text === name).length
    if (times === 1) continue
    const message = times === 0 ? `Add a column called ${name}` : `Two columns are called ${name}`
    findings.push(refusal(sheet, message, 'row 1'))
  }
  return new Map(found.map(([column, { text }]) => [column, text]))
}
