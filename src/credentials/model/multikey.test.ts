import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeBase58, encodeBase58 } from './base58.ts'
import {
  didKey,
  didKeyVerificationMethod,
  publicKeyFromMultibase,
  publicKeyMultibase,
  publicKeyOfDidKey,
  secretKeyFromMultibase,
  secretKeyMultibase,
} from './multikey.ts'

// From the specification "Data Integrity EdDSA Cryptosuites", section B.
const publicText = 'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2'
const secretText = 'z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq'

const key = fc.uint8Array({ minLength: 32, maxLength: 32 })

describe('base58btc', () => {
  it('gives back the bytes it was given, leading zeroes included', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 3 }).map((bytes) => bytes.fill(0)),
        fc.uint8Array({ maxLength: 70 }),
        (zeroes, rest) => {
          const bytes = Uint8Array.from([...zeroes, ...rest])
          expect(decodeBase58(encodeBase58(bytes), bytes.length)).toEqual(bytes)
        },
      ),
    )
  })

  it('reads no text as bytes that would be written in another way', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.integer({ min: 0, max: 8 }), (text, length) => {
        const bytes = decodeBase58(text, length)
        if (bytes) expect(encodeBase58(bytes)).toBe(text)
      }),
    )
  })

  it.each(['0', 'O', 'I', 'l', 'a b', '\u0131', '1'.repeat(200)])('refuses %j', (text) => {
    expect(decodeBase58(text, 8)).toBeUndefined()
  })
})

describe('a multikey', () => {
  it('is read and written as the specification shows', () => {
    const bytes = publicKeyFromMultibase(publicText)
    expect(bytes && publicKeyMultibase(bytes)).toBe(publicText)
    const secret = secretKeyFromMultibase(secretText)
    expect(secret && secretKeyMultibase(secret)).toBe(secretText)
  })

  it('gives back every key', () => {
    fc.assert(
      fc.property(key, (bytes) => {
        expect(publicKeyFromMultibase(publicKeyMultibase(bytes))).toEqual(bytes)
        expect(publicKeyOfDidKey(didKey(bytes))).toEqual(bytes)
        expect(publicKeyOfDidKey(didKeyVerificationMethod(bytes))).toEqual(bytes)
      }),
    )
  })

  it('is not read from a secret key, another alphabet or another curve', () => {
    const p256 = 'zDnaegE6RR3atJtHKwTRTWHsJ3kNHqFwv7n9YjTgmU7TyfU76'
    for (const text of [
      secretText,
      p256,
      publicText.slice(1),
      `u${publicText.slice(1)}`,
      'z',
      '',
    ]) {
      expect(publicKeyFromMultibase(text)).toBeUndefined()
    }
  })

  it('is not read from a did:key whose fragment names another key', () => {
    const [one, two] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)]
    expect(publicKeyOfDidKey(`${didKey(one)}#${publicKeyMultibase(two)}`)).toBeUndefined()
    expect(publicKeyOfDidKey('did:web:example.org')).toBeUndefined()
    expect(publicKeyOfDidKey(`did:web:${publicKeyMultibase(one)}`)).toBeUndefined()
    expect(publicKeyOfDidKey(`${didKeyVerificationMethod(one)}#`)).toBeUndefined()
  })

  it.each([
    [0xed, 0x02],
    [0xee, 0x01],
  ])('is not read where its header is %i, %i', (...header) => {
    const bytes = Uint8Array.from([...header, ...new Uint8Array(32)])
    expect(publicKeyFromMultibase(`z${encodeBase58(bytes)}`)).toBeUndefined()
  })

  it.each([0, 31, 33])('is not written for %i bytes', (length) => {
    expect(() => publicKeyMultibase(new Uint8Array(length))).toThrow('32 bytes')
    expect(() => secretKeyMultibase(new Uint8Array(length))).toThrow('32 bytes')
  })
})
