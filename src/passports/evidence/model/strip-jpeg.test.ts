import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detectFileType } from './detect-file-type.ts'
import { stripJpeg } from './strip-jpeg.ts'

function segment(marker: number, content: string): Buffer {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(content.length + 2)
  return Buffer.concat([Buffer.from([0xff, marker]), length, Buffer.from(content, 'latin1')])
}

const start = Buffer.from([0xff, 0xd8])
const picture = Buffer.concat([
  segment(0xda, 'how it is coded'),
  Buffer.from('scan\xff\xd9', 'latin1'),
])

describe('a stripped JPEG', () => {
  it('keeps what draws it, and loses every other segment and what stands behind it', () => {
    const told = [0xe1, 0xe3, 0xed, 0xef, 0xfe].map((marker) => segment(marker, 'at home'))
    const needed = [segment(0xe0, 'JFIF'), segment(0xdb, 'table'), segment(0xee, 'Adobe')]
    const given = Buffer.concat([start, ...told, ...needed, picture, Buffer.from('PK behind')])
    expect(stripJpeg(given)).toEqual(Buffer.concat([start, ...needed, picture]))
  })

  it('is the same when it is stripped again', () => {
    const once = stripJpeg(Buffer.concat([start, segment(0xe1, 'x'), picture]))
    expect(once && stripJpeg(once)).toEqual(once)
  })

  it.each([
    ['no JPEG', Buffer.from('GIF89a')],
    ['nothing', Buffer.alloc(0)],
    ['cut off in a segment', Buffer.concat([start, segment(0xe0, 'JFIF').subarray(0, 5)])],
    ['a length that goes backwards', Buffer.concat([start, Buffer.from([0xff, 0xe0, 0, 0, 1, 1])])],
    ['no picture', Buffer.concat([start, segment(0xe0, 'JFIF')])],
  ])('is none where there is %s', (_, bytes) => {
    expect(stripJpeg(bytes)).toBeUndefined()
  })

  it('comes to an end, whatever it is given', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const given = Buffer.concat([start, bytes])
        const stripped = stripJpeg(given)
        expect(stripped === undefined || stripped.length <= given.length).toBe(true)
      }),
    )
  })
})

describe('what a file is', () => {
  it('is read from its first bytes, and is one of six answers for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(['pdf', 'jpeg', 'png', 'heic', 'empty', 'other']).toContain(detectFileType(bytes))
      }),
    )
  })
})
