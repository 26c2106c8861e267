/** Headings, words and points of a chapter. Tables are drawn in draw-table.ts. */
import { bold, regular } from '../../../content/paper/paper-sheet.ts'
import type { Block, Chapter, Fact, Heading, Points, Words } from '../model/publication.ts'
import { drawTable, startOfTable } from './draw-table.ts'
import { artifact, colours, margins, type PdfPage, pageNumber, roomOn } from './page.ts'

/** In points: a heading and two lines below it. */
const leastRoom = 90
/** A heading, and the words between it and its table. */
const aboveTable = 90

export function drawChapterHead(page: PdfPage, { id, title }: Chapter): void {
  const { doc, root, width } = page
  doc.addPage()
  markPlace(page, id)
  root.add(
    doc.struct('H2', {}, () => {
      doc.font(bold).fontSize(24).fillColor(colours.brand)
      doc.text(title, margins.left, margins.top, { width })
    }),
  )
  const y = doc.y + 4
  artifact(doc, () => doc.rect(margins.left, y, 64, 4).fill(colours.line))
  doc.y = y + 22
}

function markPlace(page: PdfPage, id: string): void {
  page.places.set(id, pageNumber(page))
  page.doc.addNamedDestination(id, 'XYZ', 0, page.doc.y, 0)
}

export function drawBlock(page: PdfPage, blocks: readonly Block[], index: number): void {
  const block = blocks[index]
  if (block?.kind === 'heading') {
    if (roomOn(page) < roomFor(page, blocks.slice(index + 1, index + 3))) page.doc.addPage()
    drawHeading(page, block)
  }
  if (block?.kind === 'words') drawWords(page, block)
  if (block?.kind === 'fact') drawFact(page, block)
  if (block?.kind === 'points') drawPoints(page, block)
  if (block?.kind === 'table') drawTable(page, block)
}

/** A heading never stands alone at the foot of a page, nor without the table it is for. */
function roomFor(page: PdfPage, next: readonly Block[]): number {
  const table = next.find((block) => block.kind === 'table')
  if (table === undefined || next.some(({ kind }) => kind === 'heading')) return leastRoom
  return aboveTable + startOfTable(page, table)
}

function drawHeading(page: PdfPage, { level, text, id }: Heading): void {
  const { doc, root, width } = page
  if (doc.y > margins.top) doc.y += level === 2 ? 14 : 8
  if (id !== undefined) markPlace(page, id)
  root.add(
    doc.struct(level === 2 ? 'H3' : 'H4', {}, () => {
      doc
        .font(bold)
        .fontSize(level === 2 ? 15 : 11)
        .fillColor(colours.brand)
      doc.text(text, margins.left, doc.y, { width })
    }),
  )
  doc.y += level === 2 ? 6 : 3
}

function drawWords({ doc, root, width }: PdfPage, { text, lead }: Words): void {
  root.add(
    doc.struct('P', {}, () => {
      doc
        .font(regular)
        .fontSize(lead ? 12.5 : 10)
        .fillColor(colours.ink)
      doc.text(text, margins.left, doc.y, { width, lineGap: lead ? 4 : 2.5 })
    }),
  )
  doc.y += lead ? 12 : 7
}

function drawFact({ doc, root, width }: PdfPage, { label, text }: Fact): void {
  root.add(
    doc.struct('P', {}, () => {
      doc.font(bold).fontSize(9).fillColor(colours.muted)
      doc.text(`${label}: `, margins.left, doc.y, { width, lineGap: 1.5, continued: true })
      doc.font(regular).text(text, { continued: false })
    }),
  )
  doc.y += 3
}

function drawPoints({ doc, root, width }: PdfPage, { items }: Points): void {
  const list = doc.struct('L')
  root.add(list)
  for (const text of items) {
    doc.font(regular).fontSize(10).fillColor(colours.ink)
    if (doc.y + doc.currentLineHeight(true) > doc.page.height - margins.bottom) doc.addPage()
    const y = doc.y
    list.add(
      doc.struct('LI', {}, [
        doc.struct('Lbl', {}, () => doc.text('•', margins.left + 4, y)),
        doc.struct('LBody', {}, () =>
          doc.text(text, margins.left + 18, y, { width: width - 18, lineGap: 2.5 }),
        ),
      ]),
    )
    doc.y += 4
  }
  list.end()
  doc.y += 6
}
