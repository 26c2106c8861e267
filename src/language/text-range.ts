/** UTF-16 offsets into a text; `end` is the first after it. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

export function overlap(one: TextRange, other: TextRange): boolean {
  return one.start < other.end && other.start < one.end
}
