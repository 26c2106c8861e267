import { AlignmentType, Paragraph, type Table, TextRun } from 'docx'
import { wordTable } from './word-table.ts'

export function figuresTable(
  figures: readonly { readonly name: string; readonly number: number }[],
): Table {
  return wordTable(
    [4000, 1600],
    [
      [[headOf('Kind')], [headOf('How many')]],
      ...figures.map(({ name, number }) => [
        [new Paragraph(name)],
        [new Paragraph({ text: String(number), alignment: AlignmentType.RIGHT })],
      ]),
    ],
  )
}

export function headOf(text: string): Paragraph {
  return new Paragraph({ children: [new TextRun({ text, bold: true })] })
}
