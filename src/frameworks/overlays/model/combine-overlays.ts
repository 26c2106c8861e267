import type { Edition, Section, Statement } from '../../model/framework.ts'
import type { OverlayContent, OverlayStatement } from './overlay.ts'

/** What an overlay says beside a statement of the core. */
export interface ShownCell {
  readonly overlay: string
  readonly column: string
  readonly text: string
}

export type CombinedRow =
  | {
      readonly from: 'core'
      readonly statement: Statement
      readonly cells: readonly ShownCell[]
    }
  | { readonly from: 'overlay'; readonly overlay: string; readonly statement: OverlayStatement }

export interface CombinedSection {
  readonly section: Section
  readonly domain: number
  readonly rows: readonly CombinedRow[]
  /** True where an overlay says something here. */
  readonly added: boolean
}

export interface Combined {
  readonly sections: readonly CombinedSection[]
  /** What has no place in this edition. */
  readonly unplaced: readonly (OverlayStatement & { readonly overlay: string })[]
  readonly cellsUnplaced: readonly (ShownCell & { readonly statement: string })[]
}

/** The core, whole and in its own words, with what each overlay adds in its place. */
export function combineOverlays(
  { domains }: Pick<Edition, 'domains'>,
  overlays: readonly OverlayContent[],
): Combined {
  const own = overlays.flatMap(({ slug, statements }) =>
    statements.map((statement) => ({ overlay: slug, statement })),
  )
  const cells = overlays.flatMap(cellsOf)
  const places = new Set(
    domains.flatMap(({ sections }) =>
      sections.flatMap(({ code, statements }) => [
        `section/${code}`,
        ...statements.map((statement) => `statement/${statement.code}`),
      ]),
    ),
  )
  const at = (place: string) =>
    own
      .filter(({ statement }) => statement.place === place)
      .map((one) => ({ from: 'overlay' as const, ...one }))
  const rowsOf = (section: Section): CombinedRow[] => [
    ...section.statements.flatMap((statement) => [
      {
        ...{ from: 'core' as const, statement },
        cells: cells.filter((cell) => cell.statement === statement.code).map(shown),
      },
      ...at(`statement/${statement.code}`),
    ]),
    ...at(`section/${section.code}`),
  ]
  return {
    sections: domains.flatMap(({ number, sections }) =>
      sections.map((section) => {
        const rows = rowsOf(section)
        const added = rows.some((row) => row.from === 'overlay' || row.cells.length > 0)
        return { section, domain: number, rows, added }
      }),
    ),
    unplaced: own
      .filter(({ statement }) => !places.has(statement.place))
      .map(({ overlay, statement }) => ({ overlay, ...statement })),
    cellsUnplaced: cells.filter(({ statement }) => !places.has(`statement/${statement}`)),
  }
}

function cellsOf({ slug, columns, cells }: OverlayContent) {
  return columns.flatMap(({ slug: column, title }) =>
    cells
      .filter((cell) => cell.column === column)
      .map(({ statement, text }) => ({ overlay: slug, column: title, statement, text })),
  )
}

function shown({ overlay, column, text }: ShownCell): ShownCell {
  return { overlay, column, text }
}
