/**
 * A JPEG without what was written into it besides the picture: place, camera, words. Its segments
 * are those of ITU-T T.81, annex B.
 */
const startOfScan = 0xda
const comment = 0xfe
/** JFIF, the colour profile, and how Adobe coded the colours: without them it looks wrong. */
const needed = [0xe0, 0xe2, 0xee]

/** Undefined where it cannot be read as one. */
export function stripJpeg(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  for (let at = 2; at + 4 <= bytes.length; ) {
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff) return undefined
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === startOfScan) return join([...kept, bytes.subarray(at, endOf(bytes))])
    const next = at + 2 + (bytes[at + 2] ?? 0) * 256 + (bytes[at + 3] ?? 0)
    if (next > bytes.length || next < at + 4) return undefined
    if (isPicture(marker)) kept.push(bytes.subarray(at, next))
    at = next
  }
  return undefined
}

function isPicture(marker: number): boolean {
  const application = marker >= 0xe0 && marker <= 0xef
  return marker !== comment && (!application || needed.includes(marker))
}

/** What stands behind the end of the image is no part of it. */
function endOf(bytes: Uint8Array): number {
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).lastIndexOf(
    '\xff\xd9',
    undefined,
    'latin1',
  )
  return end < 0 ? bytes.length : end + 2
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(parts)
}
