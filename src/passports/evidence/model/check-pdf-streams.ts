/**
 * Whether a PDF unpacks to more than it should before a page is read: objects and their table may
 * themselves be compressed (ISO 32000-1 §7.5.7, §7.5.8), and what reads them sets no limit.
 */
import { inflateSync } from 'node:zlib'

/** Bytes of all such streams of one file. */
const mostUnpacked = 32_000_000

export function unpacksSafely(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  let left = mostUnpacked
  for (const { dictionary, start, end } of streamsOf(file)) {
    const names = dictionary.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    )
    // A type that stands elsewhere may be any.
    if (/\/Type[\s\0]*(?:%[^\r\n]*[\r\n]+\s*)*\d+[\s\0]+\d+[\s\0]+R/.test(names)) return false
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

function* streamsOf(file: Buffer) {
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file.subarray(at - 3, at).toString('latin1') === 'end') continue
    const before = Math.max(file.lastIndexOf('endobj', at), file.lastIndexOf('endstream', at), 0)
    const after = file.indexOf('endstream', at)
    const end = after < 0 ? file.length : after
    let start = at + 6
    if (file[start] === 0x0d) start += 1
    if (file[start] === 0x0a) start += 1
    yield { dictionary: file.subarray(before, at).toString('latin1'), start, end }
  }
}

/** Undefined where it is more than is left. A broken one is for the reader to refuse. */
function sizeUnpacked(packed: Buffer, most: number): number | undefined {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(most, 1), finishFlush: 2 }).length
  } catch (error) {
    const tooLarge = error instanceof RangeError
    return tooLarge ? undefined : 0
  }
}
