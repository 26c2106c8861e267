/** A table with its head on every page. A row is cut only where it is longer than a page. */
import { bold, regular, type Structure } from '../../../content/paper/paper-sheet.ts'
import { type Cell, type Line, lineWords, type PublicationTable } from '../model/publication.ts'
import { artifact, colours, margins, type PdfPage, roomOn } from './page.ts'

interface Column {
  readonly x: number
  /** Of its words, without the padding. */
  readonly width: number
}

/** ISO 14289-1 §7.5 asks for it; the types of pdfkit do not know yet that it writes it. */
const [ofColumn, ofRow]: readonly object[] = [{ scope: 'Column' }, { scope: 'Row' }]
const padding = 6
const gap = 3.5
const pointIndent = 9
const headSize = 9

const styles: Readonly<Record<Line['kind'], { size: number; type: string; colour: string }>> = {
  words: { size: 9, type: regular, colour: colours.ink },
  code: { size: 8, type: bold, colour: colours.muted },
  note: { size: 8, type: regular, colour: colours.muted },
  point: { size: 8.5, type: regular, colour: colours.ink },
}

export function drawTable(page: PdfPage, table: PublicationTable): void {
  const { doc, root } = page
  const columns = columnsOf(page, table)
  const made = doc.struct('Table', { title: table.caption })
  root.add(made)
  const heights = table.rows.map((cells) => rowHeight(page, columns, cells))
  const head = headHeight(page, table, columns)
  if (roomOn(page) < startOfTable(page, table)) doc.addPage()
  drawHead(page, { table, columns, made })
  for (const [index, cells] of table.rows.entries()) {
    const height = heights[index] ?? 0
    if (height > pageRoom(page) - head) {
      drawLongRow(page, { table, made, cells })
      continue
    }
    if (roomOn(page) < height) {
      doc.addPage()
      drawHead(page, { table, columns })
    }
    drawRow(page, { table, columns, made, cells, height })
  }
  made.end()
  doc.x = margins.left
  doc.y += 8
}

/** What must stay together with a heading above it: the head of the table and its first row. */
export function startOfTable(page: PdfPage, table: PublicationTable): number {
  const columns = columnsOf(page, table)
  const head = headHeight(page, table, columns)
  return Math.min(head + rowHeight(page, columns, table.rows[0] ?? []), pageRoom(page) - 160)
}

function pageRoom({ doc }: PdfPage): number {
  return doc.page.height - margins.top - margins.bottom
}

function columnsOf({ width }: PdfPage, { widths }: PublicationTable): Column[] {
  const all = widths.reduce((sum, one) => sum + one, 0)
  return widths.map((share, index) => ({
    x: margins.left + (width * widths.slice(0, index).reduce((sum, one) => sum + one, 0)) / all,
    width: (width * share) / all - 2 * padding,
  }))
}

function headHeight({ doc }: PdfPage, { head }: PublicationTable, columns: readonly Column[]) {
  doc.font(bold).fontSize(headSize)
  const heights = head.map((words, index) =>
    doc.heightOfString(words, { width: columns[index]?.width ?? 0 }),
  )
  return Math.max(...heights) + 2 * padding
}

/** Tagged where it is first drawn; on the pages after that for the eye alone. */
function drawHead(
  page: PdfPage,
  {
    table,
    columns,
    made,
  }: {
    readonly table: PublicationTable
    readonly columns: readonly Column[]
    readonly made?: Structure
  },
): void {
  const { doc, width } = page
  const height = headHeight(page, table, columns)
  const top = doc.y
  artifact(doc, () => doc.rect(margins.left, top, width, height).fill(colours.brand))
  const drawOne = (index: number) => {
    const { x, width } = columns[index] ?? { x: margins.left, width: 0 }
    doc.font(bold).fontSize(headSize).fillColor('#ffffff')
    doc.text(table.head[index] ?? '', x + padding, top + padding, { width })
  }
  if (made === undefined) {
    artifact(doc, () => {
      for (const index of table.head.keys()) drawOne(index)
    })
  } else {
    const row = doc.struct('TR')
    made.add(row)
    for (const index of table.head.keys()) {
      row.add(doc.struct('TH', ofColumn, () => drawOne(index)))
    }
    row.end()
  }
  doc.y = top + height
}

function rowHeight(page: PdfPage, columns: readonly Column[], cells: readonly Cell[]): number {
  const heights = cells.map((cell, index) => cellHeight(page, cell, columns[index]?.width ?? 0))
  return Math.max(...heights) + 2 * padding
}

function cellHeight(page: PdfPage, cell: Cell, width: number): number {
  return cell.reduce((sum, line) => sum + lineHeight(page, line, width) + gap, -gap)
}

function lineHeight({ doc }: PdfPage, line: Line, width: number): number {
  const { size, type } = styles[line.kind]
  const label = line.label ?? ''
  const boldLabel = doc.font(bold).fontSize(size).widthOfString(label)
  // A label in bold takes more of its line: every line is measured as if it did.
  const extra = boldLabel - doc.font(type).widthOfString(label)
  const room = width - indentOf(line) - extra
  return doc.heightOfString(lineWords(line), { width: room, lineGap: 1 })
}

function indentOf({ kind }: Line): number {
  return kind === 'point' ? pointIndent : 0
}

function drawRow(
  page: PdfPage,
  {
    table,
    columns,
    made,
    cells,
    height,
  }: {
    readonly table: PublicationTable
    readonly columns: readonly Column[]
    readonly made: Structure
    readonly cells: readonly Cell[]
    readonly height: number
  },
): void {
  const { doc, width } = page
  const top = doc.y
  artifact(doc, () => {
    if (table.rowHeads) {
      const first = (columns[1]?.x ?? margins.left) - margins.left
      doc.rect(margins.left, top, first, height).fill(colours.tint)
    }
    drawLines(page, columns, { top, height, width })
  })
  const row = doc.struct('TR')
  made.add(row)
  for (const [index, cell] of cells.entries()) {
    const { x, width } = columns[index] ?? { x: margins.left, width: 0 }
    doc.y = top + padding
    const isHead = table.rowHeads === true && index === 0
    addCell(page, row, { cell, isHead, x: x + padding, width })
  }
  row.end()
  doc.y = top + height
}

function drawLines(
  { doc }: PdfPage,
  columns: readonly Column[],
  { top, height, width }: { readonly top: number; readonly height: number; readonly width: number },
): void {
  const [left, bottom] = [margins.left, top + height]
  doc.lineWidth(0.6).strokeColor(colours.line)
  for (const { x } of [...columns, { x: left + width }]) doc.moveTo(x, top).lineTo(x, bottom)
  doc.moveTo(left, bottom).lineTo(left + width, bottom)
  doc.stroke()
}

interface Placed {
  readonly cell: Cell
  readonly isHead: boolean
  readonly x: number
  readonly width: number
}

function addCell(page: PdfPage, row: Structure, { cell, isHead, x, width }: Placed): void {
  const { doc } = page
  const made = isHead ? doc.struct('TH', ofRow) : doc.struct('TD')
  row.add(made)
  for (const lines of grouped(cell)) {
    const isList = lines[0]?.kind === 'point'
    const list = isList ? doc.struct('L') : made
    if (isList) made.add(list)
    for (const line of lines) {
      const draw = () => drawLine(page, line, { x, width, isHead })
      list.add(
        isList ? doc.struct('LI', {}, [doc.struct('LBody', {}, draw)]) : doc.struct('P', {}, draw),
      )
      doc.y += gap
    }
    if (isList) list.end()
  }
  made.end()
}

/** Points that follow one another are one list. */
function grouped(cell: Cell): Line[][] {
  const groups: Line[][] = []
  for (const line of cell) {
    const last = groups.at(-1)
    if (line.kind === 'point' && last?.[0]?.kind === 'point') last.push(line)
    else groups.push([line])
  }
  return groups
}

function drawLine(
  { doc }: PdfPage,
  line: Line,
  { x, width, isHead }: { readonly x: number; readonly width: number; readonly isHead: boolean },
): void {
  const { size, type, colour } = styles[line.kind]
  const indent = indentOf(line)
  const place = { width: width - indent, lineGap: 1 }
  const y = doc.y
  doc.fontSize(size).fillColor(isHead ? colours.brand : colour)
  if (line.kind === 'point') doc.font(type).text('•', x, y, { width: indent })
  if (line.label !== undefined) {
    doc.font(bold).text(`${line.label}: `, x, y, { ...place, continued: true })
    doc.font(type).text(line.text, { continued: false })
  } else {
    doc.font(isHead ? bold : type).text(line.text, x + indent, y, place)
  }
}

/** Longer than a page: its cells one under the other, over the whole width. */
function drawLongRow(
  page: PdfPage,
  {
    table,
    made,
    cells,
  }: {
    readonly table: PublicationTable
    readonly made: Structure
    readonly cells: readonly Cell[]
  },
): void {
  const { doc, width } = page
  const row = doc.struct('TR')
  made.add(row)
  for (const [index, cell] of cells.entries()) {
    doc.y += gap
    const isHead = table.rowHeads === true && index === 0
    const name = isHead ? [] : [{ kind: 'code' as const, text: table.head[index] ?? '' }]
    addCell(page, row, { cell: [...name, ...cell], isHead, x: margins.left, width })
  }
  row.end()
}
