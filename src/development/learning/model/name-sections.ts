import type { Edition } from '../../../frameworks/model/framework.ts'

export interface NamedSection {
  /** "3.9" */
  readonly code: string
  readonly title: string
  /** Those of the codes asked for that stand in it. */
  readonly codes: readonly string[]
}

/** The sections that these statements stand in, each once, in the framework's order. */
export function nameSections(
  edition: Pick<Edition, 'domains'>,
  codes: readonly string[],
): NamedSection[] {
  const wanted = new Set(codes)
  return edition.domains
    .flatMap(({ sections }) => sections)
    .map(({ code, title, statements }) => ({
      ...{ code, title },
      codes: statements.map(({ code }) => code).filter((code) => wanted.has(code)),
    }))
    .filter(({ codes }) => codes.length > 0)
}
