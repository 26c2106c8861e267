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
    expect(() => withStatus(list, leastStatusListLength, true)).toThrow()
  })

  it('is never shorter than the standard asks', () => {
    expect(() => emptyStatusList(leastStatusListLength - 8)).toThrow()
    expect(decodeStatusList(encode(new Uint8Array(16_383)))).toBeUndefined()
    expect(decodeStatusList(encode(new Uint8Array(16_384)))).toBeDefined()
  })

  it('is not unpacked when it would grow without bound', () => {
    const bomb = encode(new Uint8Array(50_000_000))
    expect(bomb.length).toBeLessThan(100_000)
    expect(decodeStatusList(bomb)).toBeUndefined()
  })

  it.each(['', 'u', 'uAAAA', 'z123', 'H4sI', 'u!!!!'])('is not read from %j', (encoded) => {
    expect(decodeStatusList(encoded)).toBeUndefined()
  })
})
