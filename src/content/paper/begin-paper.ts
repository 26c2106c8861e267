/** Begins and ends a tagged PDF: its title, its language, its letters inside. */
import { type Document, margin, regular, type Sheet } from './paper-sheet.ts'

/** ISO 14289-1. The types of pdfkit do not know yet that it writes it. */
const accessible: object = { subset: 'PDF/UA' }

/** In points. */
interface Margins {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

export async function beginPaper({
  title,
  madeAt,
  author,
  margins = { top: margin, right: margin, bottom: margin, left: margin },
}: {
  readonly title: string
  readonly madeAt: Date
  readonly author?: string | undefined
  readonly margins?: Margins | undefined
}): Promise<Sheet> {
  // Loaded with the first paper: few who start the service need it.
  const { default: Pdf } = await import('pdfkit')
  const doc: Document = new Pdf({
    ...{ size: 'A4', margins, font: regular, bufferPages: true },
    ...{ pdfVersion: '1.7', tagged: true, lang: 'en-GB', displayTitle: true, ...accessible },
    info: {
      ...{ Title: title, Producer: 'Lanyard', CreationDate: madeAt },
      ...(author !== undefined && { Author: author }),
    },
  })
  const root = doc.struct('Document')
  doc.addStructure(root)
  return { doc, root }
}

export function finishPaper(doc: Document): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    doc.on('data', (chunk: Buffer) => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
    doc.end()
  })
}
