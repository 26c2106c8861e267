/** The parts that a tagged PDF is made of: headings, words, lists, tables, pictures. */
import { fileURLToPath } from 'node:url'
import type PDFDocument from 'pdfkit'

export type Document = InstanceType<typeof PDFDocument>
export type Structure = ReturnType<Document['struct']>

export interface Sheet {
  readonly doc: Document
  readonly root: Structure
}

const font = (name: string) => fileURLToPath(new URL(`./fonts/${name}.ttf`, import.meta.url))
export const bold = font('DejaVuSansCondensed-Bold')
export const regular = font('DejaVuSansCondensed')
/** In points. */
export const margin = 56

export function heading({ doc, root }: Sheet, level: 'H1' | 'H2' | 'H3', words: string): void {
  const size = { H1: 22, H2: 15, H3: 12 }[level]
  root.add(
    doc.struct(level, {}, () => {
      doc.moveDown(level === 'H1' ? 0 : 0.7)
      doc.font(bold).fontSize(size).text(words)
      doc.moveDown(0.4)
    }),
  )
}

export function text({ doc, root }: Sheet, words: string, { strong = false } = {}): void {
  root.add(
    doc.struct('P', {}, () => {
      doc
        .font(strong ? bold : regular)
        .fontSize(10.5)
        .text(words, { lineGap: 2 })
      doc.moveDown(0.4)
    }),
  )
}

export function list({ doc, root }: Sheet, items: readonly string[]): void {
  const entries = items.map((words) =>
    doc.struct('LI', {}, [
      doc.struct('LBody', {}, () => {
        doc.font(regular).fontSize(10.5).text(`•  ${words}`, { indent: 0, lineGap: 2 })
      }),
    ]),
  )
  root.add(doc.struct('L', {}, entries))
  doc.moveDown(0.4)
}

export function figure({ doc, root }: Sheet, alt: string, draw: () => void): void {
  root.add(doc.struct('Figure', { alt }, draw))
}

/** On a new page where there is not so much room, so that a code is never cut in two. */
export function keepTogether({ doc }: Sheet, height: number): void {
  if (doc.y + height > doc.page.height - margin) doc.addPage()
}

/** ISO 14289-1 §7.5 asks for it; the types of pdfkit do not know yet that it writes it. */
const ofColumn: object = { scope: 'Column' }
const cellSize = 8.5
const padding = 4

export interface SheetTable {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Shares of the width. */
  readonly widths: readonly number[]
}

/** A row is never cut in two; where a table goes on, its head is drawn again, for the eye alone. */
export function table(sheet: Sheet, { head, rows, widths }: SheetTable): void {
  const { doc, root } = sheet
  const columns = columnsOf(doc, widths)
  const made = doc.struct('Table')
  root.add(made)
  keepTogether(sheet, heightOf(doc, { words: head, columns, type: bold }) + 60)
  drawRow(sheet, made, { words: head, columns, tag: 'TH' })
  for (const words of rows) {
    const height = heightOf(doc, { words, columns, type: regular })
    if (doc.y + height > doc.page.height - margin) {
      doc.addPage()
      doc.markContent('Artifact', { type: 'Layout' })
      drawCells(doc, { words: head, columns, type: bold })
      doc.endMarkedContent()
    }
    drawRow(sheet, made, { words, columns, tag: 'TD' })
  }
  made.end()
  doc.x = margin
  doc.moveDown(0.6)
}

interface Column {
  readonly x: number
  readonly width: number
}

function columnsOf(doc: Document, widths: readonly number[]): readonly Column[] {
  const all = widths.reduce((sum, one) => sum + one, 0)
  const room = doc.page.width - 2 * margin
  return widths.map((width, index) => ({
    x: margin + (room * widths.slice(0, index).reduce((sum, one) => sum + one, 0)) / all,
    width: (room * width) / all - padding,
  }))
}

interface Cells {
  readonly words: readonly string[]
  readonly columns: readonly Column[]
  readonly type: string
}

function heightOf(doc: Document, { words, columns, type }: Cells): number {
  doc.font(type).fontSize(cellSize)
  const heights = words.map((one, index) =>
    doc.heightOfString(one, { width: columns[index]?.width ?? 0 }),
  )
  return Math.max(...heights) + padding
}

function drawRow(
  { doc }: Sheet,
  made: Structure,
  { tag, ...cells }: { readonly tag: 'TH' | 'TD' } & Omit<Cells, 'type'>,
): void {
  const type = tag === 'TH' ? bold : regular
  const top = doc.y
  const height = heightOf(doc, { ...cells, type })
  const row = doc.struct('TR')
  made.add(row)
  for (const index of cells.words.keys()) {
    row.add(
      doc.struct(tag, tag === 'TH' ? ofColumn : {}, () =>
        drawCell(doc, { ...cells, type }, { index, top }),
      ),
    )
  }
  row.end()
  doc.y = top + height
}

function drawCells(doc: Document, cells: Cells): void {
  const top = doc.y
  const height = heightOf(doc, cells)
  for (const index of cells.words.keys()) drawCell(doc, cells, { index, top })
  doc.y = top + height
}

function drawCell(
  doc: Document,
  { words, columns, type }: Cells,
  { index, top }: { readonly index: number; readonly top: number },
): void {
  const { x, width } = columns[index] ?? { x: margin, width: 0 }
  doc
    .font(type)
    .fontSize(cellSize)
    .text(words[index] ?? '', x, top, { width })
}
