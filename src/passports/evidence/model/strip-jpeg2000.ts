/**
 * A JPEG 2000 without what was written into it besides the picture: its boxes are those of ITU-T
 * T.800, annex I (and T.801 for the layers), its code stream that of annex A.
 */
const inside = ['ihdr', 'bpcc', 'colr', 'pclr', 'cmap', 'cdef', 'cgrp', 'opct', 'creg', 'res ']
const outside = ['jP  ', 'ftyp', 'rreq', 'jp2h', 'jpch', 'jplh', 'jp2c']
const ofBoxes = ['jp2h', 'jpch', 'jplh', 'cgrp']
/** Each box inside another is copied once more. None that the standard knows goes deeper than two. */
const deepest = 4

/** Undefined where it cannot be read as one. */
export function stripJpeg2000(bytes: Uint8Array): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const isBare = bytes.length > 4 && view.getUint32(0) === 0xff4fff51
  return isBare ? stripCode(bytes) : stripBoxes(bytes, outside)
}

function stripBoxes(bytes: Uint8Array, kept: readonly string[], depth = 0): Uint8Array | undefined {
  if (depth > deepest) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const boxes: Uint8Array[] = []
  for (let at = 0; at < bytes.length; ) {
    if (at + 8 > bytes.length) return undefined
    const name = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1')
    const [head, length] = sizeOfBox(view, at)
    if (length < head || at + length > bytes.length) return undefined
    const content = bytes.subarray(at + head, at + length)
    at += length
    if (!kept.includes(name)) continue
    const clean = stripBox(name, content, depth)
    if (clean === undefined) return undefined
    boxes.push(box(name, clean))
  }
  return boxes.length === 0 ? undefined : Buffer.concat(boxes)
}

/** Of its head, and of all of it: to the end where it says nothing. */
function sizeOfBox(view: DataView, at: number): readonly [number, number] {
  const length = view.getUint32(at)
  if (length === 0) return [8, view.byteLength - at]
  if (length !== 1) return [8, length]
  return at + 16 > view.byteLength ? [16, 0] : [16, Number(view.getBigUint64(at + 8))]
}

function stripBox(name: string, content: Uint8Array, depth: number): Uint8Array | undefined {
  if (name === 'jp2c') return stripCode(content)
  return ofBoxes.includes(name) ? stripBoxes(content, inside, depth + 1) : content
}

function box(name: string, content: Uint8Array): Uint8Array {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(content.length + 8)
  head.write(name, 4, 'latin1')
  return Buffer.concat([head, content])
}

const [startOfTile, startOfDrawn, endOfCode, comment, lengthsOfTiles] = [
  ...[0xff90, 0xff93, 0xffd9, 0xff64, 0xff55],
]
/** Part 1 of the standard, and what high-throughput coding adds. What others mean, nobody says. */
const known = [
  ...[0xff50, 0xff51, 0xff52, 0xff53, 0xff57, 0xff58, 0xff59, 0xff5c, 0xff5d, 0xff5e, 0xff5f],
  ...[0xff60, 0xff61, 0xff63],
]

function stripCode(bytes: Uint8Array): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  if (bytes.length < 2 || view.getUint16(0) !== 0xff4f) return undefined
  const head = readSegments(view, 2)
  if (head === undefined || head.next !== startOfTile) return undefined
  const parts = [bytes.subarray(0, 2), ...head.kept]
  for (let at = head.at; at + 2 <= bytes.length; ) {
    if (view.getUint16(at) === endOfCode) {
      return Buffer.concat([...parts, bytes.subarray(at, at + 2)])
    }
    const tile = readTile(view, at)
    if (tile === undefined) return undefined
    parts.push(...tile.kept)
    at = tile.end
  }
  // Some are cut off, and are drawn as far as they go.
  return Buffer.concat(parts)
}

interface Segments {
  readonly kept: readonly Uint8Array[]
  readonly at: number
  readonly next: number
}

/** Up to the first tile, or to what is drawn of one. */
function readSegments(view: DataView, start: number): Segments | undefined {
  const kept: Uint8Array[] = []
  for (let at = start; at + 4 <= view.byteLength; ) {
    const marker = view.getUint16(at)
    if (marker === startOfTile || marker === startOfDrawn) return { kept, at, next: marker }
    const end = at + 2 + view.getUint16(at + 2)
    if (end < at + 4 || end > view.byteLength) return undefined
    // How long each tile is, said a second time, would no longer be so.
    const dropped = marker === comment || marker === lengthsOfTiles
    if (!dropped && !known.includes(marker)) return undefined
    if (!dropped) kept.push(bytesOf(view, at, end))
    at = end
  }
  return undefined
}

function readTile(view: DataView, at: number) {
  if (at + 12 > view.byteLength || view.getUint16(at) !== startOfTile) return undefined
  const said = view.getUint32(at + 6)
  const head = readSegments(view, at + 12)
  if (head === undefined || head.next !== startOfDrawn) return undefined
  const end = said === 0 ? endOfDrawn(view, head.at + 2) : Math.min(at + said, view.byteLength)
  if (end < head.at + 2) return undefined
  const begin = Buffer.from(bytesOf(view, at, at + 12))
  const drawn = bytesOf(view, head.at, end)
  const length = head.kept.reduce((sum, one) => sum + one.length, 12 + drawn.length)
  if (said !== 0) begin.writeUInt32BE(length, 6)
  return { kept: [begin, ...head.kept, drawn], end }
}

/** Nothing drawn looks like the end: T.800, B.10.1 keeps it from being written. */
function endOfDrawn(view: DataView, start: number): number {
  const found = Buffer.from(bytesOf(view, start, view.byteLength)).indexOf(
    Buffer.from([0xff, 0xd9]),
  )
  return found < 0 ? view.byteLength : start + found
}

function bytesOf(view: DataView, start: number, end: number): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset + start, end - start)
}
