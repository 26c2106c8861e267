/** A workbook of an edition, or an empty one to fill in: every cell is text, whatever it begins with. */
import type { Edition } from '../model/framework.ts'
import { type Cells, columnsOf, explanations, type SheetName, sheetNames } from './model/sheet.ts'
import { writeSheets } from './model/write-sheets.ts'

type Row = { readonly value: string; readonly type: StringConstructor }[]

export function writeWorkbook(edition: Edition): Promise<Buffer> {
  return workbookOf(writeSheets(edition))
}

/** One row in each sheet that shows how, and the explanations. */
export function writeTemplate(edition: Edition): Promise<Buffer> {
  const full = writeSheets(edition)
  return workbookOf({
    Statements: full.Statements.slice(0, 3),
    Domains: full.Domains.slice(0, 1),
    Sections: full.Sections.slice(0, 1),
    Glossary: full.Glossary.slice(0, 1),
    Terms: full.Terms.slice(0, 1),
  })
}

async function workbookOf(rows: Readonly<Record<SheetName, readonly Cells[]>>): Promise<Buffer> {
  const { default: writeXlsx } = await import('write-excel-file/node')
  const sheets = [explanationSheet(), ...sheetNames.map((name) => sheetOf(name, rows[name]))]
  return writeXlsx(sheets, { fontFamily: 'Arial', fontSize: 10 }).toBuffer()
}

/** As text and never a formula: a cell may begin with = + - or @. */
function cell(value: string) {
  return { value, type: String, format: '@', wrap: true, alignVertical: 'top' as const }
}

function heading(value: string) {
  return {
    ...cell(value),
    ...{ fontWeight: 'bold' as const, backgroundColor: '#0b4f4a', textColor: '#ffffff' },
  }
}

function sheetOf(name: SheetName, rows: readonly Cells[]) {
  const columns = columnsOf(name)
  return {
    sheet: name,
    stickyRowsCount: 1,
    columns: columns.map(({ width }) => ({ width })),
    data: [
      columns.map((column) => heading(column.name)),
      ...rows.map((cells): Row => columns.map((column) => cell(cells[column.name] ?? ''))),
    ],
  }
}

function explanationSheet() {
  const lines = [
    'Change the other sheets and leave this one: nothing is read from it.',
    'Keep the names of the sheets and of the columns. Their order does not matter.',
    'Write words alone: no formulas, no merged cells, no hidden sheets, no links.',
    'You see what your file would change before anything is changed.',
  ]
  const columns = sheetNames.flatMap((sheet) =>
    columnsOf(sheet).map(({ name, about, isRequired = false }) => [
      ...[sheet, name, isRequired ? 'yes' : 'may be empty', about].map(cell),
    ]),
  )
  return {
    sheet: explanations,
    columns: [16, 18, 16, 90].map((width) => ({ width })),
    data: [
      ...lines.map((line) => [{ ...cell(line), columnSpan: 1, wrap: false }]),
      [],
      ['Sheet', 'Column', 'Needed', 'What to write'].map(heading),
      ...columns,
    ],
  }
}
