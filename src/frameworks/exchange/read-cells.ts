/** The cells of one sheet, and what in it is no plain value: ECMA-376 part 1, §18.3.1. */
import { walkXml } from './parse-xml.ts'

interface ReadCell {
  readonly text: string
  readonly isNumber: boolean
}

export interface ReadCells {
  /** By row from 1, then by the letters of the column. */
  readonly cells: ReadonlyMap<number, ReadonlyMap<string, ReadCell>>
  readonly faults: readonly { readonly cell: string; readonly message: string }[]
}

interface OpenCell {
  readonly place: string
  readonly type: string
  text: string
}

/** Throws XmlFault. */
export function readCells(source: string, strings: readonly string[]): ReadCells {
  const cells = new Map<number, Map<string, ReadCell>>()
  const faults: { cell: string; message: string }[] = []
  let cell: OpenCell | undefined
  let isWords = false
  const wrong = (place: string, message: string) => {
    faults.push({ cell: place, message })
  }
  walkXml(source, {
    open: (name, attributes) => {
      const { ref = '', hidden } = attributes
      isWords = name === 'v' || name === 't'
      if (name === 'c') cell = { place: attributes.r ?? '', type: attributes.t ?? 'n', text: '' }
      if (name === 'f') wrong(cell?.place ?? '', 'This is a formula: write the words themselves')
      if (name === 'mergeCell') wrong(ref, 'These cells are merged: take them apart')
      if (name === 'hyperlink') wrong(ref, 'This cell is a link: take the link out')
      if (name === 'row' && isOn(hidden)) wrong(`row ${attributes.r}`, 'The row is hidden: show it')
      if (name === 'col' && isOn(hidden)) wrong(`columns`, 'A column is hidden: show it')
    },
    text: (text) => {
      if (isWords && cell !== undefined) cell.text += text
    },
    close: (name) => {
      isWords = false
      if (name !== 'c' || cell === undefined) return
      if (cell.type === 'e') wrong(cell.place, 'This is an error: write the words')
      if (!place(cells, cell, strings)) wrong('a cell', 'It says no place: save the file again')
      cell = undefined
    },
  })
  return { cells, faults }
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}

/** False where it does not say where it stands. */
function place(
  cells: Map<number, Map<string, ReadCell>>,
  { place, type, text }: OpenCell,
  strings: readonly string[],
): boolean {
  const [, column, row] = /^([A-Z]{1,3})(\d{1,7})$/.exec(place) ?? []
  if (column === undefined || row === undefined) return false
  const words = type === 's' ? (strings[Number(text)] ?? '') : text
  const held = cells.get(Number(row)) ?? new Map<string, ReadCell>()
  held.set(column, { text: unescaped(words).trim(), isNumber: type === 'n' && words !== '' })
  cells.set(Number(row), held)
  return true
}

/** `_x000D_` is how a character that XML cannot hold is written: §22.9.2.19. */
function unescaped(text: string): string {
  return text
    .replaceAll(/_x([0-9a-f]{4})_/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll(/\r\n?/g, '\n')
}
