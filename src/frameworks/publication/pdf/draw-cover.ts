/** The cover: what it is, which edition, who looks after it, and whose framework it is not. */
import { bold, regular } from '../../../content/paper/paper-sheet.ts'
import type { Publication } from '../model/publication.ts'
import { artifact, colours, margins, type PdfPage } from './page.ts'

const blockHeight = 470

export function drawCover(page: PdfPage, publication: Publication): void {
  const { doc, root, width } = page
  artifact(doc, () => {
    doc.rect(0, 0, doc.page.width, blockHeight).fill(colours.brand)
    doc.rect(0, blockHeight, doc.page.width, 10).fill(colours.line)
  })
  root.add(
    doc.struct('Figure', { alt: 'The mark of Lanyard: a card with a tick' }, () => drawMark(page)),
  )
  const at = (
    words: string,
    y: number,
    style: { size: number; type?: string; colour?: string },
  ) => {
    doc.font(style.type ?? regular).fontSize(style.size)
    doc.fillColor(style.colour ?? '#ffffff').text(words, margins.left, y, { width })
  }
  root.add(doc.struct('H1', {}, () => at(publication.title, 190, { size: 34, type: bold })))
  const below = doc.y + 14
  root.add(doc.struct('P', {}, () => at(publication.edition, below, { size: 18 })))
  let y = blockHeight + 40
  const line = (words: string, style: { size: number; type?: string; colour?: string }) => {
    root.add(doc.struct('P', {}, () => at(words, y, style)))
    y = doc.y + 8
  }
  const ink = { size: 12, colour: colours.ink }
  if (publication.standing !== undefined) {
    line(publication.standing, { size: 14, type: bold, colour: colours.accent })
  }
  if (publication.published !== undefined) line(`Published on ${publication.published}`, ink)
  line(`Looked after by ${publication.steward}`, ink)
  line(publication.notice, { ...ink, type: bold })
  line(publication.address, { size: 10, colour: colours.muted })
}

/** The same drawing as the site's icon: src/ui/draw-icon.ts. */
function drawMark({ doc }: PdfPage): void {
  doc.save().translate(margins.left, 72).scale(1.2)
  doc.roundedRect(26, 8, 12, 7, 2).roundedRect(15, 17, 34, 38, 5).fill('#ffffff')
  doc.moveTo(23, 36.5).lineTo(29.5, 43).lineTo(41.5, 29)
  doc.lineWidth(5).lineCap('round').lineJoin('round').stroke(colours.brand)
  doc.restore()
}
