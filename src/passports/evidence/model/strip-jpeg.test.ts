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

  it('ends where its own picture ends, so that one behind it goes with all that it tells', () => {
    const behind = Buffer.concat([start, segment(0xe1, 'at home'), picture])
    const given = Buffer.concat([start, segment(0xdb, 'table'), picture, behind])
    expect(stripJpeg(given)).toEqual(Buffer.concat([start, segment(0xdb, 'table'), picture]))
  })

  it('does not end inside a segment, nor at a mark that is part of what is drawn', () => {
    const scan = Buffer.from('a\xff\x00b\xff\xd0c\xff\xd7d', 'latin1')
    const table = segment(0xdb, 'x\xff\xd9y')
    const [first, second] = [segment(0xda, 'first \xff\xd9'), segment(0xda, 'second')]
    const end = Buffer.from([0xff, 0xd9])
    const kept = [start, table, first, scan, segment(0xc4, 'codes'), second, scan, end]
    expect(stripJpeg(Buffer.concat(kept))).toEqual(Buffer.concat(kept))
  })

  it('loses what is told between two scans', () => {
    const [scan, end] = [segment(0xda, 'how'), Buffer.from([0xff, 0xd9])]
    const given = [start, scan, Buffer.from('one'), segment(0xe1, 'at home'), scan, end]
    const kept = [start, scan, Buffer.from('one'), scan, end]
    expect(stripJpeg(Buffer.concat(given))).toEqual(Buffer.concat(kept))
  })

  it('keeps a colour profile, and no list of the pictures behind it', () => {
    const profile = segment(0xe2, 'ICC_PROFILE\0 colours')
    const given = Buffer.concat([start, segment(0xe2, 'MPF\0 pictures'), profile, picture])
    expect(stripJpeg(given)).toEqual(Buffer.concat([start, profile, picture]))
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
    ['an end and no picture', Buffer.concat([start, Buffer.from([0xff, 0xd9, 0, 0])])],
    ['a picture inside it', Buffer.concat([start, start, picture])],
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
