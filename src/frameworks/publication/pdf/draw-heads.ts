/** Running heads and feet: on each page, and told to no screen reader. */
import { bold, regular } from '../../../content/paper/paper-sheet.ts'
import type { Publication } from '../model/publication.ts'
import { artifact, colours, margins, type PdfPage } from './page.ts'

export function drawHeads(page: PdfPage, publication: Publication): void {
  const { doc } = page
  const { start, count } = doc.bufferedPageRange()
  // The cover says all of it in its own words.
  for (let index = start + 1; index < start + count; index += 1) {
    doc.switchToPage(index)
    // Else a line so low would ask for a page.
    doc.page.margins.bottom = 0
    artifact(
      doc,
      () => {
        drawHead(page, publication, index)
        drawFoot(page, publication, `Page ${index + 1} of ${count}`)
      },
      'Pagination',
    )
  }
}

function drawHead(page: PdfPage, { title, edition, standing }: Publication, index: number): void {
  const { doc, width } = page
  const half = width / 2 - 6
  const oneLine = { lineBreak: false, height: 10, ellipsis: true }
  doc.fontSize(8).fillColor(colours.muted).font(regular)
  doc.text(`${title}, ${edition.toLowerCase()}`, margins.left, 36, { ...oneLine, width: half })
  const chapter = page.chapters[index] ?? ''
  doc.font(bold).text(chapter, margins.left + half + 12, 36, {
    ...{ ...oneLine, width: half, align: 'right' },
  })
  doc.moveTo(margins.left, 50).lineTo(margins.left + width, 50)
  doc.lineWidth(0.8).stroke(colours.line)
  if (standing === undefined) return
  doc.font(bold).fontSize(7.5).fillColor(colours.accent)
  doc.text(standing, margins.left, 55, { width, height: 20, ellipsis: true })
}

function drawFoot({ doc, width }: PdfPage, { notice, address }: Publication, number: string): void {
  const y = doc.page.height - 62
  doc.moveTo(margins.left, y).lineTo(margins.left + width, y)
  doc.lineWidth(0.8).stroke(colours.line)
  doc.font(regular).fontSize(7.5).fillColor(colours.muted)
  doc.text(notice, margins.left, y + 8, { width: width - 80, height: 20, ellipsis: true })
  doc.text(address, margins.left, doc.y + 1, { width: width - 80, height: 10, ellipsis: true })
  doc.font(bold).fontSize(8).fillColor(colours.brand)
  doc.text(number, margins.left + width - 80, y + 8, { width: 80, align: 'right' })
}
