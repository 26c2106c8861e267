import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decodeStatusList,
  emptyStatusList,
  encodeStatusList,
  leastStatusListLength,
  readStatusBit,
  withStatus,
  withStatuses,
} from './status-list.ts'

const place = fc.integer({ min: 0, max: leastStatusListLength - 1 })

function encode(bytes: Uint8Array): string {
  return `u${gzipSync(bytes).toString('base64url')}`
}

describe('a status list', () => {
  it('says after a journey what was set before it, and nothing else', () => {
    fc.assert(
      fc.property(fc.uniqueArray(place, { maxLength: 5 }), place, (set, other) => {
        const list = decodeStatusList(encodeStatusList(withStatuses(emptyStatusList(), set)))
        expect(list && readStatusBit(list, other)).toBe(set.includes(other))
        for (const index of set) expect(list && readStatusBit(list, index)).toBe(true)
      }),
      { numRuns: 30 },
    )
  })

  it('counts from the left-most bit', () => {
    expect(withStatus(emptyStatusList(), 0, true).bits[0]).toBe(0b1000_0000)
    expect(withStatus(emptyStatusList(), 9, true).bits[1]).toBe(0b0100_0000)
  })

  it('has a first and a last place', () => {
    for (const index of [0, leastStatusListLength - 1]) {
      expect(readStatusBit(emptyStatusList(), index)).toBe(false)
      expect(readStatusBit(withStatus(emptyStatusList(), index, true), index)).toBe(true)
    }
  })

  it('is changed by making another, and back again', () => {
    const before = emptyStatusList()
    const after = withStatus(before, 5, true)
    expect(readStatusBit(before, 5)).toBe(false)
    expect(withStatus(after, 5, false)).toEqual(before)
  })

  it('has no answer for a place outside it', () => {
    const list = emptyStatusList()
    for (const index of [-1, 0.5, leastStatusListLength, Number.NaN]) {
      expect(readStatusBit(list, index)).toBeUndefined()
    }
    expect(() => withStatus(list, leastStatusListLength, true)).toThrow('no place')
    expect(() => withStatus(list, 0.5, true)).toThrow('no place')
  })

  it('is never shorter than the standard asks', () => {
    expect(() => emptyStatusList(leastStatusListLength - 8)).toThrow('bits')
    expect(() => emptyStatusList(leastStatusListLength + 1)).toThrow('whole bytes')
    expect(emptyStatusList(leastStatusListLength + 8).bits).toHaveLength(16_385)
    expect(decodeStatusList(encode(new Uint8Array(16_383)))).toBeUndefined()
    expect(decodeStatusList(encode(new Uint8Array(16_384)))).toBeDefined()
  })

  it('is not unpacked when it would grow without bound', () => {
    const bomb = encode(new Uint8Array(50_000_000))
    expect(bomb.length).toBeLessThan(100_000)
    expect(decodeStatusList(bomb)).toBeUndefined()
  })

  it('is not unpacked when it is written at a length that no lawful list needs', () => {
    const packed = gzipSync(new Uint8Array(16_384))
    const named = (length: number) => {
      // RFC 1952 §2.3.1: a file name stands after the header of ten bytes, and ends in a zero.
      const name = Buffer.concat([Buffer.alloc(length - packed.length - 1, 0x61), Buffer.of(0)])
      const header = Buffer.from(packed.subarray(0, 10)).fill(0x08, 3, 4)
      return `u${Buffer.concat([header, name, packed.subarray(10)]).toString('base64url')}`
    }
    const [longest, longer] = [named(3_145_727), named(3_145_728)]
    expect([longest.length, longer.length]).toEqual([2 ** 22, 2 ** 22 + 1])
    expect(decodeStatusList(longest)).toBeDefined()
    expect(decodeStatusList(longer)).toBeUndefined()
  })

  it('is not read where anything but base64url stands in it or before it', () => {
    const encoded = encodeStatusList(withStatuses(emptyStatusList(), [1, 77, 900, 4321, 60_000]))
    expect(encoded.slice(1)).toMatch(/u[\w-]+$/)
    for (const other of [`${encoded}=`, `${encoded}!`, ` ${encoded}`, `z${encoded.slice(1)}`]) {
      expect(decodeStatusList(other), other).toBeUndefined()
    }
  })

  it.each(['', 'u', 'uAAAA', 'z123', 'H4sI', 'u!!!!'])('is not read from %j', (encoded) => {
    expect(decodeStatusList(encoded)).toBeUndefined()
  })
})
