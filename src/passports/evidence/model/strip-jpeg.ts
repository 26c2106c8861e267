/**
 * A JPEG without what was written into it besides the picture: place, camera, words. Its segments
 * are those of ITU-T T.81, annex B.
 */
const startOfScan = 0xda
const endOfImage = 0xd9
const comment = 0xfe
/** JFIF, and how Adobe coded the colours: without them it looks wrong. */
const needed = [0xe0, 0xee]
const profile = 0xe2

/** Undefined where it cannot be read as one. */
export function stripJpeg(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let scanned = false
  for (let at = 2; at < bytes.length; ) {
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff) return undefined
    if (marker === 0xff) {
      at += 1
      continue
    }
    // What stands behind the end of the image is no part of it.
    if (marker === endOfImage)
      return scanned ? join([...kept, bytes.subarray(at, at + 2)]) : undefined
    const end = endOfSegment(bytes, at, marker)
    if (end === undefined) return undefined
    const isScan = marker === startOfScan
    const next = isScan ? endOfScan(bytes, end) : end
    if (isPicture(marker, bytes.subarray(at + 4, end))) kept.push(bytes.subarray(at, next))
    scanned ||= isScan
    at = next
  }
  // Some are cut off, and are drawn as far as they go.
  return scanned ? join(kept) : undefined
}

function endOfSegment(bytes: Uint8Array, at: number, marker: number): number | undefined {
  const alone = marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8)
  const end = at + 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0)
  return alone || end > bytes.length || end < at + 4 ? undefined : end
}

/** Where the next segment begins: in what is drawn, a zero or a restart may follow an 0xff. */
function endOfScan(bytes: Uint8Array, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0
    const drawn = next === 0 || next === 0xff || (next >= 0xd0 && next <= 0xd7)
    if (!drawn) return at
  }
  return bytes.length
}

function isPicture(marker: number, content: Uint8Array): boolean {
  // The same kind of segment lists the pictures behind this one.
  if (marker === profile) return Buffer.from(content).toString('latin1').startsWith('ICC_PROFILE\0')
  const application = marker >= 0xe0 && marker <= 0xef
  return marker !== comment && (!application || needed.includes(marker))
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(parts)
}
