/** An edition as a publication: the same chapters for Word, PDF and print. */

export interface Publication {
  readonly title: string
  /** "Edition 2026". */
  readonly edition: string
  readonly steward: string
  /** In words; left out where it was never published. */
  readonly published?: string | undefined
  readonly notice: string
  readonly summary: string
  /** Said on every page of what must not be taken for the edition in force. */
  readonly standing?: string | undefined
  /** Where it stands for ever. */
  readonly address: string
  readonly chapters: readonly Chapter[]
}

export interface Chapter {
  readonly id: string
  readonly title: string
  /** Its headings are bookmarks, and too many for the contents. */
  readonly brief?: boolean | undefined
  readonly blocks: readonly Block[]
}

export type Block = Heading | Words | Fact | Points | PublicationTable

export interface Heading {
  readonly kind: 'heading'
  readonly level: 2 | 3
  readonly text: string
  /** Where the contents lead to. */
  readonly id?: string | undefined
}

export interface Words {
  readonly kind: 'words'
  readonly text: string
  readonly lead?: boolean | undefined
}

/** A word in bold and what it is. */
export interface Fact {
  readonly kind: 'fact'
  readonly label: string
  readonly text: string
}

export interface Points {
  readonly kind: 'points'
  readonly items: readonly string[]
}

export interface PublicationTable {
  readonly kind: 'table'
  /** What the table is, for whoever cannot see it. */
  readonly caption: string
  readonly head: readonly string[]
  /** The first cell of each row is its heading. */
  readonly rowHeads?: boolean | undefined
  readonly rows: readonly (readonly Cell[])[]
  /** Shares of the width. */
  readonly widths: readonly number[]
}

export type Cell = readonly Line[]

export interface Line {
  readonly kind: 'words' | 'code' | 'note' | 'point'
  readonly label?: string | undefined
  readonly text: string
}

export function cellOf(text: string): Cell {
  return [{ kind: 'words', text }]
}

export function headingsOf({ blocks }: Chapter): (Heading & { readonly id: string })[] {
  return blocks.flatMap((block) =>
    block.kind === 'heading' && block.id !== undefined ? [{ ...block, id: block.id }] : [],
  )
}

export interface ContentsEntry {
  readonly id: string
  readonly title: string
  readonly isChapter: boolean
}

/** The contents: the chapters, and the headings of those that are not brief. */
export function contentsOf(chapters: readonly Chapter[]): ContentsEntry[] {
  return chapters.flatMap((chapter) => [
    { id: chapter.id, title: chapter.title, isChapter: true },
    ...(chapter.brief ? [] : headingsOf(chapter)).map(({ id, text }) => ({
      ...{ id, title: text, isChapter: false },
    })),
  ])
}

/** A line as it is read aloud, its label first. */
export function lineWords({ label, text }: Line): string {
  return label === undefined ? text : `${label}: ${text}`
}
