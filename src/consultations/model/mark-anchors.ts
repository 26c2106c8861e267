/** Cuts a paragraph at the words that point somewhere. The pieces joined are the paragraph. */
interface Pointing {
  readonly start: number
  readonly end: number
}

export interface MarkedPiece<A extends Pointing> {
  readonly text: string
  readonly anchor?: A | undefined
}

/** Of two anchors that overlap the first is marked. */
export function markAnchors<A extends Pointing>(
  paragraph: string,
  anchors: readonly A[],
): MarkedPiece<A>[] {
  const pieces: MarkedPiece<A>[] = []
  let reached = 0
  for (const anchor of anchors.toSorted((one, other) => one.start - other.start)) {
    if (anchor.start < reached || anchor.end <= anchor.start) continue
    pieces.push({ text: paragraph.slice(reached, anchor.start) })
    pieces.push({ text: paragraph.slice(anchor.start, anchor.end), anchor })
    reached = anchor.end
  }
  pieces.push({ text: paragraph.slice(reached) })
  return pieces.filter(({ text }) => text !== '')
}
