import { describe, expect, it } from 'vitest'
import { hashEmailCode, isSameHash, parseEmailCode } from './email-code.ts'

describe('a code in a letter', () => {
  it.each<[typed: string, code: string | undefined]>([
    ['012345', '012345'],
    [' 012 345 ', '012345'],
    ['012-345', '012345'],
    ['12345', undefined],
    ['1234567', undefined],
    ['12345a', undefined],
    ['١٢٣٤٥٦', undefined],
    ['', undefined],
  ])('typed as %j is %j', (typed, code) => {
    expect(parseEmailCode(typed)).toBe(code)
  })

  it('is kept differently under another key, and for another letter', () => {
    const hashes = [
      hashEmailCode(Buffer.alloc(32, 1), 'a', '012345'),
      hashEmailCode(Buffer.alloc(32, 2), 'a', '012345'),
      hashEmailCode(Buffer.alloc(32, 1), 'b', '012345'),
      hashEmailCode(Buffer.alloc(32, 1), 'a', '012346'),
    ]
    expect(new Set(hashes.map((hash) => hash.toString('hex'))).size).toBe(4)
    expect(isSameHash(hashes[0] as Buffer, hashEmailCode(Buffer.alloc(32, 1), 'a', '012345'))).toBe(
      true,
    )
    expect(isSameHash(hashes[0] as Buffer, hashes[1] as Buffer)).toBe(false)
  })
})
