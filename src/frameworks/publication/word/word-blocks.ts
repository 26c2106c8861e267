/** The blocks of a chapter as Word has them: real headings, lists, and tables whose head returns on each page. */
import * as Word from 'docx'
import type { Block, Cell, Chapter, Line, PublicationTable } from '../model/publication.ts'
import { colours } from './styles.ts'

type Child = Word.Paragraph | Word.Table

export function wordChapter({ id, title, blocks }: Chapter): Child[] {
  const heading = { heading: Word.HeadingLevel.HEADING_1, pageBreakBefore: true }
  const children = [marked(id, title)]
  return [new Word.Paragraph({ children, ...heading }), ...blocks.flatMap(wordBlock)]
}

function marked(id: string, text: string): Word.Bookmark {
  return new Word.Bookmark({ id: bookmarkOf(id), children: [new Word.TextRun(text)] })
}

/** Word takes letters, digits and lines, forty of them at most. */
export function bookmarkOf(id: string): string {
  return `at_${id.replaceAll(/[^a-z0-9]/gi, '_')}`.slice(0, 40)
}

function wordBlock(block: Block): Child[] {
  switch (block.kind) {
    case 'heading': {
      const level = block.level === 2 ? Word.HeadingLevel.HEADING_2 : Word.HeadingLevel.HEADING_3
      const { id, text } = block
      const children = [id === undefined ? new Word.TextRun(text) : marked(id, text)]
      return [new Word.Paragraph({ children, heading: level })]
    }
    case 'words':
      return [new Word.Paragraph({ text: block.text, ...(block.lead && { style: 'Lead' }) })]
    case 'fact':
      return [new Word.Paragraph({ style: 'Fact', children: labelled(block.label, block.text) })]
    case 'points':
      return block.items.map(
        (text) => new Word.Paragraph({ text, numbering: { reference: 'points', level: 0 } }),
      )
    case 'table':
      // A paragraph behind it: two tables that touch become one.
      return [wordTable(block), new Word.Paragraph({ style: 'Fact' })]
  }
}

function labelled(label: string | undefined, text: string): Word.TextRun[] {
  if (label === undefined) return [new Word.TextRun(text)]
  return [new Word.TextRun({ text: `${label}: `, bold: true }), new Word.TextRun(text)]
}

/** In twentieths of a point: A4 without its margins. */
export const textWidth = 9638

const line = { style: Word.BorderStyle.SINGLE, size: 4, color: colours.line }
const borders = {
  ...{ top: line, bottom: line, left: line, right: line },
  ...{ insideHorizontal: line, insideVertical: line },
}

function wordTable({ head, rows, rowHeads = false, widths }: PublicationTable): Word.Table {
  const all = widths.reduce((sum, one) => sum + one, 0)
  return new Word.Table({
    width: { size: textWidth, type: Word.WidthType.DXA },
    columnWidths: widths.map((width) => Math.round((textWidth * width) / all)),
    layout: Word.TableLayoutType.FIXED,
    margins: { top: 80, bottom: 80, left: 110, right: 110 },
    tableLook: { firstRow: true, firstColumn: rowHeads, noHBand: true, noVBand: true },
    borders,
    rows: [
      new Word.TableRow({ tableHeader: true, cantSplit: true, children: head.map(headCell) }),
      ...rows.map(
        (cells) =>
          new Word.TableRow({
            cantSplit: true,
            children: cells.map((cell, index) => bodyCell(cell, rowHeads && index === 0)),
          }),
      ),
    ],
  })
}

function headCell(text: string): Word.TableCell {
  return new Word.TableCell({
    shading: { fill: colours.brand, type: Word.ShadingType.CLEAR, color: 'auto' },
    children: [new Word.Paragraph({ text, style: 'Cell head', keepNext: true })],
  })
}

function bodyCell(cell: Cell, isHead: boolean): Word.TableCell {
  const lines = cell.length === 0 ? [{ kind: 'words' as const, text: '' }] : cell
  return new Word.TableCell({
    ...(isHead && {
      shading: { fill: colours.tint, type: Word.ShadingType.CLEAR, color: 'auto' },
    }),
    children: lines.map((one) => cellLine(one, isHead)),
  })
}

const cellStyles = { words: 'Cell', code: 'Cell code', note: 'Cell note', point: 'Cell' } as const

function cellLine({ kind, label, text }: Line, isHead: boolean): Word.Paragraph {
  return new Word.Paragraph({
    style: cellStyles[kind],
    ...(kind === 'point' && { numbering: { reference: 'points', level: 1 } }),
    children: isHead
      ? [new Word.TextRun({ text, bold: true, color: colours.brand })]
      : labelled(label, text),
  })
}
