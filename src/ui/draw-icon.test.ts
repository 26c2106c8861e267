import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { drawIcon } from './draw-icon.ts'

/** The colour of one pixel of a PNG that `drawIcon` made: 33 bytes of start, then the data. */
function pixel(png: Buffer, size: number, x: number, y: number): number[] {
  const length = png.readUInt32BE(33)
  const rows = inflateSync(png.subarray(41, 41 + length))
  return [...rows.subarray(y * (size * 3 + 1) + 1 + x * 3).subarray(0, 3)]
}

test('an icon is a PNG of the size asked for', () => {
  const png = drawIcon(48)
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([48, 48])
})

test('the icon is a white card with a tick on the brand colour', () => {
  const png = drawIcon(64)
  expect(pixel(png, 64, 1, 1)).toEqual([0x0b, 0x4f, 0x4a])
  expect(pixel(png, 64, 20, 50)).toEqual([255, 255, 255])
  expect(pixel(png, 64, 29, 42)).toEqual([0x0b, 0x4f, 0x4a])
})
