/** What goes on from one level to the next, and what breaks off. For any framework that has levels. */
import { type Stem, stemsIn } from '../../language/stems.ts'
import type { TextRange } from './wording-finding.ts'

export interface MatrixRow {
  readonly name: string
  /** In the order of the matrix's levels; undefined where nothing is said at a level. */
  readonly cells: readonly (string | undefined)[]
}

export interface LevelMatrix {
  /** The lowest first. */
  readonly levels: readonly string[]
  readonly rows: readonly MatrixRow[]
}

export interface Cell {
  readonly row: string
  readonly level: string
}

export interface Quotation extends Cell {
  readonly text: string
}

export interface Drift extends Quotation {
  /** What stands in the matrix; undefined where nothing does. */
  readonly defined: string | undefined
}

/** Every level at which a row says nothing, of the rows that say something at some level. */
export function undefinedCells({ levels, rows }: LevelMatrix): Cell[] {
  return rows
    .filter((row) => !isEmpty(row))
    .flatMap(({ name, cells }) =>
      levels.filter((_, index) => isBlank(cells[index])).map((level) => ({ row: name, level })),
    )
}

/** The rows that say nothing at any level. */
export function emptyRows({ rows }: LevelMatrix): string[] {
  return rows.filter(isEmpty).map(({ name }) => name)
}

function isEmpty({ cells }: MatrixRow): boolean {
  return cells.every(isBlank)
}

/** Levels that a row says in the words of the level below. */
export function repeatedCells({ levels, rows }: LevelMatrix): Cell[] {
  return rows.flatMap(({ name, cells }) =>
    levels
      .filter((_, index) => !isBlank(cells[index]) && sameWords(cells[index], cells[index - 1]))
      .map((level) => ({ row: name, level })),
  )
}

/** Quotations of a cell that no longer say what stands in it, spaces aside. */
export function driftedCells(
  { levels, rows }: LevelMatrix,
  quotations: readonly Quotation[],
): Drift[] {
  const cellsOf = new Map(rows.map(({ name, cells }) => [name, cells]))
  return quotations
    .map((quoted) => ({
      ...quoted,
      defined: cellsOf.get(quoted.row)?.[levels.indexOf(quoted.level)],
    }))
    .filter(({ text, defined }) => !sameWords(text, defined))
}

/** One thing that a statement says is done, such as “asks what went well”. */
export interface Act extends TextRange {
  readonly stems: readonly string[]
}

/** Cuts a statement where a new act begins: after a comma, or at an “and” before a verb. */
export function actsIn(text: string): Act[] {
  const acts: { start: number; end: number; stems: string[] }[] = []
  const cuts = [
    ...text.matchAll(
      /[,;:.]?\s{1,2}and\s{1,2}(?=\p{Ll}+s\b)|[,;:]\s{1,2}(and\s{1,2})?|\.\s{0,2}$/gu,
    ),
  ]
  let start = 0
  for (const cut of [...cuts, { index: text.length, 0: '' }]) {
    if (cut.index > start) acts.push({ start, end: cut.index, stems: [] })
    start = cut.index + cut[0].length
  }
  return shareOut(stemsIn(text), acts)
}

function shareOut(
  stems: readonly Stem[],
  acts: readonly { readonly start: number; readonly end: number }[],
): Act[] {
  return acts.map(({ start, end }) => ({
    start,
    end,
    stems: stems.filter((held) => held.start >= start && held.end <= end).map(({ stem }) => stem),
  }))
}

/** The acts of a lower level, a verb and what it is done to, of which no word is left at a higher one. */
export function lostActs(lower: string, stemsOfHigher: ReadonlySet<string>): Act[] {
  return actsIn(lower)
    .filter(({ start, end }) => /^\p{L}+(s|ing)\b/u.test(lower.slice(start, end)))
    .filter(({ stems }) => stems.length > 1 && !stems.some((one) => stemsOfHigher.has(one)))
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === ''
}

function sameWords(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && normalised(one) === normalised(other)
}

function normalised(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim()
}
