import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stripJpeg2000 } from './strip-jpeg2000.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')

function box(name: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(content.length + 8)
  head.write(name, 4, 'latin1')
  return Buffer.concat([head, content])
}

function segment(marker: number, content: string): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt16BE(marker)
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, bytes(content)])
}

function tile(segments: readonly Buffer[], drawn: string, { said = true } = {}): Buffer {
  const rest = Buffer.concat([...segments, bytes(`\xff\x93${drawn}`)])
  const head = Buffer.alloc(12)
  head.writeUInt16BE(0xff90)
  head.writeUInt16BE(10, 2)
  head.writeUInt32BE(said ? rest.length + 12 : 0, 6)
  return Buffer.concat([head, rest])
}

const [start, end] = [bytes('\xff\x4f'), bytes('\xff\xd9')]
const size = segment(0xff51, 'how large')
const words = segment(0xff64, 'at home')
const lengths = segment(0xff55, 'lengths')
const code = Buffer.concat([start, size, tile([], 'drawn'), end])
const signature = box('jP  ', bytes('\r\n\x87\n'))
const header = (...more: Buffer[]) => box('jp2h', Buffer.concat([box('ihdr', bytes('x')), ...more]))

describe('a stripped JPEG 2000', () => {
  it('keeps the boxes that draw it and loses those that tell, also inside others', () => {
    const told = ['xml ', 'uuid', 'uinf', 'jp2i', 'asoc', 'free'].map((name) =>
      box(name, bytes('at home')),
    )
    const given = [signature, ...told, header(box('lbl ', bytes('at home'))), box('jp2c', code)]
    expect(stripJpeg2000(Buffer.concat([...given, ...told]))).toEqual(
      Buffer.concat([signature, header(), box('jp2c', code)]),
    )
  })

  it('loses the words in its code, and says anew how long each tile is', () => {
    const given = [start, size, words, lengths, tile([words], 'one'), tile([words], 'two'), end]
    const kept = [start, size, tile([], 'one'), tile([], 'two'), end]
    expect(stripJpeg2000(Buffer.concat([...given, bytes('PK behind')]))).toEqual(
      Buffer.concat(kept),
    )
  })

  it('takes a last tile and a last box that go to the end', () => {
    const last = tile([words], 'drawn', { said: false })
    const open = box('jp2c', Buffer.concat([start, size, last, end, bytes('PK behind')]))
    open.writeUInt32BE(0)
    const kept = Buffer.concat([start, size, tile([], 'drawn', { said: false }), end])
    expect(stripJpeg2000(Buffer.concat([signature, open]))).toEqual(
      Buffer.concat([signature, box('jp2c', kept)]),
    )
  })

  it('takes a box whose length is written long', () => {
    const long = Buffer.concat([Buffer.alloc(8), box('jp2c', code).subarray(0, 8), code])
    long.writeUInt32BE(1)
    long.write('jp2c', 4, 'latin1')
    long.writeBigUInt64BE(BigInt(code.length + 16), 8)
    expect(stripJpeg2000(Buffer.concat([signature, long]))).toEqual(
      Buffer.concat([signature, box('jp2c', code)]),
    )
  })

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['another kind', bytes('GIF89a, and more')],
    ['a box that ends too late', Buffer.concat([signature, bytes('\0\0\0\x40jp2cx')])],
    ['a box shorter than its head', bytes('\0\0\0\x04jp2cxxxx')],
    ['code without a tile', Buffer.concat([start, size, end])],
    [
      'a mark that we do not know',
      Buffer.concat([start, segment(0xff70, 'x'), tile([], 'y'), end]),
    ],
    [
      'what comes after a tile is none',
      Buffer.concat([start, size, tile([], 'x'), bytes('abcdef')]),
    ],
  ])('is not made of %s', (_, given) => {
    expect(stripJpeg2000(given)).toBeUndefined()
  })

  it('is not made of boxes inside boxes inside boxes', () => {
    const nested = (times: number): Buffer =>
      times === 0 ? box('ihdr', bytes('x')) : box('cgrp', nested(times - 1))
    const given = (times: number) => Buffer.concat([box('jp2h', nested(times)), box('jp2c', code)])
    expect(stripJpeg2000(given(3))).toEqual(given(3))
    expect(stripJpeg2000(given(4))).toBeUndefined()
    expect(stripJpeg2000(given(400))).toBeUndefined()
  })

  it('never runs past its end, whatever is given, and is the same when stripped again', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 60 }),
        fc.nat({ max: code.length }),
        fc.boolean(),
        (noise, at, bare) => {
          const broken = Buffer.concat([code.subarray(0, at), noise, code.subarray(at)])
          const given = bare ? broken : Buffer.concat([signature, box('jp2c', broken)])
          const once = stripJpeg2000(given)
          if (once === undefined) return
          expect(once.length).toBeLessThanOrEqual(given.length)
          expect(stripJpeg2000(once)).toEqual(once)
        },
      ),
    )
  })
})
