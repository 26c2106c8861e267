/** Pictures that stand inside what a page draws (ISO 32000-1 §8.9.7), without what they tell. */
import { stripJpeg } from './strip-jpeg.ts'

const begins = /(?<![^\s\0\])>])BI(?=[\s\0/%])([\s\S]{0,4000}?)[\s\0]ID[\s\0]/g
const ends = /\xff\xd9[\s\0]*EI(?![^\s\0])/g

/** The same where it has none. Undefined where one is packed so that nobody can tell what it says. */
export function stripInlineJpegs(content: Uint8Array): Uint8Array | undefined {
  const text = Buffer.from(content.buffer, content.byteOffset, content.length).toString('latin1')
  const parts: Uint8Array[] = []
  let done = 0
  for (const { 0: whole, 1: dictionary = '', index } of text.matchAll(begins)) {
    const start = index + whole.length
    if (index < done || !isJpeg(dictionary)) continue
    ends.lastIndex = start
    const end = isPackedTwice(dictionary) ? null : ends.exec(text)
    const picture = end && stripJpeg(content.subarray(start, end.index + 2))
    if (!picture) return undefined
    parts.push(content.subarray(done, index), withoutLength(whole), picture)
    done = end.index + 2
  }
  return done === 0 ? content : Buffer.concat([...parts, content.subarray(done)])
}

function isJpeg(dictionary: string): boolean {
  return /\/DCT(?:Decode)?(?![^\s\0/\]>])/.test(plain(dictionary))
}

function isPackedTwice(dictionary: string): boolean {
  return /\/(?:A85|AHx|LZW|Fl|RL|ASCII85Decode|ASCIIHexDecode|LZWDecode|FlateDecode|RunLengthDecode)/.test(
    plain(dictionary),
  )
}

/** A name may be written with codes of its letters. */
function plain(dictionary: string): string {
  return dictionary.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

/** How long it was is no longer so, and need not be said. */
function withoutLength(head: string): Uint8Array {
  return Buffer.from(head.replace(/\/(?:L|Length)[\s\0]+\d+/g, ''), 'latin1')
}
