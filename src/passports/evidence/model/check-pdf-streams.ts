/**
 * Whether a PDF unpacks to more than it should before a page is read: objects and their table may
 * themselves be compressed (ISO 32000-1 §7.5.7, §7.5.8), and what reads them sets no limit.
 */
import { inflateSync } from 'node:zlib'

/** Bytes of all such streams of one file. */
const mostUnpacked = 32_000_000
/** What a broken one counts for: how far it was unpacked before it broke, nobody says. */
const sizeOfBroken = 1_000_000
/** Far more than the pages that we take can draw. */
const mostStreams = 4000
/** Characters of all dictionaries; in a file as it should be none is read twice. */
const mostLookedAt = 16_000_000

export function unpacksSafely(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const text = file.toString('latin1')
  const streams = streamsOf(text)
  if (streams === undefined) return false
  let left = mostUnpacked
  for (const { before, at, start, end } of streams) {
    const names = text
      .slice(before, at)
      .replace(/#([0-9a-fA-F]{2})/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    // A type that stands elsewhere may be any.
    if (/\/Type(?:[\s\0]|%[^\r\n]*[\r\n])*\d+[\s\0]+\d+[\s\0]+R/.test(names)) return false
    if (!/\/(?:ObjStm|XRef)/.test(names)) continue
    const filters =
      names.match(
        /\/(?:Flate|LZW|RunLength|ASCII85|ASCIIHex|DCT|JPX|CCITTFax|JBIG2)(?:Decode)?\b|\/(?:Fl|LZW|RL|A85|AHx)\b/g,
      ) ?? []
    if (/\/Filter[\s\0]*\d+[\s\0]+\d+[\s\0]+R/.test(names) || filters.length > 1) return false
    if (filters.length === 0) continue
    if (!filters[0]?.startsWith('/Fl')) return false
    const unpacked = sizeUnpacked(file.subarray(start, end), left)
    if (unpacked === undefined) return false
    left -= unpacked
  }
  return true
}

interface Stream {
  /** Its dictionary is somewhere from here… */
  readonly before: number
  /** …to here. */
  readonly at: number
  readonly start: number
  readonly end: number
}

/** In one pass, because anybody can write the word as often as they like. */
function streamsOf(text: string): readonly Stream[] | undefined {
  const streams: Stream[] = []
  const open: Omit<Stream, 'end'>[] = []
  let [before, lookedAt] = [0, 0]
  const close = (end: number) => streams.push(...open.splice(0).map((one) => ({ ...one, end })))
  for (const { 0: word, index: at } of text.matchAll(/endobj|endstream|stream/g)) {
    if (word === 'endstream') close(at)
    if (word !== 'stream') before = at
    else {
      lookedAt += at - before
      open.push({ before, at, start: startOf(text, at + word.length) })
      if (streams.length + open.length > mostStreams || lookedAt > mostLookedAt) return undefined
    }
  }
  close(text.length)
  return streams
}

function startOf(text: string, at: number): number {
  const [line = ''] = /\r?\n?/y.exec(text.slice(at, at + 2)) ?? []
  return at + line.length
}

/** Undefined where it is more than is left. A few broken ones are for the reader to refuse. */
function sizeUnpacked(packed: Buffer, most: number): number | undefined {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(most, 1), finishFlush: 2 }).length
  } catch (error) {
    const tooLarge = error instanceof RangeError
    return tooLarge ? undefined : sizeOfBroken
  }
}
