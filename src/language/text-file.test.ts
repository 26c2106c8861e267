import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileFaultWords, readTextFile } from './text-file.ts'

const bytesOf = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)))
const zip = [0x50, 0x4b, 0x03, 0x04, ...Array(26).fill(0)]

describe('a file that somebody sends', () => {
  it.each<[string, Uint8Array, string]>([
    ['a Word file', bytesOf(zip, '[Content_Types].xml'), 'office'],
    ['an OpenDocument file', bytesOf(zip, 'mimetypeapplication/vnd.oasis'), 'office'],
    ['an old Word file', bytesOf([0xd0, 0xcf, 0x11, 0xe0]), 'office'],
    ['a rich text file', bytesOf('{\\rtf1 words}'), 'office'],
    ['a PDF', bytesOf('%PDF-1.7'), 'pdf'],
    ['a PNG picture', bytesOf([0x89], 'PNG\r\n'), 'picture'],
    ['a JPEG picture', bytesOf([0xff, 0xd8, 0xff, 0xe0]), 'picture'],
    ['a zip archive', bytesOf(zip, 'credential.json'), 'archive'],
    ['a gzip archive', bytesOf([0x1f, 0x8b, 8]), 'archive'],
    ['a Windows program', bytesOf('MZ', [0x90, 0, 3]), 'program'],
    ['a Linux program', bytesOf([0x7f], 'ELF'), 'program'],
    ['UTF-16', bytesOf([0xff, 0xfe, 0x51, 0]), 'not-utf-8'],
    ['Windows-1252', bytesOf([0x51, 0x92, 0x73]), 'not-utf-8'],
    ['a NUL among words', bytesOf('a', [0], 'b'), 'not-utf-8'],
  ])('is known by its bytes: %s', (_, bytes, fault) => {
    expect(readTextFile(bytes, 1000)).toEqual({ ok: false, fault })
  })

  it('is its text, whatever it holds, without the byte order mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        const text = `x${words}`.replaceAll('\0', '')
        expect(readTextFile(bytesOf([0xef, 0xbb, 0xbf], text), 1_000_000)).toEqual({
          ok: true,
          text,
        })
      }),
    )
  })

  it('is never more than the most', () => {
    expect(readTextFile(Buffer.alloc(10, 'a'), 10).ok).toBe(true)
    expect(readTextFile(Buffer.alloc(11, 'a'), 10)).toEqual({ ok: false, fault: 'too-large' })
  })

  it('is refused in words that say which file to choose', () => {
    expect(fileFaultWords('pdf', 'Choose the file that ends in .json')).toBe(
      'This file is a PDF. Choose the file that ends in .json',
    )
  })
})
