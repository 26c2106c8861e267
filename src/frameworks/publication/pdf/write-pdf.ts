/** The publication as a tagged PDF (ISO 14289-1), to be read aloud as well as looked at. */
import { setImmediate as turn } from 'node:timers/promises'
import { beginPaper, finishPaper } from '../../../content/paper/begin-paper.ts'
import { type Chapter, headingsOf, type Publication } from '../model/publication.ts'
import { drawBlock, drawChapterHead } from './draw-blocks.ts'
import { keepContents } from './draw-contents.ts'
import { drawCover } from './draw-cover.ts'
import { drawHeads } from './draw-heads.ts'
import { margins, type PdfPage } from './page.ts'

/** The same bytes for the same publication. Gives way after each block: others are waiting. */
export async function writePdf(publication: Publication): Promise<Buffer> {
  const { title, edition, steward, chapters } = publication
  const sheet = await beginPaper({
    ...{ title: `${title}, ${edition.toLowerCase()}`, author: steward, margins },
    // One day for all, so that the bytes depend on the text alone.
    madeAt: new Date(0),
  })
  const { doc } = sheet
  const width = doc.page.width - margins.left - margins.right
  const page: PdfPage = { ...sheet, width, chapters: [''], places: new Map() }
  let current = 'Contents'
  doc.on('pageAdded', () => page.chapters.push(current))
  drawCover(page, publication)
  const drawContents = keepContents(page, chapters)
  for (const chapter of chapters) {
    current = chapter.title
    drawChapterHead(page, chapter)
    for (const index of chapter.blocks.keys()) {
      drawBlock(page, chapter.blocks, index)
      await turn()
    }
  }
  drawContents()
  sheet.root.end()
  addBookmarks(page, chapters)
  drawHeads(page, publication)
  return finishPaper(doc)
}

function addBookmarks({ doc, places }: PdfPage, chapters: readonly Chapter[]): void {
  for (const chapter of chapters) {
    const item = doc.outline.addItem(chapter.title, pageOf(places, chapter.id))
    for (const { id, text } of headingsOf(chapter)) item.addItem(text, pageOf(places, id))
  }
}

function pageOf(places: PdfPage['places'], id: string): object {
  return { pageNumber: places.get(id) ?? 0, fit: true }
}
