/** What every page of the publication shares: its measures, its colours, where it is in the text. */
import type { Document, Sheet } from '../../../content/paper/paper-sheet.ts'

/** In points. Room above and below for the running heads. */
export const margins = { top: 84, right: 56, bottom: 84, left: 56 }

/** As in src/ui/styles/_brand.scss. */
export const colours = {
  brand: '#0b4f4a',
  tint: '#e4f0ee',
  line: '#a9cbc6',
  ink: '#212b32',
  muted: '#4c6272',
  accent: '#8a4b08',
  accentTint: '#fdf3e3',
}

export interface PdfPage extends Sheet {
  readonly width: number
  /** The chapter of each page, in order. */
  readonly chapters: string[]
  /** The page of each place that the contents lead to, counted from 0. */
  readonly places: Map<string, number>
}

export function roomOn({ doc }: Sheet): number {
  return doc.page.height - margins.bottom - doc.y
}

/** For the eye alone. */
export function artifact(
  doc: Document,
  draw: () => void,
  type: 'Layout' | 'Pagination' = 'Layout',
): void {
  doc.markContent('Artifact', { type })
  draw()
  doc.endMarkedContent()
}

export function pageNumber({ chapters }: PdfPage): number {
  return chapters.length - 1
}
