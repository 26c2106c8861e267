/** The publication as a Word document. */
import { setImmediate as turn } from 'node:timers/promises'
import type { Publication } from '../model/publication.ts'

const point = (left: number) => ({ left, hanging: 220 })

export async function writeWord(publication: Publication): Promise<Buffer> {
  // Loaded with the first document: few who start the service need it.
  const [Word, { styles }, { wordChapter }, cover] = await Promise.all([
    import('docx'),
    import('./styles.ts'),
    import('./word-blocks.ts'),
    import('./word-cover.ts'),
  ])
  const { title, edition, steward, summary, chapters } = publication
  const text = []
  for (const chapter of chapters) {
    text.push(...wordChapter(chapter))
    await turn()
  }
  const bullet = { format: Word.LevelFormat.BULLET, text: '•', alignment: Word.AlignmentType.LEFT }
  const document = new Word.Document({
    ...{ title: `${title}, ${edition.toLowerCase()}`, creator: steward, description: summary },
    styles,
    numbering: {
      config: [
        {
          reference: 'points',
          levels: [
            { ...bullet, level: 0, style: { paragraph: { indent: point(440) } } },
            { ...bullet, level: 1, style: { paragraph: { indent: point(220) } } },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: { size: { width: 11906, height: 16838 }, margin: margins },
        },
        headers: {
          default: cover.wordHeader(publication),
          first: new Word.Header({ children: [] }),
        },
        footers: {
          default: cover.wordFooter(publication),
          first: new Word.Footer({ children: [] }),
        },
        children: [...cover.wordCover(publication), ...cover.wordContents(chapters), ...text],
      },
    ],
  })
  return Word.Packer.toBuffer(document)
}

/** In twentieths of a point. */
const margins = { top: 1400, right: 1134, bottom: 1400, left: 1134, header: 560, footer: 560 }
