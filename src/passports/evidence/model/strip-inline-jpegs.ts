/** Pictures that stand inside what a page draws (ISO 32000-1 §8.9.7), without what they tell. */
import { stripJpeg } from './strip-jpeg.ts'

const data = /[\s\0]ID[\s\0]/g
const ends = /\xff\xd9[\s\0]*EI(?![^\s\0])/g
/** More than any page draws. */
const mostPictures = 100_000

/**
 * The same where it has none. Undefined where one is packed so that nobody can tell what it says.
 * Read once from front to back, however it was made.
 */
export function stripInlineJpegs(content: Uint8Array): Uint8Array | undefined {
  const text = Buffer.from(content.buffer, content.byteOffset, content.length).toString('latin1')
  const parts: Uint8Array[] = []
  let done = 0
  let pictures = 0
  for (let head = nextHead(text, 0); head !== undefined; ) {
    const { index, start } = head
    pictures += 1
    if (pictures > mostPictures) return undefined
    if (!isJpeg(text.slice(index, start))) {
      head = nextHead(text, start)
      continue
    }
    ends.lastIndex = start
    const end = isPackedTwice(text.slice(index, start)) ? null : ends.exec(text)
    const picture = end && stripJpeg(content.subarray(start, end.index + 2))
    if (!picture) return undefined
    parts.push(content.subarray(done, index), withoutLength(text.slice(index, start)), picture)
    done = end.index + 2
    head = nextHead(text, done)
  }
  return done === 0 ? content : Buffer.concat([...parts, content.subarray(done)])
}

/** From where a picture begins to where its bytes do. Where no bytes follow, nothing later has any. */
function nextHead(text: string, from: number) {
  for (let index = text.indexOf('BI', from); index >= 0; index = text.indexOf('BI', index + 2)) {
    const before = text[index - 1] ?? ' '
    const after = text[index + 2] ?? ''
    if (!/[\s\0\])>]/.test(before) || !/[\s\0/%]/.test(after)) continue
    data.lastIndex = index + 2
    const found = data.exec(text)
    return found === null ? undefined : { index, start: found.index + found[0].length }
  }
  return undefined
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
