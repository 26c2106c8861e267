/** The contents: pages kept free before the text is set, and written when its pages are known. */
import { bold, regular } from '../../../content/paper/paper-sheet.ts'
import { type Chapter, type ContentsEntry, contentsOf } from '../model/publication.ts'
import { colours, margins, type PdfPage } from './page.ts'

const lineHeight = { chapter: 20, section: 13 }
const top = 130

function heightOf({ isChapter }: ContentsEntry): number {
  return isChapter ? lineHeight.chapter : lineHeight.section
}

/** The entries of each page of contents. */
function pagesOf({ doc }: PdfPage, entries: readonly ContentsEntry[]): ContentsEntry[][] {
  const pages: ContentsEntry[][] = [[]]
  let y = top
  for (const entry of entries) {
    if (y + heightOf(entry) > doc.page.height - margins.bottom) {
      pages.push([])
      y = margins.top
    }
    pages.at(-1)?.push(entry)
    y += heightOf(entry)
  }
  return pages
}

/** Keeps the pages free, and gives the drawing for later. */
export function keepContents(page: PdfPage, chapters: readonly Chapter[]): () => void {
  const { doc, root } = page
  doc.addPage()
  const first = page.chapters.length - 1
  root.add(
    doc.struct('H2', {}, () => {
      const y = margins.top
      doc.font(bold).fontSize(24).fillColor(colours.brand).text('Contents', margins.left, y)
    }),
  )
  const toc = doc.struct('TOC')
  root.add(toc)
  const pages = pagesOf(page, contentsOf(chapters))
  for (const _ of pages.slice(1)) doc.addPage()
  return () => {
    for (const [index, entries] of pages.entries()) {
      doc.switchToPage(first + index)
      let y = index === 0 ? top : margins.top
      for (const entry of entries) {
        drawEntry(page, toc, { entry, y })
        y += heightOf(entry)
      }
    }
    toc.end()
  }
}

function drawEntry(
  page: PdfPage,
  toc: ReturnType<PdfPage['doc']['struct']>,
  { entry, y }: { readonly entry: ContentsEntry; readonly y: number },
): void {
  const { doc, width } = page
  const { id, title, isChapter } = entry
  const indent = isChapter ? 0 : 16
  const link = doc.struct('Link', {}, () => {
    doc.font(isChapter ? bold : regular).fontSize(isChapter ? 10.5 : 9)
    doc.fillColor(isChapter ? colours.brand : colours.ink)
    const x = margins.left + indent
    const top = y + (isChapter ? 5 : 0)
    doc.text(title, x, top, { width: width - indent - 40, height: 12, ellipsis: true })
    const number = String((page.places.get(id) ?? 0) + 1)
    doc.text(number, x + width - indent - 40, top, { width: 40, align: 'right' })
    const described: object = { structParent: link, Contents: new String(title) }
    doc.goTo(x, top, width - indent, lineHeight.section, id, described)
  })
  const item = doc.struct('TOCI')
  toc.add(item)
  item.add(link)
  link.end()
  item.end()
}
