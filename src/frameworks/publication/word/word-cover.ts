/** The cover, the contents, and what stands above and below every page. */
import * as Word from 'docx'
import { drawIcon } from '../../../ui/draw-icon.ts'
import { type Chapter, contentsOf, type Publication } from '../model/publication.ts'
import { colours } from './styles.ts'
import { bookmarkOf, textWidth } from './word-blocks.ts'

const filled = { fill: colours.brand, type: Word.ShadingType.CLEAR, color: 'auto' }

export function wordCover(publication: Publication): Word.Paragraph[] {
  const { title, edition, published, steward, notice, address, standing } = publication
  const onBrand = (options: Word.IParagraphOptions) =>
    new Word.Paragraph({ shading: filled, spacing: { before: 0, after: 0, line: 300 }, ...options })
  const words = (text: string, run: object = {}) =>
    new Word.Paragraph({ style: 'Cover words', children: [new Word.TextRun({ text, ...run })] })
  return [
    onBrand({ children: [mark()], spacing: { before: 0, after: 0 } }),
    onBrand({ text: '', spacing: { line: 1200 } }),
    onBrand({ text: title, heading: Word.HeadingLevel.TITLE }),
    onBrand({ children: [new Word.TextRun({ text: edition, size: 36, color: 'ffffff' })] }),
    onBrand({ text: '', spacing: { line: 900, after: 600 } }),
    ...(standing === undefined
      ? []
      : [words(standing, { bold: true, size: 28, color: colours.accent })]),
    ...(published === undefined ? [] : [words(`Published on ${published}`)]),
    words(`Looked after by ${steward}`),
    words(notice, { bold: true }),
    words(address, { size: 20, color: colours.muted }),
  ]
}

function mark(): Word.ImageRun {
  const words = 'The mark of Lanyard: a card with a tick'
  return new Word.ImageRun({
    ...{ type: 'png', data: drawIcon(192) },
    transformation: { width: 96, height: 96 },
    altText: { name: 'Mark', title: 'Lanyard', description: words },
  })
}

/** Without page numbers, which Word alone can count: to have it count, it would ask whoever opens it. */
export function wordContents(
  chapters: readonly Chapter[],
): (Word.Paragraph | Word.TableOfContents)[] {
  const title = new Word.TextRun({ text: 'Contents', size: 48, bold: true, color: colours.brand })
  return [
    new Word.Paragraph({ pageBreakBefore: true, children: [title] }),
    new Word.TableOfContents('Contents', {
      ...{ hyperlink: true, headingStyleRange: '1-2', beginDirty: false },
      cachedEntries: contentsOf(chapters).map(({ id, title, isChapter }) => ({
        ...{ title, level: isChapter ? 1 : 2, href: bookmarkOf(id) },
      })),
    }),
  ]
}

const atTheEnd = [{ type: Word.TabStopType.RIGHT, position: textWidth }]

export function wordHeader({ title, edition, standing }: Publication): Word.Header {
  const lines = [
    new Word.Paragraph({
      ...{ style: 'Running head', tabStops: atTheEnd },
      border: {
        bottom: { style: Word.BorderStyle.SINGLE, size: 6, color: colours.line, space: 4 },
      },
      children: [new Word.TextRun(`${title}, ${edition.toLowerCase()}`)],
    }),
    ...(standing === undefined
      ? []
      : [
          new Word.Paragraph({
            style: 'Running head',
            children: [new Word.TextRun({ text: standing, bold: true, color: colours.accent })],
          }),
        ]),
  ]
  return new Word.Header({ children: lines })
}

export function wordFooter({ notice, address }: Publication): Word.Footer {
  const { CURRENT, TOTAL_PAGES } = Word.PageNumber
  const number = new Word.TextRun({
    ...{ bold: true, color: colours.brand },
    children: [new Word.Tab(), 'Page ', CURRENT, ' of ', TOTAL_PAGES],
  })
  return new Word.Footer({
    children: [
      new Word.Paragraph({
        ...{ style: 'Running head', text: notice },
        border: { top: { style: Word.BorderStyle.SINGLE, size: 6, color: colours.line, space: 4 } },
      }),
      new Word.Paragraph({
        ...{ style: 'Running head', tabStops: atTheEnd },
        children: [new Word.TextRun(address), number],
      }),
    ],
  })
}
