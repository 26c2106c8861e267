export type Path = readonly (string | number)[]

/** Where each value of a document stands that is neither an object nor a list. */
export function leafPaths(value: unknown, path: Path = []): readonly Path[] {
  if (Array.isArray(value)) {
    return value.flatMap((part, index) => leafPaths(part, [...path, index]))
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, part]) => leafPaths(part, [...path, key]))
  }
  return [path]
}

/** A copy of the document with something else in one place. */
export function withLeaf<T extends object>(document: T, path: Path, leaf: unknown): T {
  const copy = structuredClone(document)
  let holder: Record<string | number, unknown> = Object(copy)
  for (const key of path.slice(0, -1)) holder = Object(holder[key])
  holder[path.at(-1) ?? ''] = leaf
  return copy
}

/** The document once for each of its values, with that value written a little differently. */
export function eachLeafChanged<T extends object>(document: T) {
  return leafPaths(document).map((path) => {
    let leaf: unknown = document
    for (const key of path) leaf = Object(leaf)[key]
    return { path: path.join('/'), document: withLeaf(document, path, `${String(leaf)}x`) }
  })
}
