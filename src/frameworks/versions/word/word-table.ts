/** Tables that look alike: a head that is repeated on every page, and lines between rows. */
import {
  BorderStyle,
  type Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx'

const line = { style: BorderStyle.SINGLE, size: 4, color: 'B8C4C2' }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }

/** Widths in twentieths of a point. */
export function wordTable(
  widths: readonly number[],
  rows: readonly (readonly (readonly Paragraph[])[])[],
): Table {
  return new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    borders: {
      top: line,
      bottom: line,
      insideHorizontal: line,
      left: none,
      right: none,
      insideVertical: none,
    },
    rows: rows.map((cells, index) => rowOf(cells, widths, index === 0)),
  })
}

function rowOf(
  cells: readonly (readonly Paragraph[])[],
  widths: readonly number[],
  isHead: boolean,
): TableRow {
  return new TableRow({
    tableHeader: isHead,
    cantSplit: isHead,
    children: cells.map(
      (children, column) =>
        new TableCell({
          children: [...children],
          width: { size: widths[column] ?? 0, type: WidthType.DXA },
          margins: { top: 80, bottom: 60, left: 80, right: 80 },
          ...(isHead && { shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'E4F0EE' } }),
        }),
    ),
  })
}
